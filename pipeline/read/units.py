"""Lines → units: the lines of one heading, paragraph or item brought together."""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import dataclass, field

from pipeline.read.characters import is_upper, starts_lower
from pipeline.read.joining import ends_open, ends_sentence, goes_on, join, words_of
from pipeline.read.lines import Line
from pipeline.read.markdown import heading, is_bold, opens_bold
from pipeline.read.marks import CREDIT_STARTS

_NEIGHBOURS = 8
_LONGEST = 10_000
"""Characters; no paragraph of a real document is as long."""
_STANDS_ALONE = re.compile(
    r"[A-ZÀ-Ý][\w-]*(?: [\w-]+)? ?: ?[\d\s]*|(?:[Pp]ubli|[Mm]odifi|[Mm]is)\S{0,3} (?:à jour )?le \d.*"
)
"""Lines never part of the sentence above: "Contre :", "Pour : 53", "publié le 7 mai"."""


_BEGINS = re.compile(
    r"(?:Absents|Article|Délibération|Étaient|Excusés|Objet|Présents|Rapporteur|Secrétaire|Votants|Vote)\w*\b"
    r"[^.;]{0,40} ?: |"
    r"(?:Adopté|Approuvé|Rejeté|Voté)e?s? (?:à|par)\b|La séance est (?:close|levée|ouverte)|"
    r"(?:Après|Considérant|Vu) (?:d|en|l|qu)\b"
)
"""How lines of minutes begin that never go on with a sentence that is over."""


@dataclass(slots=True)
class Unit:
    """Text that belongs together, still with its Markdown; ``first`` is its first line."""

    text: str
    first: Line
    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


class Layout:
    """How a document breaks its lines: at a width, or one line a paragraph."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.words = words_of(line.text for line in lines)
        broken = [a.width for a, b in _pairs(lines) if _is_broken(a, b)]
        adjacent = sum(1 for a, b in _pairs(lines) if b.blanks == 0 and a.width >= 25 and not b.marked.is_item)
        self.wrapped = len(broken) >= 3 and len(broken) >= 0.25 * adjacent
        self.indents_first = _indents_first(lines)
        self.usual = statistics.median(broken) if broken else 0.0

    def is_full(self, i: int) -> bool:
        """Would the first word of line i + 1 not have fitted on line i?"""
        line, following = self.lines[i], self.lines[i + 1]
        word = following.text.split(" ", 1)[0]
        return line.width + 1 + len(word) > 0.97 * self._width(i)

    def _width(self, i: int) -> float:
        """Widest line of the same run of lines nearby, or what is usual in the document."""
        widest = self.lines[i].width
        for step in (-1, 1):
            k = i
            for _ in range(_NEIGHBOURS):
                if not 0 <= k + step < len(self.lines) or self.lines[max(k, k + step)].blanks:
                    break
                k += step
                widest = max(widest, self.lines[k].width)
        return max(float(widest), self.usual)


def units_of(lines: list[Line]) -> list[Unit]:
    """The units of a document in order."""
    layout = Layout(lines)
    units: list[Unit] = []
    for i, line in enumerate(lines):
        if units and _continues(units[-1], line, layout, i - 1):
            unit = units[-1]
            unit.text = join(unit.text, line.text, layout.words)
            unit.lines.append(line)
        else:
            units.append(Unit(line.text, line, [line]))
    return units


def is_credit(text: str) -> bool:
    """Does the line begin as a credit, caption or source does?"""
    return text[:40].lower().startswith(CREDIT_STARTS)


def _pairs(lines: list[Line]) -> list[tuple[Line, Line]]:
    return list(itertools.pairwise(lines))


def _indents_first(lines: list[Line]) -> bool:
    """Are first lines set in, and those that follow not (bullets that were lost look so, too)?"""
    followed = [(a, b) for a, b in _pairs(lines) if a.indent and not b.blanks and not b.marked.is_item]
    return len(followed) >= 3 and sum(b.indent < a.indent for a, b in followed) >= 0.5 * len(followed)


def _is_broken(a: Line, b: Line) -> bool:
    """Plainly one sentence over two lines."""
    if b.blanks or a.width < 25 or b.marked.is_item or a.cells or b.cells:
        return False
    return starts_lower(b.text) and not ends_sentence(a.text) and not a.text.endswith((";", ":"))


def _continues(unit: Unit, line: Line, layout: Layout, previous: int) -> bool:
    """Does the line go on with the unit above it?"""
    closed = unit.first.cells or heading(unit.text) or len(unit.text) > _LONGEST
    if closed or line.cells or heading(line.text):
        return False
    if not unit.last.marked.body:
        return not line.marked.is_item
    if opens_bold(unit.text):
        return True
    if _begins_anew(unit, line, layout, previous):
        return False
    if line.blanks:
        return _continues_after_blank(unit, line)
    return _continues_below(unit, line, layout, previous)


def _begins_anew(unit: Unit, line: Line, layout: Layout, previous: int) -> bool:
    """An item, a credit, a label such as "Contre :", what follows a bold title."""
    if line.marked.is_item and not _is_aside(unit, line, layout, previous):
        return True
    if is_credit(line.text) or is_bold(unit.text):
        return True
    if ends_sentence(unit.text) and _BEGINS.match(line.text):
        return True
    return bool(_STANDS_ALONE.fullmatch(line.text)) and not is_upper(line.text)


def _is_aside(unit: Unit, line: Line, layout: Layout, previous: int) -> bool:
    """A dash that closes an aside of the sentence above, or a wrapped "2 / 3": no new item."""
    if not layout.wrapped or line.blanks or not layout.is_full(previous) or ends_sentence(unit.text):
        return False
    if line.marked.bullet in ("-", "–", "—"):
        if line.marked.bullet == unit.first.marked.bullet and line.indent == unit.first.indent:
            return False
        dashes = unit.text.count(" – ") + unit.text.count(" — ") + unit.text.count(" - ")
        return dashes % 2 == 1 and not unit.text.endswith((";", ":", ","))
    return bool(line.marked.number) and not line.marked.bullet and ends_open(unit.text)


def _continues_after_blank(unit: Unit, line: Line) -> bool:
    """Over an empty line or a page break only a sentence plainly left open goes on."""
    if not starts_lower(line.text) or not goes_on(unit.text, line.text):
        return False
    return len(unit.text) >= 30 or unit.text.endswith(",")


def _continues_below(unit: Unit, line: Line, layout: Layout, previous: int) -> bool:
    if unit.text.endswith(":**") and starts_lower(line.text):
        return True
    if layout.indents_first and line.indent and _may_end(unit, line):
        return False
    if is_credit(unit.text):
        return ends_open(unit.text) or starts_lower(line.text)
    if is_upper(unit.text) or (is_upper(line.text) and not starts_lower(line.text)):
        return _continues_capitals(unit, line, layout, previous)
    if goes_on(unit.text, line.text):
        return layout.wrapped or starts_lower(line.text)
    mid = starts_lower(line.text) or not unit.text.endswith((":", ";"))
    return mid and _fills(unit, layout, previous)


def _continues_capitals(unit: Unit, line: Line, layout: Layout, previous: int) -> bool:
    """Lines in capitals make one title; capitals within a sentence go on with it."""
    if not is_upper(unit.text):
        return _fills(unit, layout, previous)
    if is_upper(line.text):
        return not ends_sentence(unit.text) and not unit.text.endswith(":")
    return starts_lower(line.text) and goes_on(unit.text, line.text)


def _may_end(unit: Unit, line: Line) -> bool:
    """Can the unit be over where a line set in follows?"""
    if ends_sentence(unit.text) or unit.text.endswith((":", ";")):
        return True
    return bool(unit.first.indent) and starts_lower(unit.text) and starts_lower(line.text)


def _fills(unit: Unit, layout: Layout, previous: int) -> bool:
    """In a document of broken lines, one that is full goes on below."""
    over = unit.first.marked.is_item and unit.text.endswith(";")
    return layout.wrapped and not over and layout.is_full(previous)
