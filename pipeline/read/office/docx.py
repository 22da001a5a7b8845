"""A Word document's paragraphs, items and rows, in order.

python-docx opens the package and knows its styles; the text is taken here, because its ``paragraph.text``
leaves out insertions under revision, content controls and text boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from pipeline.read.characters import clean
from pipeline.read.html.drafts import Draft
from pipeline.read.office.tables import table_drafts

_HEADING = re.compile(r"(?:heading|titre|überschrift) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre)", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|légende|legende)", re.IGNORECASE)
_LIST = re.compile(r"(?:list (?:bullet|number)|liste à (?:puces|numéros))(?: ([2-5]))?", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|table des matières|table of (?:contents|figures))\b", re.IGNORECASE)
_P, _TBL, _SDT = qn("w:p"), qn("w:tbl"), qn("w:sdt")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same text box once more, for old versions of Word."""
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:txbxContent"), _FALLBACK}
_BOX = qn("w:txbxContent")


def drafts_of(document: Document) -> Iterator[Draft]:
    """The drafts of the body; headers, footers, notes and comments are not read."""
    names = {style.style_id: style.name or "" for style in document.styles}
    yield from _drafts(document.element.body, names)


def _drafts(parent: BaseOxmlElement, names: dict[str, str]) -> Iterator[Draft]:
    for element in parent:
        if element.tag == _P:
            yield from _paragraph(element, names)
            for box in element.iter(_BOX):
                if next(box.iterancestors(_FALLBACK), None) is None:
                    yield from _drafts(box, names)
        elif element.tag == _TBL:
            yield from _table(element, names)
        elif (element.tag == _SDT and not _is_contents(element)) or element.tag == qn("w:sdtContent"):
            yield from _drafts(element, names)


def _is_contents(control: BaseOxmlElement) -> bool:
    """Is the content control Word's own table of contents?"""
    gallery = control.find(f".//{qn('w:docPartGallery')}")
    return gallery is not None and "Contents" in (gallery.get(qn("w:val")) or "")


def _paragraph(paragraph: BaseOxmlElement, names: dict[str, str]) -> Iterator[Draft]:
    style = names.get(_value(paragraph, "w:pPr/w:pStyle") or "", "")
    if _CONTENTS.match(style):
        return
    kind, level = _kind(paragraph, style)
    bold = kind == "paragraph" and _is_bold(paragraph)
    for line in _text(paragraph).split("\n"):
        if text := clean(line):
            yield Draft(text, kind, level, bold=bold)


def _kind(paragraph: BaseOxmlElement, style: str) -> tuple[str, int]:
    if match := _HEADING.match(style):
        return "heading", min(int(match.group(1)), 6)
    outline = _value(paragraph, "w:pPr/w:outlineLvl") or ""
    if outline in set("012345"):
        return "heading", int(outline) + 1
    if _TITLE.fullmatch(style):
        return "heading", 1
    if _CAPTION.match(style):
        return "caption", 0
    match = _LIST.match(style)
    number = _value(paragraph, "w:pPr/w:numPr/w:numId")
    if number not in (None, "0") or match:
        depth = _value(paragraph, "w:pPr/w:numPr/w:ilvl") or (str(int(match.group(1) or 1) - 1) if match else "0")
        return "list_item", 1 + (int(depth) if depth.isdecimal() and len(depth) < 2 else 0)
    return "paragraph", 0


def _value(paragraph: BaseOxmlElement, path: str) -> str | None:
    element = paragraph.find("/".join(qn(step) for step in path.split("/")))
    return element.get(qn("w:val")) if element is not None else None


def _is_bold(paragraph: BaseOxmlElement) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(t.text or "" for t in run.iter(qn("w:t"))).strip()]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(runs) and all(b is not None and b.get(qn("w:val")) not in ("0", "false") for b in bold)


def _text(element: BaseOxmlElement) -> str:
    """The text as it reads when all revisions are accepted; "\\n" for line breaks."""
    pieces: list[str] = []
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag not in _LEFT_OUT:
            waiting.append(iter(child))
    return "".join(pieces)


def _table(table: BaseOxmlElement, names: dict[str, str]) -> Iterator[Draft]:
    rows = [list(_within(row, qn("w:tc"))) for row in _within(table, qn("w:tr"))]
    yield from table_drafts(rows, lambda cell: _drafts(cell, names), lambda cell: sum(1 for _ in cell.iter(_P)))


def _within(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """The children of that tag, those in content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (_SDT, qn("w:sdtContent")):
            yield from _within(child, tag)
