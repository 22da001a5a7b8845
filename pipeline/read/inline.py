"""Lists written inside one paragraph → a lead-in and its items.

"Trois buts : - isoler ; - planter ; - former.", "Au programme • un bal • un marché",
"Le comité propose 1) de rénover la salle, 2) de revoir les tarifs."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import sentences
from pipeline.read.joining import ends_open
from pipeline.read.marks import INLINE_BULLETS, LETTERS, ROMANS
from pipeline.types import Block

_BULLET = re.compile(rf"(?:^|(?<=\s))(?P<mark>[{re.escape(INLINE_BULLETS)}])\s*")
_DASH = re.compile(r"(?:^|(?<=[:;,.]\s))(?P<mark>[-–—])\s+")
_DASH_AFTER_WORD = re.compile(r"(?<=\s)(?P<mark>[-–—])\s+")
_NUMBERS = (
    re.compile(r"(?:^|(?<=\s))\(?(?P<mark>\d{1,2}|[a-h]|[ivx]{1,4})\)\s+"),
    re.compile(r"(?:^|(?<=\s))(?P<mark>\d{1,2})°\s*/?\)?\s+(?![CF]\b)"),
    re.compile(r"(?:^|(?<=[:;,.]\s))(?P<mark>\d{1,2})\.\s+(?=[^\W\d_])"),
    re.compile(r"(?:^|(?<=\s))(?P<mark>\d{1,2})\s?[-–/]\s+(?=[^\W\d_])"),
)
_SCRAP = re.compile(r"(?:et|ou|à|,|\W)*")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marker's place in the text; ``value`` where it counts: 1 for "1)", "a)" and "i)"."""

    start: int
    end: int
    value: int = 0


def with_inline_lists(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those paragraphs and items that hold a list taken apart; a part keeps page and box."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    marks = _marks(block) if block.kind in ("paragraph", "list_item") else []
    if not marks:
        yield block
        return
    lead = block.text[: marks[0].start].rstrip()
    siblings = block.kind == "list_item" and not lead.endswith(":")
    if lead:
        yield replace(block, text=lead)
    level = max(block.level, 1) + (block.kind == "list_item" and not siblings)
    items = _items(block.text, marks)
    last, rest = _without_rest(items, lead if siblings else "")
    for text in (*items[:-1], last):
        yield replace(block, kind="list_item", level=level, text=text)
    if rest:
        yield replace(block, kind="paragraph", level=0, text=rest)


def _items(text: str, marks: Sequence[_Mark]) -> list[str]:
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    return [text[mark.end : end].strip() for mark, end in zip(marks, ends, strict=True)]


def _without_rest(items: list[str], first: str) -> tuple[str, str]:
    """The last item, and the sentences after it where the items before end in a comma or semicolon."""
    last = items[-1]
    before = [first, *items[:-1]] if first else items[:-1]
    if any(item.endswith((".", "!", "?")) for item in before):
        return last, ""
    bounds = sentences.split(last)
    end = bounds[0][1]
    return last[:end], last[end:].strip()


def _marks(block: Block) -> list[_Mark]:
    """Where the items of the list in the text begin; [] where there is none.

    A list item has lost its own marker: what follows in it need not begin with a first one.
    """
    item = block.kind == "list_item"
    for found in (_bullets(block.text, item), _dashes(block.text, item), *_numbers(block.text, item)):
        if found and all(map(_says_something, _items(block.text, found))):
            return found
    return []


def _bullets(text: str, item: bool) -> list[_Mark]:
    found = _same_mark(_BULLET, text)
    if item and len(found) == 1:
        return found if text[found[0].start - 2] in ":;" else []
    introduced = item or (found and (not found[0].start or _leads_in(text[: found[0].start].rstrip())))
    return found if len(found) > (1 if introduced else 2) else []


def _dashes(text: str, item: bool) -> list[_Mark]:
    """The first follows a colon or an open sentence, or opens the text: an aside between dashes does neither."""
    found = _same_mark(_DASH, text)
    if after_word := _dashes_after_word(text):
        return after_word
    opening = [mark for mark in found if not mark.start or text[mark.start - 2] == ":"]
    if opening:
        found = [mark for mark in found if mark.start >= opening[0].start]
        return found if len(found) > 1 else []
    return found if item and found and all(text[m.start - 2] == ";" for m in found) else []


def _dashes_after_word(text: str) -> list[_Mark]:
    """ "La Ville s'engage à - rénover la halle ; - former ses agents": each dash but the first follows a semicolon."""
    found = _same_mark(_DASH_AFTER_WORD, text)
    if len(found) < 2 or not _leads_in(text[: found[0].start].rstrip()):
        return []
    return found if all(text[mark.start - 2] == ";" for mark in found[1:]) else []


def _leads_in(before: str) -> bool:
    """Does the text announce a list: by a colon, or a sentence left open ("La Ville s'engage à")?"""
    return before.endswith(":") or (before[-1:].isalpha() and ends_open(before))


def _same_mark(pattern: re.Pattern[str], text: str) -> list[_Mark]:
    """All that are marked as the first is: items within an item may be marked otherwise."""
    matches = list(pattern.finditer(text))
    return [_Mark(m.start(), m.end()) for m in matches if m["mark"] == matches[0]["mark"]]


def _numbers(text: str, item: bool) -> Iterator[list[_Mark]]:
    """Runs 1, 2, 3… of each form; those without a bracket are no list unless introduced or three."""
    for form, pattern in enumerate(_NUMBERS):
        run: list[_Mark] = []
        for match in pattern.finditer(text):
            wanted = run[-1].value + 1 if run else 1
            if wanted in _values(match["mark"]):
                run.append(_Mark(match.start(), match.end(), wanted))
        if item and not run:
            run = _run_from_two(pattern, text)
        bracketed = form < 2
        introduced = bool(run) and (not run[0].start or text[run[0].start - 2] in ":;," or item)
        yield run if len(run) > 2 or (run and (bracketed or introduced) and len(run) + item > 1) else []


def _run_from_two(pattern: re.Pattern[str], text: str) -> list[_Mark]:
    run: list[_Mark] = []
    for match in pattern.finditer(text):
        wanted = run[-1].value + 1 if run else 2
        before = text[max(0, match.start() - 2) : match.start()].rstrip()
        if wanted in _values(match["mark"]) and before.endswith((";", ",", ".")):
            run.append(_Mark(match.start(), match.end(), wanted))
    return run


def _values(mark: str) -> set[int]:
    if mark.isdigit():
        return {int(mark)}
    return {names.index(mark) + 1 for names in (LETTERS, ROMANS) if mark in names}


def _says_something(item: str) -> bool:
    return not _SCRAP.fullmatch(item)
