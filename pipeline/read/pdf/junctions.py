"""Columns of a table that only the ends of its level rules show: browsers draw one below each cell."""

from __future__ import annotations

import itertools
from collections import defaultdict

from pipeline.read.pdf.geometry import Segment

Level = tuple[float, float, float]
Upright = tuple[float, float, float]
_NEAR = 1.5
"""Points by which rules that meet may miss each other."""
_FEWEST_HEIGHTS = 3
_TALLEST_ROW = 150.0
_STEP = 3.0
_WORD_SPACE = 0.6
"""Times the type's height: what is wider parts cells."""


def uprights_at_junctions(level: list[Level], segments: list[Segment]) -> list[Upright]:
    """(x, top, bottom) between rules (x0, x1, y) one above the other that meet their neighbours at one x.

    Where words run across, as they do in a row that names what follows, there is none.
    """
    heights: dict[int, dict[float, float]] = defaultdict(dict)
    for line in _lines(level):
        ends = [x1 for (_, x1, _), (x0, _, _) in itertools.pairwise(line) if abs(x0 - x1) < _NEAR]
        if not ends:
            continue
        for x in (line[0][0], *ends, max(x1 for _, x1, _ in line)):
            heights[round(x / _STEP)][line[0][2]] = x
    found: list[Upright] = []
    for places in heights.values():
        if len(places) >= _FEWEST_HEIGHTS:
            for (top, x), (bottom, _) in itertools.pairwise(sorted(places.items())):
                if _STEP < bottom - top < _TALLEST_ROW and not _is_crossed(x, top, bottom, segments):
                    found.append((x, top, bottom))
    return found


def _lines(level: list[Level]) -> list[list[Level]]:
    """Rules of one height, from left to right, each once."""
    lines: dict[int, dict[int, Level]] = defaultdict(dict)
    for x0, x1, y in sorted(level, key=lambda rule: rule[1] - rule[0], reverse=True):
        lines[round(y / _NEAR)][round(x0 / _NEAR)] = (x0, x1, y)
    return [sorted(line.values()) for line in lines.values()]


def _is_crossed(x: float, top: float, bottom: float, segments: list[Segment]) -> bool:
    """Do words of a line between the two heights stand on both sides of x, no further apart than words do?"""
    for segment in segments:
        box = segment.box
        if not (box[0] + _NEAR < x < box[2] - _NEAR and top < (box[1] + box[3]) / 2 < bottom):
            continue
        left = max((w.box[2] for w in segment.words if w.box[0] + w.box[2] < 2 * x), default=box[0])
        right = min((w.box[0] for w in segment.words if w.box[0] + w.box[2] >= 2 * x), default=box[2])
        if right - left < _WORD_SPACE * segment.size:
            return True
    return False
