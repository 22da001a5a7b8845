"""The same path as ``refresh``, as a Prefect flow: one task a source, retries on fetching, a table of the run.

Take the decorators away and the functions still work; nothing outside this module knows Prefect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from pipeline import refresh as path
from pipeline.errors import EngagementsError, SourceFailed, TransientFetchFailure
from pipeline.lock import locked
from pipeline.refresh import Options, Outcome, Processed
from pipeline.settings import Settings
from pipeline.sources import load_manifest, select
from pipeline.types import Source

FETCHING_AT_ONCE = 4
"""Tasks that run side by side; extraction itself takes one document at a time."""
THREADS: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=FETCHING_AT_ONCE)
RETRY_DELAYS = (5.0, 30.0)
"""Seconds before the second and the third attempt at a source that may come back."""


def is_transient(task: Any, run: Any, state: Any) -> bool:
    """Only what may pass by itself is tried again: a 404 tomorrow is a 404 in ten seconds."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, TransientFetchFailure)


@task(
    name="fetch and extract",
    task_run_name="{source.id}",
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=list(RETRY_DELAYS),
    retry_condition_fn=is_transient,
    persist_result=False,
    cache_policy=NO_CACHE,
)
def process_source(source: Source, known: str | None, options: Options, settings: Settings) -> Processed:
    """One source, from fetching to its extraction. Raises SourceFailed, so that Prefect shows and retries it."""
    processed = path.process(source, known, options, settings)
    if processed.error is not None:
        raise processed.error
    return processed


@flow(
    name="engagements-refresh",
    log_prints=False,
    validate_parameters=True,
    task_runner=THREADS,  # type: ignore[arg-type]  # its futures are a narrower kind
)
def refresh_flow(
    corpus: str | None = None,
    database: str | None = None,
    sources: list[str] | None = None,
    offline: bool = False,
    force: bool = False,
    retry_delays: list[float] | None = None,
) -> dict[str, int]:
    """Refresh a corpus into a database. Returns how many sources were stored, unchanged and failed.

    A failing source is recorded and shown as a failed task; the flow itself ends well, for the rest is stored.
    ``retry_delays``, in seconds, are the pauses before each further attempt at a source that may come back.
    """
    settings = Settings.from_environment()
    options = Options(
        settings.corpus if corpus is None else Path(corpus),
        settings.database if database is None else Path(database),
        tuple(sources or ()),
        offline,
        force,
    )
    outcomes = _run(options, settings, RETRY_DELAYS if retry_delays is None else retry_delays)
    counts = {state: sum(o.state == state for o in outcomes) for state in ("stored", "unchanged", "failed")}
    get_run_logger().info("%(stored)d stored, %(unchanged)d unchanged, %(failed)d failed", counts)
    _table(outcomes)
    return counts


def _run(options: Options, settings: Settings, retry_delays: Sequence[float]) -> list[Outcome]:
    # One attempt a task run: Prefect does the waiting, where its runs show it. Retries of ours inside each of
    # Prefect's would multiply (3 × 3 requests to a server in trouble) and hide two thirds of them.
    once = replace(settings, fetch_attempts=1)
    attempt = process_source.with_options(retries=len(retry_delays), retry_delay_seconds=list(retry_delays))
    sources = select(load_manifest(options.corpus), options.only)
    with locked(options.database), path.open_store(options.database) as store, path.running(store, sources) as run:
        known = path.fingerprints(store, sources, options)
        futures = [attempt.submit(s, known[s.id], options, once) for s in sources]
        for source, future in zip(sources, futures, strict=True):
            run.outcomes.append(path.save(store, _result(source, future), run.id))
    return run.outcomes


def _result(source: Source, future: PrefectFuture[Any]) -> Processed:
    """What the task returned; its exception becomes the source's failure, unless it stops every source alike."""
    result = future.result(raise_on_failure=False)
    if isinstance(result, Processed):
        return result
    if isinstance(result, SourceFailed):
        return Processed(source, error=result)
    if isinstance(result, EngagementsError):
        raise result
    return Processed(source, error=SourceFailed(f"{source.url}: {type(result).__name__}: {result}"))


def _table(outcomes: list[Outcome]) -> None:
    create_table_artifact(
        key="refresh",
        table=[
            {
                "source": o.source_id,
                "state": o.state,
                "commitments": o.commitments,
                "changes": ", ".join(f"{n} {kind}" for kind, n in o.changes.items()),
                "cause": o.cause or "",
            }
            for o in outcomes
        ],
        description="What the refresh did, source by source",
    )
