"""Text on tints and photographs, which one threshold for a whole page loses: where a page has any, and what further
readings of those parts add to the first.
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
_AROUND = 7
"""Pixels of the small picture by which a strip is wider than its tint."""
_SUREST = 0.7
"""Share of a line's letters that are beyond doubt, if only the second reading has it."""
_FEWEST = 6
"""Letters of it."""


def tinted(image: Image) -> list[Image]:
    """The page with nothing on it but the strips that have another ground than its paper, and its negative, in which
    what was written light on dark is dark; none where the page has no such strip. ``image``: in grey.
    """
    from PIL import Image as Pictures
    from PIL import ImageOps

    strips = _strips(image)
    if strips is None:
        return []
    pictures = []
    for picture in (image, ImageOps.invert(image)):
        blank = Pictures.new("L", image.size, 255)
        blank.paste(picture, (0, 0), strips)
        pictures.append(blank)
    return pictures


def _strips(image: Image) -> Image | None:
    """A mask of the rows in which a tint lies: whole rows, as letters in it hide its extent."""
    from PIL import Image as Pictures
    from PIL import ImageFilter

    step = max(1, max(image.size) // _LARGEST)
    grounds = image.reduce(step).filter(ImageFilter.MaxFilter(_STROKE))
    levels = grounds.histogram()
    paper = max(range(len(levels)), key=levels.__getitem__)
    if sum(levels[: max(paper - _DARKER, 0)]) <= _LEAST * sum(levels):
        return None
    tint = grounds.point([255 if level < paper - _DARKER else 0 for level in range(256)])
    rows = Pictures.new("L", (1, tint.height))
    rows.putdata([255 if any_in_row else 0 for any_in_row in tint.getprojection()[1]])
    wider = rows.resize((_AROUND, tint.height)).filter(ImageFilter.MaxFilter(2 * _AROUND + 1))
    return wider.resize(image.size)


def joined(first: list[ReadLine], second: list[ReadLine]) -> list[ReadLine]:
    """The first reading's lines in order, each as the surer reading has it, and those only the second has."""
    lines = list(first)
    for line in (part for whole in second for part in whole.parted()):
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
