"""Sums with what the text around says of them: their role and who pays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.amounts.funders import Funders
from pipeline.extract.amounts.payers import Payers
from pipeline.extract.amounts.roles import role_of
from pipeline.extract.amounts.tables import titles_of
from pipeline.types import Amount, PartnerMention, Passage
from pipeline.units import Unit

_BACK, _AHEAD = 200, 90


def with_context(
    text: str,
    amounts: Sequence[Amount],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    mentions: Sequence[PartnerMention],
) -> list[Amount]:
    """The sums with role and payer."""
    payers, titles = Payers(text, mentions), titles_of(passages)
    funders = Funders(payers, passages)
    starts = [u.start for u in units]
    found: list[Amount] = []
    for i, amount in enumerate(amounts):
        unit = units[max(0, bisect_right(starts, amount.start) - 1)]
        first = max(unit.start, amount.start - _BACK)
        last = max(amount.end, min(unit.end, amount.end + _AHEAD))
        if i + 1 < len(amounts):
            last = min(last, max(amount.end, amounts[i + 1].start))
        between = max(first, amounts[i - 1].end) if i else first
        before, between_sums, after = text[first : amount.start], text[between : amount.start], text[amount.end : last]
        role = role_of(before, between_sums, after, _title(titles, amount, unit), amount)
        row = unit.kind == "table_row"
        payer = (
            (funders.of(unit.passage, amount.start) if row else None)
            or payers.of(amount.start, amount.end, between, last, row)
            or payers.of(amount.start, amount.end, first, last, row)
        )
        found.append(replace(amount, role=role, payer=payer))
    return found


def _title(titles: Mapping[int, list[str]], amount: Amount, unit: Unit) -> str:
    """The header of the sum's column, else the lead-in of its list or the heading above."""
    if unit.kind != "table_row":
        return unit.lead or (unit.heading if len(unit.text) < 80 else "")
    row = titles.get(unit.passage, [])
    column = unit.text[: amount.start - unit.start].count("|")
    return row[column] if column < len(row) else ""
