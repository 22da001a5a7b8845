"""The lines of a column, read from their segments, and the paragraphs they are gathered into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read.joining import join
from pipeline.read.markers import Marked, split_marker
from pipeline.read.pdf.geometry import Segment, union
from pipeline.read.pdf.order import Column
from pipeline.types import Box

_LONGEST = 500
"""Characters of a line in which a dot leader is looked for."""
_LEADER = re.compile(r"(?:\s?[.…_·]){4,}\s*(?=\d*$)")
_LED_TO = re.compile(r"(?P<label>\S.*?)(?:\s?[.…_·]){4,}\s*(?P<value>\d[\d\s.,]*(?:%|[kM]?€)(?:\s?/\s?\w{1,20})?)")
"""A sum or share at the end of a dot leader: "Garderie ........ 1,80 €"."""


@dataclass(slots=True)
class TextLine:
    """One line of a column. ``cells`` are its parts set apart, ``marked`` its text without bullet."""

    text: str
    box: Box
    size: float
    bold: bool
    hyphen: bool
    cells: tuple[str, ...]
    marked: Marked
    body_x: float
    """Where the text begins, after a bullet."""
    starts_bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together: ``kind`` is "text", "item", "row", "cell item" (of a list in one),
    "entry" (of a table of contents) or "aside".
    """

    text: str
    kind: str
    page: int
    box: Box
    size: float
    bold: bool
    lines: list[TextLine] = field(default_factory=list)
    column: int = 0
    ocr: bool = False
    to_the_edge: bool = False
    """It ends its column with a full line."""


def text_lines(column: Column) -> list[TextLine]:
    """The lines of a column that hold something, dot leaders taken out."""
    lines = [_text_line(segments) for segments in column]
    return [line for line in lines if line.text]


def with_hyphen(line: TextLine) -> str:
    return line.text + "-" if line.hyphen and not line.text.endswith("-") else line.text


def extend(paragraph: Paragraph, line: TextLine, words: frozenset[str]) -> None:
    hyphen = paragraph.lines[-1].hyphen and not paragraph.text.endswith("-")
    paragraph.text = join(paragraph.text + "-" if hyphen else paragraph.text, line.text, words)
    paragraph.bold = paragraph.bold and line.bold
    paragraph.box = union([paragraph.box, line.box])
    paragraph.lines.append(line)


def _text_line(segments: list[Segment]) -> TextLine:
    text = " ".join(segment.text for segment in segments)
    led = _LED_TO.fullmatch(text) if len(text) < _LONGEST and ("€" in text[-24:] or "%" in text[-24:]) else None
    cells = (led["label"], led["value"]) if led else tuple(_without_leader(segment.text) for segment in segments)
    text = " ".join(cells) if led else _without_leader(text)
    main = max(segments, key=lambda s: len(s.text))
    marked = split_marker(text)
    body = segments[1] if len(segments) > 1 and marked.is_item and len(segments[0].text) < 4 else segments[0]
    first = body.words[min(1, len(body.words) - 1)] if marked.is_item and body is segments[0] else body.words[0]
    return TextLine(
        text,
        union([s.box for s in segments]),
        main.size,
        all(s.bold for s in segments),
        segments[-1].hyphen,
        tuple(cell for cell in cells if cell),
        marked,
        first.box[0],
        segments[0].words[0].bold,
    )


def _without_leader(text: str) -> str:
    """ "Budget ........ 12" → "Budget 12"."""
    return _LEADER.sub(" ", text).strip() if len(text) < _LONGEST else text
