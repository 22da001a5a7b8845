"""A table of a word processor: rows of data, or a layout of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pipeline.read.characters import clean
from pipeline.read.html.drafts import Draft
from pipeline.read.rows import row_text

Cell = TypeVar("Cell")

_MOST_IN_CELL = 4
"""Paragraphs in a cell of a data table."""


def table_drafts(
    rows: list[list[Cell]], drafts: Callable[[Cell], Iterable[Draft]], paragraphs: Callable[[Cell], int]
) -> Iterator[Draft]:
    """Rows of cells; a table of one column, or of cells with several paragraphs, only lays out its text.

    ``drafts`` reads a cell, ``paragraphs`` counts those in it.
    """
    longest = max((paragraphs(cell) for row in rows for cell in row), default=0)
    if max(map(len, rows), default=0) < 2 or longest > _MOST_IN_CELL:
        for row in rows:
            for cell in row:
                yield from drafts(cell)
        return
    for row in rows:
        texts = [clean(" ".join(draft.text for draft in drafts(cell))) for cell in row]
        if any(texts):
            yield Draft(row_text(texts), "table_row")
