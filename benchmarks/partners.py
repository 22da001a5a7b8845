"""usage: python -m benchmarks.partners

Partners by rules, stock entities and judge, by a trained spaCy component, and by either: on documents of
collectivities neither has learnt from, and on the development texts beside the checkout. Some ten minutes.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.analyse import analyse as extract
from pipeline.annotations import LabelledDocument, load_documents
from pipeline.component import counted, own, partner_documents, split
from pipeline.dataset import analyse, build_dataset
from pipeline.evaluate.gold import found_view, load_gold
from pipeline.evaluate.judged import Counts
from pipeline.evaluate.matching import same_partners
from pipeline.extract.partners.find import ACCEPTED
from pipeline.extract.partners.judge import judge
from pipeline.extract.partners.spans import Names, labelled, named_by, one_each, passages_of, train_spans
from pipeline.extract.partners.training import Examples, train_partners
from pipeline.fetch import fetch
from pipeline.folds import FOLDS
from pipeline.model_files import STATUS_FILE
from pipeline.models import load
from pipeline.settings import ROOT, Settings
from pipeline.sources import load_manifest
from pipeline.train import partner_examples

if TYPE_CHECKING:
    from spacy.language import Language

DEVELOPMENT = ROOT.parent / "shared" / "dev"
WAYS = ("rules, stock NER and judge", "trained component", "either")


def compare() -> None:
    documents = partner_documents(ROOT / "annotations")
    learnt, judged = split(documents)
    began = time.monotonic()
    nlp = train_spans([documents[i] for i in learnt])
    print(f"component trained from {len(learnt)} documents in {time.monotonic() - began:.0f} s", flush=True)
    _show("own, held out", _held_out(nlp, documents, learnt, judged))
    for name, folder in (("dev", DEVELOPMENT), ("dev/more", DEVELOPMENT / "more")):
        _show(name, _development(nlp, folder))


def _held_out(
    nlp: Language, documents: Sequence[LabelledDocument], learnt: Sequence[int], judged: Sequence[int]
) -> Iterator[tuple[Names, Names, Names]]:
    """Of each document: partners by the judge, by the component, and the true ones."""
    annotations, status = ROOT / "annotations", load(Settings().models / STATUS_FILE)
    annotated = analyse(load_documents(annotations))
    stating = status["model"].predict(build_dataset(annotated).rows) != "none"
    examples = partner_examples(annotations, annotated, stating, status)
    model, _ = train_partners(_of(examples, learnt), FOLDS)
    for i in judged:
        found = _of(examples, [i])
        chances, _ = judge(model, found.evidence, found.names)
        accepted = (e.name for e, n in zip(found.evidence, found.names, strict=True) if chances[n] >= ACCEPTED)
        texts = [text for text, _ in passages_of(documents[i])]
        yield one_each(accepted), named_by(nlp, texts, own(documents[i])), labelled(documents[i])


def _of(examples: Examples, documents: Sequence[int]) -> Examples:
    """The candidates of some documents; what is missed is not theirs to tell."""
    places = [np.arange(len(examples.evidence))[examples.documents[i]] for i in documents]
    ends = np.cumsum([0, *map(len, places)]).tolist()
    kept = np.concatenate(places)
    return Examples(
        tuple(examples.evidence[i] for i in kept),
        examples.kinds[kept],
        examples.groups[kept],
        tuple(examples.names[i] for i in kept),
        tuple(slice(a, b) for a, b in pairwise(ends)),
        0,
    )


def _development(nlp: Language, folder: Path) -> Iterator[tuple[Names, Names, Names]]:
    settings, gold = Settings(), load_gold(folder / "gold")
    for source in load_manifest(folder):
        true = gold.get(source.id)
        if true is None or "partners" not in true.scored:
            continue
        extraction = extract(fetch(source, settings), source, settings)
        texts = [p.text for p in extraction.passages]
        component = named_by(nlp, texts, source.collectivity)
        yield list(found_view(extraction).partners), component, list(true.partners)


def _show(where: str, answers: Iterator[tuple[Names, Names, Names]]) -> None:
    counts: dict[str, Counts] = defaultdict(lambda: Counts(0, 0, 0))
    for rules, component, true in answers:
        for way, found in zip(WAYS, (rules, component, _either(rules, component)), strict=True):
            counts[way] += counted(found, true)
    for way, c in counts.items():
        print(f"{where}: {way}: {tuple(c)} P {c.precision:.3f} R {c.recall:.3f} F1 {c.f1:.3f}", flush=True)


def _either(some: Names, others: Names) -> Names:
    return some + [name for name in others if not any(same_partners([name], [known]) for known in some)]


if __name__ == "__main__":
    compare()
