"""Snapshot → Reading: each format's reader turns bytes into blocks in reading order.

The media type is decided by content, then by the declared type, never by the extension alone.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.errors import ReadFailed, UnsupportedType
from pipeline.read.html import read_html
from pipeline.read.inline import with_inline_lists
from pipeline.read.pdf import read_pdf
from pipeline.read.sniff import format_of
from pipeline.read.text import read_text
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot

__all__ = ["read", "read_html", "read_pdf", "read_text"]

READERS = {"pdf": read_pdf, "html": read_html, "text": read_text}


def read(snapshot: Snapshot, settings: Settings) -> Reading:
    """The blocks of a snapshot, with title, date, language, pages and warnings.

    Bounded by ``max_bytes``, ``max_pages`` and ``max_characters`` of the settings.

    Raises ReadFailed for a file too large or damaged, EmptyDocument for one without text, and
    UnsupportedType for content no reader knows.
    """
    size = len(snapshot.content)
    if size > settings.max_bytes:
        raise ReadFailed(
            f"{snapshot.url}: {size} bytes, more than max_bytes = {settings.max_bytes}; "
            "set ENGAGEMENTS_MAX_BYTES to read it"
        )
    kind = format_of(snapshot)
    reader = READERS.get(kind)
    if reader is None:
        raise UnsupportedType(f"{snapshot.url}: {kind}; readable are PDF, HTML, plain text and Markdown")
    reading = reader(snapshot, settings)
    return replace(reading, blocks=with_inline_lists(reading.blocks))
