"""Ruled tables: looked for cheaply with pypdfium2, read with pdfplumber only where a page has one."""

from __future__ import annotations

import ctypes
import io
from collections import Counter

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.read.pdf.geometry import PageText, Segment, Table, inside, same_line
from pipeline.types import Box

_MOST_OBJECTS = 4_000
_FEWEST_RULES = 3


def has_rules(page: pdfium.PdfPage) -> bool:
    """Do three or more ruling lines or cell rectangles of a common extent suggest a table?"""
    flat: Counter[tuple[int, int]] = Counter()
    upright: Counter[tuple[int, int]] = Counter()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for i in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, i)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        width, height = right.value - left.value, top.value - bottom.value
        if width > 20 and height < 200:
            flat[round(left.value / 3), round(right.value / 3)] += 1 if height < 3 else 2
        if height > 8 and width < 300:
            upright[round(bottom.value / 3), round(top.value / 3)] += 1 if width < 3 else 2
    many = max(flat.values(), default=0) >= _FEWEST_RULES
    return many and (max(upright.values(), default=0) >= 2 or sum(upright.values()) >= 4)


def read_tables(content: bytes, pages: list[PageText]) -> None:
    """Finds the tables of the pages, fills their cells with the pages' words and takes those out."""
    with pdfplumber.open(io.BytesIO(content), pages=[page.number for page in pages]) as document:
        for page, plumbed in zip(pages, document.pages, strict=True):
            for table in plumbed.find_tables():
                _take(page, [[cell for cell in row.cells] for row in table.rows], table.bbox)
            plumbed.close()


def _take(page: PageText, cells: list[list[Box | None]], box: Box) -> None:
    within = [s for s in page.segments if inside(s.box, box)]
    rows = [row for line in cells if any(row := tuple(_text_in(cell, within) for cell in line))]
    if not _is_table(rows):
        return
    page.tables.append(Table(rows, box))
    taken = {id(segment) for segment in within}
    page.segments = [s for s in page.segments if id(s) not in taken]


def _text_in(cell: Box | None, segments: list[Segment]) -> str:
    """Words whose middle lies in the cell, line by line."""
    if cell is None:
        return ""
    words = [word for segment in segments for word in segment.words if inside(word.box, cell, 0.0)]
    lines: list[list] = []
    for word in sorted(words, key=lambda w: w.box[1] + w.box[3]):
        if lines and same_line(lines[-1][-1].box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(word.text for line in lines for word in sorted(line, key=lambda w: w.box[0]))


def _is_table(rows: list[tuple[str, ...]]) -> bool:
    """Two rows and columns at least, half of the cells filled, none a whole page of text."""
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    full = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    return len(full) >= 2 and sum(map(bool, cells)) >= 0.4 * len(cells) and max(map(len, cells)) < 1_500
