"""Lines of a column that stand by themselves: rows of a table without rules, entries of a table of contents."""

from __future__ import annotations

import itertools
import re

from pipeline.read.characters import starts_lower
from pipeline.read.joining import ends_open, ends_sentence, goes_on, join
from pipeline.read.pdf.lines import TextLine, with_hyphen

_FEWEST_ROWS = 3
_LONGEST_ENTRY = 250
"""Characters of a line of a table of contents."""
_FIGURE = re.compile(r"\d[\d ]*(?:[.,]\d+)?(?: ?(?:%|€|M€|k€))? (?=[^\W\d])")
_ENTRY = re.compile(r"(?P<title>.*\w.*?)[\s.…]+(?P<page>\d{1,3})")


def rows_among(lines: list[TextLine]) -> set[int]:
    """Indices of lines in runs of three or more that are rows of a table."""
    found: set[int] = set()
    for run in _runs([_is_row(line) for line in lines]):
        if not _are_columns_of_text([lines[i] for i in run]):
            found.update(run)
    return found


def contents_among(lines: list[TextLine]) -> dict[int, str]:
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
            above = with_hyphen(lines[i - 1]) if i - 1 in first else ""
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


def figures_among(lines: list[TextLine]) -> set[int]:
    """Indices of the lines of key figures, three or more in a row: "14 hectares cultivés", "5 emplois créés"."""
    flags = [bool(_FIGURE.match(line.text)) and not line.marked.is_item for line in lines]
    found: set[int] = set()
    for run in _runs(flags):
        if not any(ends_open(lines[i].text) or lines[i].hyphen for i in run):
            found.update(run)
    return found


def _are_columns_of_text(rows: list[TextLine]) -> bool:
    """Do cells go on in the cells below them, as sentences do?"""
    pairs = [pair for a, b in itertools.pairwise(rows) for pair in zip(a.cells, b.cells, strict=False)]
    broken = sum(len(upper) > 20 and starts_lower(lower) and goes_on(upper, lower) for upper, lower in pairs)
    return broken >= 0.25 * len(pairs)


def _is_row(line: TextLine) -> bool:
    if len(line.cells) < 2:
        return False
    return not (line.marked.bullet and len(line.cells) == 2)
