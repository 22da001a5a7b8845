"""Where sources' bytes come from: the web, kept on the way; offline, what was kept; local files from disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from pipeline.errors import EngagementsError, FetchFailed, SourceFailed
from pipeline.fetch import Fetcher
from pipeline.fetch.files import read_file
from pipeline.settings import Settings
from pipeline.snapshots import SnapshotStore
from pipeline.types import Snapshot, Source

AHEAD = 4
"""Sources fetched ahead of their extraction, for each thread."""


@dataclass(frozen=True, slots=True)
class Obtained:
    """What a source answered, or why it did not."""

    source: Source
    snapshot: Snapshot | None = None
    """Without its bytes, which are on disk: many may wait here for their extraction."""
    error: SourceFailed | None = None


class Supply:
    """Obtains sources, from several threads if need be. It asks the web of nothing before the first web source."""

    def __init__(self, corpus: Path, offline: bool, settings: Settings) -> None:
        self.kept = SnapshotStore(folder_of(corpus))
        self._offline = offline
        self._settings = settings
        self._fetcher: Fetcher | None = None
        self._lock = Lock()

    def __enter__(self) -> Supply:
        return self

    def __exit__(self, *_: object) -> None:
        if self._fetcher is not None:
            self._fetcher.__exit__()

    def obtain(self, source: Source) -> Obtained:
        """Never raises SourceFailed."""
        try:
            with _as_fetch_failure(source):
                return Obtained(source, replace(self.snapshot(source), content=b""))
        except SourceFailed as error:
            return Obtained(source, error=error)

    def snapshot(self, source: Source) -> Snapshot:
        """With its bytes. Raises FetchFailed."""
        if source.path is not None:
            return read_file(source, self._settings)
        if self._offline:
            return self.kept.latest(source)
        snapshot = self._web().fetch(source)
        self.kept.keep(snapshot)
        return snapshot

    def _web(self) -> Fetcher:
        with self._lock:
            if self._fetcher is None:
                self._fetcher = Fetcher(self._settings, self.kept.folder)
        return self._fetcher


@lru_cache(maxsize=4)
def shared_supply(corpus: Path, offline: bool, settings: Settings) -> Supply:
    """One supply a process, for tasks that know nothing of each other: they share what hosts said in robots.txt."""
    return Supply(corpus, offline, settings)


def folder_of(corpus: Path) -> Path:
    return corpus / "snapshots"


def bytes_again(obtained: Obtained, corpus: Path, settings: Settings) -> Snapshot:
    """The snapshot with its bytes, from disk. Raises FetchFailed where they are no longer there."""
    source, snapshot = obtained.source, obtained.snapshot
    if snapshot is None:
        raise FetchFailed(f"{source.url}: was not obtained")
    if source.path is not None:
        return read_file(source, settings)
    return SnapshotStore(folder_of(corpus)).with_content(source, snapshot)


def ahead(sources: Iterable[Source], supply: Supply, threads: int) -> Iterator[Obtained]:
    """In order, at most AHEAD times ``threads`` before they are asked for: hosts answer while documents are read."""
    waiting: deque[Future[Obtained]] = deque()
    pool = ThreadPoolExecutor(threads, thread_name_prefix="fetch")
    try:
        for source in sources:
            waiting.append(pool.submit(supply.obtain, source))
            if len(waiting) >= AHEAD * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _as_fetch_failure(source: Source) -> Iterator[None]:
    """Servers are hostile and libraries many: an error nobody foresaw still costs one source only."""
    try:
        yield
    except EngagementsError:
        raise
    except Exception as error:
        raise FetchFailed(f"{source.url}: {type(error).__name__}: {error}") from error
