"""The currency of a sum, its multiplier, and what one unit is paid for."""

from __future__ import annotations

import re

from babel import Locale

from pipeline.extract.amounts.patterns import (
    CENTS,
    CURRENCIES,
    MEASURES,
    MULTIPLIERS,
    NAMED,
    PER,
    PER_ADJECTIVE,
    SPANS_OF_TIME,
)
from pipeline.extract.numbers import SPACE

_I = re.IGNORECASE


def _named_in_full() -> list[tuple[str, str]]:
    """ "dinars tunisiens" → TND: what Babel calls the currencies whose noun alone would be ambiguous."""
    french = Locale.parse("fr")
    found = []
    for code, name in ((str(code), str(name).lower()) for code, name in french.currencies.items()):
        if re.fullmatch(r"[a-zà-öø-ÿ]+ [a-zà-öø-ÿ-]+", name) and name.split()[0] in NAMED:
            noun, people = name.split()
            found.append((rf"{noun}s?\s{people}s?\b", code))
    return found


_ALL = (*CURRENCIES, *_named_in_full())
CURRENCY = "|".join(c for c, _ in _ALL)
MULTIPLIER = "|".join(m for m, _ in MULTIPLIERS)
_UNIT = "|".join(re.escape(p) for p in sorted(PER, key=len, reverse=True))
_FEMININE = r"(?:[.·]e|\(e\))?(?:[.·]?s|\(s\))?(?![\w])"
_PER_AFTER = re.compile(
    rf"(?:{SPACE}?(?:HT|TTC|H\.T\.|T\.T\.C\.)(?!\w))?"
    rf"(?:{SPACE}?(?:/{SPACE}?|(?:par|chaque|pour{SPACE}chaque){SPACE})(?P<per>{_UNIT}){_FEMININE}"
    rf"(?:{SPACE}(?:et{SPACE})?par{SPACE}(?P<second>{_UNIT}){_FEMININE}|{SPACE}?/{SPACE}?(?P<slashed>{_UNIT}){_FEMININE})?"
    rf"|{SPACE}(?:de{SPACE})?(?:l['’]|(?:du|la|le){SPACE})(?P<article>{'|'.join(MEASURES)})(?!\w)"
    rf"|{SPACE}(?:bruts?{SPACE}|nets?{SPACE})?(?P<adjective>{'|'.join(PER_ADJECTIVE)})(?:le)?s?(?!\w))",
    _I,
)
_FACTORS = [(re.compile(pattern, _I), factor) for pattern, factor in MULTIPLIERS]
_CODES = [(re.compile(pattern, _I), code) for pattern, code in _ALL]
_CENTS = re.compile(CENTS, _I)


def paid_for(text: str, end: int) -> tuple[str | None, int]:
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


def factor_of(written: str | None) -> float:
    """Of a multiplier as written; 1 without one."""
    if not written:
        return 1.0
    return next(factor for pattern, factor in _FACTORS if pattern.fullmatch(written))


def code_of(written: str) -> str:
    """ISO 4217 of a currency as written."""
    return next(code for pattern, code in _CODES if pattern.match(written))


def unit_of(written: str) -> float:
    """What one of the written currency is worth in the unit of its code: 0.01 for a "centime"."""
    return 0.01 if _CENTS.match(written) else 1.0
