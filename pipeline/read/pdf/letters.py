"""Letters set apart, as titles and initials are, brought together into words."""

from __future__ import annotations

import itertools
import statistics

from pipeline.read.pdf.geometry import Segment, Word, union
from pipeline.types import Box

_SPACE = 0.08
"""Times the type's height: what stands further apart than letters do, by this much, has a space between."""


def with_drop_capitals(segments: list[Segment]) -> list[Segment]:
    """A lone letter at least twice as large as the lower-case text that follows opens that text."""
    kept: list[Segment] = []
    for segment in segments:
        drop = kept[-1] if kept else None
        if drop and len(drop.text) == 1 and drop.text.isupper() and _opens(drop, segment):
            first = segment.words[0]
            segment.words[0] = Word(drop.text + first.text, first.box, first.bold)
            kept[-1] = segment
        else:
            kept.append(segment)
    return kept


def _opens(drop: Segment, segment: Segment) -> bool:
    near = -0.6 * drop.size < segment.box[0] - drop.box[2] < drop.size
    level = drop.box[1] - drop.size < segment.box[1] < drop.box[3]
    return drop.size > 1.6 * segment.size and near and level and segment.text[:1].islower()


def spelt_together(words: list[Word]) -> list[Word]:
    """ "P R O J E T" is one word: letters set apart come together, wide gaps part words."""
    if len(words) < 4 or sum(len(word.text) for word in words) > 3 * len(words):
        return words
    named = [word for word in words if word.text[0].isalnum()]
    if len(named) < 4 or sum(len(word.text) == 1 for word in named) < 0.8 * len(named):
        return words
    gaps = [b.box[0] - a.box[2] for a, b in itertools.pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    joined = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > 1.8 * usual + 0.5 or not (joined[-1].text[-1].isalnum() and word.text.isalnum()):
            joined.append(word)
        else:
            last = joined[-1]
            joined[-1] = Word(last.text + word.text, union([last.box, word.box]), last.bold)
    return joined


def parted(boxes: list[Box]) -> list[tuple[int, int]]:
    """Boxes of letters written without spaces → [start, end) of the words that their gaps show."""
    gaps = [b[0] - a[2] for a, b in itertools.pairwise(boxes)]
    if not gaps:
        return [(0, len(boxes))]
    widest = max(statistics.median(gaps), 0.0) + _SPACE * statistics.median(b[3] - b[1] for b in boxes)
    cuts = [0, *(i for i, gap in enumerate(gaps, start=1) if gap > widest), len(boxes)]
    return list(itertools.pairwise(cuts))
