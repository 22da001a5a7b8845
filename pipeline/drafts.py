"""Files are written whole or not at all: beside their place first, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A draft in the target's folder, of this thread alone, which takes its name at the end of the block."""
    draft = target.with_name(f".{os.getpid()}.{get_ident()}.tmp")
    try:
        yield draft
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
