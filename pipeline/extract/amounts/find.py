"""Find sums of money and give them a value. The rules are those of annotations/GUIDELINES.md, "Amount".

Every sum has a currency, so only the surroundings of currencies are read. There a sum is a quantity
(in figures or words) before its currency, the two ends of a range before one, or figures after one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.amounts.patterns import LABEL, SIGN
from pipeline.extract.amounts.tables import find_listed_amounts, find_table_amounts
from pipeline.extract.amounts.units import CURRENCY, MULTIPLIER, code_of, factor_of, paid_for, unit_of
from pipeline.extract.numbers import FIGURE, HALF, IN_WORDS, SCALES, SPACE, figure_value, words_value
from pipeline.extract.windows import windows
from pipeline.types import Amount, Passage

_I = re.IGNORECASE
_BEFORE_SIGN, _AFTER_SIGN = 160, 60
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?"
_OF = r"(?:\s?(?:d['’]\s?|de\s))?"


def _quantity(name: str) -> str:
    """A number with the groups ``<name>figure`` and ``<name>mult``, or ``<name>words``."""
    return (
        rf"(?P<{name}>(?P<{name}figure>{FIGURE})(?:{SPACE}?(?P<{name}mult>{MULTIPLIER})"
        rf"(?:(?P<{name}half>{HALF})|{SPACE}(?P<{name}rest>\d{{1,3}}{SPACE}\d{{3}}))?)?"
        rf"|\b(?P<{name}words>{IN_WORDS}))"
    )


_RANGE_WORD = rf"(?:{SPACE}(?:à|(?P<et>et|ou)){SPACE}|{SPACE}?(?P<dash>[-–—]){SPACE}?)"
_SUM = re.compile(
    rf"(?<!\w)(?<!\d[.,/])(?<!\w[-–])"
    rf"(?:(?P<lead>(?:(?P<entre>entre)|de){SPACE})?{_quantity('low')}(?:{SPACE}?{_OF}(?P<lowcur>{CURRENCY}))?{_RANGE_WORD})?"
    rf"{_quantity('high')}(?:{_OF}|\s?)(?P<currency>{CURRENCY})(?P<cents>\d\d(?!\d)|\s\d\d(?=\s?(?:[;:).]|,\s|$|par\s|l['’]|la\s|le\s|pour\s)))?",
    _I,
)
_CURRENCY_FIRST = re.compile(
    rf"(?<!\w)(?<!\ben\s)(?P<currency>(?-i:EUR|USD|GBP|CHF)|€|\$|£)\s?"
    rf"(?:(?<=[$£D P])(?P<english>{_ENGLISH})|(?P<figure>{FIGURE}))(?:\s?(?P<mult>{MULTIPLIER})(?!\w))?(?!-?\d)",
    _I,
)
_TWICE = re.compile(
    rf"(?<![\w.,])(?P<one>{FIGURE}|{IN_WORDS})\s?\((?P<other>{FIGURE}|{IN_WORDS})\)\s?(?:d['’]\s?)?(?P<currency>{CURRENCY})",
    _I,
)
_LABELLED = re.compile(
    rf"\((?:en\s)?(?:(?P<mult>{MULTIPLIER})\s?(?:d['’]\s?|de\s)?)?(?P<currency>{CURRENCY})[^()\n]{{0,12}}\)\s?[:=]\s?"
    rf"(?P<figure>{FIGURE})(?!\s?(?:%|{CURRENCY}))",
    _I,
)
_NOT_A = re.compile(r"(?<!\w)(?:aucun|pas|plus)\s$", _I)
_THOUSANDS = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?:,\d\d)?"
_LISTED = re.compile(rf"(?:(?<![\d,.])(?<!\d{SPACE}){_THOUSANDS},\s){{1,12}}$")
_SIGN = re.compile(SIGN)
_LABEL = re.compile(LABEL, _I)


def find_amounts(text: str, passages: Sequence[Passage] = ()) -> list[Amount]:
    """Sums of money of a text, and of the tables among its passages, in reading order; none overlap."""
    found: list[Amount] = []
    elsewhere = (*find_table_amounts(passages), *find_listed_amounts(passages))
    for amount in sorted((*_candidates(text), *elsewhere), key=lambda a: (a.start, -a.end)):
        if not found or (amount.start >= found[-1].end and not _repeats(text, found[-1], amount)):
            found.append(amount)
    return found


def _repeats(text: str, before: Amount, amount: Amount) -> bool:
    """ "cent mille euros (100 000 €)": the same sum written twice."""
    same = (before.value, before.currency) == (amount.value, amount.currency)
    return same and text[before.end : amount.start].strip() == "(" and text.startswith(")", amount.end)


def _candidates(text: str) -> Iterator[Amount]:
    for start, end in windows(text, _SIGN, _BEFORE_SIGN, _AFTER_SIGN):
        for match in _SUM.finditer(text, start, end):
            yield from _sums(text, match)
        for match in _TWICE.finditer(text, start, end):
            yield from _written_twice(text, match)
        for match in _LABELLED.finditer(text, start, end):
            worth = figure_value(match["figure"]) * factor_of(match["mult"]) * unit_of(match["currency"])
            yield _amount(text, match.start("figure"), match.end(), worth, match["currency"])
        for match in _CURRENCY_FIRST.finditer(text, start, end):
            value = float(match["english"].replace(",", "")) if match["english"] else figure_value(match["figure"])
            yield _amount(text, match.start(), match.end(), value * factor_of(match["mult"]), match["currency"])


def _written_twice(text: str, match: re.Match[str]) -> Iterator[Amount]:
    """ "vingt mille (20 000) euros": one sum, if both say the same."""
    one, other = (figure_value(w) if w[0].isdigit() else words_value(w) for w in (match["one"], match["other"]))
    if one is not None and one == other:
        yield _amount(text, match.start(), match.end(), one, match["currency"])


def _sums(text: str, match: re.Match[str]) -> Iterator[Amount]:
    """The sum of a match, its range, or its two sums where "low … high" is no range."""
    value, low = _value(match, "high"), _value(match, "low") if match["low"] else None
    joined = words_value(text[match.start("low") : match.end("high")]) if _may_be_one(match) else None
    if joined is not None:
        yield _amount(text, match.start("low"), match.end(), joined, match["currency"])
        return
    if value is None or (
        match["highwords"] and _NOT_A.search(text, max(0, match.start("high") - 8), match.start("high"))
    ):
        return
    if match["cents"] and "," not in match["high"]:
        value += int(match["cents"]) / 100
    value *= unit_of(match["currency"])
    if low is not None and _is_range(text, match, low, value):
        start = match.start("low") if match["dash"] else match.start()
        yield _amount(text, start, match.end(), low, match["currency"], value)
        return
    if low is not None and match["lowcur"]:
        yield _amount(text, match.start("low"), match.end("lowcur"), low, match["lowcur"])
    elif low is not None and match["et"] and re.fullmatch(_THOUSANDS, match["low"]):
        yield from _listed(text, match.start("low"), match["currency"])
        yield _shared(text, match.start("low"), match.end("low"), match["currency"])
    yield _amount(text, match.start("high"), match.end(), value, match["currency"])


def _listed(text: str, end: int, currency: str) -> Iterator[Amount]:
    """ "5 000, 8 000 et 12 000 €": the sums before the last "et", which share its currency."""
    chain = _LISTED.search(text, max(0, end - _BEFORE_SIGN), end)
    if chain:
        for figure in re.finditer(_THOUSANDS, chain.group()):
            yield _shared(text, chain.start() + figure.start(), chain.start() + figure.end(), currency)


def _shared(text: str, start: int, end: int, currency: str) -> Amount:
    return Amount(start, end, text[start:end], round(figure_value(text[start:end]), 2), code_of(currency))


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
    unit, end = paid_for(text, end)
    high = None if maximum is None else round(maximum, 2)
    return Amount(start, end, text[start:end], round(value, 2), code_of(currency), high, unit)


def _value(match: re.Match[str], name: str) -> float | None:
    """The quantity of that name; the low end of a range borrows the multiplier of the high one."""
    words = match[f"{name}words"]
    if words:
        value = words_value(words)
        return value * _borrowed(match) if value is not None and name == "low" and _is_bare(words) else value
    own = match[f"{name}mult"]
    half = 0.5 if match[f"{name}half"] else 0.0
    rest = figure_value(match[f"{name}rest"]) if match[f"{name}rest"] else 0.0
    factor = _borrowed(match) if name == "low" and not own else factor_of(own)
    return (figure_value(match[f"{name}figure"]) + half) * factor + rest


def _borrowed(match: re.Match[str]) -> float:
    """ "de 2 à 3 millions d'euros": 1e6. The low end has a currency of its own: 1."""
    if match["lowcur"]:
        return 1.0
    if match["highwords"]:
        last = re.split(r"[\s-]", match["highwords"].lower())[-1].rstrip("s")
        return SCALES.get(last, 1.0) if last != "mille" else 1e3
    return factor_of(match["highmult"])


def _is_bare(words: str) -> bool:
    return not re.search(r"mill(?:e|ier|ion|iard)", words, _I)
