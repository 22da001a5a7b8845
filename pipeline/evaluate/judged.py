"""What one document got right, in a form that both kinds of evaluation fill and every figure is summed from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

QUESTIONS = {
    "statements": "statements",
    "status": "statements with their status",
    "sdgs": "goals, end to end",
    "sdgs_of_statements": "goals of statements that are some",
    "partners": "partners",
    "amounts": "amounts",
    "periods": "periods",
}
"""Key in JSON → what is asked, in the order of the tables."""
NONE = "none"


class Counts(NamedTuple):
    """Answers to one question: right ones, those given, those there were to give."""

    right: int
    said: int
    true: int

    def __add__(self, other: tuple) -> Counts:
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer with its words. ``chance`` is what the model gave it, None where it said nothing."""

    document: str
    text: str
    true: str
    said: str
    chance: float | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One document."""

    document: str
    collectivity: str
    kind: str
    counts: dict[str, Counts]
    """By question, of ``QUESTIONS``."""
    by_status: dict[str, Counts] = field(default_factory=dict)
    by_sdg: dict[int, Counts] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(true status, said status); "none" is no statement."""
    claims: dict[str, list[tuple[float, bool]]] = field(default_factory=dict)
    """Stated chance and whether it came true, by what was claimed: "status", "sdgs"."""
    mistakes: tuple[Mistake, ...] = ()


def per_status(confusion: Counter[tuple[str, str]]) -> dict[str, Counts]:
    """Each status as a question of its own, from a confusion of statuses."""
    names = sorted({name for pair in confusion for name in pair})
    return {
        name: Counts(
            confusion[name, name],
            sum(n for (_, said), n in confusion.items() if said == name),
            sum(n for (true, _), n in confusion.items() if true == name),
        )
        for name in names
    }


def goals_named(goals: Iterable[int]) -> str:
    """Goals as people read them: "6, 13", or "–"."""
    return ", ".join(str(g) for g in sorted(goals)) or "–"
