"""Score what is extracted against hand-made gold: statements, status, goals, partners, amounts, periods.

Gold is one JSON file a document, named after its source's id: ``statements`` (quote, status, sdgs),
``partners`` (name, aliases), ``amounts`` (value, currency), ``periods`` (start, end), and perhaps
``scored``, the questions that count for this document.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import InvalidInput
from pipeline.evaluate.judged import NONE, QUESTIONS, Counts, Judged, Mistake, goals_named, per_status
from pipeline.evaluate.matching import matched, same_partners
from pipeline.types import Extraction

SCORED = {
    "statements": "statements",
    "statements+status": "status",
    "sdg|matched": "sdgs_of_statements",
    "sdg end-to-end": "sdgs",
    "partners": "partners",
    "amounts": "amounts",
    "periods": "periods",
}
"""A question as gold files name it → as we do."""


class InvalidGold(InvalidInput):
    """A gold folder or file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement, found or gold. ``goals`` → chance (1 in gold)."""

    text: str
    status: str
    goals: Mapping[int, float]
    chance: float = 1.0


@dataclass(frozen=True, slots=True)
class View:
    """One document's answers, found or gold."""

    statements: tuple[Quote, ...] = ()
    partners: tuple[tuple[str, ...], ...] = ()
    amounts: Counter[tuple[float, str | None]] = field(default_factory=Counter)
    periods: Counter[tuple[int | None, int | None]] = field(default_factory=Counter)
    scored: frozenset[str] = frozenset(QUESTIONS)
    """The questions that count, of ``QUESTIONS``."""


def load_gold(folder: Path) -> dict[str, View]:
    """Source id → gold. Raises InvalidGold naming the folder or file."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InvalidGold(f"{folder}: no .json file; --gold names a folder with one gold file a document")
    found = {}
    for file in files:
        try:
            found[file.stem.replace("_", "-")] = _gold_view(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InvalidGold(f"{file}: {type(error).__name__}: {error}") from None
    return found


def _gold_view(gold: dict) -> View:
    return View(
        tuple(
            Quote(s["quote"], s["status"], dict.fromkeys(map(int, s.get("sdgs") or ()), 1.0))
            for s in gold["statements"]
        ),
        tuple((p["name"], *p.get("aliases", ())) for p in gold["partners"]),
        Counter((round(float(a["value"]), 2), a.get("currency")) for a in gold["amounts"]),
        Counter((p.get("start"), p.get("end")) for p in gold["periods"]),
        _scored(gold.get("scored")),
    )


def _scored(given: list[str] | None) -> frozenset[str]:
    if not given:
        return frozenset(QUESTIONS)
    unknown = sorted(set(given) - set(SCORED))
    if unknown:
        raise ValueError(f"scored names {', '.join(unknown)}; allowed are {', '.join(SCORED)}")
    return frozenset(SCORED[name] for name in given)


def found_view(extraction: Extraction) -> View:
    """What was extracted, in the form gold is compared in; a partner is the set of names it goes by."""
    names: dict[str, set[str]] = {}
    for mention, _ in extraction.mentions:
        names.setdefault(mention.partner.id, set()).update({mention.partner.name, mention.text})
    return View(
        tuple(Quote(c.text, c.status, {s.sdg: s.score for s in c.sdgs}, c.probability) for c in extraction.commitments),
        tuple(tuple(sorted(n)) for n in names.values()),
        Counter((round(a.value, 2), a.currency) for a, _ in extraction.amounts),
        Counter((p.start_year, p.end_year) for p, _ in extraction.periods),
    )


def judge(document: str, collectivity: str, kind: str, found: View, gold: View) -> Judged:
    """One document against its gold; only the questions it scores have counts."""
    pairs = matched([q.text for q in found.statements], [q.text for q in gold.statements])
    both = [(found.statements[i], gold.statements[j]) for i, j in pairs]
    spurious = _left(found.statements, {i for i, _ in pairs})
    missed = _left(gold.statements, {j for _, j in pairs})
    confusion = Counter((g.status, f.status) for f, g in both)
    confusion.update((NONE, f.status) for f in spurious)
    confusion.update((g.status, NONE) for g in missed)
    counts = _counts(found, gold, both)
    return Judged(
        document,
        collectivity,
        kind,
        {q: counts[q] for q in QUESTIONS if q in gold.scored},
        {s: c for s, c in per_status(confusion).items() if s != NONE},
        _by_sdg(found, gold, both),
        confusion,
        {
            "status": [(f.chance, f.status == g.status) for f, g in both] + [(f.chance, False) for f in spurious],
            "sdgs": [(chance, goal in g.goals) for f, g in both for goal, chance in f.goals.items()],
        },
        tuple(_mistakes(document, both, spurious, missed)),
    )


def _counts(found: View, gold: View, both: list[tuple[Quote, Quote]]) -> dict[str, Counts]:
    said, true = len(found.statements), len(gold.statements)
    goals = sum(len(set(f.goals) & set(g.goals)) for f, g in both)
    return {
        "statements": Counts(len(both), said, true),
        "status": Counts(sum(f.status == g.status for f, g in both), said, true),
        "sdgs": Counts(goals, _goals(found.statements), _goals(gold.statements)),
        "sdgs_of_statements": Counts(goals, _goals(f for f, _ in both), _goals(g for _, g in both)),
        "partners": Counts(same_partners(found.partners, gold.partners), len(found.partners), len(gold.partners)),
        "amounts": _shared(found.amounts, gold.amounts),
        "periods": _shared(found.periods, gold.periods),
    }


def _goals(quotes: Iterable[Quote]) -> int:
    return sum(len(q.goals) for q in quotes)


def _shared(found: Counter, gold: Counter) -> Counts:
    return Counts((found & gold).total(), found.total(), gold.total())


def _by_sdg(found: View, gold: View, both: list[tuple[Quote, Quote]]) -> dict[int, Counts]:
    right = Counter(goal for f, g in both for goal in set(f.goals) & set(g.goals))
    said = Counter(goal for q in found.statements for goal in q.goals)
    true = Counter(goal for q in gold.statements for goal in q.goals)
    return {goal: Counts(right[goal], said[goal], true[goal]) for goal in sorted({*said, *true})}


def _left(quotes: tuple[Quote, ...], used: Collection[int]) -> list[Quote]:
    return [q for i, q in enumerate(quotes) if i not in used]


def _mistakes(document: str, both: list, spurious: list[Quote], missed: list[Quote]) -> list[Mistake]:
    wrong_status = [Mistake(document, g.text, g.status, f.status, f.chance) for f, g in both if f.status != g.status]
    wrong_goals = [
        Mistake(
            document, g.text, f"goals {goals_named(g.goals)}", f"goals {goals_named(f.goals)}", max(f.goals.values())
        )
        for f, g in both
        if f.goals and not set(f.goals) & set(g.goals)
    ]
    return [
        *wrong_status,
        *wrong_goals,
        *(Mistake(document, f.text, NONE, f.status, f.chance) for f in spurious),
        *(Mistake(document, g.text, g.status, NONE, None) for g in missed),
    ]
