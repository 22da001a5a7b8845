"""Rules drawn from one side of a page to the other part it: what stands above is read before what stands below."""

from __future__ import annotations

from pipeline.read.pdf.geometry import PageText, Segment, union
from pipeline.read.pdf.rules import Rules

_LONG = 0.15
"""Share of the page's width."""
_LEVEL = 3.0
"""Points by which rules of one height may differ."""
_COVERED = 0.8
"""Share of the text's width that the rules of one height take."""
_MOST = 40

Rule = tuple[float, float, float]


def parting_rules(page: PageText, rules: Rules) -> list[Rule]:
    """The long level rules of a page without tables, from top to bottom."""
    if page.tables:
        return []
    long = [(x0, x1, y) for x0, x1, y in rules.level if x1 - x0 > _LONG * page.width]
    return sorted(long, key=lambda rule: rule[2])[:_MOST]


def bands_of(segments: list[Segment], rules: list[Rule]) -> list[list[Segment]]:
    """The segments from top to bottom in bands, parted where rules take the width of the text and cross none of it."""
    if not segments or not rules:
        return [segments]
    left, _, right, _ = union([segment.box for segment in segments])
    cuts = [y for y, covered in _levels(rules, left, right) if covered > _COVERED * (right - left)]
    cuts = [y for y in cuts if not any(s.box[1] + _LEVEL < y < s.box[3] - _LEVEL for s in segments)]
    bands: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for segment in segments:
        bands[sum(y < (segment.box[1] + segment.box[3]) / 2 for y in cuts)].append(segment)
    return [band for band in bands if band]


def _levels(rules: list[Rule], left: float, right: float) -> list[tuple[float, float]]:
    """(height, length within left and right) of the rules at each height."""
    levels: list[list[Rule]] = []
    for rule in rules:
        if levels and rule[2] - levels[-1][0][2] < _LEVEL:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [(level[0][2], _covered(level, left, right)) for level in levels]


def _covered(level: list[Rule], left: float, right: float) -> float:
    total, reached = 0.0, left
    for x0, x1, _ in sorted(level):
        start, end = max(x0, reached), min(x1, right)
        if end > start:
            total, reached = total + end - start, end
    return total
