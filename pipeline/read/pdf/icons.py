"""Icons that stand in a column beside the lines of a scan: what Tesseract made of each, "66" or "pq", goes."""

from __future__ import annotations

import statistics

from pipeline.read.pdf.geometry import overlap
from pipeline.read.pdf.recognised import ReadLine, is_scrap
from pipeline.types import Box

_APART = 1.5
"""Times the type's height between a line and its icon."""
_FEWEST = 3
"""Icons of a column, at least half of which were read with doubt."""
_MOST_WORDS, _LONGEST = 3, 4
"""Words of an icon and letters of each."""


def without_icons(lines: list[ReadLine]) -> list[ReadLine]:
    """The lines without their ends where those stand in a column of icons; lines of nothing else go."""
    ends = [_end(line) for line in lines]
    boxes = [(line.end_box(end), _is_doubtful(line, end)) for line, end in zip(lines, ends, strict=True) if end]
    kept = []
    for line, end in zip(lines, ends, strict=True):
        if not (end and _in_column(line.end_box(end), boxes)):
            kept.append(line)
        elif end < len(line.words):
            kept.append(ReadLine(line.words[:-end], line.height))
    return kept


def _end(line: ReadLine) -> int:
    """How many words at its end are short and far from the others; 0 where there are none."""
    height = statistics.median(word.box[3] - word.box[1] for word in line.words)
    count = 0
    for i in range(len(line.words) - 1, -1, -1):
        if len(line.words[i].text) > _LONGEST or count == _MOST_WORDS:
            return 0
        count += 1
        if i and line.words[i].box[0] - line.words[i - 1].box[2] > _APART * height:
            return count
    return count


def _is_doubtful(line: ReadLine, end: int) -> bool:
    return any(is_scrap(word) for word in line.words[-end:])


def _in_column(box: Box, others: list[tuple[Box, bool]]) -> bool:
    beside = [doubtful for other, doubtful in others if overlap(box[0], box[2], other[0], other[2]) > 0]
    return len(beside) >= _FEWEST and sum(beside) >= 0.5 * len(beside)
