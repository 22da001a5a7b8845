"""Letters set apart, as titles and initials are, brought together into words."""

from __future__ import annotations

import itertools
import statistics

from pipeline.read.pdf.geometry import Segment, Word, same_line, union
from pipeline.types import Box

_SAME = 0.05
"""Times the type's height: what differs by less is level, or of one size."""
_BACK = 3
"""Segments looked back at for an initial: the file may write a title in between."""
_WORD_SPACE = 0.6
_SPACE = 0.08
"""Times the type's height: what stands further apart than letters do, by this much, has a space between."""


def with_drop_capitals(segments: list[Segment]) -> list[Segment]:
    """A lone letter at least twice as large as the lower-case text that follows opens that text."""
    initials = {n: s for n, s in enumerate(segments) if _is_initial(s)}
    if not initials:
        return segments
    gone: set[int] = set()
    for n, segment in enumerate(segments):
        before = [k for k in range(max(0, n - _BACK), n) if k in initials and k not in gone]
        drop = next((k for k in reversed(before) if _opens(initials[k], segment)), None)
        if drop is not None:
            first = segment.words[0]
            segment.words[0] = Word(initials[drop].text + first.text, first.box, first.bold)
            gone.add(drop)
    return [segment for n, segment in enumerate(segments) if n not in gone]


def _is_initial(segment: Segment) -> bool:
    return len(segment.words) == 1 and len(segment.words[0].text) == 1 and segment.words[0].text.isupper()


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


def along(first: Box, last: Box) -> Box:
    """The box of a word from those of its first and last letters: on a slant as high as its letters, half way up."""
    height, rise = first[3] - first[1], last[1] - first[1]
    whole = union([first, last])
    stands = abs(rise) > last[0] - first[0]
    if stands or abs(last[3] - last[1] - height) > _SAME * height or abs(rise) < _SAME * height:
        return whole
    middle = (whole[1] + whole[3]) / 2
    return (whole[0], middle - height / 2, whole[2], middle + height / 2)


def on_one_slant(segments: list[Segment]) -> list[Segment]:
    """Parts of one line that slants, which pdfium takes for lines of their own, brought together."""
    kept: list[Segment] = []
    for segment in segments:
        i = next((i for i in range(len(kept) - 1, len(kept) - 4, -1) if i >= 0 and _goes_on_up(kept[i], segment)), None)
        if i is None:
            kept.append(segment)
        else:
            words = kept[i].words + segment.words
            kept[i] = Segment(words, kept[i].size, union([word.box for word in words]), segment.hyphen)
    return kept


def _goes_on_up(before: Segment, segment: Segment) -> bool:
    """Does it begin right beside the last word of the one before, in type of one size, on another line?"""
    a, b = before.words[-1].box, segment.words[0].box
    if not 0 <= b[0] - a[2] < _WORD_SPACE * before.size or abs(before.size - segment.size) > _SAME * before.size:
        return False
    slants = not same_line(before.words[0].box, a) or not same_line(b, segment.words[-1].box)
    return same_line(a, b) and (slants or abs(a[1] - b[1]) > _SAME * before.size)


def parted(boxes: list[Box]) -> list[tuple[int, int]]:
    """Boxes of letters written without spaces → [start, end) of the words that their gaps show."""
    gaps = [b[0] - a[2] for a, b in itertools.pairwise(boxes)]
    if not gaps:
        return [(0, len(boxes))]
    widest = max(statistics.median(gaps), 0.0) + _SPACE * statistics.median(b[3] - b[1] for b in boxes)
    cuts = [0, *(i for i, gap in enumerate(gaps, start=1) if gap > widest), len(boxes)]
    return list(itertools.pairwise(cuts))
