"""Tesseract's words → segments: pictures it took for letters left out, bullets it misread set right."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from pipeline.read.characters import clean
from pipeline.read.marks import OPEN_WORDS
from pipeline.read.pdf.geometry import Segment, Word, union
from pipeline.read.pdf.letters import spelt_together
from pipeline.read.small_words import SMALL_WORDS
from pipeline.types import Box

_LINE, _WORD = 4, 5
"""Levels of Tesseract's table."""
_LOWEST = 30.0
_DOUBTFUL = 80.0
"""Confidence, 0–100: words of running text are seldom below."""
_APART = 0.7
"""Times the type's height: a wider gap sets an icon apart from the words."""
_GUTTER = 2.5
"""Times the type's height that columns are apart."""
_FEWEST, _TALLEST = 4, 1.5
"""A line of so many words is no taller than its usual word by more: what stands out is a frame it ran into."""
_LIKE_BULLETS = frozenset({"e", "o", "°", "+", "*", "¢", "·", "•", ">"})
"""What Tesseract reads where a bullet stands."""
_MARKS = frozenset(":;!?«»–")
_NO_MARKS = frozenset("=@_|~")
_NEVER_FIRST = frozenset("%:;,.!?)}]") | _NO_MARKS
_SMALL = frozenset(word for word in OPEN_WORDS | SMALL_WORDS["fr"] if len(word) > 1)


@dataclass(frozen=True, slots=True)
class _Read:
    """A word as recognised."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """Words on one line, from left to right; ``height`` in points as Tesseract sees the line."""

    words: list[_Read]
    height: float | None

    @property
    def box(self) -> Box:
        return union([word.box for word in self.words])

    def parted(self) -> list[ReadLine]:
        """Its parts, where it ran over the gutter between columns."""
        wide = _GUTTER * statistics.median(word.box[3] - word.box[1] for word in self.words)
        parts: list[list[_Read]] = []
        for word in self.words:
            if parts and word.box[0] - parts[-1][-1].box[2] < wide:
                parts[-1].append(word)
            else:
                parts.append([word])
        return [ReadLine(words, self.height) for words in parts]

    def end_box(self, count: int) -> Box:
        """Of its last words, ``count`` of them."""
        return union([word.box for word in self.words[-count:]])

    @property
    def sure(self) -> int:
        """Letters in words that were read without doubt."""
        return sum(sum(map(str.isalpha, word.text)) for word in self.words if word.confidence >= _DOUBTFUL)


def segments_of(lines: list[ReadLine]) -> list[Segment]:
    """One segment a line; none for those that are pictures."""
    found = [_segment(_without_pictures(_with_bullet(line.words)), line.height) for line in lines]
    return [segment for segment in found if segment]


def lines_of(table: dict[str, list], scale: float) -> list[ReadLine]:
    """The lines of Tesseract's table that hold words. ``scale``: pixels a point."""
    lines: dict[tuple[int, ...], list[_Read]] = {}
    heights: dict[tuple[int, ...], float] = {}
    for i, level in enumerate(table["level"]):
        key = (table["block_num"][i], table["par_num"][i], table["line_num"][i])
        if level == _LINE:
            heights[key] = table["height"][i] / scale
        elif level == _WORD and (word := _read(table, i, scale)):
            lines.setdefault(key, []).append(word)
    return [ReadLine(words, heights.get(key)) for key, words in lines.items()]


def _read(table: dict[str, list], i: int, scale: float) -> _Read | None:
    text = clean(str(table["text"][i]))
    if not text:
        return None
    x, y, w, h = (table[name][i] / scale for name in ("left", "top", "width", "height"))
    return _Read(text, (x, y, x + w, y + h), float(table["conf"][i]))


def _with_bullet(words: list[_Read]) -> list[_Read]:
    """A lone sign before a capital, no French word, stands for the bullet it was; so does ">" that clings to one."""
    if len(words) > 1 and words[0].text in _LIKE_BULLETS and words[1].text[:1].isupper():
        return [_Read("•", words[0].box, 100.0), *words[1:]]
    first = words[0]
    if first.text[0] == ">" and first.text[1:2].isupper():
        return [_Read("•", first.box, 100.0), _Read(first.text[1:], first.box, first.confidence), *words[1:]]
    return words


def _without_pictures(words: list[_Read]) -> list[_Read]:
    """Icons are read as scraps of doubtful letters, beside the line or on one of their own."""
    words = _without_signs([w for i, w in enumerate(words) if _is_kept(words, i)])
    if all(is_scrap(word) for word in words) or _is_pattern(words):
        return []
    height = statistics.median(word.box[3] - word.box[1] for word in words)
    plain = [i for i, word in enumerate(words) if not is_scrap(word)]
    first, last = plain[0], plain[-1]
    if first and words[first].box[0] - words[first - 1].box[2] <= _APART * height:
        first = 0
    if last + 1 < len(words) and words[last + 1].box[0] - words[last].box[2] <= _APART * height:
        last = len(words) - 1
    return words[first : last + 1]


def _is_kept(words: list[_Read], i: int) -> bool:
    """Read with some confidence, like a word, or a mark between two."""
    word = words[i]
    if word.confidence >= _LOWEST or (word.text in _MARKS and 0 < i < len(words) - 1):
        return True
    return _is_word(word.text.lower() if i < 2 else word.text)


def _without_signs(words: list[_Read]) -> list[_Read]:
    """Signs that open no line, such as "@-" or ":7Q", are the icon before a title."""
    while len(words) > 1 and _opens_no_line(words[0].text, words[1].text):
        words = words[1:]
    return words


def _opens_no_line(sign: str, word: str) -> bool:
    if len(sign) == 1:
        return sign in _NO_MARKS
    return sign[0] in _NEVER_FIRST and word[0].isupper()


def _is_pattern(words: list[_Read]) -> bool:
    """Half of it scraps, and nothing longer than three letters: a frame or a picture."""
    scraps = sum(is_scrap(word) for word in words)
    return scraps >= 0.5 * len(words) and all(sum(map(str.isalnum, word.text)) < 4 for word in words)


def is_scrap(word: _Read) -> bool:
    """Few letters, doubtful, and no French word."""
    return word.confidence < _DOUBTFUL and len(word.text) <= 4 and not _is_word(word.text)


def _is_word(text: str) -> bool:
    """A small French word, or letters enough that no icon looks like them."""
    bare = text.strip(".,;:!?()")
    return text in _SMALL or _looks_written(bare)


def _looks_written(bare: str) -> bool:
    """Four small letters, or five capitals as titles have."""
    if not bare.isalpha():
        return False
    return (len(bare) > 3 and bare[1:].islower()) or (len(bare) > 4 and bare.isupper())


def _segment(words: list[_Read], height: float | None) -> Segment | None:
    if not words:
        return None
    joined = spelt_together([Word(word.text, word.box) for word in words])
    box = union([word.box for word in joined])
    tallest = _TALLEST * statistics.median_high(word.box[3] - word.box[1] for word in words)
    height = height if height is not None else box[3] - box[1]
    return Segment(joined, min(height, tallest) if len(words) >= _FEWEST else height, box)
