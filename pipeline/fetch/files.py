"""Files of the corpus folder."""

from __future__ import annotations

import mimetypes
import stat
from pathlib import Path

from pipeline.errors import FetchFailed
from pipeline.fetch.snapshot import make_snapshot, too_large
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

_TYPES = mimetypes.MimeTypes()  # the library's own, not the machine's /etc/mime.types
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("application/xhtml+xml", ".xhtml")


def read_file(source: Source, settings: Settings) -> Snapshot:
    """The file's bytes. Raises FetchFailed naming it as the manifest does."""
    path = Path(source.path or "")
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting, a device has no end
            raise FetchFailed(f"{source.url}: a folder or a device, not a file")
        with path.open("rb") as file:
            content = file.read(settings.max_bytes + 1)
    except FileNotFoundError:
        raise FetchFailed(f"{source.url}: no such file in the corpus folder") from None
    except OSError as error:
        raise FetchFailed(f"{source.url}: cannot be read: {error.strerror}") from error
    if len(content) > settings.max_bytes:
        raise FetchFailed(f"{source.url}: {too_large(settings)}")
    media_type, packed = _TYPES.guess_type(path.name)
    if media_type is None or packed:
        media_type = "application/octet-stream"
    return make_snapshot(source, source.url, content, media_type)
