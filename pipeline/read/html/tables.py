"""Data tables → rows; tables that only lay out a page are told from them."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.read.characters import clean

_WIDEST = 60
"""Columns; a table wider than that is cut."""
_LONGEST_SPAN = 500


def is_data(table: HtmlElement) -> bool:
    """Header cells or a caption, or at least two rows and columns of short cells, and no table within."""
    if table.find(".//table") is not None:
        return False
    rows = rows_of(table)
    wide = [row for row in rows if len(row) > 1]
    if len(rows) < 2 or len(wide) < 0.5 * len(rows):
        return False
    if table.find(".//th") is not None or table.find("caption") is not None:
        return True
    cells = [cell for row in wide for cell in row]
    return len(wide) >= 2 and max(map(len, cells)) < 300 and _is_filled(cells)


def rows_of(table: HtmlElement) -> list[tuple[str, ...]]:
    """The cells of each row as text; a cell over several rows stands in each."""
    rows: list[tuple[str, ...]] = []
    spanning: dict[int, tuple[str, int]] = {}
    for tr in table.iter("tr"):
        cells: list[str] = []
        for cell in tr.iterchildren("td", "th"):
            _fill(cells, spanning)
            text = clean(" ".join(str(piece) for piece in cell.itertext()))
            if span := _span(cell):
                spanning[len(cells)] = (text, span)
            cells.append(text)
            if len(cells) >= _WIDEST:
                break
        _fill(cells, spanning)
        if any(cells):
            rows.append(tuple(cells))
    return rows


def _fill(cells: list[str], spanning: dict[int, tuple[str, int]]) -> None:
    """Sets in the cells that come down from rows above."""
    while (place := len(cells)) in spanning:
        text, left = spanning.pop(place)
        if left > 1:
            spanning[place] = (text, left - 1)
        cells.append(text)


def _span(cell: HtmlElement) -> int:
    """Rows below that the cell reaches into."""
    raw = cell.get("rowspan") or "1"
    return min(int(raw), _LONGEST_SPAN) - 1 if raw.isdecimal() and raw.isascii() and len(raw) < 6 else 0


def _is_filled(cells: list[str]) -> bool:
    return sum(map(bool, cells)) >= 0.6 * len(cells)
