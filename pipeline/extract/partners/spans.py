"""A spaCy ``ner`` component trained on the labelled partners: the other way to find them, kept for comparison.

It learns from passages, all those that name a partner and as many that do not; the kinds are its labels. It has the
architecture of the stock entity recogniser, whose weights and static vectors it begins with and learns on from.
Deterministic on one machine: one seed, passages in file order, shuffled by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.annotations import LabelledDocument
from pipeline.dataset import bounds_from
from pipeline.document import lay_out
from pipeline.errors import InvalidAnnotation
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
EPOCHS = 8
BATCH = 32
"""Passages learnt from at a time."""
DROPOUT = 0.2
Span = tuple[int, int, str]
"""Start and end in code points of a passage, kind."""
Names = list[tuple[str, ...]]
"""A partner each, under all it is called."""


def train_spans(documents: Sequence[LabelledDocument], epochs: int = EPOCHS, tell: Tell = quiet) -> Language:
    """A French pipeline with one ``ner`` that finds partners. Raises InvalidAnnotation where none is labelled."""
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(SEED)
    order = random.Random(SEED)
    passages = _balanced(documents, order)
    if not passages:
        raise InvalidAnnotation(f"no partner is labelled in the {len(documents)} documents to learn from")
    nlp = _untrained()
    examples = [_example(nlp, text, spans) for text, spans in passages]
    optimizer = nlp.initialize(lambda: examples)
    stock = load_nlp().get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    nlp.get_pipe("ner").model.get_ref("tok2vec").from_bytes(stock.to_bytes())  # type: ignore[attr-defined]
    tell("partner spans", 0, epochs)
    for epoch in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
        tell("partner spans", epoch + 1, epochs)
    return nlp


def named_by(nlp: Language, texts: Iterable[str], collectivity: Collectivity | None) -> Names:
    """The partners the component finds in the passages of one document, the collectivity itself left out."""
    found = (e.text for doc in nlp.pipe(texts) for e in doc.ents)
    return one_each(name for name in found if not is_self(name, collectivity))


def labelled(document: LabelledDocument) -> Names:
    """The partners people labelled in a document."""
    return one_each(text[start:end] for text, spans in passages_of(document) for start, end, _ in spans)


def one_each(names: Iterable[str]) -> Names:
    """Names of one partner together, in order of appearance."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(identity(name), set()).add(name)
    return [tuple(sorted(spellings)) for spellings in found.values()]


def passages_of(document: LabelledDocument) -> Iterator[tuple[str, list[Span]]]:
    """The text of each passage with its labelled spans."""
    passages = lay_out(document.blocks()).passages
    spans: list[list[Span]] = [[] for _ in passages]
    units = units_of(passages, bounds_from(document.labels))
    for unit, label in zip(units, document.labels, strict=True):
        before = unit.start - passages[unit.passage].start
        spans[unit.passage] += [(before + start, before + end, kind) for start, end, kind in label.partners]
    return ((p.text, found) for p, found in zip(passages, spans, strict=True))


def _balanced(documents: Sequence[LabelledDocument], order: random.Random) -> list[tuple[str, list[Span]]]:
    """Every passage with a partner, and as many drawn from those without."""
    passages = [passage for document in documents for passage in passages_of(document)]
    naming = [p for p in passages if p[1]]
    others = [p for p in passages if not p[1]]
    return naming + order.sample(others, min(len(naming), len(others)))


def _untrained() -> Language:
    import spacy

    stock = load_nlp()
    nlp = spacy.blank("fr", vocab=stock.vocab)
    nlp.add_pipe("ner", config={"model": stock.config["components"]["ner"]["model"]})
    return nlp


def _example(nlp: Language, text: str, labels: Sequence[Span]) -> Example:
    from spacy.training import Example
    from spacy.util import filter_spans

    reference = nlp.make_doc(text)
    spans = [reference.char_span(s, e, label=kind, alignment_mode="expand") for s, e, kind in labels]
    reference.ents = filter_spans([s for s in spans if s is not None and s.text.strip() == s.text])
    return Example(nlp.make_doc(text), reference)
