"""Documents judged → figures with intervals, by group, confusion, calibration and the worst mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from pipeline.calibration import Bin, calibration_error, reliability
from pipeline.evaluate.judged import NONE, QUESTIONS, Counts, Judged, Mistake
from pipeline.types import STATUSES

SAMPLES, SEED, MIDDLE = 1000, 20, (2.5, 97.5)
"""Resamplings of the documents, their seed, and the percentiles an interval reaches between."""
WORST = 10
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """Answers to one question; each interval holds the figure for 95 in 100 resamplings of the documents."""

    counts: Counts
    precision: Interval
    recall: Interval
    f1: Interval

    def as_json(self) -> dict[str, Any]:
        figures = {name: round(getattr(self.counts, name), 4) for name in ("precision", "recall", "f1")}
        between = {name: [round(x, 4) for x in getattr(self, name)] for name in ("precision", "recall", "f1")}
        return {**figures, "intervals": between, **self.counts._asdict()}


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the documents, or one class of answers."""

    name: str
    documents: int
    scores: dict[str, Score]


@dataclass(frozen=True, slots=True)
class Reliability:
    error: float
    """Expected calibration error."""
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    measured_on: str
    """In words, for people."""
    documents: int
    scores: dict[str, Score]
    by: str | None
    groups: tuple[Group, ...]
    confusion: Counter[tuple[str, str]]
    calibration: dict[str, Reliability]
    mistakes: tuple[Mistake, ...]
    """The most certain first; those nothing was said of last."""

    def as_json(self) -> dict[str, Any]:
        """One object: a key a question of ``QUESTIONS``, and what else was measured."""
        return {
            "measured_on": self.measured_on,
            "documents": self.documents,
            **{question: score.as_json() for question, score in self.scores.items()},
            "by": self.by,
            "groups": [
                {"name": g.name, "documents": g.documents, **{q: s.as_json() for q, s in g.scores.items()}}
                for g in self.groups
            ],
            "confusion": {true: {said: self.confusion[true, said] for said in self.classes} for true in self.classes},
            "calibration": {
                name: {"expected_error": round(r.error, 4), "bins": [asdict(b) for b in r.bins]}
                for name, r in self.calibration.items()
            },
            "mistakes": [asdict(m) for m in self.mistakes],
        }

    @property
    def classes(self) -> tuple[str, ...]:
        return (*STATUSES, NONE)


def summarise(judged: Sequence[Judged], measured_on: str, by: str | None = None, worst: int = WORST) -> Evaluation:
    """All figures of the judged documents; ``by`` collectivity, kind, status or sdg as well, where asked for."""
    confusion: Counter[tuple[str, str]] = Counter()
    for one in judged:
        confusion.update(one.confusion)
    asked = [q for q in QUESTIONS if any(q in one.counts for one in judged)]
    return Evaluation(
        measured_on,
        len(judged),
        {question: _score(one.counts.get(question) for one in judged) for question in asked},
        by,
        tuple(_groups(judged, asked, by)),
        confusion,
        {name: _reliability(judged, name) for name in ("status", "sdgs")},
        _worst([m for one in judged for m in one.mistakes], worst),
    )


def _groups(judged: Sequence[Judged], asked: Sequence[str], by: str | None) -> list[Group]:
    if by == "status":
        return _classes(judged, lambda one: one.by_status, "status", str)
    if by == "sdg":
        return _classes(judged, lambda one: one.by_sdg, "sdgs", "SDG {}".format)
    if by is None:
        return []
    names = sorted({getattr(one, by) for one in judged})
    members = [(name, [one for one in judged if getattr(one, by) == name]) for name in names]
    return [
        Group(name, len(them), {q: _score(one.counts.get(q) for one in them) for q in asked}) for name, them in members
    ]


def _classes(
    judged: Sequence[Judged], counts: Callable[[Judged], dict[Any, Counts]], question: str, named: Callable[[Any], str]
) -> list[Group]:
    """A group a class of answers, counted in the documents where it is said or true."""
    names = sorted({name for one in judged for name in counts(one)})
    found = []
    for name in names:
        holders = [counts(one).get(name) for one in judged]
        score = _score(holders)
        found.append(Group(named(name), sum(bool(c and (c.said or c.true)) for c in holders), {question: score}))
    return found


def _score(counts: Iterable[Counts | None]) -> Score:
    rows = np.array([c or (0, 0, 0) for c in counts], dtype=float).reshape(-1, 3)
    right, said, true = (int(n) for n in rows.sum(axis=0))
    precision, recall, f1 = _intervals(rows)
    return Score(Counts(right, said, true), precision, recall, f1)


def _intervals(rows: np.ndarray) -> tuple[Interval, Interval, Interval]:
    """Percentile bootstrap: as many documents drawn with replacement, again and again."""
    draws = np.random.default_rng(SEED).multinomial(len(rows), np.full(len(rows), 1 / len(rows)), SAMPLES)
    right, said, true = (draws @ rows).T
    shares = (right / np.maximum(said, 1), right / np.maximum(true, 1), 2 * right / np.maximum(said + true, 1))
    low_high = [np.percentile(share, MIDDLE) for share in shares]
    precision, recall, f1 = ((float(low), float(high)) for low, high in low_high)
    return precision, recall, f1


def _reliability(judged: Sequence[Judged], name: str) -> Reliability:
    claims = np.array([claim for one in judged for claim in one.claims.get(name, ())], dtype=float).reshape(-1, 2)
    chances, right = claims[:, 0], claims[:, 1]
    return Reliability(calibration_error(chances, right), tuple(reliability(chances, right)))


def _worst(mistakes: Sequence[Mistake], worst: int) -> tuple[Mistake, ...]:
    return tuple(sorted(mistakes, key=lambda m: -1.0 if m.chance is None else m.chance, reverse=True)[:worst])
