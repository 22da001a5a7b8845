"""Text on tints and photographs, which one threshold for a whole page loses: whether a page has any, and what a
second reading of it adds to the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.pdf.geometry import overlap, same_line
from pipeline.read.pdf.recognised import ReadLine

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST = 400
"""Longest side in pixels of the picture in which grounds are looked for."""
_STROKE = 9
"""Pixels of it that no stroke of ordinary type is wide."""
_DARKER = 20
"""Levels of grey, of 256, by which a tint is darker than the paper."""
_LEAST = 0.03
"""Share of the page."""
_SUREST = 0.7
"""Share of a line's letters that are beyond doubt, if only the second reading has it."""
_FEWEST = 6
"""Letters of it."""


def has_tints(image: Image) -> bool:
    """Has a part of the page another ground than its paper? ``image``: in grey."""
    from PIL import ImageFilter

    step = max(1, max(image.size) // _LARGEST)
    grounds = image.reduce(step).filter(ImageFilter.MaxFilter(_STROKE)).histogram()
    paper = max(range(len(grounds)), key=grounds.__getitem__)
    return sum(grounds[: max(paper - _DARKER, 0)]) > _LEAST * sum(grounds)


def joined(first: list[ReadLine], second: list[ReadLine]) -> list[ReadLine]:
    """The first reading's lines in order, each as the surer reading has it, and those only the second has."""
    lines = list(first)
    for line in second:
        alike = [other for other in lines if _same(line, other)]
        if not alike:
            if _is_sure(line):
                lines.insert(_place(line, lines), line)
        elif len(alike) == 1 and line.sure > alike[0].sure and _height(line) < 1.6 * _height(alike[0]):
            lines = [line if other is alike[0] else other for other in lines]
    return lines


def _same(line: ReadLine, other: ReadLine) -> bool:
    return same_line(line.box, other.box) and overlap(line.box[0], line.box[2], other.box[0], other.box[2]) > 0


def _is_sure(line: ReadLine) -> bool:
    letters = sum(sum(map(str.isalpha, word.text)) for word in line.words)
    return line.sure >= max(_FEWEST, _SUREST * letters)


def _height(line: ReadLine) -> float:
    """Twice as much where two lines ran into one."""
    return line.box[3] - line.box[1]


def _place(line: ReadLine, lines: list[ReadLine]) -> int:
    """Right after the nearest line above it, in its column; at the top where there is none."""
    above = [
        (line.box[1] - other.box[3], i)
        for i, other in enumerate(lines)
        if other.box[1] < line.box[1] and overlap(line.box[0], line.box[2], other.box[0], other.box[2]) > 0
    ]
    return min(above)[1] + 1 if above else 0
