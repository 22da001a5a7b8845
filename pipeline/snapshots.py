"""Snapshots kept by content, so that any run can be replayed (``--offline``) and audited.

``<corpus>/snapshots/<first two hex digits>/<sha256>`` holds the bytes, ``<sha256>.<source id>.json``
beside it the facts of the answer; ``latest/<source id>.json`` repeats the facts of the newest.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from pipeline.errors import FetchFailed
from pipeline.types import Snapshot, Source


class SnapshotStore:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, snapshot: Snapshot) -> None:
        """Write the bytes (once for each content) and note them as the source's newest.

        Raises FetchFailed where the folder cannot be written; the newest is then the one of before.
        """
        text = _facts(snapshot)
        body = self._body(snapshot.sha256)
        try:
            if not body.exists() or body.stat().st_size != len(snapshot.content):
                _write(body, snapshot.content)
            _write(body.with_name(f"{snapshot.sha256}.{snapshot.source_id}.json"), text)
            _write(self._latest(snapshot.source_id), text)
        except OSError as error:
            raise FetchFailed(f"{snapshot.url}: its snapshot cannot be kept in {self.folder}: {error}") from error

    def latest(self, source: Source) -> Snapshot:
        """The source's newest snapshot. Raises FetchFailed where none was kept, or it is damaged."""
        file = self._latest(source.id)
        try:
            facts = json.loads(file.read_bytes())
            facts["fetched_at"] = datetime.fromisoformat(facts["fetched_at"])
            snapshot = Snapshot(content=self._body(facts["sha256"]).read_bytes(), **facts)
        except FileNotFoundError:
            raise FetchFailed(f"{source.url}: no snapshot kept; run once without --offline") from None
        except (OSError, ValueError, TypeError, LookupError, RecursionError) as error:
            raise FetchFailed(f"{source.url}: {file} cannot be read: {error}; run once without --offline") from error
        if sha256(snapshot.content).hexdigest() != snapshot.sha256:
            body = self._body(snapshot.sha256)
            raise FetchFailed(f"{source.url}: {body} is damaged; delete it and run once without --offline")
        return snapshot

    def _body(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _latest(self, source_id: str) -> Path:
        return self.folder / "latest" / f"{source_id}.json"


def _facts(snapshot: Snapshot) -> bytes:
    facts = {
        "source_id": snapshot.source_id,
        "url": snapshot.url,
        "media_type": snapshot.media_type,
        "charset": snapshot.charset,
        "sha256": snapshot.sha256,
        "fetched_at": snapshot.fetched_at.isoformat(),
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a file beside it, then a rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{os.getpid()}.{get_ident()}.tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
