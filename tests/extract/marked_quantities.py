"""Sentences with what they hold between double brackets: ``[[125 500 €|125500]]``, ``[[depuis 2012|2012..]]``.

``marked_*`` give the bare sentence and its gold, ``found_*`` what the extractors find, in the form of the gold.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.extract.amounts import find_amounts
from pipeline.extract.periods import find_periods

SAID = {"way": "direction", "per": "per", "from": "baseline_value", "base": "baseline_year", "by": "target_year"}
"""What is said of an indicator → its attribute."""
_AMOUNT = re.compile(
    r"\[\[(?P<text>[^|\]]+)\|(?P<value>[\d.]+?)(?:\.\.(?P<max>[\d.]+))?(?: (?P<cur>[A-Z]{3}))?(?:/(?P<per>[^\]]+))?\]\]"
)
_PERIOD = re.compile(r"\[\[(?P<text>[^|\]]+)\|(?P<start>\d+)?(?P<dots>\.\.)?(?P<end>\d+)?\]\]")
_INDICATOR = re.compile(
    r"\[\[(?P<text>[^|\]]+)\|(?P<value>[\d.]+?)(?:\.\.(?P<max>[\d.]+))?(?P<more>(?:\|\w+=[^|\]]+)*)\]\]"
)


def lines(*blocks: str) -> list[str]:
    return [line for block in blocks for line in block.splitlines() if line]


def marked_amounts(marked: str) -> tuple[str, list[tuple]]:
    """Gold: (start, text, value, max, currency, per)."""
    return _unmarked(marked, _AMOUNT, lambda m: (float(m["value"]), _high(m), m["cur"] or "EUR", m["per"]))


def found_amounts(text: str) -> list[tuple]:
    return [(a.start, a.text, a.value, a.max_value, a.currency, a.per) for a in find_amounts(text)]


def marked_periods(marked: str) -> tuple[str, list[tuple]]:
    """Gold: (start, text, start year, end year)."""

    def years(m: re.Match[str]) -> tuple:
        first, final = (int(m[k]) if m[k] else None for k in ("start", "end"))
        return first, final if m["dots"] else first

    return _unmarked(marked, _PERIOD, years)


def found_periods(text: str) -> list[tuple]:
    taken = [(a.start, a.end) for a in find_amounts(text)]
    return [(p.start, p.text, p.start_year, p.end_year) for p in find_periods(text, taken)]


def marked_indicators(marked: str) -> tuple[str, list[tuple]]:
    """Gold: (start, text, value, max, unit, counted, what else is said: of ``SAID``, as text)."""

    def quantity(m: re.Match[str]) -> tuple:
        said = dict(pair.split("=") for pair in m["more"].split("|")[1:])
        return float(m["value"]), _high(m), said.pop("unit", None), said.pop("counted", None), said

    return _unmarked(marked, _INDICATOR, quantity)


def as_said(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _unmarked(marked: str, mark: re.Pattern[str], gold: Callable[[re.Match[str]], tuple]) -> tuple[str, list[tuple]]:
    found, text, last = [], "", 0
    for m in mark.finditer(marked):
        text += marked[last : m.start()]
        found.append((len(text), m["text"], *gold(m)))
        text += m["text"]
        last = m.end()
    return text + marked[last:], found


def _high(m: re.Match[str]) -> float | None:
    return float(m["max"]) if m["max"] else None
