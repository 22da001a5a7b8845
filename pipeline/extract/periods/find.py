"""Find years and ranges of years. The rules are those of annotations/GUIDELINES.md, "Period".

One pattern with named cases is tried at every place, the longest readings first; each case says what
its start and end are. What a word before it ("depuis", "d'ici à") does to a date is decided afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from pipeline.extract.periods.patterns import (
    ACT_BEFORE,
    AT_LATEST,
    CENTURIES,
    CENTURY,
    COUNTING,
    DAY,
    FILLER,
    MONTHS,
    NAMES,
    NOT_A_YEAR_AFTER,
    NOT_A_YEAR_BEFORE,
    NOT_COUNTED,
    NOWADAYS,
    PARTS,
    SIGN,
    SINCE,
    UNTIL,
    WEEKDAY,
    YEAR,
)
from pipeline.extract.windows import windows
from pipeline.types import Period

FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2100
Bounds = tuple[int | None, int | None]
_BEFORE_SIGN, _LONGEST = 80, 100
_Y = rf"(?<!\d){YEAR}(?!\d)"
_PART = rf"(?:{PARTS})\s?-?\s*(?:de\s+|d['’])?"
_DATE = rf"(?:{WEEKDAY})?(?:{DAY}\s+)?(?:{MONTHS})\s+"
_DAYS = rf"(?:{WEEKDAY})?{DAY}(?:\s?(?:,|et|au|-|–)\s?(?:{WEEKDAY})?{DAY})+\s+(?:{MONTHS})\s+"
_POINT = rf"(?:(?:{_DAYS}|(?:{_PART})?{_DATE}|{_PART}(?:(?:la\s+|l['’])?(?:{PARTS})\s+)?))?{_Y}"
_PRECISE = rf"(?:{_DAYS}|(?:{_PART})?{_DATE}|{_PART}){_Y}"
_NUMERIC = rf"(?<![\d./-])(?:{DAY}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?|\d{{1,2}}\s?/\s?){_Y}(?![./-]\d)"
_SHORT_NUMERIC = r"(?<![\d./-])(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/\d\d(?![\d./-])"
_ANY = rf"(?:{_POINT}(?:\s?[-–/]\s?{_Y})?|{_NUMERIC})"
_ISO = rf"(?<![\d./-])({YEAR})-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d/-])"
_DECADE = r"années\s+(?:1[89]|20)?\d0(?:\s?[-–]\s?(?:(?:1[89]|20)?\d0))?(?!\d)"
_CENTURY = (
    rf"(?<!\w)(?:{CENTURY})(?:(?:\s?-\s?|\s+(?:et|à|au|ou)\s+(?:le\s+|du\s+)?)(?:{CENTURY}))?"
    rf"\s+(?:siècles?(?!\w)|s\.)(?!\s+av)"
)
_YEAR = re.compile(_Y)
_I = re.IGNORECASE


def _years(text: str) -> list[int]:
    return [int(y) for y in _YEAR.findall(text)]


def _both(text: str) -> Bounds:
    years = _years(text)
    return min(years), max(years)


def _since(text: str) -> Bounds:
    return _years(text)[0], None


def _until(text: str) -> Bounds:
    return None, _years(text)[-1]


def _short_range(text: str) -> Bounds:
    first, last = re.findall(r"\d+", text)[-2:]
    return int(first), int(first[:2] + last)


def _short_date(text: str) -> Bounds:
    year = int(text[-2:])
    year += 2000 if year < 50 else 1900
    return year, year


def _decade(text: str) -> Bounds:
    decades = [int(n) if len(n) == 4 else 1900 + int(n) for n in re.findall(r"\d+", text)]
    return decades[0], max(decades) + 9


def _since_age(text: str) -> Bounds:
    return _age(text)[0], None


def _until_age(text: str) -> Bounds:
    return None, _age(text)[1]


def _age(text: str) -> Bounds:
    return _decade(text) if "ann" in text.lower() and _DECADES.search(text) else _century(text)


def _century(text: str) -> Bounds:
    numbers = [_ordinal(written) for written in _ORDINAL.findall(text)]
    return 100 * (numbers[0] - 1) + 1, 100 * numbers[-1]


def _ordinal(written: str) -> int:
    digits = re.match(r"\d+", written)
    return CENTURIES.get(written.lower()) or (int(digits[0]) if digits else _roman(written))


def _roman(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in re.findall("[IVX]", written)]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


# (name, pattern, meaning): the longest reading at a place wins, then the earlier case.
_CASES: Sequence[tuple[str, str, Callable[[str], Bounds]]] = (
    ("decade", _DECADE, _decade),
    ("century", _CENTURY, _century),
    (
        "since_age",
        rf"\b(?:{SINCE})\s+(?:le\s+début\s+|la\s+fin\s+)?(?:les\s+|des\s+|le\s+|du\s+)?(?:{_DECADE}|{_CENTURY})",
        _since_age,
    ),
    ("until_age", rf"(?<!\w)(?:{UNTIL}){FILLER}(?:{_DECADE}|{_CENTURY})", _until_age),
    ("until_now", rf"\b(?:de|entre|depuis)\s+(?:{_POINT})\s+(?:à|et|jusqu['’]à)\s+(?:{NOWADAYS})", _since),
    ("at_latest", rf"(?:\ben\s+|\ble\s+|\bau\s+)?(?:{_POINT}){AT_LATEST}", _until),
    (
        "between",
        rf"\b(?:entre|de|du|depuis)\s+(?:le\s+|l['’])?(?:{_POINT}|{_NUMERIC})\s+"
        rf"(?:et|à|au|jusqu['’](?:en|au|à))\s+(?:le\s+|la\s+|l['’])?(?:{_POINT}|{_NUMERIC})",
        _both,
    ),
    (
        "from_day_to_day",
        rf"\b(?:entre|de|du)\s+(?:le\s+)?(?:{WEEKDAY})?(?:{DAY}(?:\s+(?:{MONTHS}))?|{MONTHS})\s+(?:et|au|à)\s+"
        rf"(?:le\s+)?{_DATE}{_Y}",
        _both,
    ),
    ("range", rf"(?:(?:{PARTS})\s+)?{_Y}\s?[-–—/]\s?{_Y}(?:\s?[-–—/]\s?{_Y})*", _both),
    ("bare_range", rf"{_Y}\s+à\s+{_Y}", _both),
    ("date_range", rf"\b(?:{_PRECISE}|{_NUMERIC})\s?[-–—]\s?(?:{_PRECISE}|{_NUMERIC})", _both),
    ("short_range", rf"(?:\b(?:{PARTS})\s+)?{_Y}\s?[-–/]\s?\d\d(?![\d./-])", _short_range),
    ("since", rf"(?<!\w)(?:{SINCE})\s*{FILLER}{_ANY}", _since),
    ("until", rf"(?<!\w)(?:{UNTIL}){FILLER}{_ANY}", _until),
    ("numeric", _NUMERIC, _both),
    ("short_numeric", _SHORT_NUMERIC, _short_date),
    ("iso", _ISO, _both),
    ("point", rf"\b{_POINT}|{_Y}", _both),
)
_ONLY_WORDS = frozenset("decade since since_age until until_age until_now between from_day_to_day".split())
_ONLY_FIGURES = frozenset("bare_range iso numeric short_numeric".split())
_COMPILED = [(order, name, re.compile(pattern, _I)) for order, (name, pattern, _) in enumerate(_CASES)]
_FROM_FIGURES = [(order, pattern) for order, name, pattern in _COMPILED if name not in _ONLY_WORDS]
_FROM_WORDS = [(order, pattern) for order, name, pattern in _COMPILED if name not in _ONLY_FIGURES]
_HEAD = re.compile(
    rf"(?<!\w)(?=[\dadefhijlmnopqrstvxàéÀÉ])(?:{YEAR}(?!\d)|\d{{1,2}}(?!\d)|{SINCE}|{UNTIL}|{WEEKDAY}|{MONTHS}|{PARTS}|{CENTURY}|années|entre|de\s|du\s|en\s|le\s|au\s)",
    _I,
)
_BEFORE = re.compile(NOT_A_YEAR_BEFORE)
_AFTER = re.compile(NOT_A_YEAR_AFTER)
_ACT = re.compile(ACT_BEFORE, _I)
_NAMES = re.compile(NAMES)
_SIGN = re.compile(SIGN)
_DECADES = re.compile(_DECADE, _I)
_ORDINAL = re.compile(rf"(?<!\w)(?:{CENTURY})(?!\w)", _I)
_CUE = re.compile(
    r"\b(?:en|depuis|dès|an|année|fin|début|vers|datant de|date de|rentrée|avril|mai|juin|mars)\s$|\($", _I
)
_COUNTED = re.compile(r"^[ \u00a0]([a-zàâéèêîïôûùç]{4,}[sx])\b")
_PLURAL = re.compile(r"(?<![\w])([a-zàâéèêîïôûùç]{3,}[sx])\s$", _I)
_LEADING = re.compile(r"\s*(?:(?:au|en|le|du|un)\s+)?", _I)
_BOUND_BY_WORD = frozenset(
    "numeric date_range since since_age until until_age until_now at_latest between from_day_to_day decade".split()
)


def find_periods(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Period]:
    """Periods of a text in reading order; none overlap each other or a span of ``taken`` (amounts)."""
    occupied = sorted(taken)
    found: list[Period] = []
    end = 0
    for start in _heads(text):
        if start >= end:
            period = _period_at(text, start, occupied)
            if period is not None:
                found.append(period)
                end = period.end
    return found


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
            name, _, meaning = _CASES[order]
            period = _period(text, start, -minus_end, name, text[start:-minus_end], meaning)
            if period is not None:
                return period
    return None


def _overlaps(occupied: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the span meets one of those, which are sorted and disjoint."""
    last = bisect_left(occupied, (end, 0)) - 1
    return last >= 0 and occupied[last][1] > start


def _period(text: str, start: int, end: int, name: str, words: str, meaning: Callable[[str], Bounds]) -> Period | None:
    if _YEAR.search(words) and not _is_year(text, start, end, name, words):
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
