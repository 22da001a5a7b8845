"""Excel workbooks, a sheet a table. Words stay words: what begins with "=" is no formula here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

import xlsxwriter

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
LONGEST_NAME = 31
WIDE, NARROW = 60, 16
"""Column widths in characters; a column is wide where its first rows say much."""
NO_SURPRISE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "constant_memory": True, "remove_timezone": True}  # fmt: skip

Value = str | int | float | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Value]]]
"""Name, headings, rows."""


def write_workbook(target: Path | IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Cells longer than Excel allows are cut, with "…"; rows beyond what a sheet holds go to the next."""
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, NO_SURPRISE) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEF0F2"})
        for name, headings, rows in sheets:
            _write_sheets(book, bold, name, headings, iter(rows))


def _write_sheets(book: xlsxwriter.Workbook, bold: object, name: str, headings: Sequence[str], rows: Iterable) -> None:
    number, row, sheet = 0, MOST_ROWS, None
    for values in rows:
        if row >= MOST_ROWS:
            number, row = number + 1, 1
            sheet = _sheet(book, bold, name if number == 1 else f"{name} {number}", headings, values)
        for column, value in enumerate(values):
            _write_cell(sheet, row, column, value)
        row += 1
    if sheet is None:
        _sheet(book, bold, name, headings, ())


def _sheet(book: xlsxwriter.Workbook, bold: object, name: str, headings: Sequence[str], first: Sequence[Value]):  # type: ignore[no-untyped-def]
    sheet = book.add_worksheet(_sheet_name(name))
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        said = first[column] if column < len(first) else None
        sheet.set_column(column, column, WIDE if isinstance(said, str) and len(said) > 40 else NARROW)
        sheet.write_string(0, column, heading, bold)
    if headings:
        sheet.autofilter(0, 0, MOST_ROWS - 1, len(headings) - 1)
    return sheet


def _sheet_name(name: str) -> str:
    """What Excel allows a sheet to be called."""
    plain = "".join(" " if c in "[]:*?/\\" else c for c in name).strip("' ")[:LONGEST_NAME]
    return plain or "Feuille"


def _write_cell(sheet, row: int, column: int, value: Value) -> None:  # type: ignore[no-untyped-def]
    if isinstance(value, str):
        sheet.write_string(row, column, value if len(value) <= LONGEST_CELL else f"{value[: LONGEST_CELL - 1]}…")
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
