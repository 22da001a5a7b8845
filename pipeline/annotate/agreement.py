"""How far annotators agree: Cohen's kappa of each two of them, on the units both labelled."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.annotate.labels import PersonLabel, Unit

GOALS = range(1, 18)


@dataclass(frozen=True, slots=True)
class Agreement:
    """``status`` and ``goals`` are kappas, 1 for full agreement and 0 for that of chance, None where there is
    nothing to tell apart (both always gave the same one answer); ``same`` is the share of units labelled alike."""

    one: str
    other: str
    units: int
    status: float | None
    goals: float | None
    same: float


def agreement(labels: Iterable[PersonLabel]) -> list[Agreement]:
    """Of every two annotators who have a unit in common, by name. Goals are compared one by one."""
    answers: dict[str, dict[Unit, PersonLabel]] = defaultdict(dict)
    for label in labels:
        answers[label.annotator][label.unit] = label
    found = []
    for one, other in combinations(sorted(answers), 2):
        shared = sorted(answers[one].keys() & answers[other].keys())
        if shared:
            found.append(_agreement(one, other, [answers[one][u] for u in shared], [answers[other][u] for u in shared]))
    return found


def _agreement(one: str, other: str, first: Sequence[PersonLabel], second: Sequence[PersonLabel]) -> Agreement:
    return Agreement(
        one,
        other,
        len(first),
        _kappa([a.status for a in first], [b.status for b in second]),
        _kappa([g in a.sdgs for a in first for g in GOALS], [g in b.sdgs for b in second for g in GOALS]),
        sum(a.answer == b.answer for a, b in zip(first, second, strict=True)) / len(first),
    )


def _kappa(first: Sequence[object], second: Sequence[object]) -> float | None:
    from sklearn.metrics import cohen_kappa_score

    if len({*first, *second}) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return round(float(cohen_kappa_score(first, second)), 4)
