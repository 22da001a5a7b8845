"""The files documents were read from, as the corpus keeps them: known by their fingerprint, never by their name."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datasette.app import Datasette

PDF = "application/pdf"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


def _corpus(datasette: Datasette) -> Path | None:
    """Set by ``pipeline.serve``; the site works without."""
    return getattr(datasette, "engagements_corpus", None)


def _places(corpus: Path, fingerprint: str, address: str) -> Iterator[Path]:
    """Where the file may lie: a snapshot of what was fetched, or a local file of the manifest."""
    yield corpus / "snapshots" / fingerprint[:2] / fingerprint
    if "://" not in address:
        root = corpus.resolve()
        local = (root / address).resolve()
        if local.is_relative_to(root):
            yield local


def found(datasette: Datasette, fingerprint: str, address: str) -> Path | None:
    """The file, if there is one where it should be; whether it is the one is told by ``content``."""
    corpus = _corpus(datasette)
    if corpus is None or not _FINGERPRINT.fullmatch(fingerprint):
        return None
    try:
        return next((place for place in _places(corpus, fingerprint, address) if place.is_file()), None)
    except (OSError, ValueError):  # an address no file system bears
        return None


def content(file: Path, fingerprint: str) -> bytes | None:
    """The bytes, if they are those that were read."""
    try:
        read = file.read_bytes()
    except OSError:
        return None
    return read if sha256(read).hexdigest() == fingerprint else None
