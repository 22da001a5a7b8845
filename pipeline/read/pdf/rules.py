"""A page's shapes told apart: rules and the edges of cells, boxes around text, bullets that are drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.read.pdf.geometry import inside
from pipeline.read.pdf.shapes import Shape
from pipeline.types import Box

_FEWEST_RULES = 3
_THIN = 3.0
"""Points: what is thinner is a rule."""
_SHORTEST = 8.0
_TALLEST_CELL = 150.0
_STEP = 4.0
"""Points by which rules of one table may differ in extent."""
_DOT = (2.0, 14.0)
"""Points: heights of a bullet."""
_MOST_DOTS = 200
_ICON = 90.0
"""Points: what is smaller and no dot may be a picture, and dots in it are parts of that."""
_NARROWEST_BOX, _LOWEST_BOX = 60.0, 24.0


@dataclass(slots=True)
class Rules:
    """All in points from the page's top left corner.

    ``level``: (x0, x1, y) and ``upright``: (x, top, bottom) of rules and of the edges of rectangles.
    ``bands``: heights of level ones of one extent (x0, x1), three or more under one another.
    ``boxes``: what is wide and high enough to hold lines of text. ``dots``: what is small and as high as wide.
    ``pictures``: photographs of that size.
    """

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    bands: dict[tuple[float, float], list[float]] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    @property
    def suggest_grid(self) -> bool:
        """Three rules each way may make two rows of two cells."""
        places = {round(x / _STEP) for x, _, _ in self.upright}
        return len(places) >= _FEWEST_RULES and len({round(y / _STEP) for _, _, y in self.level}) >= _FEWEST_RULES


def rules_of(shapes: list[Shape]) -> Rules:
    """The rules, boxes and dots among the shapes."""
    rules = Rules()
    icons: list[Box] = []
    for shape in shapes:
        x0, top, x1, bottom = shape.box
        width, height = x1 - x0, bottom - top
        if shape.picture:
            rules.pictures += [shape.box] if width > _NARROWEST_BOX and height > _LOWEST_BOX else []
            continue
        if shape.straight:
            _add_edges(rules, shape.box)
        if _DOT[0] < height < _DOT[1] and 0.6 * height < width < 1.6 * height:
            rules.dots.append(shape.box)
        elif _DOT[1] <= height < _ICON and _DOT[1] <= width < _ICON:
            icons.append(shape.box)
        if width > _NARROWEST_BOX and height > _LOWEST_BOX:
            rules.boxes.append(shape.box)
    icons = icons[:_MOST_DOTS]
    rules.dots = [dot for dot in rules.dots[:_MOST_DOTS] if not any(inside(dot, icon) for icon in icons)]
    rules.bands = _bands(rules.level)
    return rules


def _add_edges(rules: Rules, box: Box) -> None:
    x0, top, x1, bottom = box
    width, height = x1 - x0, bottom - top
    if height < _THIN:
        rules.level += [(x0, x1, (top + bottom) / 2)] if width > _SHORTEST else []
    elif width < _THIN:
        rules.upright += [((x0 + x1) / 2, top, bottom)] if height > _SHORTEST else []
    elif width > _SHORTEST and height < _TALLEST_CELL:
        rules.level += [(x0, x1, top), (x0, x1, bottom)]
        rules.upright += [(x0, top, bottom), (x1, top, bottom)]


def _bands(level: list[tuple[float, float, float]]) -> dict[tuple[float, float], list[float]]:
    groups: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
    for x0, x1, y in level:
        if x1 - x0 > 30:
            groups[round(x0 / _STEP), round(x1 / _STEP)].append((x0, x1, y))
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
