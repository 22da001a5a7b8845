"""The whole path over many sources, free of Prefect: ``engagements refresh`` is this.

A source that fails never costs another: its cause is recorded, the rest is stored. What has not
changed, neither its bytes nor what reads them, is skipped.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from pipeline.annotate.labels import load_labels
from pipeline.errors import EngagementsError, FetchFailed, SourceFailed, StoreFailed
from pipeline.fetch import fetch
from pipeline.fingerprint import fingerprint, versions
from pipeline.lock import locked
from pipeline.settings import Settings
from pipeline.snapshots import SnapshotStore
from pipeline.sources import load_manifest, select
from pipeline.store import Store
from pipeline.types import Extraction, Snapshot, Source

State = Literal["stored", "unchanged", "failed"]
AHEAD = 2
"""Sources handed out per worker before the oldest is stored: enough to keep all busy, and no more in memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source."""

    source_id: str
    state: State
    stage: str | None = None
    """Where it failed: fetch, read, extract or store."""
    cause: str | None = None
    commitments: int = 0
    changes: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    run_id: str
    outcomes: tuple[Outcome, ...]

    @property
    def failed(self) -> list[Outcome]:
        return [o for o in self.outcomes if o.state == "failed"]

    def count(self, state: State) -> int:
        return sum(o.state == state for o in self.outcomes)


@dataclass(frozen=True, slots=True)
class Options:
    corpus: Path
    database: Path
    only: tuple[str, ...] = ()
    offline: bool = False
    force: bool = False
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Processed:
    """A source's extraction on its way to the store, or why there is none."""

    source: Source
    snapshot: Snapshot | None = None
    """Without its bytes: they are kept by now, and the store wants the facts only."""
    fingerprint: str = ""
    extraction: Extraction | None = None
    """None where the source is unchanged."""
    error: SourceFailed | None = None


def refresh(options: Options, settings: Settings, on_outcome: Callable[[Outcome], None] = lambda _: None) -> Report:
    """Run the path over the manifest's sources and store what was found.

    Raises InvalidManifest or InvalidAnnotation (people's labels) before anything is fetched, StoreFailed
    where the database cannot be written, RefreshRunning where another refresh holds it, ModelMissing
    where a model is absent.
    """
    sources = select(load_manifest(options.corpus), options.only)
    load_labels(settings.annotations)
    with locked(options.database), open_store(options.database) as store, running(store, sources) as run:
        known = fingerprints(store, sources, options)
        for processed in _process_all(sources, known, options, settings):
            run.outcomes.append(save(store, processed, run.id))
            on_outcome(run.outcomes[-1])
    return Report(run.id, tuple(run.outcomes))


def fingerprints(store: Store, sources: Sequence[Source], options: Options) -> dict[str, str | None]:
    """What each source's stored document was made from; None for those to extract whatever they say."""
    return {s.id: None if options.force else store.fingerprint(s.id) for s in sources}


def process(source: Source, known: str | None, options: Options, settings: Settings) -> Processed:
    """Fetch and analyse one source; ``known`` is the fingerprint of what is stored. Never raises SourceFailed."""
    try:
        snapshot = obtain(source, options, settings)
        made_from = fingerprint(source, snapshot, settings)
        extraction = None if made_from == known else extract(source, snapshot, settings)
        return Processed(source, replace(snapshot, content=b""), made_from, extraction)
    except SourceFailed as error:
        return Processed(source, error=error)


def obtain(source: Source, options: Options, settings: Settings) -> Snapshot:
    """The source's bytes: fetched and kept, or, offline, those kept before. Raises FetchFailed."""
    kept = SnapshotStore(options.corpus / "snapshots")
    with _as_failure_of(source, FetchFailed):
        if source.path is None and options.offline:
            return kept.latest(source)
        snapshot = fetch(source, settings)
        if source.path is None:
            kept.keep(snapshot)
        return snapshot


def extract(source: Source, snapshot: Snapshot, settings: Settings) -> Extraction:
    """Analyse; whatever goes wrong in one document is that source's failure."""
    from pipeline.analyse import analyse

    with _as_failure_of(source, SourceFailed):
        return analyse(snapshot, source, settings)


@contextmanager
def _as_failure_of(source: Source, failure: type[SourceFailed]) -> Iterator[None]:
    """Documents are hostile and libraries many: an error nobody foresaw still costs one source only."""
    try:
        yield
    except EngagementsError:
        raise
    except Exception as error:
        raise failure(f"{source.url}: {type(error).__name__}: {error}") from error


def save(store: Store, processed: Processed, run_id: str) -> Outcome:
    """Write one source's extraction, or record why there is none.

    Raises StoreFailed where not even the failure can be recorded.
    """
    source = processed.source
    if processed.error is not None:
        return _failed(store, run_id, source, processed.error.stage, str(processed.error))
    now = datetime.now(UTC)
    if processed.extraction is None or processed.snapshot is None:
        store.touch(source.id, now.date().isoformat())
        return Outcome(source.id, "unchanged")
    found = processed.extraction
    try:
        changes = store.save(source, processed.snapshot, found, processed.fingerprint, run_id, now)
    except StoreFailed as error:
        return _failed(store, run_id, source, "store", str(error))
    for warning in found.warnings:
        store.record_failure(run_id, source.id, "read", warning)
    counts: Counter[str] = Counter(c.kind for c in changes)
    return Outcome(source.id, "stored", None, None, len(found.commitments), dict(counts), found.warnings)


def _failed(store: Store, run_id: str, source: Source, stage: str, cause: str) -> Outcome:
    store.record_failure(run_id, source.id, stage, cause)
    return Outcome(source.id, "failed", stage, cause)


@dataclass(frozen=True, slots=True)
class Run:
    """A run on its way: its id is the moment it began."""

    id: str
    outcomes: list[Outcome] = field(default_factory=list)


@contextmanager
def running(store: Store, sources: Sequence[Source]) -> Iterator[Run]:
    """Mark a run begun, and ended: ok, failed (some sources) or, where it breaks off, interrupted."""
    store.save_manifest(sources)
    started = datetime.now(UTC)
    run = Run(started.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
    store.begin_run(run.id, started.isoformat(timespec="seconds"), json.dumps(versions()), len(sources))
    try:
        yield run
    except BaseException:
        with suppress(StoreFailed):  # then the next run marks it
            _end(store, run, "interrupted")
        raise
    _end(store, run, "failed" if any(o.state == "failed" for o in run.outcomes) else "ok")


def _end(store: Store, run: Run, status: str) -> None:
    states = Counter(o.state for o in run.outcomes)
    counts = {"processed": states["stored"], "unchanged": states["unchanged"], "failed": states["failed"]}
    store.end_run(run.id, datetime.now(UTC).isoformat(timespec="seconds"), status, counts)


def _process_all(
    sources: Sequence[Source], known: dict[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """In the manifest's order, on ``options.workers`` processes."""
    if options.workers == 1 or len(sources) < 2:
        for source in sources:
            yield process(source, known[source.id], options, settings)
        return
    left = deque(sources)
    try:
        for processed in _on_workers(left, min(options.workers, len(sources)), known, options, settings):
            left.popleft()
            yield processed
    except BrokenProcessPool:
        # A worker that dies (out of memory, killed) breaks the pool, and nobody says which source it held:
        # the rest goes on one at a time, so that the next death costs its own source and no other.
        while left:
            yield from _one_by_one(left, known, options, settings)


def _on_workers(
    sources: Sequence[Source], workers: int, known: dict[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """In order, never more than AHEAD times ``workers`` handed out. Raises BrokenProcessPool where one died."""
    waiting: deque[Future[Processed]] = deque()
    # Spawned, not forked: the parent may hold threads (rich, SQLite) that do not survive a fork.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for source in tuple(sources):
            waiting.append(pool.submit(process, source, known[source.id], options, settings))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(
    left: deque[Source], known: dict[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """Until all is done or the one worker dies; the source it died of has failed."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        while left:
            source = left.popleft()
            try:
                yield pool.submit(process, source, known[source.id], options, settings).result()
            except BrokenProcessPool:
                cause = f"{source.url}: the process that read it died (out of memory, or killed)"
                yield Processed(source, error=SourceFailed(cause))
                return
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def open_store(database: Path) -> Iterator[Store]:
    store = Store(database)
    try:
        yield store
    finally:
        store.close()
