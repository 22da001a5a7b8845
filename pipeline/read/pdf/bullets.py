"""Bullets that are drawn, not written: small shapes, one below the other, each before a line."""

from __future__ import annotations

from collections import defaultdict

from pipeline.read.pdf.geometry import Segment, Word, union
from pipeline.types import Box

_FARTHEST = 2.5
"""Times the type's height that a bullet may be from its words."""


def write_bullets(segments: list[Segment], shapes: list[Box]) -> None:
    """Puts a "•" before each line that a shape stands before, where two or more shapes do so on one edge."""
    found: dict[int, dict[int, tuple[Segment, Box]]] = defaultdict(dict)
    for shape in shapes:
        for segment in segments:
            if _stands_before(shape, segment):
                found[round(shape[0] / 3)][id(segment)] = (segment, shape)
    for before in found.values():
        if len(before) < 2:
            continue
        for segment, shape in before.values():
            if not segment.words[0].text.startswith("•"):
                segment.words.insert(0, Word("•", shape, segment.words[0].bold))
                segment.box = union([segment.box, (shape[0], segment.box[1], shape[2], segment.box[3])])


def _stands_before(shape: Box, segment: Segment) -> bool:
    middle = (shape[1] + shape[3]) / 2
    gap = segment.box[0] - shape[2]
    small = shape[3] - shape[1] < 1.3 * segment.size
    return small and segment.box[1] < middle < segment.box[3] and 0 <= gap < _FARTHEST * segment.size
