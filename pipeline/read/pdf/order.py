"""Segments → columns in reading order, each a list of lines from top to bottom.

Segments that the file writes one below the other form a frame. A region of frames is cut at a
gutter with text on both sides; frames that lie across the gutter part it into bands, read from top
to bottom. What no cut parts is read from top to bottom and left to right.
"""

from __future__ import annotations

import itertools

from pipeline.read.characters import starts_lower
from pipeline.read.joining import goes_on
from pipeline.read.pdf.geometry import Frame, Segment, overlap, same_line, union

Column = list[list[Segment]]
"""Lines; a line is its segments from left to right."""

_DEPTH = 12
_MOST_FRAMES = 400


def columns_of(segments: list[Segment]) -> list[Column]:
    """The columns of a page in reading order."""
    return [lines_of(region) for region in _cut(_frames(segments), 0)]


def lines_of(frames: list[Frame]) -> Column:
    """The segments of frames that no gutter parts, gathered into lines."""
    segments = sorted((s for frame in frames for s in frame.segments), key=lambda s: (s.box[1] + s.box[3], s.box[0]))
    lines: Column = []
    for segment in segments:
        if lines and all(same_line(segment.box, other.box) for other in lines[-1]):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda s: s.box[0]) for line in lines]


def _frames(segments: list[Segment]) -> list[Frame]:
    frames: list[Frame] = []
    for segment in segments:
        if frames and _follows(frames[-1], segment):
            frames[-1].segments.append(segment)
            frames[-1].box = union([frames[-1].box, segment.box])
        else:
            frames.append(Frame([segment], segment.box))
    return frames


def _follows(frame: Frame, segment: Segment) -> bool:
    """Is the segment the frame's next line, or the rest of its last one?"""
    last, size = frame.segments[-1].box, max(frame.size, 1.0)
    if abs(segment.size - frame.size) > 0.25 * size:
        return False
    if same_line(last, segment.box):
        return 0 <= segment.box[0] - last[2] < 2.5 * size
    gap = segment.box[1] - last[3]
    if not -0.5 * size < gap < 1.0 * size:
        return False
    narrow = min(frame.box[2] - frame.box[0], segment.box[2] - segment.box[0])
    return overlap(frame.box[0], frame.box[2], segment.box[0], segment.box[2]) > 0.5 * narrow


def _cut(frames: list[Frame], depth: int) -> list[list[Frame]]:
    if len(frames) < 2 or depth > _DEPTH:
        return [frames] if frames else []
    gutter = _gutter(frames) if len(frames) <= _MOST_FRAMES else None
    if gutter is None:
        return _bands(frames, depth)
    left = [f for f in frames if f.box[2] <= gutter]
    right = [f for f in frames if f.box[0] >= gutter]
    across = [f for f in frames if f.box[0] < gutter < f.box[2]]
    if not across:
        return _cut(left, depth + 1) + _cut(right, depth + 1)
    return [part for band in _parted(left + right, across) for part in _cut(band, depth + 1)]


def _parted(sides: list[Frame], across: list[Frame]) -> list[list[Frame]]:
    """Bands from top to bottom: what lies across is a band of its own, so is what lies between."""
    edges = sorted(across, key=lambda f: f.box[1])
    bands: list[list[Frame]] = [[] for _ in range(2 * len(edges) + 1)]
    for k, frame in enumerate(edges):
        bands[2 * k + 1].append(frame)
    for frame in sides:
        middle = (frame.box[1] + frame.box[3]) / 2
        above = sum((edge.box[1] + edge.box[3]) / 2 < middle for edge in edges)
        bands[2 * above].append(frame)
    return [band for band in bands if band]


def _gutter(frames: list[Frame]) -> float | None:
    """Where the region is best cut from top to bottom; None where it is one column."""
    best, best_cost = None, 0.0
    for x in _candidates(frames):
        left = [f for f in frames if f.box[2] <= x]
        right = [f for f in frames if f.box[0] >= x]
        if not (_is_text(left) and _is_text(right) and _side_by_side(left, right)):
            continue
        cost = _lines_in([f for f in frames if f.box[0] < x < f.box[2]]) / max(_lines_in(frames), 1)
        if cost < 0.5 and (best is None or cost < best_cost - 0.02):
            best, best_cost = x, cost
    return best


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
    return widest > 5 * min(f.size for f in frames) and sum(len(s.text) for f in frames for s in f.segments) > 20


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


def _bands(frames: list[Frame], depth: int) -> list[list[Frame]]:
    """Cut at the widest empty band that lies across the region, where columns may begin or end."""
    ordered = sorted(frames, key=lambda f: f.box[1])
    bottom, widest, at = ordered[0].box[3], 0.0, 0
    for k, frame in enumerate(ordered[1:], start=1):
        gap = frame.box[1] - bottom
        if gap > widest:
            widest, at = gap, k
        bottom = max(bottom, frame.box[3])
    if at == 0 or widest < 0.5 * ordered[0].size:
        return [frames]
    parts = _cut(ordered[:at], depth + 1) + _cut(ordered[at:], depth + 1)
    return [frames] if len(parts) == 2 else parts
