"""``Reading`` → the document's text and its ``Passage``s, then one spaCy ``Doc``.

``doc.text`` is the document's text ever after: every offset in the database counts in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.types import Block, Passage

HEADING_SEPARATOR = " › "
_TIGHT = {("list_item", "list_item"), ("table_row", "table_row")}


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document and the passages that tile it but for the blank lines between them."""

    text: str
    passages: tuple[Passage, ...]


def lay_out(blocks: Sequence[Block]) -> DocumentText:
    """Join blocks into one text: blank lines between paragraphs, single ones within a list or table."""
    parts: list[str] = []
    passages: list[Passage] = []
    headings: list[tuple[int, str]] = []
    position = 0
    for number, block in enumerate(blocks):
        if number:
            gap = "\n" if (blocks[number - 1].kind, block.kind) in _TIGHT else "\n\n"
            parts.append(gap)
            position += len(gap)
        if block.kind == "heading":
            headings = [h for h in headings if h[0] < block.level]
        passages.append(_passage(number, block, headings, position))
        if block.kind == "heading":
            headings.append((block.level, block.text))
        parts.append(block.text)
        position += len(block.text)
    return DocumentText("".join(parts), tuple(passages))


def _passage(number: int, block: Block, headings: list[tuple[int, str]], start: int) -> Passage:
    return Passage(
        position=number,
        kind=block.kind,
        heading=HEADING_SEPARATOR.join(text for _, text in headings),
        start=start,
        end=start + len(block.text),
        text=block.text,
        level=block.level,
        page=block.page,
        box=block.box,
        ocr=block.ocr,
    )
