"""Snapshots made in memory, and blocks as short pairs."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pipeline.read import read, read_here
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot


def snapshot(content: bytes | str, media_type: str = "", charset: str | None = None, url: str = "") -> Snapshot:
    data = content.encode() if isinstance(content, str) else content
    digest = hashlib.sha256(data).hexdigest()
    return Snapshot("essai", url or "https://essai.fr/page", data, media_type, digest, datetime.now(UTC), charset)


def reading(content: bytes | str, media_type: str = "", charset: str | None = None, **limits: float) -> Reading:
    return read(snapshot(content, media_type, charset), Settings(**limits))  # type: ignore[arg-type]


def reading_here(content: bytes, **limits: float) -> Reading:
    """Of a PDF, in this process, where a test may replace what the reader calls."""
    return read_here(snapshot(content), Settings(**limits))  # type: ignore[arg-type]


def pairs(result: Reading) -> list[tuple[str, str]]:
    """(kind with its level where it has one, text) of each block."""
    return [(f"{b.kind}{b.level or ''}", b.text) for b in result.blocks]
