"""Segments → frames: what the file writes one below the other, in one column."""

from __future__ import annotations

import itertools

from pipeline.read.pdf.geometry import Frame, Segment, overlap, same_line, union

_TILE = 1.4
"""Times the size of the words below it."""
_SHORT = 12
"""Characters of a figure."""


def frames_of(segments: list[Segment]) -> list[Frame]:
    frames: list[Frame] = []
    for segment, below in itertools.zip_longest(segments, segments[1:]):
        if frames and _follows(frames[-1], segment) and not _is_figure(frames[-1], segment, below):
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


def _is_figure(frame: Frame, segment: Segment, below: Segment | None) -> bool:
    """A number over smaller words, in another size than what is above it, as on a tile below a title?"""
    text = segment.text
    if below is None or len(text) > _SHORT or not text[:1].isdigit() or any(c.isalpha() for c in text):
        return False
    return segment.size > _TILE * below.size and abs(segment.size - frame.size) > 0.05 * frame.size


def widen_titles(frames: list[Frame]) -> None:
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
