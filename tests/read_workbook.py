"""What an Excel workbook says, read from its XML: sheet → rows of cells."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | float | None


def sheets(content: bytes) -> dict[str, list[list[Cell]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [s.attrib["name"] for s in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        pages = [ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{i + 1}.xml")) for i, _ in enumerate(names)]
    return {name: [_row(row) for row in page.iter(f"{MAIN}row")] for name, page in zip(names, pages, strict=True)}


def _row(row: ElementTree.Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iter(f"{MAIN}c"):
        letters = re.match(r"[A-Z]+", cell.attrib["r"])
        assert letters and cell.find(f"{MAIN}f") is None, "a formula"
        column = 0
        for letter in letters[0]:
            column = 26 * column + ord(letter) - 64
        cells += [None] * (column - len(cells))
        said, value = cell.find(f"{MAIN}is"), cell.findtext(f"{MAIN}v")
        cells[column - 1] = "".join(said.itertext()) if said is not None else None if value is None else float(value)
    return cells
