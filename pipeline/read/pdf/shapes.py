"""What is drawn on a page: bounds of its lines, rectangles and other paths, straight from pypdfium2."""

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
_SIMPLE = 5
"""Segments of a rectangle; paths of more may hold several figures."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``box`` in points from the shown page's top left corner; ``straight``: a line or a rectangle."""

    box: Box
    straight: bool


def shapes_of(page: pdfium.PdfPage) -> list[Shape]:
    """The visible figures of the page's paths, from at most 4,000 objects and 20,000 points."""
    to_top_left = shown(page)
    found = []
    for (x0, y0, x1, y1), straight in _figures(page):
        found.append(Shape(to_top_left(x0, y1, x1, y0), straight))
    return found


def _figures(page: pdfium.PdfPage) -> Iterator[tuple[Box, bool]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    points = 0
    for i in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, i)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            continue
        count = raw.FPDFPath_CountSegments(item)
        points += count
        if count > _SIMPLE and points < _MOST_POINTS:
            yield from _parts(item, count)
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        box = (left.value, bottom.value, right.value, top.value)
        slanted = count == 2 and box[2] - box[0] > 3 and box[3] - box[1] > 3
        yield box, count <= _SIMPLE and not slanted


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
            yield _around(places), straight and len(places) <= _SIMPLE
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
        yield _around(places), straight and len(places) <= _SIMPLE


def _around(places: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (min(xs), min(ys), max(xs), max(ys))
