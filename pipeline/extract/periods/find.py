"""Find years and ranges of years. The rules are those of annotations/GUIDELINES.md, "Period".

One pattern with named cases is tried at every place, the longest readings first; each case says what
its start and end are. What a word before it ("depuis", "d'ici à") does to a date is decided afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.periods.patterns import (
    DAY,
    FILLER,
    MONTHS,
    NOT_A_YEAR_AFTER,
    NOT_A_YEAR_BEFORE,
    PARTS,
    SINCE,
    UNTIL,
    WEEKDAY,
    YEAR,
)
from pipeline.types import Period

FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2100
Bounds = tuple[int | None, int | None]
_Y = rf"(?<!\d){YEAR}(?!\d)"
_DATE = rf"(?:{WEEKDAY})?(?:{DAY}\s+)?(?:{MONTHS})\s+"
_DAYS = rf"(?:{WEEKDAY})?{DAY}(?:\s?(?:,|et|au|-|–)\s?(?:{WEEKDAY})?{DAY})+\s+(?:{MONTHS})\s+"
_POINT = rf"(?:(?:{_DAYS}|{_DATE}|(?:{PARTS})\s?-?\s*(?:(?:la\s+|l['’])?(?:{PARTS})\s+)?))?{_Y}"
_NUMERIC = rf"(?<![\d./-])(?:{DAY}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?|\d{{1,2}}\s?/\s?){_Y}(?![./-]\d)"
_ISO = rf"(?<![\d./-])({YEAR})-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d/-])"
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
    first, last = re.findall(r"\d+", text)
    return int(first), int(first[:2] + last)


def _decade(text: str) -> Bounds:
    decades = [int(n) if len(n) == 4 else 1900 + int(n) for n in re.findall(r"\d+", text)]
    return decades[0], max(decades) + 9


def _century(text: str) -> Bounds:
    number = _roman(re.match(r"[IVX]+", text)[0])  # type: ignore[index]
    return 100 * (number - 1) + 1, 100 * number


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


# (name, pattern, meaning): the longest reading at a place wins, then the earlier case.
_CASES: Sequence[tuple[str, str, Callable[[str], Bounds]]] = (
    (
        "decade",
        r"(?:les\s+|des\s+)?années\s+(?:1[89]|20)?\d0(?:\s?[-–]\s?(?:(?:1[89]|20)?\d0))?(?!\d)",
        _decade,
    ),
    ("century", r"\b(?-i:XX?I{0,3}|XI?[XV]|XVI{0,3}|XIV)\s?e\s+siècle", _century),
    (
        "between",
        rf"\b(?:entre|de|du|depuis)\s+(?:le\s+|l['’])?(?:{_POINT}|{_NUMERIC})\s+"
        rf"(?:et|à|au|jusqu['’](?:en|au|à))\s+(?:le\s+|la\s+|l['’])?(?:{_POINT}|{_NUMERIC})",
        _both,
    ),
    (
        "from_day_to_day",
        rf"\b(?:entre|de|du)\s+(?:le\s+)?(?:{WEEKDAY})?{DAY}(?:\s+(?:{MONTHS}))?\s+(?:et|au|à)\s+"
        rf"(?:le\s+)?{_DATE}{_Y}",
        _both,
    ),
    ("range", rf"(?:(?:{PARTS})\s+)?{_Y}\s?[-–—/]\s?{_Y}(?:\s?[-–—/]\s?{_Y})*", _both),
    ("short_range", rf"{_Y}\s?[-–/]\s?\d\d(?![\d./-])", _short_range),
    ("since", rf"\b(?:{SINCE})\s*{FILLER}(?:{_POINT}|{_NUMERIC})", _since),
    ("until", rf"(?<!\w)(?:{UNTIL}){FILLER}(?:{_POINT}|{_NUMERIC})", _until),
    ("numeric", _NUMERIC, _both),
    ("iso", _ISO, _both),
    ("point", rf"\b{_POINT}|{_Y}", _both),
)
_COMPILED = [(name, re.compile(pattern, _I), meaning) for name, pattern, meaning in _CASES]
_BEFORE = re.compile(NOT_A_YEAR_BEFORE)
_AFTER = re.compile(NOT_A_YEAR_AFTER)
_CUE = re.compile(r"\b(?:en|depuis|dès|an|année|fin|début|vers|rentrée|avril|mai|juin|mars)\s$|\($", _I)
_COUNTED = re.compile(r"^[ \u00a0]([a-zàâéèêîïôûùç]{4,}[sx])\b")
_NOT_COUNTED = frozenset(
    "plus nous vous dans sous sans vers dès puis lors jeux depuis alors ces ses mais entre".split()
)


def find_periods(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Period]:
    """Periods of a text in reading order; none overlap each other or a span of ``taken`` (amounts)."""
    candidates = []
    for order, (name, pattern, meaning) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            candidates.append((match.start(), -match.end(), order, name, match[0], meaning))
    found: list[Period] = []
    end = 0
    for start, minus_end, _, name, words, meaning in sorted(candidates, key=lambda c: c[:3]):
        stop = -minus_end
        if start < end or any(a < stop and start < b for a, b in taken):
            continue
        period = _period(text, start, stop, name, words, meaning)
        if period is not None:
            found.append(period)
            end = stop
    return found


def _period(text: str, start: int, end: int, name: str, words: str, meaning: Callable[[str], Bounds]) -> Period | None:
    if _YEAR.search(words) and not _is_year(text, start, end, name, words):
        return None
    first, last = meaning(words)
    if first is not None and last is not None and not 0 <= last - first <= 200:
        return None
    stripped = len(words) - len(words.lstrip())
    return Period(start + stripped, end, words.lstrip(), first, last)


def _is_year(text: str, start: int, end: int, name: str, words: str) -> bool:
    """False where the four digits are a law number, a sum, a count, a code…"""
    before = text[max(0, start - 20) : start]
    if name in {"point", "range", "short_range", "iso"} and _BEFORE.search(before):
        return False
    if _AFTER.search(text[end : end + 14]):
        return False
    if name in {"numeric", "since", "until", "between", "from_day_to_day", "decade"} or len(words) > 4:
        return not (name == "short_range" and _is_code(words))
    year = int(words)
    cue = _CUE.search(before) is not None
    counted = _COUNTED.match(text[end : end + 30])
    if counted and counted[1] not in _NOT_COUNTED and not cue:
        return False
    return cue or (FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR and not _glued(text, start, end))


def _is_code(words: str) -> bool:
    """ "2019-04" could be a month; "2022-23" and "2022/23" are school years: the second follows the first."""
    first, last = re.findall(r"\d+", words)
    return not int(first[2:]) < int(last) <= int(first[2:]) + 30


def _glued(text: str, start: int, end: int) -> bool:
    """Part of a longer number or code: "12 2014", "AB-2014/7"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(re.search(r"[\w.]$|\d[ \u00a0\u202f./]$|[-/]$", before) or re.match(r"[-/]\w|\w", after))
