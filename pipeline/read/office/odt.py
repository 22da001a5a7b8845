"""An OpenDocument text's paragraphs, items and rows, in order, through odfdo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from odfdo import Document, Element

from pipeline.read.characters import clean
from pipeline.read.html.drafts import Draft
from pipeline.read.office.tables import table_drafts

_HEADING = re.compile(r"(?:heading|titre)(?:_20_| )?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre)(?:_20_principal)?", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|illustration|légende|figure)", re.IGNORECASE)
_INLINE = {"text:s": " ", "text:tab": " ", "text:line-break": "\n", "text:soft-page-break": ""}
_LEFT_OUT = {
    "text:note", "office:annotation", "text:tracked-changes", "text:table-of-content", "text:alphabetical-index",
    "text:sequence-decls", "office:forms", "text:ruby-text", "text:bibliography", "text:illustration-index",
}  # fmt: skip
_FRAMES = ("draw:frame", "draw:text-box", "draw:custom-shape", "draw:g")
_DEEPEST = 60

Styles = dict[str, tuple[str, bool]]
"""Of each paragraph style made by hand: the style it is derived from, and whether it is bold."""


def drafts_of(document: Document) -> Iterator[Draft]:
    """The drafts of the body; notes, comments, deleted text and tables of contents are not read."""
    yield from _drafts(document.body, _styles(document), 0)


def _styles(document: Document) -> Styles:
    found: Styles = {}
    for style in document.content.get_elements("//office:automatic-styles/style:style"):
        name = str(style.get_attribute("style:name") or "")
        properties = style.get_element("style:text-properties")
        bold = properties is not None and properties.get_attribute("fo:font-weight") == "bold"
        found[name] = (str(style.get_attribute("style:parent-style-name") or ""), bold)
    return found


def _drafts(parent: Element, styles: Styles, depth: int, item: int = 0) -> Iterator[Draft]:
    """``item``: the depth of the list that the elements stand in, 0 outside lists."""
    if depth > _DEEPEST:
        return
    for element in parent.children:
        tag = element.tag
        if tag in ("text:p", "text:h"):
            yield from _paragraph(element, styles, item)
            item = -abs(item)  # the paragraphs after an item's first are paragraphs
            for frame in element.children:
                if frame.tag in _FRAMES:
                    yield from _drafts(frame, styles, depth + 1)
        elif tag == "table:table":
            yield from _table(element, styles, depth)
        elif tag in ("text:list", "text:list-item", "text:list-header"):
            yield from _drafts(element, styles, depth + 1, abs(item) + (tag == "text:list"))
        elif tag not in _LEFT_OUT:
            yield from _drafts(element, styles, depth + 1, item)


def _paragraph(element: Element, styles: Styles, item: int) -> Iterator[Draft]:
    name = str(element.get_attribute("text:style-name") or "")
    parent, bold = styles.get(name, ("", False))
    style = parent or name
    level = str(element.get_attribute("text:outline-level") or "1")
    match = _HEADING.match(style)
    kind, rank = "paragraph", 0
    if element.tag == "text:h":
        kind, rank = "heading", min(int(level), 6) if level.isdecimal() and level != "0" else 1
    elif match or _TITLE.fullmatch(style):
        kind, rank = "heading", min(int(match.group(1)), 6) if match else 1
    elif item > 0:
        kind, rank = "list_item", item
    elif _CAPTION.match(style):
        kind = "caption"
    for line in _text(element).split("\n"):
        if text := clean(line):
            yield Draft(text, kind, rank, bold=bold and kind == "paragraph")


def _text(element: Element) -> str:
    """The text with "\\n" for line breaks; a run of spaces, however long, is one."""
    pieces = [element.text or ""]
    for child in element.children:
        tag = child.tag
        if tag in _INLINE:
            pieces.append(_INLINE[tag])
        elif tag not in _LEFT_OUT and tag not in _FRAMES:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _table(table: Element, styles: Styles, depth: int) -> Iterator[Draft]:
    rows = [[c for c in row.children if c.tag == "table:table-cell"] for row in _rows(table)]
    yield from table_drafts(rows, lambda cell: _drafts(cell, styles, depth + 1), lambda cell: len(cell.children))


def _rows(table: Element) -> Iterator[Element]:
    for element in table.children:
        if element.tag == "table:table-row":
            yield element
        elif element.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(element)
