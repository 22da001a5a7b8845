"""What line breaks (``<br>``) part: paragraphs, the items of a list, or nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.read.characters import clean, starts_lower
from pipeline.read.html.drafts import Draft
from pipeline.read.joining import ends_open, ends_sentence, join
from pipeline.read.markers import split_marker, value

_MOST_JOINED = 500
"""Broken lines in one paragraph that are looked at one by one."""
_LONGEST_ITEM = 200

Piece = tuple[str, bool, bool]
"""Text ("\\n" for a break), whether it is bold, whether it is a link."""


def drafts_between(pieces: list[Piece], kind: str, level: int) -> list[Draft]:
    """The drafts of one block of markup; line breaks in it may part lines, items or nothing."""
    lines = [line for line in _lines(pieces) if line.text]
    if len(lines) < 2 or kind in ("heading", "caption", "term", "definition"):
        return [_merged(lines, kind, level)] if lines else []
    items = _items(lines)
    if items:
        return [_line_draft(line, kind, level, i in items) for i, line in enumerate(lines)]
    if kind == "list_item":
        return [_merged(lines, kind, level)]
    return _paragraphs(lines)


def _items(lines: list[Draft]) -> set[int]:
    """Indices of the lines that are items: marked with bullets, numbered in a row, or listed after a colon."""
    marked = [split_marker(line.text) for line in lines]
    if bullets := {i for i, mark in enumerate(marked) if mark.bullet}:
        return bullets
    values = [value(mark.number) for mark in marked]
    runs = [i for i, (a, b) in enumerate(itertools.pairwise(values)) if a is not None and b == a + 1]
    if runs:
        return {k for i in runs for k in (i, i + 1)}
    first = next((i + 1 for i, line in enumerate(lines) if line.text.endswith(":")), len(lines))
    return set(range(first, len(lines))) if _are_listed([line.text for line in lines[first:]]) else set()


def _are_listed(texts: list[str]) -> bool:
    """Two or more short lines, none but the last a sentence, none left open but by its comma."""
    if len(texts) < 2 or max(map(len, texts)) > _LONGEST_ITEM:
        return False
    if any(ends_open(text.rstrip(",")) for text in texts):
        return False
    return not any(ends_sentence(text) or text.endswith(":") for text in texts[:-1])


def _line_draft(line: Draft, kind: str, level: int, item: bool) -> Draft:
    line.kind, line.level = ("list_item", max(level, 1)) if item else (kind, level)
    return line


def _lines(pieces: list[Piece]) -> Iterator[Draft]:
    """The text between line breaks; how much of it is linked, whether all is bold."""
    line: list[Piece] = []
    for piece in [*pieces, ("\n", False, False)]:
        if piece[0] != "\n":
            line.append(piece)
            continue
        text = clean("".join(part for part, _, _ in line))
        total = sum(len(part.strip()) for part, _, _ in line) or 1
        linked = sum(len(part.strip()) for part, _, is_link in line if is_link) / total
        bold = sum(len(part.strip()) for part, is_bold, _ in line if is_bold) / total
        yield Draft(text, "paragraph", 0, linked, bold > 0.95)
        line = []


def _merged(lines: list[Draft], kind: str, level: int) -> Draft:
    text = "" if len(lines) < _MOST_JOINED else " ".join(line.text for line in lines)
    for line in lines[:_MOST_JOINED] if not text else ():
        text = join(text, line.text)
    linked = sum(line.linked * len(line.text) for line in lines) / max(sum(len(line.text) for line in lines), 1)
    return Draft(text, kind, level, linked, all(line.bold for line in lines))


def _paragraphs(lines: list[Draft]) -> list[Draft]:
    """Lines that line breaks part: joined where a sentence runs on."""
    groups: list[list[Draft]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        runs_on = last and starts_lower(line.text) and not ends_sentence(last.text) and last.text[-1] not in ":;"
        if runs_on and last and not last.bold:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_merged(group, "paragraph", 0) for group in groups]
