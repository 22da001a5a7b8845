"""Frames that stand in the way of others: a large figure beside its words, a note that text runs around."""

from __future__ import annotations

from pipeline.read.characters import starts_lower
from pipeline.read.pdf.geometry import Frame, Segment, Word, overlap

_LARGE = 2.2
"""Times the size of the words beside it."""
_FEWEST = 4
"""Letters of a note; what has fewer is a bullet or number."""
_SHORT = 12
"""Characters of a figure."""


def set_aside(frames: list[Frame]) -> tuple[list[Frame], list[tuple[Frame, Frame]], list[tuple[Frame, Frame]]]:
    """The frames left, (figure, frame it is read before) and (note, frame it is read after)."""
    figures = [(f, beside) for f in frames if (beside := _words_beside(f, frames))]
    gone = {id(f) for f, _ in figures}
    figures = [(f, words) for f, words in figures if not _read_as_one(f, words)]
    notes = [(f, host) for f in frames if id(f) not in gone and (host := _host(f, frames))]
    gone |= {id(f) for f, _ in notes}
    left = [f for f in frames if id(f) not in gone]
    kept = {id(f) for f in left}
    after = {id(f): host for f, host in notes}
    if len(frames) > 2:
        for figure, words in figures:
            if id(words) in kept:
                _read_together(figure, words)
        figures = [(f, words) for f, words in figures if id(words) not in kept]
    figures = [(f, words if id(words) in kept else after.get(id(words), left[0])) for f, words in figures]
    return left, figures, notes


def _words_beside(figure: Frame, frames: list[Frame]) -> Frame | None:
    """The small type right of a figure such as "150 000", within its height."""
    text = figure.segments[0].text
    if len(figure.segments) > 1 or len(text) > _SHORT or not any(c.isdigit() for c in text):
        return None
    for other in frames:
        gap = other.box[0] - figure.box[2]
        near = -0.5 * other.size < gap < figure.size and figure.size > _LARGE * other.size
        if near and overlap(figure.box[1], figure.box[3], other.box[1], other.box[3]) > 0.8 * other.size:
            return other
    return None


def _read_as_one(figure: Frame, words: Frame) -> bool:
    """ "150 000" beside "enfants accueillis depuis 2020": what begins in lower case goes on from the figure.

    Bold, as such words are, they would be taken for a title of what follows.
    """
    first = words.segments[0]
    if not starts_lower(first.text):
        return False
    first.words = [Word(word.text, word.box) for word in figure.segments[0].words + first.words]
    return True


def _read_together(figure: Frame, words: Frame) -> None:
    """The figure's place is right before its words: as in a box, they are put in order among themselves."""
    inner = figure.segments + words.segments
    words.segments = [Segment(words.segments[0].words, words.size, words.box, inner=inner)]


def _host(note: Frame, frames: list[Frame]) -> Frame | None:
    """The text of several lines that runs around the note."""
    first = note.segments[0]
    if first.table or first.inner:
        return None
    for other in frames:
        if other is note or len(other.segments) < 5 or len(other.segments) <= 2 * len(note.segments):
            continue
        if _contains(other, note) and not any(_crosses(note, s.box) for s in other.segments):
            return other if sum(c.isalpha() for s in note.segments for c in s.text) >= _FEWEST else None
    return None


def _contains(outer: Frame, note: Frame) -> bool:
    a, b = outer.box, note.box
    return a[0] - 2 <= b[0] and b[2] <= a[2] + 2 and a[1] - 2 <= b[1] and b[3] <= a[3] + 2


def _crosses(note: Frame, box: tuple[float, float, float, float]) -> bool:
    wide = overlap(note.box[0], note.box[2], box[0], box[2])
    return wide > 2 and overlap(note.box[1], note.box[3], box[1], box[3]) > 0.6 * note.size
