"""Units → blocks: which are headings, items, rows, captions, and at what depth."""

from __future__ import annotations

import itertools
import re

from pipeline.read import markdown
from pipeline.read.characters import is_upper, starts_lower
from pipeline.read.joining import ends_sentence
from pipeline.read.markers import Marked, split_marker, value
from pipeline.read.units import Unit, is_credit
from pipeline.types import Block

HEADING_LENGTH = 120
_LABEL_AND_NUMBER = re.compile(r"[^:]{1,40} ?: ?[\d\s.,%€()-]*")
_ENDS_IN_FIGURE = re.compile(r"\d{1,3}(?: \d{3})+(?: ?[€%])?$|[€%]$")
_FINITE = re.compile(r" (?:est|sont|sera|seront|a été|ont été|était|étaient|peut|peuvent|doit|doivent) ")
_COLUMN_HEAD = re.compile(
    r"(?:sous-)?total(?: général)?|totaux|montants?|nature|imputation|libellé|désignation|quantités?", re.I
)
"""What is left of a table whose cells stand on lines of their own."""
_FEW_LINES = 5
_FAR = 200
"""Items looked back at for the depth of one."""
_DATE_LINE = re.compile(r"(?:publi|mis|modifi)\S* (?:à jour )?le\b.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}", re.I)


def blocks_of(units: list[Unit]) -> list[Block]:
    """The blocks of the units in order; a block has one kind."""
    blocks: list[Block] = []
    numbered = _numbered_lists(units)
    captions = _captioned(units)
    for i, unit in enumerate(units):
        if i in captions:
            blocks += _block(split_marker(unit.text).body, "caption")
        else:
            blocks += _blocks(units, i, i in numbered)
    return blocks


def _blocks(units: list[Unit], i: int, in_list: bool) -> list[Block]:
    unit = units[i]
    if unit.first.cells:
        return _block(" | ".join(unit.first.cells), "table_row")
    if found := markdown.heading(unit.text):
        return _block(found[1], "heading", found[0])
    marked = split_marker(unit.text)
    if marked.bullet or in_list:
        return _item(marked, _depth(units, i))
    if marked.number and _is_heading(marked.body, units, i, marked.body.rstrip(" :")):
        return _block(marked.body, "heading", _level(marked.body))
    if marked.number and value(marked.number) is not None and not is_credit(unit.text):
        return _item(marked, 1)
    return _running(units, i)


def _running(units: list[Unit], i: int) -> list[Block]:
    """A heading, or a paragraph perhaps led by its bold title."""
    text = units[i].text
    if parts := markdown.titled(text):
        return _block(parts[0], "list_item", 1) + _block(parts[1], "paragraph")
    body = markdown.plain(text)
    if markdown.is_bold(text) and len(body) < HEADING_LENGTH * 2:
        return _block(body, "heading", _level(body))
    if starts_lower(text) and units[i].first.indent and i and _leads_in(units[i - 1]):
        return _block(body, "list_item", 1)
    if not text.startswith("[^") and _is_heading(body, units, i, body):
        return _block(body, "heading", _heading_level(body, units, i))
    return _block(body, "paragraph")


def _leads_in(unit: Unit) -> bool:
    """Ends in a colon, or is itself a line set in that starts in lower case: a list without bullets."""
    return unit.text.endswith(":") or (bool(unit.first.indent) and starts_lower(unit.text))


def _item(marked: Marked, depth: int) -> list[Block]:
    if parts := markdown.titled(marked.body):
        return _block(parts[0], "list_item", depth) + _block(parts[1], "paragraph")
    return _block(markdown.plain(marked.body), "list_item", depth)


def _block(text: str, kind: str, level: int = 0) -> list[Block]:
    if not any(c.isalnum() for c in text):
        return []
    return [Block(text, kind, level)]  # type: ignore[arg-type]


def _heading_level(body: str, units: list[Unit], i: int) -> int:
    """Titles of minutes run over several lines, the first with their number: the others are under it."""
    if i == 0:
        return 1
    j = i
    while j and not units[j].first.blanks and _is_heading(*_bare(units, j)):
        j -= 1
        if units[j].first.marked.number:
            return _level(units[j].first.marked.body) + 1 if _is_heading(*_bare(units, j)) else _level(body)
    return _level(body)


def _level(body: str) -> int:
    return 2 if is_upper(body) else 3


def _bare(units: list[Unit], i: int) -> tuple[str, list[Unit], int, str]:
    """What ``_is_heading`` asks of a unit, its number left out."""
    body = markdown.plain(split_marker(units[i].text).body)
    return body, units, i, body.rstrip(" :")


def _is_heading(body: str, units: list[Unit], i: int, bare: str) -> bool:
    """Short, set apart, not a sentence, and followed by what it heads."""
    if not 2 < len(body) < HEADING_LENGTH or i + 1 >= len(units) or starts_lower(body):
        return False
    if _COLUMN_HEAD.fullmatch(bare):
        return False
    if sum(c.isalpha() for c in body) < 0.5 * len(body) or _crammed(units, i):
        return False
    if is_upper(body):
        return not body.endswith((".", ";", ","))
    if is_credit(units[i + 1].text) or len(units[i].lines) > 3:
        return False
    return _is_title(body, bare)


def _is_title(body: str, bare: str) -> bool:
    """Words without a verb, a figure or a mark at their end; or a question."""
    if bare.endswith((".", ";", ",", ":", "…")) or _LABEL_AND_NUMBER.fullmatch(bare) or _DATE_LINE.match(body):
        return False
    if body.endswith("?"):
        return ":" not in body
    said = " © " in body or _ENDS_IN_FIGURE.search(body) or _FINITE.search(body)
    return not (said or ends_sentence(body))


def _depth(units: list[Unit], i: int) -> int:
    """1 + the number of shallower indentations open among the items just above."""
    indent = units[i].first.indent
    open_indents: list[int] = []
    for unit in reversed(units[max(0, i - _FAR) : i]):
        if not unit.first.marked.is_item:
            break
        if unit.first.indent < min([indent, *open_indents]):
            open_indents.append(unit.first.indent)
    return 1 + len(open_indents)


def _numbered_lists(units: list[Unit]) -> set[int]:
    """Indices of units whose numbers follow one another without text of another kind between."""
    found: set[int] = set()
    for i, (unit, following) in enumerate(itertools.pairwise(units)):
        a, b = value(unit.first.marked.number), value(following.first.marked.number)
        if a is not None and b == a + 1 and not unit.first.marked.bullet:
            found |= {i, i + 1}
    return found


def _captioned(units: list[Unit]) -> set[int]:
    """Indices of credits, and of the short lines just above a "©" that it credits."""
    found: set[int] = set()
    for i, unit in enumerate(units):
        if not is_credit(unit.text) and not _is_inline_credit(unit.text):
            continue
        found.add(i)
        above = i - 1
        if above >= 0 and unit.text.startswith(("©", "(c)")) and _may_be_credited(units, above):
            found.add(above)
    return found


def _is_inline_credit(text: str) -> bool:
    """ "Vue du port © Ville": a caption with its credit on one line."""
    return "©" in text and len(text) < 250 and not ends_sentence(text.split("©", maxsplit=1)[0])


def _may_be_credited(units: list[Unit], i: int) -> bool:
    unit, credit = units[i], units[i + 1]
    if unit.first.marked.is_item or unit.first.cells or len(unit.text) > 200 or ends_sentence(unit.text):
        return False
    return credit.first.blanks <= 1 and not is_upper(unit.text)


def _crammed(units: list[Unit], i: int) -> bool:
    """One of five or more short lines without a blank between: a flattened table, no headings."""
    first, last = i, i
    while last - first < _FEW_LINES and first > 0 and not units[first].first.blanks and _is_scrap(units[first - 1]):
        first -= 1
    while (
        last - first < _FEW_LINES
        and last + 1 < len(units)
        and not units[last + 1].first.blanks
        and _is_scrap(units[last + 1])
    ):
        last += 1
    return last - first + 1 >= _FEW_LINES


def _is_scrap(unit: Unit) -> bool:
    return len(unit.text) < 60 and not ends_sentence(unit.text)
