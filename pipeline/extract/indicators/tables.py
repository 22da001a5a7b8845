"""Quantities in tables whose unit or noun stands elsewhere: above their column, beside them, before them, in the title.

"Nombre de logements", "Surface (ha)", "Arbres plantés": the cells below are plain numbers. A number whose table
says nothing of what it counts is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.grid import PLAIN_NUMBER, Cell, rows_below_headers
from pipeline.extract.indicators.patterns import NOMINAL_UNITS, STRUCTURE, UNITS
from pipeline.extract.indicators.table_words import AIMED, GENERIC, NOT_COUNTED, NUMBER_OF, PLURALS, UNIT_COLUMN
from pipeline.extract.numbers import figure_value
from pipeline.types import Direction, Indicator, Passage

_I = re.IGNORECASE
_NUMBER_OF = re.compile(NUMBER_OF, _I)
_NOT_COUNTED = re.compile(rf"(?<!\w)(?:{'|'.join(NOT_COUNTED)})(?!\w)|[€$£]", _I)
_GENERIC = re.compile(rf"\s*(?:(?:{'|'.join(GENERIC)})\w*|(?:19|20)\d\d|[\s/–():-])*\s*", _I)
_UNIT_COLUMN = re.compile(UNIT_COLUMN, _I)
_AIMED = re.compile(rf"(?<!\w)(?:{'|'.join(AIMED)})", _I)
_BRACKETED = re.compile(
    r"^(?P<what>.*?)\s?(?:[(\[]\s?(?:en\s)?(?P<unit>[^()\[\]]{1,20}?)\s?[)\]]|,?\sen\s(?P<said>\S{1,12}))\s*$"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MEASURES = [(re.compile(pattern), name) for pattern, name in UNITS]
_Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _What:
    unit: str | None
    counted: str | None


def find_table_indicators(passages: Sequence[Passage], taken: _Spans) -> Iterator[Indicator]:
    """Quantities in cells of plain numbers, in reading order; none meets a span of ``taken`` (sums, periods)."""
    for title, header, cells in rows_below_headers(passages):
        yield from _in_row(cells, header, _what(title, bracketed=True), taken)


def _in_row(cells: Sequence[Cell], header: Sequence[str], title: _What | None, taken: _Spans) -> Iterator[Indicator]:
    for column, cell in enumerate(cells):
        plain = PLAIN_NUMBER.fullmatch(cell.text)
        start = cell.start + plain.start("figure") if plain else 0
        if plain is None or any(a < start + len(plain["figure"]) and start < b for a, b in taken):
            continue
        above = header[column].strip() if column < len(header) else ""
        what = _said_of(cells, column, above, header, title)
        if what is None:
            continue
        years = _YEAR.findall(above) or (_YEAR.findall(cells[0].text) if column else [])
        aimed: Direction | None = "reach" if _AIMED.search(f"{above} {cells[0].text if column else ''}") else None
        text = plain["figure"]
        yield Indicator(
            start, start + len(text), text, figure_value(text), what.unit, what.counted, aimed,
            target_year=int(years[-1]) if years else None,
        )  # fmt: skip


def _said_of(
    cells: Sequence[Cell], column: int, above: str, header: Sequence[str], title: _What | None
) -> _What | None:
    """By the header of the column; where that is a year or "Objectif", by the unit beside, the label or the title."""
    if above and not _GENERIC.fullmatch(above):
        return _what(above)
    beside = _unit_beside(cells, column, header)
    label = _what(cells[0].text.strip()) if column else None
    if beside is None:
        of_title = title if column and not _NOT_COUNTED.search(cells[0].text) else None
        return (label if _is_explicit(cells[0].text.strip()) else None) or of_title or label
    return _What(beside.unit, beside.counted or (cells[0].text.strip() if label else None))


def _is_explicit(label: str) -> bool:
    """Whether a label gives a unit or says "nombre de": then no title tells better."""
    return _NUMBER_OF.match(label) is not None or _what(label, bracketed=True) is not None


def _unit_beside(cells: Sequence[Cell], column: int, header: Sequence[str]) -> _What | None:
    """What the column "Unité" says, else the next cell where no header says what that is: "45 | logements"."""
    for i, cell in enumerate(cells):
        named = i < len(header) and _UNIT_COLUMN.fullmatch(header[i].strip())
        if named or (i == column + 1 and not header):
            found = _what(cell.text.strip(), whole=True)
            if found is not None:
                return found
    return None


def _what(words: str, whole: bool = False, bracketed: bool = False) -> _What | None:
    """What words above or beside a number say it counts.

    ``bracketed``: only by a unit in brackets or "nombre de", as a title does; ``whole``: the words may be but a unit.
    """
    found = _BRACKETED.match(words)
    unit = _measure(found["unit"] or found["said"]) if found else None
    if found and unit is not None:
        return _What(unit, _lower(_NUMBER_OF.sub("", found["what"])) or None)
    counted = _NUMBER_OF.match(words)
    if (bracketed and counted is None) or not words or _NOT_COUNTED.search(words):
        return None
    unit = _measure(words) if whole else None
    if unit is not None:
        return _What(unit, None)
    if counted is None and not _is_plural(words):
        return None
    rest = _lower(words[counted.end() :] if counted else words)
    head = rest.split()[0] if rest else ""
    return None if not rest or head in STRUCTURE else _What(NOMINAL_UNITS.get(head), rest)


def _measure(words: str) -> str | None:
    words = words.strip()
    return next((name for pattern, name in _MEASURES if pattern.fullmatch(words)), NOMINAL_UNITS.get(words.lower()))


def _is_plural(words: str) -> bool:
    """ "Arbres plantés", "Logements": a noun in the plural opens them, a word of several capitals does not."""
    head = re.split(r"[\s,(]", words, maxsplit=1)[0]
    return head[1:].islower() and head.lower().endswith(PLURALS) and len(head) > len("ans")


def _lower(words: str) -> str:
    words = words.strip(" :–-*")
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
