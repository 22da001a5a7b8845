"""Who pays the sums of a table: the name above their column, or the one that opens their row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.amounts.payers import Payers
from pipeline.extract.amounts.role_patterns import FUNDING, NO_FUNDERS, RECEIVING
from pipeline.extract.grid import Cell, cells_of, is_header, tables_of, title_of
from pipeline.types import Passage

_I = re.IGNORECASE
_FUNDING = re.compile("|".join(FUNDING), _I)
_RECEIVING = re.compile("|".join(RECEIVING), _I)
_NO_FUNDER = re.compile("|".join(NO_FUNDERS), _I)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[Cell]
    header: list[Cell]
    title: str


class Funders:
    """Looks up who pays in the tables of one document."""

    def __init__(self, payers: Payers, passages: Sequence[Passage]) -> None:
        self._payers = payers
        self._rows: dict[int, _Row] = {}
        for table in tables_of(passages):
            first = cells_of(table[0])
            header, title = first if is_header(first) else [], title_of(passages, table[0])
            for row in table:
                self._rows[row.position] = _Row(cells_of(row), header, title)

    def of(self, position: int, start: int) -> str | None:
        """Who pays the sum that starts there, in the row at that position; None where the table does not say it."""
        row = self._rows[position]
        column = max((i for i, cell in enumerate(row.cells) if cell.start <= start), default=0)
        above = row.header[column] if column < len(row.header) else None
        if above is not None and (name := self._named(above)) is not None:
            return name
        return self._of_label(row, column) if column else None

    def _of_label(self, row: _Row, column: int) -> str | None:
        """The first cell, or the one before under a header of its own, unless the table lists who receives."""
        beside = column - 1 < len(row.header) and _FUNDING.search(row.header[column - 1].text) is not None
        at = column - 1 if beside else 0
        label = row.cells[at]
        said = " ".join([row.title, row.header[at].text if row.header else ""])
        if _RECEIVING.search(said) or _NO_FUNDER.match(label.text.strip()):
            return None
        name = self._named(label, loose=True)
        if _FUNDING.search(said):
            return name or label.text.strip() or None
        return None if name is None or _RECEIVING.match(name) else name

    def _named(self, cell: Cell, loose: bool = False) -> str | None:
        return self._payers.named(cell.start, cell.start + len(cell.text), loose)
