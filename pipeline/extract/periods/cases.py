"""The ways French writes years and ranges of years, and what each says of their start and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.periods.patterns import (
    AT_LATEST,
    CENTURIES,
    CENTURY,
    DASH,
    DAY,
    DECADES,
    FILLER,
    MONTHS,
    NOWADAYS,
    PARTS,
    SINCE,
    UNTIL,
    WEEKDAY,
    YEAR,
)

Bounds = tuple[int | None, int | None]
_Y = rf"(?<!\d){YEAR}(?!\d)"
_PART = rf"(?:{PARTS})\s?-?\s*(?:de\s+|d['’])?"
_DATE = rf"(?:{WEEKDAY})?(?:{DAY}\s+)?(?:(?:{MONTHS})(?:\s?[{DASH}/]\s?|\s(?:et|ou)\s))?(?:{MONTHS})\s+"
_DAYS = rf"(?:{WEEKDAY})?{DAY}(?:\s?(?:,|et|au|-|–)\s?(?:{WEEKDAY})?{DAY})+\s+(?:{MONTHS})\s+"
_POINT = rf"(?:(?:{_DAYS}|(?:{_PART})?{_DATE}|{_PART}(?:(?:la\s+|l['’])?(?:{PARTS})\s+)?))?{_Y}"
_PRECISE = rf"(?:{_DAYS}|(?:{_PART})?{_DATE}|{_PART}){_Y}"
_NUMERIC = rf"(?<![\d./-])(?:{DAY}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?|\d{{1,2}}\s?/\s?){_Y}(?![./-]\d)"
_SHORT_NUMERIC = r"(?<![\d./-])(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/\d\d(?![\d./-])"
_ANY = rf"(?:{_POINT}(?:\s?[{DASH}/]\s?{_Y})?|{_NUMERIC})"
_ISO = rf"(?<![\d./-])({YEAR})-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d/-])"
_DECADE = (
    rf"(?:années\s+(?:(?:1[89]|20)?\d0(?:(?:\s?[-–]\s?|\s(?:à|et|aux?)\s(?:années\s)?)(?:1[89]|20)?\d0)?(?!\d)"
    rf"|(?:{'|'.join(DECADES)})(?!\w))|décennie\s+(?:1[89]|20)\d0(?!\d|\s?[{DASH}/]))"
)
_CENTURY = (
    rf"(?<!\w)(?:{CENTURY})(?:(?:\s?-\s?|\s+(?:et|à|au|ou)\s+(?:le\s+|du\s+)?)(?:{CENTURY}))?"
    rf"\s+(?:siècles?(?!\w)|s\.)(?!\s+av)"
)
HAS_YEAR = re.compile(_Y)
_I = re.IGNORECASE


def _years(text: str) -> list[int]:
    return [int(y) for y in HAS_YEAR.findall(text)]


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
    decades = decades or [DECADES[text.lower().split()[-1]]]
    return decades[0], max(decades) + 9


def _since_age(text: str) -> Bounds:
    return _age(text)[0], None


def _until_age(text: str) -> Bounds:
    return None, _age(text)[1]


def _age(text: str) -> Bounds:
    return _decade(text) if re.search("ann|déc", text, _I) and _DECADES.search(text) else _century(text)


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
CASES: Sequence[tuple[str, str, Callable[[str], Bounds]]] = (
    ("decade", _DECADE, _decade),
    ("century", _CENTURY, _century),
    (
        "since_age",
        rf"\b(?:{SINCE})\s+(?:le\s+début\s+|le\s+milieu\s+|la\s+fin\s+)?(?:les\s+|des\s+|le\s+|du\s+)?(?:{_DECADE}|{_CENTURY})",
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
    ("range", rf"(?:(?:{PARTS})\s+)?{_Y}\s?[{DASH}/→>]\s?{_Y}(?:\s?[{DASH}/]\s?{_Y})*", _both),
    ("bare_range", rf"{_Y}\s+à\s+{_Y}", _both),
    ("date_range", rf"\b(?:{_PRECISE}|{_NUMERIC})\s?[{DASH}]\s?(?:{_PRECISE}|{_NUMERIC})", _both),
    ("short_range", rf"(?:\b(?:{PARTS})\s+)?{_Y}\s?[{DASH}/]\s?\d\d(?![\d./-])", _short_range),
    ("since", rf"(?<!\w)(?:{SINCE})\s*{FILLER}{_ANY}", _since),
    ("until", rf"(?<!\w)(?:{UNTIL}){FILLER}{_ANY}", _until),
    ("numeric", _NUMERIC, _both),
    ("short_numeric", _SHORT_NUMERIC, _short_date),
    ("iso", _ISO, _both),
    ("point", rf"\b{_POINT}|{_Y}", _both),
)
_DECADES = re.compile(_DECADE, _I)
_ORDINAL = re.compile(rf"(?<!\w)(?:{CENTURY})(?!\w)", _I)
