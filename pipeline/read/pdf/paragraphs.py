"""Lines of a column → paragraphs: what goes on below, what begins anew, rows and entries that stand by themselves."""

from __future__ import annotations

from pipeline.read.markers import split_marker
from pipeline.read.pdf.continuing import continues, setting_of
from pipeline.read.pdf.entries import contents_among, figures_among, rows_among
from pipeline.read.pdf.geometry import LIST_BREAK, Table
from pipeline.read.pdf.lines import Paragraph, TextLine, extend
from pipeline.read.rows import row_text

_OPEN = {"text", "item", "aside"}
"""What lines may go on with."""


def paragraphs_of(
    lines: list[TextLine], page: int, words: frozenset[str], tolerance: float = 0.12, kind: str = ""
) -> list[Paragraph]:
    """The paragraphs of one column, of ``kind`` or what each is.

    ``tolerance``: by how much type may vary within one, 0.12 = 12 %.
    """
    if not lines:
        return []
    rows, contents, figures = rows_among(lines), contents_among(lines), figures_among(lines)
    setting = setting_of(lines, tolerance)
    found: list[Paragraph] = []
    for i, line in enumerate(lines):
        if i in contents:
            found.append(Paragraph(contents[i], "entry", page, line.box, line.size, line.bold, [line]))
        elif i in rows:
            found.append(Paragraph(row_text(line.cells), "row", page, line.box, line.size, line.bold, [line]))
        elif (
            i not in figures
            and found
            and found[-1].kind not in {"row", "entry"}
            and continues(found[-1], line, setting)
        ):
            extend(found[-1], line, words)
        else:
            own = kind or ("item" if line.marked.is_item else "text")
            found.append(Paragraph(line.text, own, page, line.box, line.size, line.bold, [line]))
    last = found[-1]
    last.to_the_edge = len(lines) > 2 and last.lines[-1].box[2] > setting.right - 0.1 * (setting.right - last.box[0])
    return found


def table_rows(table: Table, page: int) -> list[Paragraph]:
    """One paragraph of kind "row" for each row, empty cells left out of the end.

    A list in the last cell of two follows its row, item by item, as "cell item".
    """
    found: list[Paragraph] = []
    for row in table.rows:
        lead, items = _with_list(row)
        found += [Paragraph(text, "row", page, table.box, 0.0, False) for text in [row_text(lead)] if text]
        found += [Paragraph(item, "cell item", page, table.box, 0.0, False) for item in items]
    return found


def _with_list(row: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The row up to the list in its last cell, where it has two, and the items of that list."""
    filled = [cell for cell in row if cell]
    if len(filled) < 3 and filled and LIST_BREAK in filled[-1]:
        first, *items = filled[-1].split(LIST_BREAK)
        return (filled[:-1], [first, *items]) if split_marker(first).bullet else ([*filled[:-1], first], items)
    return [cell.replace(LIST_BREAK, " ") for cell in row], []
