"""Snapshots kept by content, so that any version can be read again (``--offline``) and audited.

``<corpus>/snapshots/<first two hex digits>/<sha256>`` holds the bytes, once for each content;
``versions/<source id>.jsonl`` a line for each version of a source, oldest first, with the facts of request and
answer; ``latest/<source id>.json`` the facts of the newest answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.drafts import whole
from pipeline.errors import FetchFailed
from pipeline.types import Exchange, Snapshot, Source

_AGAIN = "run once without --offline"


class SnapshotStore:
    """The folder ``snapshots`` of a corpus: bodies by content, each source's newest, every version's facts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, snapshot: Snapshot) -> None:
        """Write the bytes (once for each content) and note them as the source's newest.

        Raises FetchFailed where the folder cannot be written; the newest is then the one of before.
        """
        body = self._body(snapshot.sha256)
        try:
            if not body.exists() or body.stat().st_size != len(snapshot.content):
                _write(body, snapshot.content)
            self._keep_version(snapshot)
            _write(self._latest(snapshot.source_id), _facts(snapshot, indent=1))
        except OSError as error:
            raise FetchFailed(f"{snapshot.url}: its snapshot cannot be kept in {self.folder}: {error}") from error

    def latest(self, source: Source) -> Snapshot:
        """The source's newest snapshot. Raises FetchFailed where none was kept, or it is damaged."""
        file = self._latest(source.id)
        try:
            facts = _snapshot(json.loads(file.read_bytes()))
        except FileNotFoundError:
            raise FetchFailed(f"{source.url}: no snapshot kept; {_AGAIN}") from None
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise FetchFailed(f"{source.url}: {file} cannot be read: {error}; {_AGAIN}") from error
        return self.with_content(source, facts)

    def versions(self, source_id: str) -> Iterator[Snapshot]:
        """Every version the source was seen in, oldest first, without its bytes (``with_content`` has them)."""
        for line in self._lines(source_id):
            yield _snapshot(json.loads(line))

    def with_content(self, source: Source, snapshot: Snapshot) -> Snapshot:
        """The snapshot with its bytes. Raises FetchFailed where they are not there, or others."""
        body = self._body(snapshot.sha256)
        try:
            content = body.read_bytes()
        except OSError as error:
            raise FetchFailed(f"{source.url}: {body} cannot be read: {error.strerror}; {_AGAIN}") from error
        if sha256(content).hexdigest() != snapshot.sha256:
            raise FetchFailed(f"{source.url}: {body} is damaged; delete it and {_AGAIN}")
        return replace(snapshot, content=content)

    def followed(self, source_id: str) -> list[str]:
        """The addresses an index page was ever found to link to."""
        try:
            return list(json.loads(self._followed(source_id).read_bytes()))
        except (OSError, ValueError):  # never followed
            return []

    def keep_followed(self, source_id: str, urls: Sequence[str]) -> None:
        _write(self._followed(source_id), json.dumps(list(urls), ensure_ascii=False, indent=0).encode())

    def _keep_version(self, snapshot: Snapshot) -> None:
        lines = self._lines(snapshot.source_id)
        if not lines or json.loads(lines[-1])["sha256"] != snapshot.sha256:
            text = b"\n".join([*lines, _facts(snapshot), b""])
            _write(self._versions(snapshot.source_id), text)

    def _lines(self, source_id: str) -> list[bytes]:
        try:
            return self._versions(source_id).read_bytes().splitlines()
        except FileNotFoundError:
            return []

    def _body(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _latest(self, source_id: str) -> Path:
        return self.folder / "latest" / f"{source_id}.json"

    def _versions(self, source_id: str) -> Path:
        return self.folder / "versions" / f"{source_id}.jsonl"

    def _followed(self, source_id: str) -> Path:
        return self.folder / "followed" / f"{source_id}.json"


def _facts(snapshot: Snapshot, indent: int | None = None) -> bytes:
    facts = {
        "source_id": snapshot.source_id,
        "url": snapshot.url,
        "media_type": snapshot.media_type,
        "charset": snapshot.charset,
        "sha256": snapshot.sha256,
        "fetched_at": snapshot.fetched_at.isoformat(),
        "exchange": None if snapshot.exchange is None else asdict(snapshot.exchange),
    }
    return json.dumps(facts, ensure_ascii=False, indent=indent).encode()


def _snapshot(facts: dict[str, Any]) -> Snapshot:
    """Without its bytes. Raises ValueError, TypeError or LookupError where these are not a snapshot's facts."""
    exchange = facts.pop("exchange", None)
    if exchange is not None:
        exchange = Exchange(**{**exchange, "redirects": tuple(exchange["redirects"])})
    facts["fetched_at"] = datetime.fromisoformat(facts["fetched_at"])
    if not (len(facts["sha256"]) == 64 and facts["sha256"].isalnum()):
        raise ValueError(f"{facts['sha256']!r} is not a sha256")
    return Snapshot(content=b"", exchange=exchange, **facts)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as draft:
        draft.write_bytes(content)
