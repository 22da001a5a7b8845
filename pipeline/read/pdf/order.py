"""Segments → columns in reading order, each a list of lines from top to bottom.

Segments that the file writes one below the other form a frame. A region of frames is cut at a
gutter with text on both sides; frames that lie across the gutter part it into bands, read from top
to bottom. What no cut parts is read from top to bottom and left to right.
"""

from __future__ import annotations

import itertools

from pipeline.read.characters import starts_lower
from pipeline.read.joining import goes_on
from pipeline.read.pdf.floats import set_aside
from pipeline.read.pdf.geometry import Frame, Segment, overlap, same_line, union

Column = list[list[Segment]]
"""Lines; a line is its segments from left to right."""

_DEPTH = 12
_WIDE = 0.8
"""Share of a region's width from which a frame lies across it."""
_MOST_FRAMES = 400


def columns_of(segments: list[Segment]) -> list[Column]:
    """The columns of a page in reading order."""
    frames = _frames(segments)
    if not 1 < len(frames) <= _MOST_FRAMES:
        return [column for region in _cut(frames, 0) for column in _opened(lines_of(region))]
    frames, figures, notes = set_aside(frames)
    _widen_titles(frames)
    columns: list[Column] = []
    for region in _cut(frames, 0):
        stands_in = {id(frame) for frame in region}
        columns += [lines_of([figure]) for figure, words in figures if id(words) in stands_in]
        columns += _opened(lines_of(region))
        around = [note for note, host in notes if id(host) in stands_in]
        columns += [lines_of(around)] if around else []
    return columns


def _widen_titles(frames: list[Frame]) -> None:
    """A title over the first of several columns that begin below it at one height stands over them all."""
    for title in frames:
        if len(title.segments) > 2:
            continue
        columns = _columns_below(title, frames)
        if len(columns) > 1:
            title.box = union([title.box, (columns[0].box[0], title.box[1], columns[-1].box[2], title.box[3])])


def _columns_below(title: Frame, frames: list[Frame]) -> list[Frame]:
    """The first column right below, and those beside it; none where something stands beside the title."""
    below = [f for f in frames if 0 <= f.box[1] - title.box[3] < 1.5 * title.size and 1.15 * f.size < title.size]
    first = next((f for f in below if abs(f.box[0] - title.box[0]) < f.size and len(f.segments) > 1), None)
    if first is None:
        return []
    level = [f for f in below if abs(f.box[1] - first.box[1]) < 0.5 * f.size and f.box[0] >= first.box[0]]
    level.sort(key=lambda f: f.box[0])
    beside = any(
        f is not title and overlap(f.box[1], f.box[3], title.box[1], title.box[3]) > 0 and f.box[0] < level[-1].box[2]
        for f in frames
        if f.box[0] >= title.box[2]
    )
    return [] if beside else level


def _opened(lines: Column) -> list[Column]:
    """A column parted at each box that stands in it; the box's own columns take its place."""
    parts: list[Column] = [[]]
    for line in lines:
        boxes = [segment for segment in line if segment.inner]
        outside = [segment for segment in line if not segment.inner]
        if outside:
            parts[-1].append(outside)
        for box in boxes:
            parts += [*columns_of(box.inner), []]
    return [part for part in parts if part]


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
    if segment.inner or segment.table or frame.segments[-1].inner or frame.segments[-1].table:
        return False
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
    parts = _between_wide(frames) if len(frames) <= _MOST_FRAMES else [frames]
    if len(parts) > 1:
        return [region for part in parts for region in _cut(part, depth + 1)]
    gutter = _gutter(frames) if len(frames) <= _MOST_FRAMES else None
    if gutter is None:
        return _bands(frames, depth)
    left = [f for f in frames if f.box[2] <= gutter]
    right = [f for f in frames if f.box[0] >= gutter]
    across = [f for f in frames if f.box[0] < gutter < f.box[2]]
    if not across:
        return _cut(left, depth + 1) + _cut(right, depth + 1)
    return [part for band in _parted(left + right, across) for part in _cut(band, depth + 1)]


def _between_wide(frames: list[Frame]) -> list[list[Frame]]:
    """Parted at frames as wide as the region, where others stand side by side above or below them."""
    whole = union([f.box for f in frames])
    least = _WIDE * (whole[2] - whole[0])
    wide = [f for f in frames if f.box[2] - f.box[0] > least and not _meets(f, [g for g in frames if g is not f])]
    rest = [f for f in frames if all(f is not w for w in wide)]
    if not wide or not _stand_beside(rest):
        return [frames]
    parts: list[list[Frame]] = []
    for band in _parted(rest, wide):
        if parts and _is_one_column(parts[-1] + band):
            parts[-1] += band
        else:
            parts.append(band)
    return parts


def _is_one_column(frames: list[Frame]) -> bool:
    """All about as wide as the widest, or single lines, and none beside another."""
    widths = [f.box[2] - f.box[0] for f in frames if len(f.segments) > 1]
    return (not widths or min(widths) > _WIDE * max(widths)) and not _stand_beside(frames)


def _stand_beside(frames: list[Frame]) -> bool:
    """Do two of them, a few words wide and not both of one line, share height?"""
    broad = sorted((f for f in frames if f.box[2] - f.box[0] > 3 * f.size), key=lambda f: f.box[1])
    for i, frame in enumerate(broad):
        for other in broad[i + 1 :]:
            if other.box[1] > frame.box[3]:
                break
            apart = overlap(frame.box[0], frame.box[2], other.box[0], other.box[2]) <= 0
            if apart and len(frame.segments) + len(other.segments) > 2 and _meets(frame, [other]):
                return True
    return False


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
        across = [f for f in frames if f.box[0] < x < f.box[2]]
        torn = _lines_in([f for f in across if _meets(f, left + right)])
        cost = (torn + 0.25 * _lines_in(across)) / max(_lines_in(frames), 1)
        if cost < 0.5 and (best is None or cost < best_cost - 0.02):
            best, best_cost = x, cost
    return best


def _meets(frame: Frame, others: list[Frame]) -> bool:
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
    return widest > 4 * min(f.size for f in frames) and sum(len(s.text) for f in frames for s in f.segments) > 16


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
