"""Which commitment a fact belongs to.

In this order: the statement whose words hold it; the statement a sentence goes on about ("Il est cofinancé
par…"); the only statement of its passage; the lead-in of its list or table, or the item above a sub-item;
for a fact in a lead-in or a heading that is no statement, the one statement it introduces; for a figure or
an item without a sentence of its own, the heading above where that is a statement; for a label of an action
sheet ("Partenaires : …") or a row, the one statement under its heading.

A row has one commitment. What a lead-in says of several items (partners, periods) stands with the first of
them; a sum or a quantity is their total and no single item's, so it stands with none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.owner_words import ACTS, IMPERSONAL, LABELS, TIMES
from pipeline.types import Amount, Commitment, Indicator, PartnerMention, Passage, Period
from pipeline.units import Unit

Fact = PartnerMention | Amount | Period | Indicator
_TOTALS = (Amount, Indicator)
_LONGEST_LABEL = 15
"""Words of a unit that has no sentence of its own: a key figure, a label, an item."""
_GOES_ON = re.compile(
    rf"(?:[-–—•]\s)?(?:(?:Ils?|Elles?)\s(?!(?:{'|'.join(IMPERSONAL)})\b)|(?:Celui|Celle|Ceux|Celles)-ci\b|(?:Cela|Ceci)\b|"
    rf"C['’]est\b|(?:Ce|Cet|Cette|Ces)\s(?!(?:\w+\s)?(?:{'|'.join(TIMES)})\b)|(?:Son|Sa|Ses|Leurs?)\s|"
    rf"(?:Le|La|Les|L['’]|Un|Une|Des)\s?(?:{'|'.join(ACTS)})\b|(?:{'|'.join(LABELS)})s?\b)"
)


class Owners:
    """Looks up the commitment of each fact of one document."""

    def __init__(self, passages: Sequence[Passage], units: Sequence[Unit], commitments: Sequence[Commitment]) -> None:
        self._passages = passages
        self._units = units
        self._starts = [u.start for u in units]
        ids = {c.start: c.id for c in commitments}
        self._stated = [ids.get(u.start) for u in units]
        self._headings = _headings_above(units)

    def of(self, fact: Fact) -> str | None:
        """The id of the commitment the fact belongs to, or None."""
        i = bisect_right(self._starts, fact.start) - 1
        if i < 0:
            return None
        return (
            self._stated[i]
            or self._gone_on_about(i)
            or self._only_of_passage(i, fact)
            or self._introduced_by(i)
            or self._introduces(i, fact)
            or self._under_heading(i)
            or self._only_of_section(i)
        )

    def _gone_on_about(self, i: int) -> str | None:
        """The statement a chain of sentences that begin with "Il", "Ce projet", "Coût :" goes back to."""
        while i > 0 and self._stated[i] is None and _GOES_ON.match(self._units[i].text):
            before, unit = self._units[i - 1], self._units[i]
            if unit.passage - before.passage > 1 or {before.kind, unit.kind} - {"paragraph", "list_item"}:
                return None
            of_a_list = i > 1 and before.kind == self._units[i - 2].kind == "list_item"
            if before.passage != unit.passage and unit.kind != before.kind and of_a_list:
                return None
            i -= 1
        return self._stated[i]

    def _only_of_passage(self, i: int, fact: Fact) -> str | None:
        """A year of the sentence beside is that sentence's own, unless it is a mere label."""
        if isinstance(fact, Period) and not _is_label(self._units[i]):
            return None
        found = [s for s in (self._stated[j] for j in self._of_passage(i)) if s is not None]
        return found[0] if len(found) == 1 else None

    def _of_passage(self, i: int) -> range:
        first, passage = i - self._units[i].rank, self._units[i].passage
        last = i
        while last + 1 < len(self._units) and self._units[last + 1].passage == passage:
            last += 1
        return range(first, last + 1)

    def _introduced_by(self, i: int) -> str | None:
        """The item above a sub-item, the lead-in of the list, or what stands right above the rows of a table."""
        unit = self._units[i]
        if unit.kind == "list_item":
            above = self._item_above(i)
            if above is not None and self._stated[above] is not None:
                return self._stated[above]
            return None if unit.lead_unit is None else self._stated[unit.lead_unit]
        if unit.kind == "table_row":
            while i > 0 and self._units[i].kind == "table_row":
                i -= 1
            title = self._units[i]
            if title.kind in {"heading", "caption"} or title.text.rstrip().endswith(":"):
                return self._stated[i]
        return None

    def _item_above(self, i: int) -> int | None:
        """The first unit of the item a sub-item stands under."""
        level = self._units[i].level
        while i >= 0 and self._units[i].kind == "list_item":
            if self._units[i].level < level and self._units[i].rank == 0:
                return i
            i -= 1
        return None

    def _introduces(self, i: int, fact: Fact) -> str | None:
        """For a lead-in its items' statements, for a heading those below it: the only one, or a shared fact's first."""
        items = [j for j in range(i + 1, len(self._units)) if self._units[j].lead_unit == i]
        found = [s for s in (self._stated[j] for j in items) if s is not None]
        if found and (len(found) == 1 or not isinstance(fact, _TOTALS)):
            return found[0]
        if self._units[i].kind != "heading":
            return None
        below = self._below(i)
        return below[0] if len(below) == 1 else None

    def _below(self, i: int) -> list[str]:
        """Statements between a heading and the next."""
        found = []
        for unit, stated in zip(self._units[i + 1 :], self._stated[i + 1 :], strict=True):
            if unit.kind == "heading":
                break
            if stated is not None:
                found.append(stated)
        return found

    def _under_heading(self, i: int) -> str | None:
        above = self._headings[i]
        return self._stated[above] if above is not None and _is_label(self._units[i]) else None

    def _only_of_section(self, i: int) -> str | None:
        """For a label of an action sheet ("Partenaires : …", a row of figures): the one statement under its heading."""
        above, unit = self._headings[i], self._units[i]
        if above is None or not _is_label(unit) or not (unit.kind == "table_row" or _GOES_ON.match(unit.text)):
            return None
        below = self._below(above)
        return below[0] if len(below) == 1 else None


def _is_label(unit: Unit) -> bool:
    """A figure with its label, an item, a row: nothing that is a sentence."""
    words = unit.text.split()
    return unit.kind in {"table_row", "caption"} or (len(words) <= _LONGEST_LABEL and not unit.text.endswith("."))


def _headings_above(units: Sequence[Unit]) -> list[int | None]:
    """For each unit, the index of the nearest heading before it."""
    above: list[int | None] = []
    last: int | None = None
    for i, unit in enumerate(units):
        above.append(last)
        if unit.kind == "heading":
            last = i
    return above
