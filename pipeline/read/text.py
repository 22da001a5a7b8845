"""Plain text and light Markdown → blocks: broken lines made whole, each block of one kind."""

from __future__ import annotations

from pipeline.errors import EmptyDocument
from pipeline.read.charset import decode
from pipeline.read.dates import day_in
from pipeline.read.kinds import blocks_of
from pipeline.read.language import language_of
from pipeline.read.lines import lines_of
from pipeline.read.units import units_of
from pipeline.settings import Settings
from pipeline.types import Block, Reading, Snapshot

_END = 2_000
"""Characters at either end in which a text says when it was published and changed."""


def read_text(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of plain text or Markdown.

    Raises EmptyDocument where no line holds a letter or digit.
    """
    text = decode(snapshot.content, snapshot.charset)[: settings.max_characters]
    blocks = text_blocks(text)
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: no text in {len(snapshot.content)} bytes")
    ends = f"{text[:_END]}\n{text[_END:][-_END:]}"
    title = blocks[0].text if blocks[0].kind == "heading" else None
    return Reading(
        tuple(blocks),
        title=title,
        published=day_in(ends, "published"),
        modified=day_in(ends, "modified"),
        language=language_of(block.text for block in blocks),
    )


def text_blocks(text: str) -> list[Block]:
    """The blocks of a text in reading order, without page or box."""
    return blocks_of(units_of(lines_of(text)))
