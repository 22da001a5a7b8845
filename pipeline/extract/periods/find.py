"""Find years and ranges of years. The rules are those of annotations/GUIDELINES.md, "Period".

One pattern with named cases is tried at every place, the longest readings first; each case says what
its start and end are. What a word before it ("depuis", "d'ici à") does to a date is decided afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pipeline.extract.periods.cases import CASES, HAS_YEAR, Bounds
from pipeline.extract.periods.patterns import (
    ACT_BEFORE,
    CENTURY,
    COUNTING,
    MONTHS,
    NAMES,
    NOT_A_YEAR_AFTER,
    NOT_A_YEAR_BEFORE,
    NOT_COUNTED,
    PARTS,
    SIGN,
    SINCE,
    UNTIL,
    WEEKDAY,
    YEAR,
)
from pipeline.extract.periods.relative import find_relative
from pipeline.extract.windows import windows
from pipeline.types import Period

FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2100
_BEFORE_SIGN, _LONGEST = 80, 100
_I = re.IGNORECASE
_ONLY_WORDS = frozenset("decade since since_age until until_age until_now between from_day_to_day".split())
_ONLY_FIGURES = frozenset("bare_range iso numeric short_numeric".split())
_COMPILED = [(order, name, re.compile(pattern, _I)) for order, (name, pattern, _) in enumerate(CASES)]
_FROM_FIGURES = [(order, pattern) for order, name, pattern in _COMPILED if name not in _ONLY_WORDS]
_FROM_WORDS = [(order, pattern) for order, name, pattern in _COMPILED if name not in _ONLY_FIGURES]
_HEAD = re.compile(
    rf"(?<!\w)(?=[\dadefhijlmnopqrstvxàéÀÉ])(?:{YEAR}(?!\d)|\d{{1,2}}(?!\d)|{SINCE}|{UNTIL}|{WEEKDAY}|{MONTHS}|{PARTS}|{CENTURY}|années|décennie|entre|de\s|du\s|en\s|le\s|au\s)",
    _I,
)
_BEFORE = re.compile(NOT_A_YEAR_BEFORE)
_AFTER = re.compile(NOT_A_YEAR_AFTER)
_ACT = re.compile(ACT_BEFORE, _I)
_NAMES = re.compile(NAMES)
_SIGN = re.compile(SIGN)
_CUE = re.compile(
    r"\b(?:en|depuis|dès|an|année|fin|début|vers|datant de|date de|actes? de|rentrée|avril|mai|juin|mars)\s$|\($", _I
)
_COUNTED = re.compile(r"^[ \u00a0]([a-zàâéèêîïôûùç]{4,}[sx])\b")
_PLURAL = re.compile(r"(?<![\w])([a-zàâéèêîïôûùç]{3,}[sx])\s$", _I)
_LEADING = re.compile(r"\s*(?:(?:au|en|le|du|un)\s+)?(?:cours\s+du\s+)?", _I)
_BOUND_BY_WORD = frozenset(
    "numeric date_range since since_age until until_age until_now at_latest between from_day_to_day decade".split()
)


def find_periods(text: str, taken: Sequence[tuple[int, int]] = (), published: date | None = None) -> list[Period]:
    """Periods of a text in reading order; none overlap each other or a span of ``taken`` (amounts).

    Those told from the day of publication ("l'an dernier") are found where it is known.
    """
    occupied = sorted(taken)
    found: list[Period] = []
    end = 0
    for start in _heads(text):
        if start >= end:
            period = _period_at(text, start, occupied)
            if period is not None:
                found.append(period)
                end = period.end
    if published is None:
        return found
    closed = sorted([*occupied, *((p.start, p.end) for p in found)])
    relative = [p for p in find_relative(text, published) if not _overlaps(closed, p.start, p.end)]
    return sorted([*found, *relative], key=lambda p: p.start)


def _heads(text: str) -> Iterator[int]:
    """Where a period may begin: at the words and figures that open one, near a year or a century."""
    for start, end in windows(text, _SIGN, _BEFORE_SIGN, 0):
        for match in _HEAD.finditer(text, start, end):
            yield match.start()


def _period_at(text: str, start: int, occupied: Sequence[tuple[int, int]]) -> Period | None:
    """The longest reading there that is a period."""
    cases = _FROM_FIGURES if text[start].isdigit() else _FROM_WORDS
    readings = []
    for order, pattern in cases:
        match = pattern.match(text, start, start + _LONGEST)
        if match:
            readings.append((-match.end(), order))
    for minus_end, order in sorted(readings):
        if not _overlaps(occupied, start, -minus_end):
            name, _, meaning = CASES[order]
            period = _period(text, start, -minus_end, name, text[start:-minus_end], meaning)
            if period is not None:
                return period
    return None


def _overlaps(occupied: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the span meets one of those, which are sorted and disjoint."""
    last = bisect_left(occupied, (end, 0)) - 1
    return last >= 0 and occupied[last][1] > start


def _period(text: str, start: int, end: int, name: str, words: str, meaning: Callable[[str], Bounds]) -> Period | None:
    if HAS_YEAR.search(words) and not _is_year(text, start, end, name, words):
        return None
    first, last = meaning(words)
    longest = 2000 if name == "century" else 200
    if first is not None and last is not None and not 0 <= last - first <= longest:
        return None
    article = name in {"point", "range", "short_range", "date_range"} and _LEADING.match(words)
    skipped = article.end() if article else 0
    return Period(start + skipped, end, words[skipped:], first, last)


def _is_year(text: str, start: int, end: int, name: str, words: str) -> bool:
    """False where the four digits are a law number, a sum, a count, a code…"""
    before = text[max(0, start - 40) : start]
    if name not in _BOUND_BY_WORD and (_BEFORE.search(before) or _NAMES.search(before + words)):
        return False
    if name in {"short_range", "iso"} and _ACT.search(before):
        return False
    if _AFTER.search(text[end : end + 14]):
        return False
    if name in _BOUND_BY_WORD or len(words) > 4:
        return not (name == "short_range" and _is_code(words))
    cue = _CUE.search(before) is not None
    if not cue and _counts(before, text[end : end + 30]):
        return False
    return cue or (FIRST_BARE_YEAR <= int(words) <= LAST_BARE_YEAR and not _glued(text, start, end))


def _counts(before: str, after: str) -> bool:
    """ "réunit 1987 licenciés", but not "les crédits 2023 ouverts"."""
    counted = _COUNTED.match(after)
    if counted is None or counted[1] in NOT_COUNTED:
        return False
    noun = _PLURAL.search(before)
    return noun is None or noun[1].lower() in COUNTING or noun[1].lower().endswith("ons")


def _is_code(words: str) -> bool:
    """ "2019-04" could be a month; "2022-23" and "2022/23" are school years: the second follows the first."""
    first, last = re.findall(r"\d+", words)[-2:]
    return not int(first[2:]) < int(last) <= int(first[2:]) + 30


def _glued(text: str, start: int, end: int) -> bool:
    """Part of a longer number or code: "12 2014", "AB-2014/7"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(re.search(r"[\w.]$|\d[ \u00a0\u202f./]$|[-/]$", before) or re.match(r"[-/]\w|\w", after))
