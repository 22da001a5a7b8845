"""Passages → units, the things that are classified: sentences, list items, headings, table rows.

A unit knows what a reader has in mind when reaching it: the headings above, the lead-in of its
list, what stands before and after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline import sentences
from pipeline.document import HEADING_SEPARATOR
from pipeline.types import BlockKind, Passage

_LEAD_END = re.compile(
    r"[:…]\s*$|\.\.\.\s*$"
    r"|(?:\b(?:afin de|aux?|ci-après|ci-dessous|de|des|en|notamment|par|pour|suivante?s?|sur|à)|\bd['’])\s*$"
)
"""A mark that announces the list, or a word that leaves the sentence open: "La Ville s'engage à"."""
_WHOLE = {"heading", "table_row", "caption"}


@dataclass(frozen=True, slots=True)
class Unit:
    start: int
    end: int
    text: str
    passage: int
    kind: BlockKind
    level: int
    rank: int
    """0 for the first unit of its passage."""
    heading: str
    """The innermost heading above."""
    headings: str
    lead: str
    """The sentence that introduces the list the unit belongs to, or ""."""
    lead_unit: int | None
    """Index of that sentence among the document's units."""

    @property
    def answers_lead(self) -> bool:
        """Whether it completes its lead-in: the first unit of an item; what follows in the item stands by itself."""
        return self.lead_unit is not None and not self.rank


Bounds = list[tuple[int, int]]


def split_passage(passage: Passage) -> Bounds:
    """Half-open offsets, within the passage, of its units."""
    return [(0, len(passage.text))] if passage.kind in _WHOLE else sentences.split(passage.text)


def units_of(passages: Sequence[Passage], bounds_of: Callable[[Passage], Bounds] = split_passage) -> list[Unit]:
    """Units of a document in reading order."""
    units: list[Unit] = []
    lead: int | None = None
    for passage in passages:
        if passage.kind != "list_item":
            lead = None
        for rank, (start, end) in enumerate(bounds_of(passage)):
            units.append(_unit(passage, start, end, rank, units, lead))
        if passage.kind != "list_item" and _LEAD_END.search(passage.text):
            lead = len(units) - 1
    return units


def _unit(passage: Passage, start: int, end: int, rank: int, units: list[Unit], lead: int | None) -> Unit:
    return Unit(
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        passage=passage.position,
        kind=passage.kind,
        level=passage.level,
        rank=rank,
        heading=passage.heading.rsplit(HEADING_SEPARATOR, 1)[-1],
        headings=passage.heading,
        lead=units[lead].text if lead is not None else "",
        lead_unit=lead,
    )


def only(units: Sequence[Unit], keep: Sequence[int]) -> list[Unit]:
    """The units of those indices, their lead-ins renumbered (None where the lead-in is left out)."""
    places = {old: new for new, old in enumerate(keep)}
    return [replace(units[i], lead_unit=places.get(units[i].lead_unit)) for i in keep]  # type: ignore[arg-type]
