"""Sums whose currency stands elsewhere: in the header of their column, the label of their row, the title of the table.

"Montant (€)", "Budget (k€)", "en milliers d'euros": the cells below or beside are plain numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.amounts.patterns import MONEY_WORDS, NOT_MONEY
from pipeline.extract.amounts.units import CURRENCY, MULTIPLIER, code_of, factor_of, paid_for, unit_of
from pipeline.extract.grid import PLAIN_NUMBER, Cell, cells_of, rows_below_headers, tables_of, title_of
from pipeline.extract.numbers import FIGURE, figure_value
from pipeline.types import Amount, Passage

_I = re.IGNORECASE
_UNIT = re.compile(
    rf"(?:(?P<mult>{MULTIPLIER})\s?(?:d['’]\s?|de\s)?)?(?P<currency>{CURRENCY})",
    _I,
)
_LABELLED = re.compile(rf"\s?[:=–]\s?(?P<figure>{FIGURE})\s?[.;,]?\s*$")
_LONGEST_LEAD = 160
_MONEY = re.compile(rf"(?<!\w)(?:{'|'.join(MONEY_WORDS)})", _I)
_NOT_MONEY = re.compile(rf"(?<!\w)(?:{'|'.join(NOT_MONEY)})(?!\w)|%|m²|m2|\bn°", _I)


@dataclass(frozen=True, slots=True)
class _Money:
    """What a plain number is a sum of."""

    factor: float
    currency: str
    per: str | None


def find_table_amounts(passages: Sequence[Passage]) -> Iterator[Amount]:
    """Sums in cells of plain numbers, in reading order."""
    for title, header, cells in rows_below_headers(passages):
        yield from _in_row(cells, header, _unit(title, whole=True))


def find_listed_amounts(passages: Sequence[Passage]) -> Iterator[Amount]:
    """Sums at the end of list items below a line that gives the unit: "Subventions (en €)", "Judo club : 850"."""
    money: _Money | None = None
    for passage in passages:
        if passage.kind != "list_item":
            money = _unit(passage.text, whole=True) if len(passage.text) < _LONGEST_LEAD else None
            continue
        item = _LABELLED.search(passage.text) if money is not None else None
        if item is not None and money is not None and not _NOT_MONEY.search(passage.text[: item.start()]):
            start = passage.start + item.start("figure")
            value = round(figure_value(item["figure"]) * money.factor, 2)
            yield Amount(start, start + len(item["figure"]), item["figure"], value, money.currency, None, money.per)


def titles_of(passages: Sequence[Passage]) -> dict[int, list[str]]:
    """For the position of each table row, the headers of its columns after the title of its table."""
    found: dict[int, list[str]] = {}
    for table in tables_of(passages):
        header = [c.text for c in cells_of(table[0])]
        title = title_of(passages, table[0])
        for row in table[1:]:
            found[row.position] = [f"{title} {above}" for above in header]
    return found


def _in_row(cells: Sequence[Cell], header: Sequence[str], title: _Money | None) -> Iterator[Amount]:
    label = _unit(cells[0].text, whole=False)
    common = _unit(header[0], whole=False) if header else None
    if not _NOT_MONEY.search(cells[0].text):
        label = label or title or common
    for column, cell in enumerate(cells):
        plain = PLAIN_NUMBER.fullmatch(cell.text)
        if plain is None:
            continue
        above = header[column] if column < len(header) else ""
        own = _unit(above, whole=False)
        money = own or (None if column == 0 or _NOT_MONEY.search(above) else label)
        if money is None:
            continue
        start = cell.start + plain.start("figure")
        value = round(figure_value(plain["figure"]) * money.factor, 2)
        yield Amount(start, start + len(plain["figure"]), plain["figure"], value, money.currency, None, money.per)


def _unit(text: str, whole: bool) -> _Money | None:
    """The currency a header, a label or a title gives; of a ``whole`` title only where it says "en" or brackets it."""
    for match in _UNIT.finditer(text):
        before = text[: match.start()]
        if re.search(r"\d\s?$", before):
            continue  # a sum of its own
        named = re.search(r"(?:\(|\[|(?<!\w)en\s(?:milliers?\s|millions?\s)?)$", before, _I)
        if named or (not whole and (_MONEY.search(before) or not before.strip() or text[match.end() :].strip() == "")):
            per, _ = paid_for(text, match.end())
            return _Money(factor_of(match["mult"]) * unit_of(match["currency"]), code_of(match["currency"]), per)
    return None
