"""Frames that stand in the way of others: a large figure beside its words, a note that text runs around."""

from __future__ import annotations

from pipeline.read.characters import starts_lower
from pipeline.read.pdf.geometry import Frame, Segment, Word, overlap, same_line, union

_LARGE = 2.2
"""Times the size of the words beside it."""
_FEWEST = 4
"""Letters of a note; what has fewer is a bullet or number."""
_TILE = 1.4
"""Times the size of the words below it."""
_BEGINS_FIGURE = tuple("+-−0123456789")
_LABEL_LINES = 4
_SHORT = 12
"""Characters of a figure."""


def set_aside(frames: list[Frame]) -> tuple[list[Frame], list[tuple[Frame, Frame]], list[tuple[Frame, Frame]]]:
    """The frames left, (figure, frame it is read before) and (note, frame it is read after)."""
    figures = [(f, beside) for f in frames if (beside := _words_beside(f, frames))]
    gone = {id(f) for f, _ in figures}
    apart = [(f, words) for f, words in figures if not _read_as_one(f, words)]
    gone |= _rows_of_tiles([pair for pair in figures if all(pair[0] is not f for f, _ in apart)])
    figures = apart
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
    """The small type right of a figure such as "150 000", within its height, or right below it."""
    text = figure.segments[0].text
    if len(figure.segments) > 1 or len(text) > _SHORT or not any(c.isdigit() for c in text):
        return None
    for other in frames:
        if _is_label_of(other, figure):
            return other
        gap = other.box[0] - figure.box[2]
        near = -0.5 * other.size < gap < figure.size and figure.size > _LARGE * other.size
        if near and overlap(figure.box[1], figure.box[3], other.box[1], other.box[3]) > 0.8 * other.size:
            return other
    return None


def _is_label_of(words: Frame, figure: Frame) -> bool:
    """Does it stand right below, in smaller type, on the same edge or middle, as under the figure of a tile?"""
    text = words.segments[0].text
    if (
        figure.segments[0].text[:1] not in _BEGINS_FIGURE
        or figure.size < _TILE * words.size
        or not text[:1].isalpha()
        or len(words.segments) > _LABEL_LINES
    ):
        return False
    (a, _, b, bottom), (c, top, d, _) = figure.box, words.box
    if not -0.5 * words.size < top - bottom < 1.2 * words.size:
        return False
    return min(abs(a - c), abs(a + b - c - d) / 2) < 0.5 * words.size


def _read_as_one(figure: Frame, words: Frame) -> bool:
    """ "150 000" beside "enfants accueillis depuis 2020": what begins in lower case goes on from the figure.

    Bold, as such words are, they would be taken for a title of what follows.
    """
    first = words.segments[0]
    if not starts_lower(first.text) and not (_is_quantity(figure) and _is_label_of(words, figure)):
        return False
    first.words = [Word(word.text, word.box) for word in figure.segments[0].words + first.words]
    return True


def _rows_of_tiles(tiles: list[tuple[Frame, Frame]]) -> set[int]:
    """Brings the words under figures level with one another together, to be read as a row of the page.

    The ids of the frames that have gone into another.
    """
    left = [(figure, words) for figure, words in tiles if words.box[1] > figure.box[3] - 0.5 * words.size]
    gone: set[int] = set()
    while left:
        top = left[0][0].box
        row = [tile for tile in left if same_line(tile[0].box, top)]
        left = [tile for tile in left if not same_line(tile[0].box, top)]
        if len(row) > 1:
            _set_in_row(row)
            gone |= {id(words) for _, words in row[1:]}
    return gone


def _set_in_row(row: list[tuple[Frame, Frame]]) -> None:
    """Each tile stands for its words, and the first frame for the row of tiles."""
    whole = [union([figure.box, words.box]) for figure, words in row]
    tiles = [
        Segment(words.segments[0].words, words.size, box, inner=words.segments)
        for (_, words), box in zip(row, whole, strict=True)
    ]
    first = row[0][1]
    first.box = union(whole)
    first.segments = [Segment(tiles[0].words, first.size, first.box, inner=tiles)]


def _is_quantity(figure: Frame) -> bool:
    """More than a chapter's number: "2026", "1 950", "87 %"."""
    text = figure.segments[0].text
    return text[:1] in _BEGINS_FIGURE and (sum(c.isdigit() for c in text) > 2 or not text.isdigit())


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
