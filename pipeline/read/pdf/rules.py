"""Ruling lines and cell rectangles of a page: the cheap look that says where a table may be."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from pipeline.types import Box

_MOST_OBJECTS = 4_000
_FEWEST_RULES = 3
_NARROWEST_BOX, _LOWEST_BOX = 60.0, 24.0
"""Points."""
_STEP = 4.0
"""Points by which rules of one table may differ in extent."""


@dataclass(slots=True)
class Rules:
    """``bands``: heights of level rules of one extent (x0, x1); ``upright``: (x, top, bottom) of the others.

    ``boxes``: what is wide and high enough to hold lines of text.
    """

    bands: dict[tuple[float, float], list[float]] = field(default_factory=dict)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def suggest_grid(self) -> bool:
        """Upright rules among level ones, or cells side by side: pdfplumber finds them."""
        return any(self._has_uprights(band) for band in self.bands) or self._has_cells()

    def _has_uprights(self, band: tuple[float, float]) -> bool:
        heights = self.bands[band]
        within = {
            round(x / _STEP)
            for x, top, bottom in self.upright
            if band[0] - 2 <= x <= band[1] + 2 and top < heights[-1] and bottom > heights[0]
        }
        return len(within) >= _FEWEST_RULES

    def _has_cells(self) -> bool:
        """Do two bands side by side have three heights in common?"""
        seen: dict[tuple[int, ...], tuple[float, float]] = {}
        for band, heights in self.bands.items():
            key = tuple(round(height / _STEP) for height in heights[:_FEWEST_RULES])
            other = seen.setdefault(key, band)
            if other[1] <= band[0] + 2 or band[1] <= other[0] + 2:
                return True
        return False


def rules_of(page: pdfium.PdfPage) -> Rules:
    """The level rules that stand three or more under one another, from at most 4,000 objects."""
    left, _bottom, _, top = page.get_bbox()
    groups: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
    upright: list[tuple[float, float, float]] = []
    boxes: list[Box] = []
    for x0, y0, x1, y1 in _paths(page):
        width, height = x1 - x0, y1 - y0
        if width > _NARROWEST_BOX and height > _LOWEST_BOX and page.get_rotation() == 0:
            boxes.append((x0 - left, top - y1, x1 - left, top - y0))
        if width > 30 and height < 150 and page.get_rotation() == 0:
            edges = (y1,) if height < 3 else (y0, y1)
            key = (round(x0 / _STEP), round(x1 / _STEP))
            groups[key] += [(x0 - left, x1 - left, top - y) for y in edges]
        elif height > 8 and width < 3:
            upright.append((x0 - left, top - y1, top - y0))
    return Rules(_bands(groups), upright, boxes)


def _paths(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = []
    for i in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, i)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            found.append((left.value, bottom.value, right.value, top.value))
    return found


def _bands(groups: dict[tuple[int, int], list[tuple[float, float, float]]]) -> dict[tuple[float, float], list[float]]:
    bands: dict[tuple[float, float], list[float]] = {}
    for edges in groups.values():
        heights = _apart(sorted(y for _, _, y in edges))
        if len(heights) >= _FEWEST_RULES:
            bands[edges[0][0], edges[0][1]] = heights
    return bands


def _apart(values: list[float]) -> list[float]:
    """Values that are more than 4 points from the one before."""
    kept: list[float] = []
    for value in values:
        if not kept or value - kept[-1] > 4:
            kept.append(value)
    return kept
