"""Find sums of money and give them a value. The rules are those of annotations/GUIDELINES.md, "Amount".

Every sum has a currency, so only the surroundings of currencies are read. There a sum is a quantity
(in figures or words) before its currency, the two ends of a range before one, or figures after one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.amounts.patterns import (
    CURRENCIES,
    LABEL,
    MEASURES,
    MULTIPLIERS,
    PER,
    PER_ADJECTIVE,
    SIGN,
    SPANS_OF_TIME,
)
from pipeline.extract.numbers import FIGURE, HALF, IN_WORDS, SCALES, SPACE, figure_value, words_value
from pipeline.extract.windows import windows
from pipeline.types import Amount

_I = re.IGNORECASE
_BEFORE_SIGN, _AFTER_SIGN = 160, 60
_CURRENCY = "|".join(c for c, _ in CURRENCIES)
_MULTIPLIER = "|".join(m for m, _ in MULTIPLIERS)
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?"
_OF = r"(?:\s?(?:d['’]\s?|de\s))?"


def _quantity(name: str) -> str:
    """A number with the groups ``<name>figure`` and ``<name>mult``, or ``<name>words``."""
    return (
        rf"(?P<{name}>(?P<{name}figure>{FIGURE})(?:{SPACE}?(?P<{name}mult>{_MULTIPLIER})"
        rf"(?:(?P<{name}half>{HALF})|{SPACE}(?P<{name}rest>\d{{1,3}}{SPACE}\d{{3}}))?)?"
        rf"|\b(?P<{name}words>{IN_WORDS}))"
    )


_RANGE_WORD = rf"(?:{SPACE}(?:à|(?P<et>et|ou)){SPACE}|{SPACE}?(?P<dash>[-–—]){SPACE}?)"
_SUM = re.compile(
    rf"(?<!\w)(?<!\d[.,/])(?<!\w[-–])"
    rf"(?:(?P<lead>(?:(?P<entre>entre)|de){SPACE})?{_quantity('low')}(?:{SPACE}?{_OF}(?P<lowcur>{_CURRENCY}))?{_RANGE_WORD})?"
    rf"{_quantity('high')}(?:{_OF}|\s?)(?P<currency>{_CURRENCY})(?P<cents>\d\d(?!\d))?",
    _I,
)
_CURRENCY_FIRST = re.compile(
    rf"(?<!\w)(?<!\ben\s)(?P<currency>(?-i:EUR|USD|GBP|CHF)|€|\$|£)\s?"
    rf"(?:(?<=[$£D P])(?P<english>{_ENGLISH})|(?P<figure>{FIGURE}))(?:\s?(?P<mult>{_MULTIPLIER})(?!\w))?",
    _I,
)
_UNIT = "|".join(re.escape(p) for p in sorted(PER, key=len, reverse=True))
_FEMININE = r"(?:[.·]e|\(e\))?(?:[.·]?s|\(s\))?(?![\w])"
_PER_AFTER = re.compile(
    rf"(?:{SPACE}?(?:HT|TTC|H\.T\.|T\.T\.C\.)(?!\w))?"
    rf"(?:{SPACE}?(?:/{SPACE}?|(?:par|chaque){SPACE})(?P<per>{_UNIT}){_FEMININE}"
    rf"(?:{SPACE}(?:et{SPACE})?par{SPACE}(?P<second>{_UNIT}){_FEMININE}|/{SPACE}?(?P<slashed>{_UNIT}){_FEMININE})?"
    rf"|{SPACE}(?:de{SPACE})?(?:l['’]|(?:du|la|le){SPACE})(?P<article>{'|'.join(MEASURES)})(?!\w)"
    rf"|{SPACE}(?P<adjective>{'|'.join(PER_ADJECTIVE)})(?:le)?s?(?!\w))",
    _I,
)
_SIGN = re.compile(SIGN)
_LABEL = re.compile(LABEL, _I)
_FACTORS = [(re.compile(pattern, _I), factor) for pattern, factor in MULTIPLIERS]
_CODES = [(re.compile(pattern, _I), code) for pattern, code in CURRENCIES]


def find_amounts(text: str) -> list[Amount]:
    """Sums of money of a text in reading order; none overlap."""
    found: list[Amount] = []
    for amount in sorted(_candidates(text), key=lambda a: (a.start, -a.end)):
        if not found or amount.start >= found[-1].end:
            found.append(amount)
    return found


def _candidates(text: str) -> Iterator[Amount]:
    for start, end in windows(text, _SIGN, _BEFORE_SIGN, _AFTER_SIGN):
        for match in _SUM.finditer(text, start, end):
            yield from _sums(text, match)
        for match in _CURRENCY_FIRST.finditer(text, start, end):
            value = float(match["english"].replace(",", "")) if match["english"] else figure_value(match["figure"])
            yield _amount(text, match.start(), match.end(), value * _factor(match["mult"]), match["currency"])


def _sums(text: str, match: re.Match[str]) -> Iterator[Amount]:
    """The sum of a match, its range, or its two sums where "low … high" is no range."""
    value, low = _value(match, "high"), _value(match, "low") if match["low"] else None
    joined = words_value(text[match.start("low") : match.end("high")]) if _may_be_one(match) else None
    if joined is not None:
        yield _amount(text, match.start("low"), match.end(), joined, match["currency"])
        return
    if value is None:
        return
    if match["cents"] and "," not in match["high"]:
        value += int(match["cents"]) / 100
    if low is not None and _is_range(text, match, low, value):
        start = match.start("low") if match["dash"] else match.start()
        yield _amount(text, start, match.end(), low, match["currency"], value)
        return
    if low is not None and match["lowcur"]:
        yield _amount(text, match.start("low"), match.end("lowcur"), low, match["lowcur"])
    yield _amount(text, match.start("high"), match.end(), value, match["currency"])


def _may_be_one(match: re.Match[str]) -> bool:
    """ "vingt et un", "quatre-vingt-dix-sept": what looks like two ends may be one number in words."""
    return bool(match["lowwords"] and match["highwords"] and not match["lowcur"] and (match["et"] or match["dash"]))


def _is_range(text: str, match: re.Match[str], low: float, high: float) -> bool:
    """False for "500 € et 800 €", "porté en 2023 à 15 000 €", "lot 3 - 15 000 €"."""
    if low >= high or (match["et"] and not match["entre"]):
        return False
    if match["lowcur"]:
        return True
    written = match["low"]
    if written.isdigit() and 1950 <= int(written) <= 2050 and int(written) % 50:
        return False
    if match["dash"] and low * 20 < high:
        return False
    return not _LABEL.search(text, max(0, match.start("low") - 15), match.start("low"))


def _amount(text: str, start: int, end: int, value: float, currency: str, maximum: float | None = None) -> Amount:
    unit, end = _per(text, end)
    high = None if maximum is None else round(maximum, 2)
    return Amount(start, end, text[start:end], round(value, 2), _code(currency), high, unit)


def _per(text: str, end: int) -> tuple[str | None, int]:
    """What a sum that ends there is paid for, and where those words end."""
    match = _PER_AFTER.match(text, end)
    if match is None:
        return None, end
    if match["article"]:
        return PER[match["article"].lower()], match.end()
    if match["adjective"]:
        return PER_ADJECTIVE[match["adjective"].lower()], match.end()
    first, second = PER[match["per"].lower()], match["second"] or match["slashed"]
    return (PER[second.lower()] if second and first in SPANS_OF_TIME else first), match.end()


def _value(match: re.Match[str], name: str) -> float | None:
    """The quantity of that name; the low end of a range borrows the multiplier of the high one."""
    words = match[f"{name}words"]
    if words:
        value = words_value(words)
        return value * _borrowed(match) if value is not None and name == "low" and _is_bare(words) else value
    own = match[f"{name}mult"]
    half = 0.5 if match[f"{name}half"] else 0.0
    rest = figure_value(match[f"{name}rest"]) if match[f"{name}rest"] else 0.0
    factor = _borrowed(match) if name == "low" and not own else _factor(own)
    return (figure_value(match[f"{name}figure"]) + half) * factor + rest


def _borrowed(match: re.Match[str]) -> float:
    """ "de 2 à 3 millions d'euros": 1e6. The low end has a currency of its own: 1."""
    if match["lowcur"]:
        return 1.0
    if match["highwords"]:
        last = re.split(r"[\s-]", match["highwords"].lower())[-1].rstrip("s")
        return SCALES.get(last, 1.0) if last != "mille" else 1e3
    return _factor(match["highmult"])


def _is_bare(words: str) -> bool:
    return not re.search(r"mill(?:e|ier|ion|iard)", words, _I)


def _factor(written: str | None) -> float:
    if not written:
        return 1.0
    return next(factor for pattern, factor in _FACTORS if pattern.fullmatch(written))


def _code(written: str) -> str:
    return next(code for pattern, code in _CODES if pattern.match(written))
