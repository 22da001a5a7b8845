"""Tables as the extractors see them: runs of rows whose cells stand between bars, their header and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.numbers import FIGURE
from pipeline.types import Passage

PLAIN_NUMBER = re.compile(rf"\s*(?:[+−–-]\s?)?(?P<figure>{FIGURE})(?:\.00|,-)?\s*\*?\s*")
"""A cell that is a number and nothing else."""
_YEARS = re.compile(r"(?:19|20)\d\d")
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Cell:
    start: int
    text: str


def cells_of(row: Passage) -> list[Cell]:
    """The cells of a table row with their places in the document's text."""
    cells, position = [], row.start
    for part in row.text.split("|"):
        cells.append(Cell(position, part))
        position += len(part) + 1
    return cells


def tables_of(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs of table rows."""
    run: list[Passage] = []
    for passage in passages:
        if passage.kind == "table_row":
            run.append(passage)
        elif run:
            yield run
            run = []
    if run:
        yield run


def is_header(cells: Sequence[Cell]) -> bool:
    """No plain number but years ("Dépenses | 2023 | 2024")."""
    plain = [c.text.strip() for c in cells if PLAIN_NUMBER.fullmatch(c.text)]
    return all(_YEARS.fullmatch(text) for text in plain) and any(c.text.strip() for c in cells)


def title_of(passages: Sequence[Passage], first: Passage) -> str:
    """What stands right above the table: a caption, a heading, a short line."""
    above = passages[first.position - 1] if first.position > 0 else None
    if above is None or above.kind == "table_row":
        return ""
    return above.text if above.kind in {"caption", "heading"} or len(above.text) < _LONGEST_TITLE else ""


def rows_below_headers(passages: Sequence[Passage]) -> Iterator[tuple[str, list[str], list[Cell]]]:
    """Of each table its title, and of each row that is no header the header above it, the nearest, with its cells."""
    for table in tables_of(passages):
        title = title_of(passages, table[0])
        header: list[str] = []
        for row in table:
            cells = cells_of(row)
            if is_header(cells):
                header = [c.text for c in cells]
            else:
                yield title, header, cells
