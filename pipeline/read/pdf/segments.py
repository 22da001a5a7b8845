"""One page of a PDF → segments: words with boxes, straight from pypdfium2's text page."""

from __future__ import annotations

import ctypes
import functools
import re
import statistics

import pypdfium2 as pdfium
from pypdfium2 import raw

from pipeline.read.characters import clean
from pipeline.read.pdf.geometry import PageText, Segment, Word, union
from pipeline.read.pdf.letters import along, on_one_slant, parted, spelt_together, with_drop_capitals
from pipeline.read.pdf.raised import is_raised, split_mark, stands_by, with_ends
from pipeline.types import Box

_TOKEN = re.compile(r"[^\s\x00-\x1f\ufffe\uffff]+")
_LINE_END = re.compile(r"\r\n?|\n|[\x02\ufffe]")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|gras", re.IGNORECASE)
_MANY = 2.2
"""Type so many times larger is that of a figure or an initial, not of the words beside it."""
_GAP = 1.6
"""Wider than this many times the type's height, a space separates columns or cells."""


def page_text(page: pdfium.PdfPage, number: int) -> PageText:
    """The segments of a page, in the order the file writes them."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        reader = _Reader(page, textpage)
        return PageText(number, width, height, reader.segments(), marks=reader.marks)
    finally:
        textpage.close()


class _Reader:
    """Boxes of characters of one text page; two calls a word, not one a character."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        self.page, self.raw = page, textpage.raw
        self.text = _text_of(textpage)
        self.to_top_left = shown(page)
        self.marks: set[str] = set()
        self._rect = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def segments(self) -> list[Segment]:
        found: list[Segment] = []
        start = 0
        for end in [*_LINE_END.finditer(self.text), None]:
            stop = end.start() if end else len(self.text)
            hyphen = end is not None and end.group() in "\x02\ufffe"
            found += self._line(start, stop, hyphen)
            start = end.end() if end else stop
        return with_drop_capitals(on_one_slant(with_ends(found) if self.marks else found))

    def _line(self, start: int, stop: int, hyphen: bool) -> list[Segment]:
        matches = list(_TOKEN.finditer(self.text, start, stop))
        words: list[Word] = []
        for match, bold in zip(matches, self._weights(matches), strict=True):
            found = None if match.group().isalpha() else self._without_mark(match, bold, words)
            words += self._words(match, bold) if found is None else found
        segments = segments_of(words)
        if segments and hyphen:
            segments[-1].hyphen = True
        return segments

    def _weights(self, matches: list[re.Match[str]]) -> list[bool]:
        """Which words of a line are bold; where its first and last agree, so do those between."""
        if not matches:
            return []
        first, last = self._bold(matches[0].start()), self._bold(matches[-1].start())
        if first == last:
            return [first] * len(matches)
        return [self._bold(match.start()) for match in matches]

    def _without_mark(self, match: re.Match[str], bold: bool, before: list[Word]) -> list[Word] | None:
        """The word that the mark of a note follows, without it; None where there is none."""
        parts = split_mark(match.group())
        if parts is None or not (parts[0] or before):
            return None
        word, mark, after = parts
        at = match.start() + len(word)
        first = self._box(match.start()) if word else before[-1].box
        raised, last = self._box(at + mark.startswith("(")), self._box(at - 1) if word else first
        if first is None or raised is None or last is None:
            return None
        if not stands_by(raised, last) or not is_raised(raised, first):
            return None
        self.marks.add(mark)
        whole = union([first, last])
        if word:
            return [Word(_clean(word) + after, whole, bold)]
        before[-1] = Word(before[-1].text + after, whole, before[-1].bold)
        return []

    def _words(self, match: re.Match[str], bold: bool) -> list[Word]:
        """One; several where the line slants, as pdfium then leaves its spaces out."""
        text = _clean(match.group())
        if not text:
            return []
        first = self._box(match.start())
        last = first if match.end() - match.start() == 1 else self._box(match.end() - 1)
        if first is None or last is None:
            return []
        if first[1] != last[1] or first[3] != last[3] or first[0] > last[2]:
            return self._slanted(match, bold) or [Word(text, along(first, last), bold)]
        return [Word(text, (first[0], first[1], last[2], first[3]), bold)]

    def _slanted(self, match: re.Match[str], bold: bool) -> list[Word]:
        start, end = match.span()
        boxes = [box for i in range(start, end) if (box := self._box(i))]
        if len(boxes) < end - start:
            return []
        parts = parted(boxes)
        if len(parts) < 2:
            return []
        return [Word(_clean(self.text[start + a : start + b]), along(boxes[a], boxes[b - 1]), bold) for a, b in parts]

    def _box(self, index: int) -> Box | None:
        if not raw.FPDFText_GetLooseCharBox(self.raw, index, self._rect):
            return None
        r = self._rect
        return self.to_top_left(r.left, r.top, r.right, r.bottom)

    def _bold(self, index: int) -> bool:
        if raw.FPDFText_GetFontWeight(self.raw, index) >= 600:
            return True
        size = raw.FPDFText_GetFontInfo(self.raw, index, self._name, 128, self._flags)
        if not 0 < size <= 128:
            return False
        return bool(_BOLD.search(self._name.raw[:size].decode("utf-8", "ignore"))) or bool(
            self._flags.value & (1 << 18)
        )


@functools.lru_cache(maxsize=50_000)
def _clean(word: str) -> str:
    return clean(word)


def _text_of(textpage: pdfium.PdfTextPage) -> str:
    """All characters, one for one with pypdfium2's indices."""
    count = textpage.count_chars()
    text = textpage.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage.raw, i) for i in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def shown(page: pdfium.PdfPage):
    """From PDF coordinates to points from the shown page's top left corner."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    if turn == 90:
        return lambda x0, y1, x1, y0: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turn == 180:
        return lambda x0, y1, x1, y0: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    if turn == 270:
        return lambda x0, y1, x1, y0: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y1, x1, y0: (x0 - left, top - y1, x1 - left, top - y0)


def segments_of(words: list[Word]) -> list[Segment]:
    """Words in the file's order, those side by side together."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and _adjoins(groups[-1][-1].box, word.box):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_segment(group) for group in groups]


def _adjoins(a: Box, b: Box) -> bool:
    height, taller = max(min(a[3] - a[1], b[3] - b[1]), 1.0), max(a[3] - a[1], b[3] - b[1])
    if taller > _MANY * height or min(a[3], b[3]) - max(a[1], b[1]) < -0.5 * height:
        return False
    return -3.0 * height < b[0] - a[2] < _GAP * height


def _segment(words: list[Word]) -> Segment:
    words = spelt_together(words)
    return Segment(words, _usual_height(words), union([word.box for word in words]))


def _usual_height(words: list[Word]) -> float:
    """Height of the type that most characters are set in."""
    heights = [word.box[3] - word.box[1] for word in words]
    if max(heights) - min(heights) < 0.1:
        return heights[0]
    return statistics.median_low([h for h, word in zip(heights, words, strict=True) for _ in word.text])
