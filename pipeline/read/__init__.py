"""Snapshot → Reading: each format's reader turns bytes into blocks in reading order.

The media type is decided by content, then by the declared type, never by the extension alone.
Formats whose libraries a file may hang or crash are read in a process of their own.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from pipeline.errors import ReadFailed, UnsupportedType
from pipeline.read.apart import read_apart
from pipeline.read.inline import with_inline_lists
from pipeline.read.sniff import format_of
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot

__all__ = ["read", "read_here"]

READERS = {
    "docx": "office.read_docx",
    "html": "html.read_html",
    "odt": "office.read_odt",
    "pdf": "pdf.read_pdf",
    "text": "text.read_text",
}
"""Format → the function that reads it, below this package; imported when first needed."""
APART = {"docx", "odt", "pdf"}
LARGE_PAGE = 2_000_000
"""Bytes above which a web page is read apart, too: no real page is as large."""


def read(snapshot: Snapshot, settings: Settings) -> Reading:
    """The blocks of a snapshot, with title, date, language, pages and warnings.

    Bounded by ``max_bytes``, ``max_pages``, ``max_characters``, ``read_seconds`` and ``max_memory_bytes``
    of the settings; the last two hold for the formats of ``APART`` and for large pages.

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
    apart = kind in APART or (kind == "html" and size > LARGE_PAGE)
    return read_apart(snapshot, settings) if apart else read_here(snapshot, settings)


def read_here(snapshot: Snapshot, settings: Settings) -> Reading:
    """As ``read``, in this process."""
    kind = format_of(snapshot)
    if kind not in READERS:
        raise UnsupportedType(
            f"{snapshot.url}: {kind}; "
            "readable are PDF, HTML, Word (.docx), OpenDocument (.odt), plain text and Markdown"
        )
    module, function = READERS[kind].split(".")
    reading = getattr(import_module(f"pipeline.read.{module}"), function)(snapshot, settings)
    return replace(reading, blocks=with_inline_lists(reading.blocks))
