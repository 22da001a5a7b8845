"""Tables → rows of cells: by pdfplumber where rules make a grid, by level rules alone otherwise."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pdfplumber.table import Table as Grid
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from pipeline.read.joining import join
from pipeline.read.markers import split_marker
from pipeline.read.pdf.geometry import LIST_BREAK, PageText, Segment, Table, Word, inside, same_line, union
from pipeline.read.pdf.rules import Rules
from pipeline.read.pdf.spans import spread
from pipeline.types import Box

_NEAR = 3.0
"""Points by which rules that meet may miss each other: pdfplumber's own default."""
_MOST_EDGES = 800
_TALLEST_ROW = 150.0
"""Points; what is taller is a frame around something else."""
_TALLEST_HEAD = 40.0


def read_grids(page: PageText, rules: Rules) -> None:
    """Finds the gridded tables of the page, fills their cells with its words and takes those out.

    pdfplumber's own search, on the rules pypdfium2 gives: its reading of the page would take twenty times longer.
    """
    edges = merge_edges([*map(_level_edge, rules.level), *map(_upright_edge, rules.upright)], *[_NEAR] * 4)
    if sum(e["orientation"] == "h" for e in edges) > _MOST_EDGES or len(edges) > 2 * _MOST_EDGES:
        return
    cells = intersections_to_cells(edges_to_intersections(edges, _NEAR, _NEAR))
    for group in cells_to_tables(cells):
        table = Grid(None, group)  # type: ignore[arg-type]  # rows and box need no page
        _take(page, [list(row.cells) for row in table.rows], table.bbox)


def _level_edge(rule: tuple[float, float, float]) -> dict:
    x0, x1, y = rule
    return {"x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0.0, "orientation": "h"}


def _upright_edge(rule: tuple[float, float, float]) -> dict:
    x, top, bottom = rule
    return {"x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0.0, "height": bottom - top, "orientation": "v"}


def read_banded(page: PageText, rules: Rules) -> None:
    """Tables whose rows level rules part, and whose columns only the gaps between them show."""
    for (x0, x1), heights in rules.bands.items():
        strips = [(x0, top, x1, bottom) for top, bottom in itertools.pairwise(heights)]
        for rows in _runs(page, strips):
            run = _with_outer_rows(page, rows)
            box = (x0, run[0][1], x1, run[-1][3])
            columns = _columns(_within(page, box))
            if len(columns) > 1:
                _take(page, [[(a, top, b, bottom) for a, b in columns] for _, top, _, bottom in run], box)


def _within(page: PageText, box: Box) -> list[Segment]:
    return [segment for segment in page.segments if inside(segment.box, box)]


def _runs(page: PageText, strips: list[Box]) -> list[list[Box]]:
    """Runs of strips that each hold text in two places, as rows do."""
    runs: list[list[Box]] = [[]]
    for strip in strips:
        if strip[3] - strip[1] < _TALLEST_ROW and len(_columns(_within(page, strip))) > 1:
            runs[-1].append(strip)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _with_outer_rows(page: PageText, run: list[Box]) -> list[Box]:
    """The rules may stand below each row, or above: then the first or last row is outside them."""
    x0, top, x1, bottom = union(run)
    height = min(*(strip[3] - strip[1] for strip in run), _TALLEST_HEAD)
    first, last = (x0, top - height, x1, top), (x0, bottom, x1, bottom + height)
    columns = len(_columns([segment for strip in run for segment in _within(page, strip)]))
    return [
        *([first] if len(_columns(_within(page, first))) == columns else []),
        *run,
        *([last] if len(_columns(_within(page, last))) == columns else []),
    ]


def _columns(segments: list[Segment]) -> list[tuple[float, float]]:
    """Intervals of x that words cover, from left to right; a space between words is no gap."""
    merged: list[tuple[float, float]] = []
    space = 0.5 * max((s.size for s in segments), default=0.0)
    for x0, x1 in sorted((w.box[0], w.box[2]) for s in segments for w in s.words):
        if merged and x0 < merged[-1][1] + space:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def _take(page: PageText, cells: Sequence[Sequence[Box | None]], box: Box) -> None:
    """Makes a table of the cells' words, unless they are none; its segments leave the page."""
    within = _within(page, box)
    words = sorted((word for segment in within for word in segment.words), key=_middle)
    heights = [_middle(word) for word in words]
    rows: list = []
    for line in cells:
        _, top, _, bottom = union([cell for cell in line if cell is not None])
        level = words[bisect_left(heights, top) : bisect_right(heights, bottom)]
        rows.append([_text_in(cell, level) for cell in line])
    rows = [row for row in spread(rows, cells) if any(row)]
    if not _is_table(rows):
        return
    page.tables.append(Table(rows, box))
    taken = {id(segment) for segment in within}
    page.segments = [s for s in page.segments if id(s) not in taken]


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def _text_in(cell: Box | None, words: list[Word]) -> str:
    """Those of the words, sorted from top to bottom, whose middle lies in the cell, line by line."""
    if cell is None:
        return ""
    lines: list[list[Word]] = []
    for word in (word for word in words if inside(word.box, cell, 0.0)):
        if lines and same_line(lines[-1][-1].box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    texts = [" ".join(word.text for word in sorted(line, key=lambda w: w.box[0])) for line in lines]
    listed = sum(bool(split_marker(text).bullet) for text in texts) > 1
    text = ""
    for line_text in texts:
        begins = listed and text and split_marker(line_text).bullet
        text = f"{text}{LIST_BREAK}{line_text}" if begins else join(text, line_text)
    return text


def _is_table(rows: list[tuple[str, ...]]) -> bool:
    """Two rows and columns at least, half of the cells filled, none a whole page of text."""
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    full = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    return len(full) >= 0.5 * len(rows) and sum(map(bool, cells)) >= 0.4 * len(cells) and max(map(len, cells)) < 900
