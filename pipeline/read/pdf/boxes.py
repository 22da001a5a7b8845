"""Filled or framed boxes of a page: what stands in one is read together, apart from what stands around it."""

from __future__ import annotations

from pipeline.read.pdf.geometry import PageText, Segment, inside, same_line
from pipeline.read.pdf.rules import Rules
from pipeline.types import Box

_MOST = 100
_LARGEST = 0.7
"""Share of the page; what is larger is its background."""
_LARGEST_PHOTOGRAPH = 0.5
_CAPTION_HEIGHT = 0.12
"""Share of a photograph's height."""


def boxes_of(page: PageText, rules: Rules) -> list[Box]:
    """Boxes and pictures with two lines of text or more, largest first; no cells, no stripes of a table."""
    area = page.width * page.height
    boxes = [b for b in _apart(rules.boxes + rules.pictures) if (b[2] - b[0]) * (b[3] - b[1]) < _LARGEST * area]
    boxes.sort(key=lambda b: (b[2] - b[0]) * (b[3] - b[1]), reverse=True)
    return [b for b in boxes[:_MOST] if not _touches_alike(b, boxes) and _holds_text(b, page.segments)]


def set_captions_aside(page: PageText, rules: Rules) -> None:
    """A line or two of words alone on a photograph say what it shows: they go to the page's ``asides``."""
    area = page.width * page.height
    for picture in rules.pictures[:_MOST]:
        if (picture[2] - picture[0]) * (picture[3] - picture[1]) > _LARGEST_PHOTOGRAPH * area:
            continue
        within = [segment for segment in page.segments if inside(segment.box, picture, 0.0)]
        if 0 < len(within) < 3 and all(_is_small(segment, picture) for segment in within):
            gone = {id(segment) for segment in within}
            page.segments = [segment for segment in page.segments if id(segment) not in gone]
            page.asides += within


def _is_small(segment: Segment, picture: Box) -> bool:
    """Type that leaves most of the picture to be seen, and does not run over its edge."""
    low = segment.box[3] - segment.box[1] < _CAPTION_HEIGHT * (picture[3] - picture[1])
    return low and not segment.bold and picture[0] <= segment.box[0] and segment.box[2] <= picture[2]


def _apart(boxes: list[Box]) -> list[Box]:
    """One of each place: a box and its shadow or frame are one."""
    return list({tuple(round(value / 6) for value in box): box for box in boxes}.values())


def _touches_alike(box: Box, boxes: list[Box]) -> bool:
    """Does one of the same height stand at its side, or of the same width above or below it?"""
    for other in boxes:
        if other is box:
            continue
        level = abs(box[1] - other[1]) < 3 and abs(box[3] - other[3]) < 3
        stacked = abs(box[0] - other[0]) < 3 and abs(box[2] - other[2]) < 3
        beside = min(abs(box[2] - other[0]), abs(box[0] - other[2])) < 3
        above = min(abs(box[3] - other[1]), abs(box[1] - other[3])) < 20
        if (level and beside) or (stacked and above):
            return True
    return False


def _holds_text(box: Box, segments: list[Segment]) -> bool:
    """Two lines at least, and none that runs over its edge."""
    within = [segment for segment in segments if inside(segment.box, box)]
    if len(within) < 2 or all(same_line(within[0].box, segment.box) for segment in within):
        return False
    return all(s.box[0] > box[0] - 4 and s.box[2] < box[2] + 4 for s in within)


def set_apart(segments: list[Segment], boxes: list[Box]) -> list[Segment]:
    """The segments, those of each box behind one that stands for them where the box's first one stood."""
    for box in reversed(boxes):  # the smallest first: they stand in the larger ones
        within = [segment for segment in segments if inside(segment.box, box)]
        if len(within) < 2 or len(within) == len(segments):
            continue
        stand_in = Segment(within[0].words, within[0].size, box, inner=within)
        taken = {id(segment) for segment in within}
        at = segments.index(within[0])
        kept = [s for s in segments[:at] if id(s) not in taken], [s for s in segments[at:] if id(s) not in taken]
        segments = [*kept[0], stand_in, *kept[1]]
    return segments
