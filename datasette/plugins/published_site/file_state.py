"""Whether a database's file is what it was."""

from __future__ import annotations

import os


def state_of(path: str) -> tuple[int, ...]:
    """Time and size of the file and of its write-ahead log, where SQLite puts what is newest."""
    state: list[int] = []
    for name in (path, f"{path}-wal"):
        try:
            stat = os.stat(name)
        except FileNotFoundError:
            continue
        state += [stat.st_mtime_ns, stat.st_size]
    return tuple(state)
