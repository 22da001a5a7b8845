"""Find sums of money and give them a value. The rules are those of annotations/GUIDELINES.md, "Amount"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text_to_num import text2num

from pipeline.extract.amounts.patterns import CURRENCIES, MULTIPLIERS, PER
from pipeline.types import Amount

_SPACE = r"[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d)|\.\d{{3}}(?![\d]))+(?:,\d+)?|\d+(?:[.,]\d+)?"
_CURRENCY = "|".join(c for c, _ in CURRENCIES)
_MULTIPLIER = "|".join(m for m, _ in MULTIPLIERS)
_NOT_INSIDE = r"(?<![\w.,/-])(?<!\d[ \u00a0\u202f])"
_RANGE_WORD = rf"{_SPACE}?(?:à|(?P<et>et|ou)(?={_SPACE})|-|–){_SPACE}?"
_BETWEEN = re.compile(r"\bentre\s+$", re.IGNORECASE)
_PER = "|".join(re.escape(p) for p in sorted(PER, key=len, reverse=True))

_AFTER = re.compile(
    rf"{_NOT_INSIDE}(?:(?P<low>{_NUMBER}){_SPACE}?(?P<lowmult>{_MULTIPLIER})?{_SPACE}?(?P<lowcur>{_CURRENCY})?{_RANGE_WORD})?"
    rf"(?P<number>{_NUMBER}|(?<=\w )une?)\s?(?:(?P<mult>{_MULTIPLIER})\s?)?(?P<currency>{_CURRENCY})"
    rf"(?P<cents>\d\d(?!\d))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<currency>(?-i:EUR|USD|GBP|CHF)|€|\$|£)\s?(?P<number>{_NUMBER})(?:\s?(?P<mult>{_MULTIPLIER})(?!\w))?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?P<words>\b(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    rf"vingts?|trente|quarante|cinquante|soixante|septante|nonante|cents?|mille|millions?|milliards?|et|une)"
    rf"(?:[\s-]+|(?=\s?(?:{_CURRENCY}))))+)(?:d['’]\s?|de\s)?(?P<currency>{_CURRENCY})",
    re.IGNORECASE,
)
_PER_AFTER = re.compile(
    rf"(?:{_SPACE}?(?:HT|TTC|H\.T\.|T\.T\.C\.))?{_SPACE}?(?:/{_SPACE}?|(?:par|chaque){_SPACE})(?P<per>{_PER})"
    rf"(?:\.e|·e|\(e\))?s?(?!\w)(?:{_SPACE}(?:et{_SPACE})?(?:/|par){_SPACE}?(?P<per2>{_PER})(?:\.e|·e)?s?(?!\w))?",
    re.IGNORECASE,
)


def find_amounts(text: str) -> list[Amount]:
    """Sums of money of a text in reading order; none overlap."""
    found: list[Amount] = []
    for amount in sorted(_candidates(text), key=lambda a: (a.start, -a.end)):
        if not found or amount.start >= found[-1].end:
            found.append(amount)
    return found


def _candidates(text: str) -> Iterator[Amount]:
    for match in _AFTER.finditer(text):
        yield from _in_figures(text, match)
    for match in _BEFORE.finditer(text):
        value = _number(match["number"]) * _factor(match["mult"])
        yield _amount(text, match.start(), match.end(), value, None, match["currency"])
    for match in _WORDS.finditer(text):
        value = _in_words(match["words"])
        if value is not None:
            yield _amount(text, match.start(), match.end(), value, None, match["currency"])


def _in_figures(text: str, match: re.Match[str]) -> Iterator[Amount]:
    factor = _factor(match["mult"])
    value = _number(match["number"]) * factor
    if match["cents"] and "," not in match["number"]:
        value += int(match["cents"]) / 100
    if match["low"] is None:
        yield _amount(text, match.start(), match.end(), value, None, match["currency"])
        return
    low = _number(match["low"]) * (_factor(match["lowmult"]) if match["lowmult"] else factor)
    between = match["et"] is None or _BETWEEN.search(text, 0, match.start())
    if low < value and between:
        yield _amount(text, match.start(), match.end(), low, value, match["currency"])
    else:  # "500 € et 800 €", "en 2023 et 500 €": not a range
        if match["lowcur"]:
            yield _amount(text, match.start(), match.end("lowcur"), low, None, match["lowcur"])
        yield _amount(text, match.start("number"), match.end(), value, None, match["currency"])


def _amount(text: str, start: int, end: int, value: float, maximum: float | None, currency: str) -> Amount:
    per = _PER_AFTER.match(text, end)
    unit = None
    if per:
        end = per.end()
        unit = PER[per["per"].lower()]
        if unit == "an" and per["per2"]:
            unit = PER[per["per2"].lower()]
    return Amount(start, end, text[start:end], round(value, 2), _code(currency), maximum, unit)


def _number(written: str) -> float:
    """ "1 234,5" → 1234.5; "500.000" → 500000; "2.5" → 2.5; "un" → 1."""
    if written[0].isalpha():
        return 1.0
    compact = re.sub(_SPACE, "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", compact):
        compact = compact.replace(".", "")
    return float(compact.replace(",", "."))


def _in_words(words: str) -> float | None:
    cleaned = re.sub(r"[\s-]+", " ", words.strip().lower())
    try:
        return float(text2num(cleaned, "fr"))
    except ValueError:
        return None


def _factor(written: str | None) -> float:
    if not written:
        return 1.0
    return next(factor for pattern, factor in MULTIPLIERS if re.fullmatch(pattern, written.strip(), re.IGNORECASE))


def _code(written: str) -> str:
    return next(code for pattern, code in CURRENCIES if re.match(pattern, written, re.IGNORECASE))
