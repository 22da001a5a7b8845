"""Text set from bottom to top or top to bottom: whole pages are turned upright, single lines set aside."""

from __future__ import annotations

import itertools

from pipeline.read.pdf.geometry import PageText, Segment, Word
from pipeline.read.pdf.segments import segments_of
from pipeline.types import Box


def set_upright(page: PageText) -> bool:
    """Turns the page's segments if most of its text stands on its side (True); else that text goes to ``asides``."""
    turned = [segment for segment in page.segments if _is_turned(segment)]
    if not turned:
        return False
    upwards = _runs_upwards(turned)
    if _letters(turned) > 0.5 * _letters(page.segments):
        page.segments = _upright(page.segments, page, upwards)
        page.width, page.height = page.height, page.width
        return True
    gone = {id(segment) for segment in turned}
    page.segments = [segment for segment in page.segments if id(segment) not in gone]
    page.asides = _upright(turned, page, upwards)
    return False


def _letters(segments: list[Segment]) -> int:
    return sum(len(segment.text) for segment in segments)


def _is_turned(segment: Segment) -> bool:
    """Are its words of three letters and more, as a whole, higher than wide, and not side by side as narrow type is?"""
    boxes = [word.box for word in segment.words if len(word.text) > 2]
    if sum(b[3] - b[1] for b in boxes) <= 1.2 * sum(b[2] - b[0] for b in boxes):
        return False
    first, last = segment.words[0].box, segment.words[-1].box
    return len(segment.words) < 2 or abs(last[0] - first[0]) < abs(last[1] - first[1])


def _runs_upwards(turned: list[Segment]) -> bool:
    words = [word for segment in turned for word in segment.words]
    steps = [b.box[1] - a.box[1] for a, b in itertools.pairwise(words) if abs(a.box[0] - b.box[0]) < 3]
    return sum(step < 0 for step in steps) >= sum(step > 0 for step in steps)


def _upright(segments: list[Segment], page: PageText, upwards: bool) -> list[Segment]:
    words = [Word(w.text, _turn(w.box, page, upwards), w.bold) for segment in segments for w in segment.words]
    return segments_of(words)


def _turn(box: Box, page: PageText, upwards: bool) -> Box:
    x0, top, x1, bottom = box
    if upwards:
        return (page.height - bottom, x0, page.height - top, x1)
    return (top, page.width - x1, bottom, page.width - x0)
