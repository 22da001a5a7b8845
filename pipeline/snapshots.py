"""Snapshots kept by content, so that any run can be replayed (``--offline``) and audited.

``<corpus>/snapshots/<first two hex digits>/<sha256>`` holds the bytes, ``<sha256>.<source id>.json``
beside it the facts of the answer; ``latest/<source id>.json`` repeats the facts of the newest.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

from pipeline.errors import FetchFailed
from pipeline.types import Snapshot, Source


class SnapshotStore:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, snapshot: Snapshot) -> None:
        """Write the bytes (once for each content) and note them as the source's newest."""
        body = self._body(snapshot.sha256)
        if not body.exists():
            _write(body, snapshot.content)
        facts = {
            "source_id": snapshot.source_id,
            "url": snapshot.url,
            "media_type": snapshot.media_type,
            "charset": snapshot.charset,
            "sha256": snapshot.sha256,
            "fetched_at": snapshot.fetched_at.isoformat(),
        }
        text = json.dumps(facts, ensure_ascii=False, indent=1).encode()
        _write(body.with_name(f"{snapshot.sha256}.{snapshot.source_id}.json"), text)
        _write(self._latest(snapshot.source_id), text)

    def latest(self, source: Source) -> Snapshot:
        """The source's newest snapshot. Raises FetchFailed where none was kept."""
        try:
            facts = json.loads(self._latest(source.id).read_bytes())
            content = self._body(facts["sha256"]).read_bytes()
        except FileNotFoundError:
            raise FetchFailed(f"{source.url}: no snapshot kept; run once without --offline") from None
        facts["fetched_at"] = datetime.fromisoformat(facts["fetched_at"])
        return Snapshot(content=content, **facts)

    def _body(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _latest(self, source_id: str) -> Path:
        return self.folder / "latest" / f"{source_id}.json"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a file beside it, then a rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(path)
