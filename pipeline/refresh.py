"""The whole path over many sources, free of Prefect: ``engagements refresh`` is this.

A source that fails never costs another: its cause is recorded, the rest is stored. What has not
changed, neither its bytes nor what reads them, is skipped.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pipeline.annotate.labels import load_labels
from pipeline.errors import SourceGone, StoreFailed
from pipeline.extract.partners.decisions import load_decisions
from pipeline.fingerprint import versions
from pipeline.follow import Followed, follow_all
from pipeline.lock import locked
from pipeline.logs import of_run
from pipeline.obtain import Obtained, Supply, ahead
from pipeline.process import Options, Processed
from pipeline.settings import Settings
from pipeline.sources import load_manifest, select
from pipeline.store import Store
from pipeline.types import Source
from pipeline.workers import process_all

State = Literal["stored", "unchanged", "failed"]
logger = logging.getLogger(__name__)


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


def refresh(options: Options, settings: Settings, on_outcome: Callable[[Outcome], None] = lambda _: None) -> Report:
    """Run the path over the manifest's sources and what they link to, and store what was found.

    Raises InvalidManifest or InvalidAnnotation (people's labels) or InvalidDecisions
    (partners' names) before anything is fetched, StoreFailed
    where the database cannot be written, RefreshRunning where another refresh holds it, ModelMissing
    where a model is absent.
    """
    declared = select(load_manifest(options.corpus), options.only)
    load_labels(settings.annotations)
    load_decisions(settings.annotations)
    with (
        locked(options.database),
        open_store(options.database) as store,
        Supply(options.corpus, options.offline, settings) as supply,
    ):
        followed = follow_all(declared, supply, settings, store.gone_sources())
        with running(store, followed) as run:
            known = fingerprints(store, followed.sources, options)
            for processed in process_all(_obtained(followed, supply, settings), known, options, settings):
                run.add(save(store, processed, run.id))
                on_outcome(run.outcomes[-1])
    return Report(run.id, tuple(run.outcomes))


def _obtained(followed: Followed, supply: Supply, settings: Settings) -> Iterator[Obtained]:
    """In order; what was obtained to see where it links to is not asked for again."""
    others = ahead((s for s in followed.sources if s.id not in followed.obtained), supply, settings.fetch_threads)
    for source in followed.sources:
        yield followed.obtained[source.id] if source.id in followed.obtained else next(others)


def fingerprints(store: Store, sources: Sequence[Source], options: Options) -> dict[str, str | None]:
    """What each source's stored document was made from; None for those to extract whatever they say."""
    return {s.id: None if options.force else store.fingerprint(s.id) for s in sources}


def save(store: Store, processed: Processed, run_id: str) -> Outcome:
    """Write one source's extraction, or record why there is none.

    Raises StoreFailed where not even the failure can be recorded.
    """
    source, now = processed.source, datetime.now(UTC)
    if processed.error is not None:
        lost = store.gone(source.id, run_id, now) if isinstance(processed.error, SourceGone) else 0
        return _failed(store, run_id, source, processed.error.stage, str(processed.error), {"source_gone": lost})
    if processed.extraction is None or processed.snapshot is None:
        back = store.touch(source.id, run_id, now)
        return Outcome(source.id, "unchanged", changes=_some({"source_back": back}))
    found = processed.extraction
    try:
        changes = store.save(source, processed.snapshot, found, processed.fingerprint, run_id, now)
    except StoreFailed as error:
        return _failed(store, run_id, source, "store", str(error))
    for warning in found.warnings:
        store.record_failure(run_id, source.id, "read", warning)
    counts: Counter[str] = Counter(c.kind for c in changes)
    return Outcome(source.id, "stored", None, None, len(found.commitments), dict(counts), found.warnings)


def _failed(
    store: Store, run_id: str, source: Source, stage: str, cause: str, changes: Mapping[str, int] | None = None
) -> Outcome:
    store.record_failure(run_id, source.id, stage, cause)
    return Outcome(source.id, "failed", stage, cause, changes=_some(changes or {}))


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {kind: n for kind, n in counts.items() if n}


@dataclass(frozen=True, slots=True)
class Run:
    """A run on its way: its id is the moment it began."""

    id: str
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Note it, in the log too, where run and source are fields to search by."""
        self.outcomes.append(outcome)
        level = logging.WARNING if outcome.state == "failed" else logging.INFO
        facts = {"source": outcome.source_id, "state": outcome.state, "stage": outcome.stage}
        logger.log(level, outcome.cause or outcome.state, extra={**facts, "changes": outcome.changes})


@contextmanager
def running(store: Store, followed: Followed) -> Iterator[Run]:
    """Mark a run begun, and ended: ok, failed (some sources) or, where it breaks off, interrupted."""
    store.save_manifest(followed.sources)
    started = datetime.now(UTC)
    run = Run(started.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
    store.begin_run(run.id, started.isoformat(timespec="seconds"), json.dumps(versions()), len(followed.sources))
    for source_id, warning in followed.warnings:
        store.record_failure(run.id, source_id, "follow", warning)
    try:
        with of_run(run.id):
            logger.info("begun with %d sources", len(followed.sources))
            yield run
            logger.info("ended", extra={"changes": dict(Counter(o.state for o in run.outcomes))})
    except BaseException:
        with suppress(StoreFailed):  # then the next run marks it
            _end(store, run, "interrupted")
        raise
    _end(store, run, "failed" if any(o.state == "failed" for o in run.outcomes) else "ok")


def _end(store: Store, run: Run, status: str) -> None:
    states = Counter(o.state for o in run.outcomes)
    counts = {"processed": states["stored"], "unchanged": states["unchanged"], "failed": states["failed"]}
    store.end_run(run.id, datetime.now(UTC).isoformat(timespec="seconds"), status, counts)


@contextmanager
def open_store(database: Path) -> Iterator[Store]:
    store = Store(database)
    try:
        yield store
    finally:
        store.close()
