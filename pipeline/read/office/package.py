"""What a zipped document may unpack to, looked at before any of it is parsed."""

from __future__ import annotations

import io
import zipfile
import zlib

from pipeline.errors import ReadFailed
from pipeline.settings import Settings
from pipeline.types import Snapshot

_MOST_PARTS = 5_000
_HEAD = 20_000
"""Bytes of an XML part in which it would declare entities."""


def check_package(snapshot: Snapshot, settings: Settings) -> None:
    """Raises ReadFailed for a damaged or encrypted archive, one that swells beyond
    ``max_unpacked_bytes`` (zipfile unpacks no more of a part than its entry says), or one whose XML declares
    entities, which no word processor writes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(snapshot.content)) as archive:
            parts = archive.infolist()
            _check_sizes(snapshot.url, parts, settings.max_unpacked_bytes)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if b"<!ENTITY" in opened.read(_HEAD):
                            raise ReadFailed(f"{snapshot.url}: {part.filename} declares entities; not read")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise ReadFailed(f"{snapshot.url}: a damaged document ({error})") from error
    except RuntimeError as error:  # zipfile's way to say that a part is encrypted
        raise ReadFailed(f"{snapshot.url}: protected by a password; save it without one") from error


def _check_sizes(url: str, parts: list[zipfile.ZipInfo], most: int) -> None:
    size = sum(part.file_size for part in parts)
    if size > most:
        raise ReadFailed(
            f"{url}: unpacks to {size:,} bytes, more than max_unpacked_bytes = {most:,}; "
            "set ENGAGEMENTS_MAX_UNPACKED_BYTES to read it"
        )
    if len(parts) > _MOST_PARTS:
        raise ReadFailed(f"{url}: {len(parts):,} parts in one document, more than {_MOST_PARTS:,}")
