"""What a sum of money is to those who pay or receive it, where the text says it.

Told by the nearest word of money: one right after the sum ("20 000 € de subvention"), else the last before it in
its sentence and after the sum before, else the header of its column or the title of its table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.amounts.role_patterns import AFTER_WORDS, PRICED, ROLE_WORDS
from pipeline.types import Amount, Role

_I = re.IGNORECASE


def _either(words: Mapping[str, Sequence[str]]) -> str:
    return "|".join(f"(?P<{role}>{'|'.join(sorted(stems, key=len, reverse=True))})" for role, stems in words.items())


_WORD = re.compile(rf"(?<!\w)(?:{_either(ROLE_WORDS)})", _I)
_AFTER = re.compile(rf"\s?(?:(?:HT|TTC)\s)?(?:sont\s|ont\sété\s|de\s|d['’]|en\s)?(?:{_either(AFTER_WORDS)})(?!\w)", _I)
# "dont 180 000 € de l'État": a share somebody else brings.
_PART = re.compile(r"(?<!\w)(?:dont|et|,)\s(?:\w+\s)?$")
_FROM = re.compile(r"\s?(?:HT\s|TTC\s)?(?:de\sl['’]|de\sla\s|du\s|apporté|versé|financé)\w")
_TAXED = re.compile(r"\s?(?:HT|TTC|H\.T|T\.T\.C)(?!\w)")


def role_of(before: str, between: str, after: str, title: str, amount: Amount) -> Role | None:
    """The role of a sum: ``before`` is its sentence up to it, ``between`` what of that follows the sum before.

    ``title`` is the header of its column and what stands above its table.
    """
    if _PART.search(between) and _FROM.match(after):
        return "cofinancing"
    found = _AFTER.match(after)
    if found:
        return _named(found)
    told = _last(between) or _last(title) or _last(before)
    if told is None and amount.per in PRICED:
        return "price"
    if told is None and _TAXED.match(after):
        return "cost"
    return told


def _last(words: str) -> Role | None:
    found = None
    for match in _WORD.finditer(words):
        found = match
    return _named(found) if found else None


def _named(match: re.Match[str]) -> Role:
    return match.lastgroup  # type: ignore[return-value]
