"""What came, as a ``Snapshot``."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pipeline.settings import Settings
from pipeline.types import Exchange, Snapshot, Source


def make_snapshot(
    source: Source,
    url: str,
    content: bytes,
    media_type: str,
    charset: str | None = None,
    exchange: Exchange | None = None,
) -> Snapshot:
    return Snapshot(
        source_id=source.id,
        url=url,
        content=content,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        fetched_at=datetime.now(UTC),
        charset=charset,
        exchange=exchange,
    )


def too_large(settings: Settings) -> str:
    return f"larger than {settings.max_bytes:,} bytes; raise ENGAGEMENTS_MAX_BYTES to read it"
