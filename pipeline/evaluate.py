"""Score what is extracted against hand-made gold: statements, status, goals, partners, amounts, periods.

Gold is one JSON file a document, named after its source's id: ``statements`` (quote, status, sdgs),
``partners`` (name, aliases), ``amounts`` (value, currency), ``periods`` (start, end). Statements are
matched one to one by the words they share; a partner by any of its names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import EngagementsError
from pipeline.extract.partners.naming import key
from pipeline.settings import Settings
from pipeline.types import Extraction

LIKENESS = 0.6
"""Token F1 from which two quotes are one statement; share of words from which two names are one partner."""


class InvalidGold(EngagementsError):
    """A gold folder or file that cannot be used."""


@dataclass(frozen=True, slots=True)
class View:
    """One document's answers, found or gold."""

    statements: tuple[tuple[str, str, frozenset[int]], ...]
    partners: tuple[tuple[str, ...], ...]
    amounts: Counter[tuple[float, str]]
    periods: Counter[tuple[int | None, int | None]]


@dataclass(slots=True)
class Tally:
    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, right: int, said: int, true: int) -> None:
        self.right += right
        self.spurious += said - right
        self.missed += true - right

    def scores(self) -> dict[str, float]:
        precision = self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def load_gold(folder: Path) -> dict[str, View]:
    """Source id → gold. Raises InvalidGold naming the folder or file."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InvalidGold(f"{folder}: no .json file; --gold names a folder with one gold file a document")
    found = {}
    for file in files:
        try:
            found[file.stem.replace("_", "-")] = _gold_view(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidGold(f"{file}: {type(error).__name__}: {error}") from None
    return found


def _gold_view(gold: dict) -> View:
    return View(
        tuple((s["quote"], s["status"], frozenset(s.get("sdgs") or ())) for s in gold["statements"]),
        tuple((p["name"], *p.get("aliases", ())) for p in gold["partners"]),
        Counter((round(float(a["value"]), 2), a["currency"]) for a in gold["amounts"]),
        Counter((p.get("start"), p.get("end")) for p in gold["periods"]),
    )


def score(pairs: Iterable[tuple[View, View]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each question over (found, gold) pairs."""
    names = ("statements", "status", "sdgs", "partners", "amounts", "periods")
    tallies = {name: Tally() for name in names}
    for found, gold in pairs:
        matched = match(found, gold)
        said, true = len(found.statements), len(gold.statements)
        tallies["statements"].add(len(matched), said, true)
        right = sum(found.statements[i][1] == gold.statements[j][1] for i, j in matched)
        tallies["status"].add(right, said, true)
        goals = sum(len(found.statements[i][2] & gold.statements[j][2]) for i, j in matched)
        tallies["sdgs"].add(goals, _goals(found), _goals(gold))
        tallies["partners"].add(_same_partners(found, gold), len(found.partners), len(gold.partners))
        for name in ("amounts", "periods"):
            one, other = getattr(found, name), getattr(gold, name)
            tallies[name].add((one & other).total(), one.total(), other.total())
    return {name: tally.scores() for name, tally in tallies.items()}


def _goals(view: View) -> int:
    return sum(len(goals) for _, _, goals in view.statements)


def match(found: View, gold: View) -> list[tuple[int, int]]:
    """Pairs of statements, the likeliest first, each used once."""
    said = [_words(text) for text, _, _ in found.statements]
    true = [_words(text) for text, _, _ in gold.statements]
    rivals = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(said) for j, b in enumerate(true)), key=lambda r: -r[0]
    )
    used_i: set[int] = set()
    used_j: set[int] = set()
    pairs = []
    for likeness, i, j in rivals:
        if likeness >= LIKENESS and i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((i, j))
    return pairs


def _words(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return Counter(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _same_partners(found: View, gold: View) -> int:
    free = set(range(len(found.partners)))
    right = 0
    for names in gold.partners:
        hit = next((i for i in sorted(free) if _same(found.partners[i], names)), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return right


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    for a in one:
        for b in other:
            x, y = set(key(a).split()), set(key(b).split())
            if len(x & y) / max(1, len(x | y)) >= LIKENESS:
                return True
    return False


def evaluate(gold_folder: Path, corpus: Path, settings: Settings) -> dict[str, dict[str, float]]:
    """Extract the documents of ``corpus`` that have gold and score them. No database is touched.

    Raises InvalidGold where no source of the manifest has gold, and whatever reading a source raises.
    """
    from pipeline.analyse import analyse
    from pipeline.fetch import fetch
    from pipeline.sources import load_manifest

    gold = load_gold(gold_folder)
    sources = [s for s in load_manifest(corpus) if s.id in gold]
    if not sources:
        raise InvalidGold(
            f"{gold_folder}: none of {', '.join(gold)} is a source of {corpus}; name its folder: --corpus"
        )
    return score((found_view(analyse(fetch(s, settings), s, settings)), gold[s.id]) for s in sources)


def found_view(extraction: Extraction) -> View:
    names: dict[str, set[str]] = {}
    for mention, _ in extraction.mentions:
        names.setdefault(mention.partner.id, set()).update({mention.partner.name, mention.text})
    return View(
        tuple((c.text, c.status, frozenset(s.sdg for s in c.sdgs)) for c in extraction.commitments),
        tuple(tuple(sorted(n)) for n in names.values()),
        Counter((round(a.value, 2), a.currency) for a, _ in extraction.amounts),
        Counter((p.start_year, p.end_year) for p, _ in extraction.periods),
    )
