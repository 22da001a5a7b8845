"""Bullets too pale or too small for Tesseract: specks of ink that stand alone before a line in the page's picture."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pipeline.read.pdf.bullets import write_bullets
from pipeline.read.pdf.geometry import Segment, inside
from pipeline.types import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_REACH = 2.2
"""Times the line's height, left of its first word, in which a bullet is looked for."""
_INK = 18
"""Levels of grey, of 256, by which ink differs from its ground; yellow on white differs by thirty."""
_NARROWEST, _WIDEST = 0.12, 0.9
"""Times the line's height that a bullet is wide."""
_LOWEST, _HIGHEST = 0.12, 1.0


def with_specks(segments: list[Segment], image: Image, scale: float) -> list[Segment]:
    """The segments, with a "•" before each that a speck stands before, and without what was read of those specks."""
    write_bullets(segments, specks_before(segments, image, scale))
    return [s for s in segments if any(map(str.isalnum, s.text)) or not _is_within_another(s, segments)]


def _is_within_another(sign: Segment, segments: list[Segment]) -> bool:
    return any(other is not sign and inside(sign.box, other.box, 0.0) for other in segments)


def specks_before(segments: list[Segment], image: Image, scale: float) -> list[Box]:
    """One box in points for each line with a single speck before it. ``image``: in grey; ``scale``: pixels a point."""
    found = [_speck(segment, image, scale) for segment in segments]
    return [box for box in found if box]


def _speck(segment: Segment, image: Image, scale: float) -> Box | None:
    """The only thing in a strip before the line, with nothing at the strip's left edge."""
    height = segment.size
    left, top = segment.words[0].box[0] - _REACH * height, segment.words[0].box[1]
    x0, y0, x1, y1 = (round(v * scale) for v in (left, top, segment.words[0].box[0] - 0.5, top + height))
    if x0 < 0 or x1 - x0 < 3 or y1 - y0 < 3:
        return None
    strip = image.crop((x0, y0, x1, y1))
    levels = strip.histogram()
    ground = max(range(len(levels)), key=levels.__getitem__)
    ink = strip.point([255 if abs(level - ground) > _INK else 0 for level in range(256)])
    columns = [run for run in _runs(ink.getprojection()[0]) if run[1] - run[0] > _NARROWEST * height * scale]
    if len(columns) != 1 or columns[0][0] == 0:
        return None
    (a, b), rows = columns[0], ink.crop((columns[0][0], 0, columns[0][1], ink.height)).getprojection()[1]
    inked = [i for i, any_in_row in enumerate(rows) if any_in_row]
    wide, high = (b - a) / scale, (inked[-1] + 1 - inked[0]) / scale
    if not (wide < _WIDEST * height and _LOWEST * height < high < _HIGHEST * height):
        return None
    x, y = left + a / scale, top + inked[0] / scale
    return (x, y, x + wide, y + high)


def _runs(flags: list[int]) -> list[tuple[int, int]]:
    """[start, end) of the runs of true ones."""
    runs, at = [], 0
    for flag, group in itertools.groupby(flags, key=bool):
        length = len(list(group))
        if flag:
            runs.append((at, at + length))
        at += length
    return runs
