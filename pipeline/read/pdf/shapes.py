"""What is drawn on a page: bounds of its pictures, lines, rectangles and other paths, straight from pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from pipeline.read.pdf.segments import shown
from pipeline.types import Box

_MOST_OBJECTS = 4_000
_MOST_POINTS = 20_000
_LINE = 2
"""Points of a line."""
_SLANT = 3.0
"""Points by which a level or upright line may rise or lean."""
_SIMPLE = 5
"""Segments of a rectangle; paths of more may hold several figures."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``box`` in points from the shown page's top left corner; ``straight``: a line or a rectangle."""

    box: Box
    straight: bool
    picture: bool = False
    """A photograph or another image of dots."""


def shapes_of(page: pdfium.PdfPage) -> list[Shape]:
    """The visible figures of the page's images and paths, from at most 4,000 objects and 20,000 points."""
    to_top_left = shown(page)
    found = []
    for (x0, y0, x1, y1), straight, picture in _figures(page):
        found.append(Shape(to_top_left(x0, y1, x1, y0), straight, picture))
    return found


def _figures(page: pdfium.PdfPage) -> Iterator[tuple[Box, bool, bool]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    points = 0
    for i in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, i)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            yield (left.value, bottom.value, right.value, top.value), False, True
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            continue
        count = raw.FPDFPath_CountSegments(item)
        points += count
        if (count > _SIMPLE or count == _LINE) and points < _MOST_POINTS:  # bounds count in the pen, however broad
            yield from ((box, straight, False) for box, straight in _parts(item, count))
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        box = (left.value, bottom.value, right.value, top.value)
        yield box, count <= _SIMPLE, False


def _parts(item, count: int) -> Iterator[tuple[Box, bool]]:
    """The figures of one path: Word and Excel draw a whole grid as one."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    places: list[tuple[float, float]] = []
    straight = True
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, i)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO and places:
            yield _around(places), straight and _is_simple(places)
            places, straight = [], True
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        places.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    if places:
        yield _around(places), straight and _is_simple(places)


def _is_simple(places: list[tuple[float, float]]) -> bool:
    """A rectangle, or a line that does not slant."""
    if len(places) != _LINE:
        return len(places) <= _SIMPLE
    (a, b), (c, d) = places
    return abs(a - c) < _SLANT or abs(b - d) < _SLANT


def _around(places: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (min(xs), min(ys), max(xs), max(ys))
