"""``engagements train --spans``: the trained partner component, measured on collectivities it has not seen.

It is not what ``refresh`` uses: ``python -m benchmarks.partners`` compares both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.model_selection import GroupShuffleSplit

from pipeline.annotations import LabelledDocument, load_documents
from pipeline.errors import InvalidAnnotation
from pipeline.evaluate.judged import Counts
from pipeline.evaluate.matching import same_partners
from pipeline.extract.partners.spans import EPOCHS, SEED, Names, labelled, named_by, passages_of, train_spans
from pipeline.folds import Tell, quiet
from pipeline.types import Collectivity

HELD_OUT = 0.22
"""Share of the collectivities that are judged on and not learnt from."""
PARTS = ("documents", "partners")


def train_component(annotations: Path, folder: Path, epochs: int = EPOCHS, tell: Tell = quiet) -> dict[str, Any]:
    """Train on most collectivities, score on the others, write the very component that was scored.

    Returns counts and scores. Raises InvalidAnnotation where there are too few examples.
    """
    documents = partner_documents(annotations)
    learnt, judged = split(documents)
    nlp = train_spans([documents[i] for i in learnt], epochs, tell)
    counts = Counts(0, 0, 0)
    for i in judged:
        texts = [text for text, _ in passages_of(documents[i])]
        counts += counted(named_by(nlp, texts, own(documents[i])), labelled(documents[i]))
    folder.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    return {
        "documents": len(learnt),
        "judged": len(judged),
        "epochs": epochs,
        "scores": {
            "partner_precision": round(counts.precision, 4),
            "partner_recall": round(counts.recall, 4),
            "partner_f1": round(counts.f1, 4),
        },
    }


def partner_documents(annotations: Path) -> list[LabelledDocument]:
    """All documents that teach partners."""
    return [document for part in PARTS for document in load_documents(annotations, part)]


def split(documents: Sequence[LabelledDocument]) -> tuple[list[int], list[int]]:
    """Places of the documents to learn from and of those to judge on: no collectivity is on both sides."""
    groups = [d.collectivity for d in documents]
    if len(set(groups)) < 2:
        raise InvalidAnnotation(f"documents of two collectivities at least are needed. Got {len(set(groups))}")
    parts = GroupShuffleSplit(1, test_size=HELD_OUT, random_state=SEED).split(groups, groups=groups)
    learnt, judged = next(parts)
    return learnt.tolist(), judged.tolist()


def own(document: LabelledDocument) -> Collectivity:
    return Collectivity("annotated", document.collectivity, document.level)  # type: ignore[arg-type]


def counted(found: Names, true: Names) -> Counts:
    """Partners of one document, matched as ``evaluate`` matches them."""
    return Counts(same_partners(found, true), len(found), len(true))
