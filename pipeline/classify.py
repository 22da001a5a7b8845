"""Units → status and goals, with calibrated probabilities.

Status takes one look at a unit. Goals take two: a first model reads a statement alone, a second one
also what the first says of its neighbours and of the whole document (``context``), for a document has
its themes. The same second look was tried on status: better on our own examples, worse on real texts.
A unit that is no statement has no goals: the types cannot express it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline import models
from pipeline.context import neighbourhood
from pipeline.dataset import GOALS
from pipeline.features import Describer
from pipeline.model_files import PARTNER_FILE, SDG_FILE, STATUS_FILE
from pipeline.scoring import Rows, at_work
from pipeline.types import Collectivity, SdgLink, Status
from pipeline.units import Unit, only

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_GOALS = 3
SIBLINGS = 4
"""Items of the same list this far up and down count."""
LEANING = 0.3
SECOND_GOAL = 0.45
"""Chance from which a goal is given beside the likeliest one, which a statement always has."""
FIRST_LOOK = 0.75
"""Weight of what a statement says alone against what its neighbours and document add."""
_DECLARED = re.compile(
    r"\b(?:ODD|O\.D\.D\.|objectifs?(?: de développement durable)?)\s*(?:n[°os]+\s*)?"
    r"(?P<list>\d+(?:\s*(?:,|et|/|&)\s*\d+)*)(?!\d|[\s.]\d{3}|\s*(?:%|€|arbres|logements|ha\b|km\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A unit found to be a statement, with its status and goals."""

    unit: Unit
    status: Status
    probability: float
    sdgs: tuple[SdgLink, ...]
    by_person: bool = False
    """Whether a person said so (``annotate``); then the model was not heard."""


class Classifier:
    """The models of a folder. Raises ModelMissing where one is absent."""

    def __init__(self, folder: Path) -> None:
        self.status: dict[str, Any] = _at_work(models.load(folder / STATUS_FILE))
        self.sdgs: dict[str, Any] = _at_work(models.load(folder / SDG_FILE))
        self.partners: dict[str, Any] = _at_work(models.load(folder / PARTNER_FILE))

    def statements(
        self, doc: Doc, units: Sequence[Unit], collectivity: Collectivity | None, kind: str | None
    ) -> list[Statement]:
        """The statements among a document's units, in reading order."""
        if not units:
            return []
        rows, chances = self.chances(doc, units, collectivity, kind)
        classes = self.status["model"].classes_
        best = chances.argmax(axis=1)
        chosen = [i for i in range(len(units)) if classes[best[i]] != "none"]
        if not chosen:
            return []
        goals = two_looks(self.sdgs, rows[chosen], only(units, chosen))
        return [
            Statement(units[i], classes[best[i]], float(chances[i, best[i]]), self._links(units[i], goals[n]))
            for n, i in enumerate(chosen)
        ]

    def chances(
        self, doc: Doc, units: Sequence[Unit], collectivity: Collectivity | None, kind: str | None
    ) -> tuple[Rows, np.ndarray]:
        """The units as the models see them, and the chance of each class of ``status["model"]``, units × 4."""
        describer = Describer(doc, units, collectivity, kind)
        rows = Rows(describer.rows(), describer.vectors())
        return rows, with_siblings(self.status["model"].predict_proba(rows), units)

    def _links(self, unit: Unit, chances: np.ndarray) -> tuple[SdgLink, ...]:
        declared = declared_goals(unit.text)
        inferred = [goal for goal in given_goals(chances) if goal not in declared]
        return tuple(SdgLink(goal, 1.0, declared=True) for goal in declared) + tuple(
            SdgLink(goal, round(float(chances[goal - 1]), 4)) for goal in inferred[: max(0, MOST_GOALS - len(declared))]
        )


def _at_work(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: at_work(part) for name, part in parts.items()}


def given_goals(chances: np.ndarray) -> list[int]:
    """The goals a statement is given for its chances (17): the likeliest, and others likely enough; that order."""
    order = np.argsort(-chances, kind="stable")
    return [GOALS[k] for n, k in enumerate(order) if n == 0 or chances[k] >= SECOND_GOAL][:MOST_GOALS]


def with_siblings(chances: np.ndarray, units: Sequence[Unit]) -> np.ndarray:
    """Items of one list are mostly of one status: each leans towards the mean of its near siblings."""
    leaning = chances.copy()
    for i, unit in enumerate(units):
        if not unit.answers_lead:
            continue
        near = range(max(0, i - SIBLINGS), min(len(units), i + SIBLINGS + 1))
        same = [j for j in near if j != i and units[j].lead_unit == unit.lead_unit and units[j].answers_lead]
        if same:
            leaning[i] = (1 - LEANING) * chances[i] + LEANING * chances[same].mean(axis=0)
    return leaning


def two_looks(model: dict[str, Any], rows: np.ndarray | Rows, units: Sequence[Unit]) -> np.ndarray:
    """Probabilities of the goals of one document's statements, statements × 17."""
    first = model["first"].predict_proba(rows)
    return both_looks(first, model["second"].predict_proba(neighbourhood(first, units)))


def both_looks(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The first counts more: the company a statement keeps says less in real texts than in our examples."""
    return FIRST_LOOK * first + (1 - FIRST_LOOK) * second


def declared_goals(text: str) -> list[int]:
    """Goals the text names by number: "ODD 6", "objectifs 11 et 13". Other numbers are left alone."""
    found: list[int] = []
    for match in _DECLARED.finditer(text):
        found += [int(n) for n in re.findall(r"\d+", match["list"]) if 1 <= int(n) <= 17]
    return sorted(set(found))


@lru_cache(maxsize=2)
def load_classifier(folder: Path) -> Classifier:
    return Classifier(folder)
