"""The nouns of a laid-out page. All boxes are in points from the page's top left corner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.types import Box

LIST_BREAK = "\n"
"""Before each item but the first of a list in a cell."""
_ALNUM = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Word:
    text: str
    box: Box
    bold: bool = False


@dataclass(slots=True)
class Segment:
    """Words on one line with no wide gap between them; ``size`` is the height of its type in points."""

    words: list[Word]
    size: float
    box: Box
    hyphen: bool = False
    """The file itself says that the line ends in a broken word."""
    inner: list[Segment] = field(default_factory=list)
    """It stands for these, which are read together: the contents of a box."""
    table: Table | None = None
    """It stands for this table."""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        return sum(len(w.text) for w in self.words if w.bold) > 0.8 * sum(len(w.text) for w in self.words)


@dataclass(slots=True)
class Frame:
    """Segments one below the other in one column, as the file writes them."""

    segments: list[Segment]
    box: Box

    @property
    def size(self) -> float:
        return self.segments[-1].size


@dataclass(slots=True)
class PageText:
    """What stands on one page: its segments in the file's order, its tables, its size in points."""

    number: int
    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    """Filled or framed, with text in them; largest first."""
    asides: list[Segment] = field(default_factory=list)
    """Lines that stand on their side, beside pictures and tables, and captions written on pictures."""
    parting: list[tuple[float, float, float]] = field(default_factory=list)
    """(x0, x1, y) of long level rules, which may part the page into bands."""
    ocr: bool = False
    marks: set[str] = field(default_factory=set)
    """Of the notes its text refers to, as they stood there."""

    @property
    def characters(self) -> int:
        """Of the words outside tables; 0 where none holds a letter or digit."""
        words = "".join(word.text for segment in self.segments for word in segment.words)
        return len(words) if _ALNUM.search(words) else 0


@dataclass(slots=True)
class Table:
    rows: list[tuple[str, ...]]
    box: Box


def union(boxes: list[Box]) -> Box:
    """Smallest box around all; there is at least one."""
    x0, top, x1, bottom = boxes[0]
    for a, b, c, d in boxes:
        x0, top, x1, bottom = min(x0, a), min(top, b), max(x1, c), max(bottom, d)
    return (x0, top, x1, bottom)


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length two intervals share, 0.0 where they do not meet."""
    return max(0.0, min(a1, b1) - max(a0, b0))


def same_line(a: Box, b: Box) -> bool:
    """Do the two stand side by side: more than half the lower one's height in common?"""
    shared = overlap(a[1], a[3], b[1], b[3])
    return shared > 0.5 * max(min(a[3] - a[1], b[3] - b[1]), 0.1)


def inside(box: Box, outer: Box, slack: float = 2.0) -> bool:
    """Is the middle of the box in the outer one?"""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack
