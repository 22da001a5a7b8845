"""Which goals' words a unit, its lead-in and its headings hold, as tokens for the classifier."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.goal_words import STEMS
from pipeline.units import Unit

# A stem is tried only where a word begins as it does: a text has words of few goals.
_LETTERS = 3
_WORD_START = re.compile(r"(?<![\w-])(?=(\w\S\S))")


def _pattern(stems: Iterable[str]) -> re.Pattern[str]:
    """ "aliment", "bio.": what begins with "aliment", and "bio" itself."""
    whole = r"[sx]?(?![\w-])"
    parts = (re.escape(s[:-1]) + whole if s.endswith(".") else re.escape(s) for s in stems)
    return re.compile("|".join(parts), re.IGNORECASE)


def _by_beginning() -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    """The first letters of a word → the goals with stems that begin so, each with these."""
    found: dict[str, list[tuple[int, re.Pattern[str]]]] = defaultdict(list)
    for goal, stems in STEMS.items():
        begun: dict[str, list[str]] = defaultdict(list)
        for stem in stems.split("|"):
            begun[stem[:_LETTERS]].append(stem)
        for letters, alike in begun.items():
            found[letters].append((goal, _pattern(alike)))
    return dict(found)


_BEGUN = _by_beginning()


def goal_marks(unit: Unit) -> Iterable[str]:
    """ "g6" for a word of goal 6, "g6+" for more, "lead:g6" in the lead-in, "heading:g6", further up "above:g6"."""
    here = _counted(unit.text.replace("’", "'"))
    lead, heading, headings = _counted(unit.lead), _counted(unit.heading), _counted(unit.headings)
    for goal in STEMS:
        if goal in here:
            yield f"g{goal}"
        if here.get(goal, 0) > 1:
            yield f"g{goal}+"
        if goal in lead:
            yield f"lead:g{goal}"
        if goal in heading:
            yield f"heading:g{goal}"
        elif goal in headings:
            yield f"above:g{goal}"


@lru_cache(maxsize=512)
def _counted(text: str) -> Mapping[int, int]:
    """How many words of each goal a text has, of those that have any. Leads and headings come again and again."""
    counts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for start in _WORD_START.finditer(text):
        for goal, stems in _BEGUN.get(start[1].lower(), ()):
            match = stems.match(text, start.start()) if start.start() >= ends.get(goal, 0) else None
            if match:
                counts[goal], ends[goal] = counts.get(goal, 0) + 1, match.end()
    return counts
