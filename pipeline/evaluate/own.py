"""The labelled examples, judged by what models that had not seen their collectivity say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from pipeline.annotations import Label, LabelledDocument, load_documents
from pipeline.classify import given_goals
from pipeline.dataset import GOALS
from pipeline.evaluate.judged import NONE, Counts, Judged, Mistake, goals_named, per_status
from pipeline.folds import Tell, quiet
from pipeline.heldout import HeldOut, load_held_out


def judge_own(annotations: Path, models: Path, tell: Tell = quiet) -> list[Judged]:
    """One a labelled document, by grouped cross-validation.

    What training kept beside the models is used where it was measured on these very examples; else the
    cross-validation is run anew (minutes). Raises InvalidAnnotation.
    """
    from pipeline.errors import ModelMissing
    from pipeline.train import annotations_hash, cross_validate

    documents = load_documents(annotations)
    try:
        held_out = load_held_out(models)
    except ModelMissing:
        held_out = None
    if held_out is None or held_out.annotations_sha256 != annotations_hash(annotations):
        held_out = cross_validate(annotations, tell)
    return list(_judged(documents, held_out))


def _judged(documents: list[LabelledDocument], held_out: HeldOut) -> list[Judged]:
    found = []
    unit = statement = 0
    for document in documents:
        labels = document.labels
        stating = [label for label in labels if label.status != NONE]
        status = held_out.status[unit : unit + len(labels)]
        goals = held_out.goals[statement : statement + len(stating)]
        found.append(_document(document, status, held_out.classes, goals))
        unit += len(labels)
        statement += len(stating)
    return found


def _document(document: LabelledDocument, status: np.ndarray, classes: tuple[str, ...], goals: np.ndarray) -> Judged:
    labels = document.labels
    answers = [(label, classes[row.argmax()], float(row.max())) for label, row in zip(labels, status, strict=True)]
    stating = [label for label in labels if label.status != NONE]
    given = [(label, set(given_goals(row)), row) for label, row in zip(stating, goals, strict=True)]
    confusion = Counter((label.status, said) for label, said, _ in answers)
    by_sdg = _by_sdg(given)
    return Judged(
        document.id,
        document.collectivity,
        document.kind,
        {**_status_counts(confusion), "sdgs_of_statements": sum(by_sdg.values(), Counts(0, 0, 0))},
        per_status(confusion),
        by_sdg,
        confusion,
        {
            "status": [(chance, said == label.status) for label, said, chance in answers],
            "sdgs": [(float(row[goal - 1]), goal in label.sdgs) for label, _, row in given for goal in GOALS],
        },
        tuple(_mistakes(document.id, answers, given)),
    )


def _status_counts(confusion: Counter[tuple[str, str]]) -> dict[str, Counts]:
    said = sum(n for (_, answer), n in confusion.items() if answer != NONE)
    true = sum(n for (label, _), n in confusion.items() if label != NONE)
    both = sum(n for (label, answer), n in confusion.items() if NONE not in {label, answer})
    right = sum(n for (label, answer), n in confusion.items() if label == answer != NONE)
    return {"statements": Counts(both, said, true), "status": Counts(right, said, true)}


def _by_sdg(given: list[tuple[Label, set[int], np.ndarray]]) -> dict[int, Counts]:
    return {
        goal: Counts(
            sum(goal in goals and goal in label.sdgs for label, goals, _ in given),
            sum(goal in goals for _, goals, _ in given),
            sum(goal in label.sdgs for label, _, _ in given),
        )
        for goal in GOALS
    }


def _mistakes(
    document: str, answers: list[tuple[Label, str, float]], given: list[tuple[Label, set[int], np.ndarray]]
) -> Iterator[Mistake]:
    for label, said, chance in answers:
        if said != label.status:
            yield Mistake(document, label.text, label.status, said, chance)
    for label, goals, row in given:
        if not goals & label.sdgs:
            true, wrong = f"goals {goals_named(label.sdgs)}", f"goals {goals_named(goals)}"
            yield Mistake(document, label.text, true, wrong, float(row.max()))
