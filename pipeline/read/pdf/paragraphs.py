"""Lines of a column → paragraphs: what goes on below, what begins anew, rows of tables without rules."""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import dataclass, field

from pipeline.read.characters import is_upper, starts_lower
from pipeline.read.joining import ends_open, ends_sentence, goes_on, join
from pipeline.read.markers import Marked, split_marker
from pipeline.read.marks import CREDIT_STARTS
from pipeline.read.pdf.geometry import Segment, Table, union
from pipeline.read.pdf.order import Column
from pipeline.types import Box

_FEWEST_ROWS = 3
_LONGEST_ENTRY = 250
"""Characters of a line of a table of contents."""
_ENTRY = re.compile(r"(?P<title>.*\w.*?)[\s.…]+(?P<page>\d{1,3})")
_LEADER = re.compile(r"(?:\s?[.…_·]){4,}\s*(?=\d*$)")


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
    """Lines that belong together: ``kind`` is "text", "item", "row", "entry" (of a table of contents) or "aside"."""

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


@dataclass(frozen=True, slots=True)
class Setting:
    """How a column is set: its right edge and usual distance between lines, in points."""

    right: float
    pitch: float
    tolerance: float
    words: frozenset[str]


def text_lines(column: Column) -> list[TextLine]:
    """The lines of a column that hold something, dot leaders taken out."""
    lines = [_text_line(segments) for segments in column]
    return [line for line in lines if line.text]


def paragraphs_of(
    lines: list[TextLine], page: int, words: frozenset[str], tolerance: float = 0.12, kind: str = ""
) -> list[Paragraph]:
    """The paragraphs of one column, of ``kind`` or what each is.

    ``tolerance``: by how much type may vary within one, 0.12 = 12 %.
    """
    if not lines:
        return []
    rows, contents = _rows(lines), _contents(lines)
    setting = Setting(_right_edge(lines), _pitch(lines), tolerance, words)
    found: list[Paragraph] = []
    for i, line in enumerate(lines):
        if i in contents:
            found.append(Paragraph(contents[i], "entry", page, line.box, line.size, line.bold, [line]))
        elif i in rows:
            found.append(Paragraph(" | ".join(line.cells), "row", page, line.box, line.size, line.bold, [line]))
        elif found and found[-1].kind not in {"row", "entry"} and _continues(found[-1], line, setting):
            _extend(found[-1], line, words)
        else:
            own = kind or ("item" if line.marked.is_item else "text")
            found.append(Paragraph(line.text, own, page, line.box, line.size, line.bold, [line]))
    last = found[-1]
    last.to_the_edge = len(lines) > 2 and last.lines[-1].box[2] > setting.right - 0.1 * (setting.right - last.box[0])
    return found


def table_rows(table: Table, page: int) -> list[Paragraph]:
    """One paragraph of kind "row" for each row, empty cells left out of the end."""
    rows = [re.sub(" +", " ", " | ".join(row)).rstrip(" |").lstrip() for row in table.rows]
    return [Paragraph(row, "row", page, table.box, 0.0, False) for row in rows if row]


def _text_line(segments: list[Segment]) -> TextLine:
    cells = tuple(_without_leader(segment.text) for segment in segments)
    text = _without_leader(" ".join(segment.text for segment in segments))
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
    return _LEADER.sub(" ", text).strip() if len(text) < 2 * _LONGEST_ENTRY else text


def _with_hyphen(line: TextLine) -> str:
    return line.text + "-" if line.hyphen and not line.text.endswith("-") else line.text


def _extend(paragraph: Paragraph, line: TextLine, words: frozenset[str]) -> None:
    hyphen = paragraph.lines[-1].hyphen and not paragraph.text.endswith("-")
    paragraph.text = join(paragraph.text + "-" if hyphen else paragraph.text, line.text, words)
    paragraph.bold = paragraph.bold and line.bold
    paragraph.box = union([paragraph.box, line.box])
    paragraph.lines.append(line)


def _rows(lines: list[TextLine]) -> set[int]:
    """Indices of lines in runs of three or more that are rows of a table."""
    found: set[int] = set()
    for run in _runs([_is_row(line) for line in lines]):
        if not _are_columns_of_text([lines[i] for i in run]):
            found.update(run)
    return found


def _contents(lines: list[TextLine]) -> dict[int, str]:
    """Index → text of the entries of a table of contents; "" for the first line of one over two lines."""
    entries = [_entry(line.text) for line in lines]
    flags = [entry is not None for entry in entries]
    first = {i for i in range(1, len(flags) - 1) if not flags[i] and flags[i - 1] and flags[i + 1]}
    first -= {i for i in first if ends_sentence(lines[i].text) or not goes_on(lines[i].text, lines[i + 1].text)}
    found: dict[int, str] = {}
    for run in _runs([flag or i in first for i, flag in enumerate(flags)]):
        numbers = [int(entry["page"]) for i in run if (entry := entries[i])]
        if numbers != sorted(numbers) or numbers[0] == numbers[-1]:
            continue
        for i in run:
            entry = entries[i]
            title = entry["title"].strip() if entry else ""
            above = _with_hyphen(lines[i - 1]) if i - 1 in first else ""
            found[i] = f"{join(above, title)} | {entry['page']}" if entry else ""
    return found


def _entry(text: str) -> re.Match[str] | None:
    if not text[-1:].isdecimal() or len(text) > _LONGEST_ENTRY:
        return None
    return _ENTRY.fullmatch(text)


def _runs(flags: list[bool]) -> list[list[int]]:
    """Runs of three or more true ones, as lists of indices."""
    runs: list[list[int]] = [[]]
    for i, flag in enumerate(flags):
        if flag:
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= _FEWEST_ROWS]


def _are_columns_of_text(rows: list[TextLine]) -> bool:
    """Do cells go on in the cells below them, as sentences do?"""
    pairs = [pair for a, b in itertools.pairwise(rows) for pair in zip(a.cells, b.cells, strict=False)]
    broken = sum(len(upper) > 20 and starts_lower(lower) and goes_on(upper, lower) for upper, lower in pairs)
    return broken >= 0.25 * len(pairs)


def _is_row(line: TextLine) -> bool:
    if len(line.cells) < 2:
        return False
    return not (line.marked.bullet and len(line.cells) == 2)


def _right_edge(lines: list[TextLine]) -> float:
    rights = sorted(line.box[2] for line in lines)
    return rights[int(0.9 * (len(rights) - 1))]


def _pitch(lines: list[TextLine]) -> float:
    steps = [b.box[1] - a.box[1] for a, b in itertools.pairwise(lines) if b.box[1] - a.box[1] > 1]
    close = [step for step in steps if step < 2.2 * lines[0].size] or steps
    return statistics.median_low(close) if close else 1.2 * lines[0].size


def _continues(paragraph: Paragraph, line: TextLine, setting: Setting) -> bool:
    last = paragraph.lines[-1]
    if paragraph.kind == "item" and not last.marked.body and len(paragraph.lines) == 1:
        return not line.marked.is_item
    if abs(line.size - last.size) > setting.tolerance * max(last.size, 1.0):
        return False
    if line.marked.is_item and not _is_aside(paragraph, line, setting):
        return False
    if line.text.lower().startswith(CREDIT_STARTS):
        return False
    step = line.box[1] - last.box[1]
    if step > 1.3 * max(setting.pitch, last.size) or step < -0.5 * last.size:
        return (step < 2.3 * last.size and last.hyphen) or _plainly_goes_on(paragraph, line, step)
    return _goes_on_below(paragraph, last, line, setting)


def _plainly_goes_on(paragraph: Paragraph, line: TextLine, step: float) -> bool:
    """Over a wide gap only an open sentence in lower case goes on."""
    close = step < 1.9 * line.size
    return close and goes_on(paragraph.text, line.text) and starts_lower(line.text) and line.bold == paragraph.bold


def _goes_on_below(paragraph: Paragraph, last: TextLine, line: TextLine, setting: Setting) -> bool:
    full = _is_full(last, line, setting)
    if _hangs_below(paragraph, last, line):
        return True
    if goes_on(paragraph.text, line.text) and (full or starts_lower(line.text)):
        return not (paragraph.bold and not line.bold and not full and not ends_open(paragraph.text))
    if paragraph.bold != line.bold and _changes_style(paragraph, last, line):
        return False
    if is_upper(last.text) or is_upper(line.text):
        return (is_upper(last.text) == is_upper(line.text) and not ends_sentence(paragraph.text)) or full
    if paragraph.bold and line.bold and not ends_sentence(paragraph.text) and not paragraph.text.endswith(":"):
        return True
    return full and not _is_set_apart(paragraph, last, line)


def _hangs_below(paragraph: Paragraph, last: TextLine, line: TextLine) -> bool:
    """Under the words of an open item, in any weight, with no capital: "• Nous planterons / 2 000 arbres"."""
    if paragraph.kind != "item" or ends_sentence(paragraph.text) or paragraph.text.endswith((":", ";")):
        return False
    level = abs(line.box[0] - (last.body_x if len(paragraph.lines) == 1 else last.box[0])) < 0.3 * line.size
    return level and not line.text[0].isupper()


def _is_set_apart(paragraph: Paragraph, last: TextLine, line: TextLine) -> bool:
    """After a full line: a first line set in, a line back at the margin after an item, what a colon leads to."""
    if paragraph.text.endswith((":", ";")) and not starts_lower(line.text):
        return True
    if not ends_sentence(paragraph.text):
        return False
    if line.box[0] > _body_left(paragraph) + 0.7 * line.size:
        return True
    return paragraph.kind == "item" and line.box[0] < last.body_x - 0.5 * line.size


def _changes_style(paragraph: Paragraph, last: TextLine, line: TextLine) -> bool:
    """A bold line over plain ones is a title of theirs unless its sentence, still bold, runs on."""
    if paragraph.bold and line.starts_bold and not line.bold and not ends_sentence(paragraph.text):
        return False
    return (last.bold and not line.bold) or (line.bold and not last.bold and ends_sentence(paragraph.text))


def _body_left(paragraph: Paragraph) -> float:
    return min(line.body_x for line in paragraph.lines[-3:])


def _is_full(line: TextLine, following: TextLine, setting: Setting) -> bool:
    """Would the next line's first word not have fitted?"""
    word = following.text.split(" ", 1)[0]
    width = (following.box[2] - following.box[0]) / max(len(following.text), 1) * (len(word) + 1)
    return line.box[2] + width > setting.right - 0.02 * (setting.right - line.box[0])


def _is_aside(paragraph: Paragraph, line: TextLine, setting: Setting) -> bool:
    """A dash that closes an aside of the sentence above begins no item."""
    if not line.marked.bullet or line.marked.bullet not in "-–—" or ends_sentence(paragraph.text):
        return False
    dashes = sum(paragraph.text.count(dash) for dash in (" – ", " — ", " - "))
    full = _is_full(paragraph.lines[-1], line, setting)
    return full and dashes % 2 == 1 and not paragraph.text.endswith((";", ":", ","))
