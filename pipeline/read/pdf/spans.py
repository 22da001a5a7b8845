"""Cells of a grid that reach over several rows or columns: what they say holds for each."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.types import Box

Line = Sequence[Box | None]
"""The cells of one row; None where a cell from above or from the left reaches."""
_SLACK = 2.0
_LONGEST_LABEL = 120
"""Characters; what is longer is text, not what rows are called."""


def spread(texts: list[list[str]], cells: Sequence[Line]) -> list[tuple[str, ...]]:
    """The rows' texts with labels repeated where their cells reach to, and a header of two levels made one row."""
    rows = [list(row) for row in texts]
    for below in range(1, len(rows)):
        for column in range(min(len(rows[below]), len(rows[below - 1]))):
            above = _reaching(cells, below, column)
            if above is not None and not rows[below][column] and _is_label(rows[above][column]):
                rows[below][column] = rows[above][column]
    if len(cells) > 2 and _is_parted(cells[0], cells[1]):
        rows[:2] = [_one_header(rows[0], rows[1], cells[0], cells[1])]
    return [tuple(row) for row in rows]


def _reaching(cells: Sequence[Line], row: int, column: int) -> int | None:
    """The row above whose cell in this column reaches down into the row."""
    if cells[row][column] is not None:
        return None
    bottoms = [cell[3] for cell in cells[row] if cell is not None]
    for above in range(row - 1, -1, -1):
        cell = cells[above][column] if column < len(cells[above]) else None
        if cell is not None:
            return above if bottoms and cell[3] > min(bottoms) - _SLACK else None
    return None


def _is_label(text: str) -> bool:
    """Words; a sum or a number counts once, however many rows it is for."""
    return 0 < len(text) < _LONGEST_LABEL and not text[0].isdigit() and "€" not in text


def _is_parted(first: Line, second: Line) -> bool:
    """Is each cell of the first row as high as both, or parted into several by the second?"""
    if len(first) != len(second):
        return False
    groups = 0
    for column, (upper, lower) in enumerate(zip(first, second, strict=True)):
        if upper is not None and lower is not None:
            wide = column + 1 < len(first) and first[column + 1] is None and second[column + 1] is not None
            groups += wide
            if not wide:
                return False
        elif upper is None and lower is None:
            return False
    return groups > 0


def _one_header(upper: list[str], lower: list[str], first: Line, second: Line) -> list[str]:
    """ "Crédits votés (en k€)" over "2025" and "2026" → "Crédits votés (en k€) 2025", "Crédits votés (en k€) 2026"."""
    header, group = [], ""
    for text, below, top, bottom in zip(upper, lower, first, second, strict=True):
        group = text if top is not None else group
        header.append(text if bottom is None else f"{group} {below}".strip())
    return header
