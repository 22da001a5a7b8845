"""Where frames side by side are best cut from top to bottom."""

from __future__ import annotations

import itertools

from pipeline.read.characters import starts_lower
from pipeline.read.joining import goes_on
from pipeline.read.pdf.geometry import Frame, Segment, overlap, union

_FEWEST_LETTERS = 12


def gutter_of(frames: list[Frame]) -> float | None:
    """Where the region is best cut from top to bottom; None where it is one column."""
    best, best_cost = None, 0.0
    for x in _candidates(frames):
        left = [f for f in frames if f.box[2] <= x]
        right = [f for f in frames if f.box[0] >= x]
        if not (_is_text(left) and _is_text(right) and _side_by_side(left, right)):
            continue
        across = [f for f in frames if f.box[0] < x < f.box[2]]
        torn = _lines_in([f for f in across if meets(f, left + right)])
        cost = (torn + 0.25 * _lines_in(across)) / max(_lines_in(frames), 1)
        if cost < 0.5 and (best is None or cost < best_cost - 0.02):
            best, best_cost = x, cost
    return best


def meets(frame: Frame, others: list[Frame]) -> bool:
    """Does it share more than an edge of its height with one of the others?"""
    least = 0.3 * frame.segments[-1].size
    return any(overlap(frame.box[1], frame.box[3], other.box[1], other.box[3]) > least for other in others)


def _candidates(frames: list[Frame]) -> list[float]:
    """Just left of each frame, where nothing but wide frames stand: at most 60 places."""
    places = sorted({round(f.box[0] - 0.5, 0) for f in frames})
    step = max(1, len(places) // 60)
    return places[::step]


def _lines_in(frames: list[Frame]) -> int:
    return sum(len(frame.segments) for frame in frames)


def _is_text(frames: list[Frame]) -> bool:
    """Wide enough to be a column, not a stack of bullets or numbers."""
    if not frames:
        return False
    widest = max(f.box[2] - f.box[0] for f in frames)
    return (
        widest > 4 * min(f.size for f in frames)
        and sum(_letters(s) for f in frames for s in f.segments) >= _FEWEST_LETTERS
    )


def _letters(segment: Segment) -> int:
    """Characters, of all lines where it stands for a box."""
    return sum(map(_letters, segment.inner)) if segment.inner else len(segment.text)


def _side_by_side(left: list[Frame], right: list[Frame]) -> bool:
    """Do they share height, and is a gutter free between them; and are they no rows of a table?"""
    a, b = union([f.box for f in left]), union([f.box for f in right])
    if overlap(a[1], a[3], b[1], b[3]) < 0.3 * min(a[3] - a[1], b[3] - b[1]):
        return False
    return not _are_rows(left, right)


def _are_rows(left: list[Frame], right: list[Frame]) -> bool:
    """Short cells on common lines: a table without rules."""
    if max(len(f.segments) for f in left + right) > 2 or len(left) < 2:
        return False
    level = sum(any(abs(f.box[1] - g.box[1]) < 0.4 * f.size for g in right) for f in left)
    return level >= 0.7 * min(len(left), len(right)) and not _reads_down(left)


def _reads_down(frames: list[Frame]) -> bool:
    """Do lines finish the sentences of those above them, as cells of a table do not?"""
    texts = [f.segments[0].text for f in sorted(frames, key=lambda f: f.box[1])]
    pairs = list(itertools.pairwise(texts))
    return sum(len(a) > 15 and starts_lower(b) and goes_on(a, b) for a, b in pairs) >= 0.3 * len(pairs)
