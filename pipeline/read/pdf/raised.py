"""Marks of notes: small figures set above the line, after a word, that are no part of the sentence."""

from __future__ import annotations

import itertools
import re

from pipeline.read.pdf.geometry import PageText, Segment, Word, same_line, union
from pipeline.types import Box

_NOTED = re.compile(
    r"(?P<word>.*?[^\W\d_][»”\")\].]{0,2}|.*?[»”\")\]€%]|(?:19|20)\d\d|)"
    r"(?P<mark>\(?\d{1,2}\)?)(?P<after>[.,;:!?»)…]{0,3})"
)
_UNIT = re.compile(r"(?:.*\W)?[cdhkm]?m|.*\d[cdhkm]?m", re.IGNORECASE)
"""What has a square or cube: "120 m2", "hab/km2", "2m2", set raised."""
_POWERS = frozenset("23")
_SMALLER = 0.82
"""Times the height of the type beside it."""
_ABOVE = 0.1
_NEAR = 0.5
_NOTE = re.compile(r"[(\[]?(\d{1,2})\b")
_FOOT = 0.5
"""Share of the page's height below which its notes stand."""
_SMALL = 0.93
"""Times the size of the page's text: notes are set in less."""


def split_mark(token: str) -> tuple[str, str, str] | None:
    """ "Tamrit12," → ("Tamrit", "12", ","), if the figures may be a mark; the word is "" where they stand alone."""
    if not any(c.isdigit() for c in token[-5:]):
        return None
    match = _NOTED.fullmatch(token)
    if match is None or (match["mark"] in _POWERS and _UNIT.fullmatch(match["word"])):
        return None
    return match["word"], match["mark"], match["after"]


def is_raised(mark: Box, beside: Box) -> bool:
    """Is it set smaller than the type beside it, and above its line?"""
    height = beside[3] - beside[1]
    return mark[3] - mark[1] < _SMALLER * height and mark[3] < beside[3] - _ABOVE * height


def stands_by(mark: Box, word: Box) -> bool:
    """Right after it, no further than within a line."""
    height = word[3] - word[1]
    return -_NEAR * height < mark[0] - word[2] < _NEAR * height


def set_notes_aside(page: PageText) -> None:
    """The notes at the foot of a page go to its ``asides``: small type under a number that its text is marked with."""
    if not page.marks:
        return
    marks = {mark.strip("()") for mark in page.marks}
    small = _SMALL * _text_size(page.segments)
    low = [s for s in page.segments if s.box[1] > _FOOT * page.height]
    first = min((s.box[1] for s in low if s.size < small and _number(s) in marks), default=page.height)
    notes = [s for s in low if s.box[1] > first - 1 and s.size < small]
    gone = {id(s) for s in notes}
    page.segments = [s for s in page.segments if id(s) not in gone]
    page.asides += notes


def _number(segment: Segment) -> str | None:
    match = _NOTE.match(segment.text)
    return match[1] if match else None


def _text_size(segments: list[Segment]) -> float:
    """Height of the type most words are set in."""
    words = sorted((s.size, len(s.words)) for s in segments)
    half = sum(n for _, n in words) / 2
    ends = itertools.accumulate(n for _, n in words)
    return next((size for (size, _), end in zip(words, ends, strict=True) if end >= half), 0.0)


def with_ends(segments: list[Segment]) -> list[Segment]:
    """What a mark kept from its line, a full stop and the words after it, is one with it again."""
    kept: list[Segment] = []
    for segment in segments:
        last = kept[-1] if kept else None
        if last and _is_rest(last, segment):
            end = last.words[-1]
            last.words[-1] = Word(end.text + segment.words[0].text, end.box, end.bold)
            last.words += segment.words[1:]
            kept[-1] = Segment(last.words, last.size, union([last.box, segment.box]), segment.hyphen)
        else:
            kept.append(segment)
    return kept


def _is_rest(last: Segment, segment: Segment) -> bool:
    """Does it begin, right of the other and level with it, with nothing but marks?"""
    if segment.words[0].text.strip(".,;:)»") or last.size != segment.size:
        return False
    return same_line(last.box, segment.box) and 0 <= segment.box[0] - last.box[2] < last.size
