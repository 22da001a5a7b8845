"""The main content → drafts, in one pass over its elements and without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from pipeline.read.characters import clean
from pipeline.read.html.breaks import drafts_between
from pipeline.read.html.drafts import Draft, is_number
from pipeline.read.html.figures import FIGURE_HOLDERS, key_figure
from pipeline.read.html.names import names_of
from pipeline.read.html.tables import is_data, rows_of
from pipeline.read.html.tree import HEADINGS, text_of
from pipeline.read.html.words import BLOCK_TAGS, CAPTION_NAMES, HIDDEN_NAMES, SKIPPED_TAGS
from pipeline.read.rows import row_text
from pipeline.read.text import text_blocks

_BOLD = frozenset(("b", "strong"))
_BOXES = frozenset("a b button cite em i label small span strong time u".split())
"""Inline elements that a style sheet may set apart."""


def drafts_of(content: HtmlElement) -> list[Draft]:
    """The drafts of an element's content, in order."""
    walker = _Walker()
    events = etree.iterwalk(content, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event in ("comment", "pi"):
            walker.add(element.tail)
        elif event == "start":
            if walker.start(element):
                events.skip_subtree()
        else:
            walker.end(element, element is content)
    walker.flush()
    return walker.drafts


class _Walker:
    """The text since the last block began, and where in lists and headings it stands."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._pieces: list[tuple[str, bool, bool]] = []
        self._kinds: list[tuple[str, int]] = [("paragraph", 0)]
        self._lists = self._bold = self._links = 0
        self._heading = 1
        self._terms: list[str] = []
        self._whole: set[HtmlElement] = set()

    def start(self, element: HtmlElement) -> bool:
        """Takes an opening tag; True where its content is done with."""
        tag = element.tag
        if tag in SKIPPED_TAGS or not names_of(element).isdisjoint(HIDDEN_NAMES):
            return True
        if self._is_whole(element):
            return True
        if tag == "br":
            self._pieces.append(("\n", False, False))
        self._bold += tag in _BOLD
        self._links += tag == "a"
        if tag in BLOCK_TAGS:
            self.flush()
            self._open(element)
        elif tag in _BOXES and self._pieces and _is_set_apart(self._pieces[-1][0], element):
            self._pieces.append((" ", False, False))
        self.add(element.text)
        return False

    def end(self, element: HtmlElement, last: bool) -> None:
        """Takes a closing tag and the text after it."""
        tag = element.tag
        if element in self._whole:
            self._whole.discard(element)
        elif not isinstance(tag, str) or tag in SKIPPED_TAGS or not names_of(element).isdisjoint(HIDDEN_NAMES):
            pass
        else:
            self._bold -= tag in _BOLD
            self._links -= tag == "a"
            if tag in BLOCK_TAGS:
                self.flush()
                self._close(tag)
        if not last:
            self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append((text.replace("\n", " "), self._bold > 0, self._links > 0))

    def flush(self) -> None:
        """Ends the block that is open and makes drafts of its lines."""
        pieces, self._pieces = self._pieces, []
        kind, level = self._kinds[-1]
        for draft in drafts_between(pieces, kind, level):
            if kind == "term":
                self._terms.append(draft.text)
                continue
            if kind == "definition" and self._terms:
                draft.text, self._terms = f"{' / '.join(self._terms)} : {draft.text}", []
            draft.kind = {"definition": "list_item", "panel": "heading"}.get(kind, draft.kind)
            self.drafts.append(draft)
            if kind == "heading":
                self._heading = draft.level
            if kind == "list_item":
                self._kinds[-1] = ("paragraph", 0)

    def _open(self, element: HtmlElement) -> None:
        tag, names = element.tag, names_of(element)
        if tag in HEADINGS:
            self._kinds.append(("heading", HEADINGS[tag]))
        elif element.get("role") == "heading" and (level := element.get("aria-level") or "") in set("123456"):
            self._kinds.append(("heading", int(level)))
        elif tag == "summary" or element.get("role") == "heading":
            self._kinds.append(("panel", min(self._heading + 1, 6)))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists += 1
            self._kinds.append(("paragraph", 0))
        elif tag in ("li", "dt", "dd"):
            kind = {"li": "list_item", "dt": "term", "dd": "definition"}[tag]
            self._kinds.append((kind, max(self._lists, 1)))
        elif tag in ("figcaption", "caption") or not names.isdisjoint(CAPTION_NAMES):
            self._kinds.append(("caption", 0))
        else:
            self._kinds.append(self._inherited(element))

    def _inherited(self, element: HtmlElement) -> tuple[str, int]:
        """The first paragraph of a list item, heading or caption is that still."""
        kind, level = self._kinds[-1]
        return (kind, level) if kind != "paragraph" else ("paragraph", 0)

    def _close(self, tag: str) -> None:
        if len(self._kinds) > 1:
            closed = self._kinds.pop()
            if closed == ("paragraph", 0) and self._kinds[-1][0] == "list_item" and tag in ("p", "div", "span"):
                self._kinds[-1] = closed
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists = max(self._lists - 1, 0)
        if tag == "dl":
            self.drafts += [Draft(term, "paragraph") for term in self._terms]
            self._terms = []

    def _is_whole(self, element: HtmlElement) -> bool:
        """Data tables and key figures are read at once."""
        found: list[Draft] = []
        if element.tag == "table" and is_data(element):
            found = list(_table(element))
        elif element.tag in FIGURE_HOLDERS:
            found = key_figure(element)
        elif element.tag == "pre" and "\n" in (text := "".join(map(str, element.itertext())).strip("\n")):
            found = [Draft(block.text, block.kind, block.level) for block in text_blocks(text)]
        if not found:
            return False
        self.flush()
        self.drafts += found
        self._whole.add(element)
        return True


def _table(table: HtmlElement) -> Iterator[Draft]:
    caption = table.find("caption")
    if caption is not None and (text := clean(text_of(caption))):
        yield Draft(text, "caption")
    for row in rows_of(table):
        yield Draft(row_text(row), "table_row")


def _is_set_apart(before: str, element: HtmlElement) -> bool:
    """Do words of two boxes meet without a space: "6|médecins", "Solidarités|Semaine", "parlent.|Inès"?

    Not within a word: "É|cole", "commu|ne", "1|er".
    """
    text = text_of(element).strip(" ")
    if not before or before[-1].isspace() or not text[:1].isalpha():
        return False
    if is_number(before.strip()):
        return len(text) > 3
    sentence = before[-1] in ".!?»" and len(before) > 2
    previous = element.getprevious()
    boxed = previous is not None and previous.tag in _BOXES and not previous.tail and before[-1].islower()
    return text[0].isupper() and text[1:2].islower() and (sentence or boxed)
