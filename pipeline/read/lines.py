"""Text → lines with what stands around them: blanks, indentation, markers, page numbers dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.read.characters import clean
from pipeline.read.markdown import is_rule, table_cells
from pipeline.read.markers import Marked, split_marker

_PAGE_NUMBER = re.compile(r"(?:-+ ?|– ?)?(?:page |p\. ?)?(\d{1,4})(?: ?(?:/|sur) ?\d{1,4})?(?: ?-+| ?–)?", re.I)
_NAMED_PAGE = re.compile(r"(?:page|p\.) ?\d{1,4}|\d{1,4} ?(?:/|sur) ?\d{1,4}|[-–] ?\d{1,4} ?[-–]", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, cleaned. ``blanks`` counts the empty lines above it."""

    text: str
    indent: int
    blanks: int
    marked: Marked
    cells: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines that hold something, page numbers and rules dropped."""
    lines: list[Line] = []
    blanks = 0
    for raw in text.split("\n"):
        for part in re.split("[\x0b\x0c\x85]", raw):
            line = _line(part, blanks)
            blanks = blanks + 1 if line is None else 0
            if line is not None:
                lines.append(line)
    return _without_page_numbers(lines)


def _line(raw: str, blanks: int) -> Line | None:
    text = clean(raw)
    if not text or is_rule(text):
        return None
    expanded = raw.expandtabs(4)
    indent = len(expanded) - len(expanded.lstrip())
    return Line(text, indent, blanks, split_marker(text), table_cells(raw))


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """Drops numbers alone on their line that run like page numbers; marks the line after each."""
    dropped = _page_numbers(lines)
    kept: list[Line] = []
    pending = False
    for i, line in enumerate(lines):
        if i in dropped:
            pending = True
            continue
        kept.append(replace(line, blanks=max(line.blanks, 1)) if pending else line)
        pending = False
    return kept


def _page_numbers(lines: list[Line]) -> set[int]:
    """Indices of the page numbers: a named one ("Page 3"), or at least two that rise, beside a blank."""
    named = {i for i, line in enumerate(lines) if _NAMED_PAGE.fullmatch(line.text)}
    bare = [
        (i, int(match.group(1)))
        for i, line in enumerate(lines)
        if i not in named and (match := _PAGE_NUMBER.fullmatch(line.text)) and _beside_blank(lines, i)
    ]
    rising = _rising([number for _, number in bare])
    return named | {bare[k][0] for k in rising} if len(rising) > 1 else named


def _beside_blank(lines: list[Line], i: int) -> bool:
    after = i + 1 >= len(lines) or lines[i + 1].blanks > 0
    return lines[i].blanks > 0 or after


def _rising(numbers: list[int]) -> list[int]:
    """Positions of the longest rising run whose steps are small, as pages are."""
    lengths, before = [1] * len(numbers), [-1] * len(numbers)
    for k, number in enumerate(numbers):
        for j in range(max(0, k - 20), k):
            if 0 < number - numbers[j] <= 10 and lengths[j] + 1 > lengths[k]:
                lengths[k], before[k] = lengths[j] + 1, j
    k = max(range(len(numbers)), key=lengths.__getitem__, default=-1)
    run: list[int] = []
    while k >= 0:
        run.append(k)
        k = before[k]
    return run[::-1]
