"""One refresh at a time on a database. The lock goes with its process, however that ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import RefreshRunning, StoreFailed


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database against other refreshes.

    Raises RefreshRunning naming who holds it, StoreFailed where its folder cannot be written.
    """
    from filelock import FileLock, Timeout

    path = database.resolve()
    holder = path.with_name(f"{path.name}.lock-holder")
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
        holder.write_text(f"process {os.getpid()}", encoding="utf-8")
    except Timeout:
        who = _holder(holder)
        raise RefreshRunning(f"{database}: {who} is refreshing it; wait for it to end, or give another --db") from None
    except OSError as error:
        lock.release()
        raise StoreFailed(f"{database}: its folder cannot be written: {error.strerror}") from error
    try:
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _holder(file: Path) -> str:
    """Who wrote the file; it may be gone, or not written yet."""
    with suppress(OSError):
        return file.read_text(encoding="utf-8") or "another process"
    return "another process"
