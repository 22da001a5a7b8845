"""Numbers beside the lines of minutes and acts, on each of them or every fifth: no part of the text."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass

from pipeline.read.characters import starts_lower
from pipeline.read.joining import goes_on
from pipeline.read.pdf.geometry import PageText, Segment, same_line, union

_FEWEST = 4
_EDGE = 3.0
"""Points within which the right edges of the numbers lie."""
_COUNTED = 0.8
"""Share of the lines beside which there is a number."""
_READS_ON = 0.25
"""Share of the lines that finish the sentence above, as entries of a numbered list do not."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that begins a segment, with the words that follow it on its line."""

    value: int
    segment: Segment
    text: str


def drop_line_numbers(page: PageText) -> None:
    """Takes numbers out that stand left of the text and count its lines."""
    columns: dict[int, list[_Number]] = defaultdict(list)
    for segment in page.segments:
        first = segment.words[0]
        if first.text.isdecimal() and len(first.text) < 4:
            columns[round(first.box[2] / _EDGE)].append(_Number(int(first.text), segment, _beside(segment, page)))
    for numbers in columns.values():
        numbers.sort(key=lambda number: number.segment.box[1])
        if len(numbers) >= _FEWEST and _count_lines(numbers, page):
            _take_out(numbers, page)


def _beside(segment: Segment, page: PageText) -> str:
    if len(segment.words) > 1:
        return " ".join(word.text for word in segment.words[1:])
    right = [s for s in page.segments if s.box[0] >= segment.box[2] and same_line(s.box, segment.box)]
    return min(right, key=lambda s: s.box[0]).text if right else ""


def _count_lines(numbers: list[_Number], page: PageText) -> bool:
    """One step from each to the next, as many lines as they say, nothing left of them, and running text beside."""
    pairs = list(itertools.pairwise(numbers))
    step = numbers[1].value - numbers[0].value
    if step not in (1, 5, 10) or any(b.value - a.value != step for a, b in pairs):
        return False
    edge = numbers[0].segment.words[0].box[2]
    top, bottom = numbers[0].segment.box[1], numbers[-1].segment.box[3]
    level = [s for s in page.segments if top <= (s.box[1] + s.box[3]) / 2 <= bottom]
    if any(s.box[2] < edge - _EDGE for s in level):
        return False
    tops = sorted(s.box[1] for s in level if s.box[2] > edge + _EDGE)
    lines = 1 + sum(b - a > 0.5 * numbers[0].segment.size for a, b in itertools.pairwise(tops))
    texts = [number.text for number in numbers]
    on = sum(starts_lower(b) and goes_on(a, b) for a, b in itertools.pairwise(texts))
    counted = step * len(numbers) >= _COUNTED * lines
    return counted and all(texts) and (step > 1 or on >= _READS_ON * len(pairs))


def _take_out(numbers: list[_Number], page: PageText) -> None:
    for number in numbers:
        number.segment.words.pop(0)
        if number.segment.words:
            number.segment.box = union([word.box for word in number.segment.words])
    page.segments = [segment for segment in page.segments if segment.words]
