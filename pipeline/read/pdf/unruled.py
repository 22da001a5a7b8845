"""Tables without rules, told by their columns: cells set apart on common edges, over one line or several."""

from __future__ import annotations

import itertools
import statistics
from dataclasses import dataclass, field

from pipeline.read.characters import starts_lower
from pipeline.read.joining import goes_on, join
from pipeline.read.pdf.geometry import PageText, Segment, Table, overlap, same_line, union
from pipeline.types import Box

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_FARTHEST = 5.0
"""Times the type's height that a row may be from the one above."""

Line = list[Segment]


@dataclass(slots=True)
class _Run:
    """Lines that share columns; ``anchors`` counts those with a cell in each."""

    lines: list[Line] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)
    anchors: int = 0


def read_unruled(page: PageText) -> None:
    """Makes tables of the runs found; their segments leave the page."""
    lines = _lines(page.segments)
    if sum(len(line) >= _FEWEST_COLUMNS for line in lines) < _FEWEST_ROWS:
        return
    for run in map(_without_what_follows, _runs(lines)):
        if run.anchors < _FEWEST_ROWS or _is_text_in_columns(run) or _are_cards(run, page.segments):
            continue
        box = union([s.box for line in run.lines for s in line])
        page.tables.append(Table(_rows(run), box))
        taken = {id(segment) for line in run.lines for segment in line}
        page.segments = [s for s in page.segments if id(s) not in taken]


def _lines(segments: list[Segment]) -> list[Line]:
    lines: list[Line] = []
    for segment in sorted(segments, key=lambda s: s.box[1] + s.box[3]):
        if lines and same_line(lines[-1][-1].box, segment.box):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda s: s.box[0]) for line in lines]


def _runs(lines: list[Line]) -> list[_Run]:
    """Runs begin and end with a line that has all cells, or with what continues one."""
    runs: list[_Run] = []
    for line in lines:
        if runs and _belongs(runs[-1], line):
            _take(runs[-1], line)
        elif len(line) >= _FEWEST_COLUMNS:
            runs.append(_Run([line], [(s.box[0], s.box[2]) for s in line], 1))
        elif runs and runs[-1].lines:
            runs.append(_Run())
    return [run for run in runs if run.lines]


def _without_what_follows(run: _Run) -> _Run:
    """The run up to its last row: a lone line further below is a source or the text that goes on."""
    usual = _usual_step(run.lines)
    while len(run.lines) > 1 and len(run.lines[-1]) == 1:
        if run.lines[-1][0].box[1] - run.lines[-2][0].box[1] <= 1.2 * usual:
            break
        run.lines.pop()
    return run


def _belongs(run: _Run, line: Line) -> bool:
    """Near below, and each of its cells in a column of its own?"""
    if not run.lines:
        return False
    last = run.lines[-1][0]
    if line[0].box[1] - last.box[3] > _FARTHEST * last.size or abs(line[0].size - last.size) > 0.3 * last.size:
        return False
    places = [_column(run, segment) for segment in line]
    return None not in places and len(set(places)) == len(places)


def _column(run: _Run, segment: Segment) -> int | None:
    """The one column it overlaps with, which it shares an edge or the middle with."""
    met = [i for i, (x0, x1) in enumerate(run.columns) if overlap(x0, x1, segment.box[0], segment.box[2]) > 0]
    if len(met) != 1:
        return None
    (x0, x1), (a, b) = run.columns[met[0]], (segment.box[0], segment.box[2])
    near = min(abs(x0 - a), abs(x1 - b), abs(x0 + x1 - a - b) / 2)
    return met[0] if near < 0.6 * segment.size else None


def _take(run: _Run, line: Line) -> None:
    run.lines.append(line)
    run.anchors += len(line) == len(run.columns)
    for segment in line:
        i = _column(run, segment)
        if i is not None:
            x0, x1 = run.columns[i]
            run.columns[i] = (min(x0, segment.box[0]), max(x1, segment.box[2]))


def _is_text_in_columns(run: _Run) -> bool:
    """Do the cells of a column read on from row to row, as text does?"""
    rows = [row for row in _rows(run) if all(row)]
    pairs = [pair for a, b in itertools.pairwise(rows) for pair in zip(a, b, strict=True)]
    broken = sum(len(upper) > 3 and starts_lower(lower) and goes_on(upper, lower) for upper, lower in pairs)
    return broken >= 0.3 * max(len(pairs), 1)


def _are_cards(run: _Run, segments: list[Segment]) -> bool:
    """Does the file write them column by column, several lines of words each, as it does names under portraits?"""
    if any(not any(map(str.isalpha, segment.text)) for line in run.lines for segment in line):
        return False
    at = {id(segment): i for i, segment in enumerate(segments)}
    places = [{_column(run, s): at[id(s)] for s in line} for line in run.lines]
    below = [b[c] - a[c] for a, b in itertools.pairwise(places) for c in a.keys() & b.keys()]
    return sum(step == 1 for step in below) > 0.8 * len(below)


def _rows(run: _Run) -> list[tuple[str, ...]]:
    rows: list[list[str]] = []
    usual = _usual_step(run.lines)
    above: Box | None = None
    for line in run.lines:
        cells = [""] * len(run.columns)
        for segment in line:
            cells[_column(run, segment) or 0] = segment.text
        if above is None or _begins_row(cells, line[0].box[1] - above[1], usual):
            rows.append(cells)
        else:
            rows[-1] = [join(upper, lower) for upper, lower in zip(rows[-1], cells, strict=True)]
        above = line[0].box
    return [tuple(row) for row in rows]


def _usual_step(lines: list[Line]) -> float:
    """Distance of the lines within a cell: the smallest that is common."""
    steps = sorted(b[0].box[1] - a[0].box[1] for a, b in itertools.pairwise(lines))
    return statistics.median_low(steps[: max(1, len(steps) // 3)]) if steps else 0.0


def _begins_row(cells: list[str], step: float, usual: float) -> bool:
    """All cells are there, or the first is and the line stands apart from the one above."""
    if all(cells):
        return True
    return bool(cells[0]) and (step > 1.2 * usual or not starts_lower(cells[0]))
