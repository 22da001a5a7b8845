"""Which goals' words a unit, its lead-in and its headings hold, as tokens for the classifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.goal_words import STEMS
from pipeline.units import Unit


def _pattern(stems: str) -> re.Pattern[str]:
    """ "aliment|bio.": what begins with "aliment", and "bio" itself."""
    whole = r"[sx]?(?![\w-])"
    parts = (re.escape(s[:-1]) + whole if s.endswith(".") else re.escape(s) for s in stems.split("|"))
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + ")", re.IGNORECASE)


_GOALS = {goal: _pattern(stems) for goal, stems in STEMS.items()}


# A goal's pattern is tried only where a word begins as one of its stems does; a text has words of few goals.
_LETTERS = 3
_BEGINNINGS = {goal: frozenset(s[:_LETTERS] for s in stems.split("|")) for goal, stems in STEMS.items()}
_WORD_START = re.compile(r"(?<![\w-])(?=(\w\S\S))")


def goal_marks(unit: Unit) -> Iterable[str]:
    """ "g6" for a word of goal 6, "g6+" for more, "lead:g6" in the lead-in, "heading:g6", further up "above:g6"."""
    here = _counted(unit.text.replace("’", "'"))
    lead, heading, headings = _counted(unit.lead), _counted(unit.heading), _counted(unit.headings)
    for goal in _GOALS:
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
    begun = {start.lower() for start in _WORD_START.findall(text)}
    counts = ((goal, len(_GOALS[goal].findall(text))) for goal in _GOALS if not begun.isdisjoint(_BEGINNINGS[goal]))
    return {goal: count for goal, count in counts if count}
