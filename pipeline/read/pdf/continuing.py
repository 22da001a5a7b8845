"""Does a line go on with the paragraph above it? By the words, the setting and the space between."""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import dataclass

from pipeline.read.characters import is_upper, starts_lower
from pipeline.read.joining import ends_open, ends_sentence, goes_on
from pipeline.read.marks import CREDIT_STARTS
from pipeline.read.pdf.lines import Paragraph, TextLine

_RECITAL = re.compile(r"(?:ATTENDU|Attendu|CONSIDÉRANT|CONSIDERANT|Considérant|VU|Vu)\b")

_TIGHT = 0.1
"""Times the type's height between the two lines of one title."""
_TWO_SIZES = 1.7


@dataclass(frozen=True, slots=True)
class Setting:
    """How a column is set: its right edge and usual distance between lines, in points."""

    right: float
    pitch: float
    tolerance: float
    """By how much type may vary within a paragraph: 0.12 = 12 %."""


def setting_of(lines: list[TextLine], tolerance: float) -> Setting:
    """How a column of these lines, one at least, is set."""
    return Setting(_right_edge(lines), _pitch(lines), tolerance)


def continues(paragraph: Paragraph, line: TextLine, setting: Setting) -> bool:
    last = paragraph.lines[-1]
    if paragraph.kind == "item" and not last.marked.body and len(paragraph.lines) == 1:
        return not line.marked.is_item
    if abs(line.size - last.size) > setting.tolerance * max(last.size, 1.0):
        return _is_rest_of_title(paragraph, line)
    if line.marked.is_item and not _is_aside(paragraph, line, setting):
        return False
    if line.text.lower().startswith(CREDIT_STARTS) or _begins_recital(paragraph, line):
        return False
    step = line.box[1] - last.box[1]
    if step > 1.3 * max(setting.pitch, last.size) or step < -0.5 * last.size:
        return (step < 2.3 * last.size and last.hyphen) or _plainly_goes_on(paragraph, line, step)
    return _goes_on_below(paragraph, last, line, setting)


def _is_rest_of_title(paragraph: Paragraph, line: TextLine) -> bool:
    """A title in capitals of two sizes, set tight: "UNE VILLE / DURABLE"."""
    last = paragraph.lines[-1]
    if len(paragraph.lines) > 1 or not (is_upper(paragraph.text) and is_upper(line.text)) or line.marked.is_item:
        return False
    small, large = sorted((last.size, line.size))
    tight = -1.5 * small < line.box[1] - last.box[3] < _TIGHT * small and large < _TWO_SIZES * small
    aligned = abs(line.box[0] - last.box[0]) < 0.5 * small
    return tight and aligned and not ends_sentence(paragraph.text) and not paragraph.text.endswith(":")


def _begins_recital(paragraph: Paragraph, line: TextLine) -> bool:
    """ "Vu le code…," and "Considérant que…," of an act stand each by themselves."""
    return bool(_RECITAL.match(line.text)) and paragraph.text.endswith((",", ";", ".", ":"))


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


def _right_edge(lines: list[TextLine]) -> float:
    rights = sorted(line.box[2] for line in lines)
    return rights[int(0.9 * (len(rights) - 1))]


def _pitch(lines: list[TextLine]) -> float:
    steps = [b.box[1] - a.box[1] for a, b in itertools.pairwise(lines) if b.box[1] - a.box[1] > 1]
    close = [step for step in steps if step < 2.2 * lines[0].size] or steps
    return statistics.median_low(close) if close else 1.2 * lines[0].size
