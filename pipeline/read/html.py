"""HTML → blocks (first version: trafilatura's text)."""

from __future__ import annotations

import trafilatura

from pipeline.errors import EmptyDocument
from pipeline.read.charset import decode
from pipeline.read.language import language_of
from pipeline.read.text import text_blocks
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot


def read_html(snapshot: Snapshot, settings: Settings) -> Reading:
    text = trafilatura.extract(decode(snapshot.content, snapshot.charset), output_format="markdown",
        include_tables=True, favor_recall=True) or ""
    blocks = text_blocks(text[: settings.max_characters])
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: no main content")
    return Reading(tuple(blocks), language=language_of(b.text for b in blocks))
