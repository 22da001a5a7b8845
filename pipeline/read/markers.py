"""Bullets and numbers in front of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.read.marks import BULLETS, PRIVATE_USE

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}{PRIVATE_USE}]|o(?=\s))(?:\s+|$)|[{PRIVATE_USE}•●▪■➢✓✔►]\s*")
_NUMBER = re.compile(r"(?P<number>\d{1,3}|[IVX]{1,5}|[a-zA-Z])(?:(?P<stop>\s?[.)°]|\s?[/]|\s?-)(?:[.)/-]*)(?:\s+|$))")
_SUBNUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\)?\s+(?=\D)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its marker: ``bullet`` or ``number`` says what stood there."""

    body: str
    bullet: str = ""
    number: str = ""

    @property
    def is_item(self) -> bool:
        return bool(self.bullet or self.number)


def split_marker(text: str) -> Marked:
    """ "- 1 / Riga" → body "Riga", bullet "-", number "1"."""
    bullet = ""
    if match := _BULLET.match(text):
        bullet, text = match.group().strip(), text[match.end() :]
    body, number = split_number(text)
    return Marked(body, bullet, number)


def split_number(text: str) -> tuple[str, str]:
    """ "24- Achat" → ("Achat", "24"); a letter needs a bracket or full stop: "a) …"."""
    if match := _SUBNUMBER.match(text):
        return text[match.end() :], match.group().strip().rstrip(".)")
    match = _NUMBER.match(text)
    if match is None:
        return text, ""
    number, stop = match["number"], match["stop"].strip()
    if number.isalpha() and (stop not in ").-" or _is_initial(number, stop)):
        return text, ""
    return text[match.end() :], number


def _is_initial(number: str, stop: str) -> bool:
    """ "M. Dupont", "A - " are no numbers; "a)", "A)", "IV." and "I -" are."""
    if stop == ")":
        return False
    return set(number) - set("IVX") != set() or number == "M"


def value(number: str) -> int | None:
    """Its place in a list: "3" → 3, "b" → 2; None for others."""
    if number.isdigit():
        return int(number)
    if len(number) == 1 and number.lower() in "abcdefgh":
        return ord(number.lower()) - ord("a") + 1
    return _roman(number)


def _roman(number: str) -> int | None:
    worth = {"I": 1, "V": 5, "X": 10}
    if not number or set(number) - set(worth):
        return None
    values = [worth[c] for c in number]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
