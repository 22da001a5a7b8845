"""Filled or framed boxes of a page: what stands in one is read together, apart from what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict

from pipeline.read.pdf.geometry import PageText, Segment, inside, same_line, union
from pipeline.read.pdf.rules import Rules
from pipeline.types import Box

_MOST = 100
_LARGEST = 0.7
"""Share of the page; what is larger is its background."""
_LARGEST_PHOTOGRAPH = 0.5
_STEP = 4.0
"""Points by which the edges of cards may differ."""
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
    near = 3 if _is_card(box, boxes) else 20
    for other in boxes:
        if other is box:
            continue
        level = abs(box[1] - other[1]) < 3 and abs(box[3] - other[3]) < 3
        stacked = abs(box[0] - other[0]) < 3 and abs(box[2] - other[2]) < 3
        beside = min(abs(box[2] - other[0]), abs(box[0] - other[2])) < 3
        above = min(abs(box[3] - other[1]), abs(box[1] - other[3])) < near
        if (level and beside) or (stacked and above):
            return True
    return False


def _is_card(box: Box, boxes: list[Box]) -> bool:
    """Does another of its size stand level with it, apart from it?"""
    return any(
        abs(box[1] - other[1]) < 3
        and abs(box[3] - other[3]) < 3
        and abs((box[2] - box[0]) - (other[2] - other[0])) < 3
        and max(box[0] - other[2], other[0] - box[2]) >= 3
        for other in boxes
        if other is not box
    )


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
    return _cards_in_rows(segments)


def _cards_in_rows(segments: list[Segment]) -> list[Segment]:
    """Boxes of one size that stand in rows and columns are read row by row: each row is a box of its own."""
    rows: dict[tuple[int, int], list[Segment]] = defaultdict(list)
    for segment in segments:
        if segment.inner:
            rows[round(segment.box[1] / _STEP), round(segment.box[3] / _STEP)].append(segment)
    edges = Counter(_columns(row) for row in rows.values() if len(row) > 1)
    for row in rows.values():
        if len(row) < 2 or edges[_columns(row)] < 2:
            continue
        row.sort(key=lambda card: card.box[0])
        whole = Segment(row[0].words, row[0].size, union([card.box for card in row]), inner=row)
        at = min(segments.index(card) for card in row)
        cards = {id(card) for card in row}
        segments = [s for s in [*segments[:at], whole, *segments[at:]] if id(s) not in cards]
    return segments


def _columns(row: list[Segment]) -> tuple[int, ...]:
    """The left and right edges of the cards."""
    return tuple(sorted(round(edge / _STEP) for card in row for edge in (card.box[0], card.box[2])))
