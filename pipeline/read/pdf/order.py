"""Segments → columns in reading order, each a list of lines from top to bottom.

A region of frames is cut at a gutter with text on both sides; frames that lie across the gutter part it into
bands, read from top to bottom. What no cut parts is read from top to bottom and left to right.
"""

from __future__ import annotations

from pipeline.read.pdf.floats import set_aside
from pipeline.read.pdf.frames import frames_of, widen_titles
from pipeline.read.pdf.geometry import Frame, Segment, overlap, same_line, union
from pipeline.read.pdf.gutters import gutter_of, meets

Column = list[list[Segment]]
"""Lines; a line is its segments from left to right."""

_DEPTH = 12
_WIDE = 0.8
"""Share of a region's width from which a frame lies across it."""
_MOST_FRAMES = 400


def columns_of(segments: list[Segment]) -> list[Column]:
    """The columns of a page in reading order."""
    frames = frames_of(segments)
    if not 1 < len(frames) <= _MOST_FRAMES:
        return [column for region in _cut(frames, 0) for column in _opened(lines_of(region))]
    frames, figures, notes = set_aside(frames)
    widen_titles(frames)
    columns: list[Column] = []
    for region in _cut(frames, 0):
        stands_in = {id(frame) for frame in region}
        columns += [lines_of([figure]) for figure, words in figures if id(words) in stands_in]
        columns += _opened(lines_of(region))
        around = [note for note, host in notes if id(host) in stands_in]
        columns += [lines_of(around)] if around else []
    return columns


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


def _cut(frames: list[Frame], depth: int) -> list[list[Frame]]:
    if len(frames) < 2 or depth > _DEPTH:
        return [frames] if frames else []
    parts = _between_wide(frames) if len(frames) <= _MOST_FRAMES else [frames]
    if len(parts) > 1:
        return [region for part in parts for region in _cut(part, depth + 1)]
    gutter = gutter_of(frames) if len(frames) <= _MOST_FRAMES else None
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
    wide = [f for f in frames if f.box[2] - f.box[0] > least and not meets(f, [g for g in frames if g is not f])]
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
            if apart and len(frame.segments) + len(other.segments) > 2 and meets(frame, [other]):
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
        return _captions_apart(frames)
    parts = _cut(ordered[:at], depth + 1) + _cut(ordered[at:], depth + 1)
    return [frames] if len(parts) == 2 else parts


def _captions_apart(frames: list[Frame]) -> list[list[Frame]]:
    """Words of a few lines side by side, too few for columns: "Anne / MARTIN" beside "Paul / LE GOFF".

    Three and more may be of one line to three, two are of two each.
    """
    first = frames[0]
    lines = [len(f.segments) for f in frames]
    few = set(lines) == {2} or (len(frames) > 2 and 1 < max(lines) < 4)
    level = few and all(abs(f.box[1] - first.box[1]) < 0.5 * f.size for f in frames)
    if len(frames) > 1 and level and all(any(map(str.isalpha, s.text)) for f in frames for s in f.segments):
        return [[frame] for frame in sorted(frames, key=lambda f: f.box[0])]
    return [frames]
