"""The same path as ``refresh``, as a Prefect flow: one task a source, retries on fetching, a report of the run.

Take the decorators away and the functions still work; nothing outside this module, ``alerts``, ``cluster`` and
``schedule`` knows Prefect.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")  # before Prefect reads it
os.environ.setdefault("DO_NOT_TRACK", "1")

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from pipeline import refresh as path
from pipeline.alerts import alert, alert_of_state
from pipeline.errors import EngagementsError, SourceFailed, TransientFetchFailure
from pipeline.follow import Followed, follow_all
from pipeline.lock import locked
from pipeline.obtain import Obtained, Supply, shared_supply
from pipeline.process import Options, Processed, process
from pipeline.refresh import Outcome, Run
from pipeline.report import markdown, table
from pipeline.settings import Settings
from pipeline.sources import load_manifest, select
from pipeline.store import Store
from pipeline.types import Source

FETCHING_AT_ONCE = 4
"""Tasks that run side by side; extraction itself takes one document at a time."""
THREADS: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=FETCHING_AT_ONCE)
RETRY_DELAYS = (5.0, 30.0)
"""Seconds before the second and the third attempt at a source that may come back."""
HANDED_OUT = 32
"""Tasks submitted before the oldest is stored: enough for a cluster, and no list of all that was extracted."""


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
def process_source(
    source: Source, known: str | None, options: Options, settings: Settings, obtained: Obtained | None = None
) -> Processed:
    """One source, from fetching (unless it is ``obtained``) to its extraction.

    Raises SourceFailed, so that Prefect shows and retries it.
    """
    if obtained is None or obtained.error is not None:
        obtained = shared_supply(options.corpus, options.offline, settings).obtain(source)
    processed = process(obtained, known, options, settings)
    if processed.error is not None:
        raise processed.error
    return processed


@flow(
    name="engagements-refresh",
    log_prints=False,
    validate_parameters=True,
    task_runner=THREADS,  # type: ignore[arg-type]  # its futures are a narrower kind
    on_failure=[alert_of_state],
    on_crashed=[alert_of_state],
)
def refresh_flow(
    corpus: str | None = None,
    database: str | None = None,
    sources: list[str] | None = None,
    collectivity: str | None = None,
    offline: bool = False,
    force: bool = False,
    retry_delays: list[float] | None = None,
) -> dict[str, int]:
    """Refresh a corpus into a database. Returns how many sources were stored, unchanged and failed.

    A failing source is recorded, told of and shown as a failed task; the flow itself ends well, for the rest is
    stored. ``retry_delays``, in seconds, are the pauses before each further attempt at a source that may come back.
    """
    settings = Settings.from_environment()
    options = Options(
        settings.corpus if corpus is None else Path(corpus),
        settings.database if database is None else Path(database),
        tuple(sources or ()),
        offline,
        force,
    )
    declared = select(load_manifest(options.corpus), options.only, collectivity)
    run = _run(declared, options, settings, RETRY_DELAYS if retry_delays is None else retry_delays)
    counts = {state: sum(o.state == state for o in run.outcomes) for state in ("stored", "unchanged", "failed")}
    get_run_logger().info("%(stored)d stored, %(unchanged)d unchanged, %(failed)d failed", counts)
    if counts["failed"]:
        failed = [f"{o.source_id} ({o.stage}): {o.cause}" for o in run.outcomes if o.state == "failed"]
        alert(f"engagements: {counts['failed']} sources failed", "\n".join(failed), settings)
    return counts


def _run(declared: Sequence[Source], options: Options, settings: Settings, retry_delays: Sequence[float]) -> Run:
    # One attempt a task run: Prefect does the waiting, where its runs show it. Retries of ours inside each of
    # Prefect's would multiply (3 × 3 requests to a server in trouble) and hide two thirds of them.
    once = replace(settings, fetch_attempts=1, alert_urls=None)
    with (
        locked(options.database),
        path.open_store(options.database) as store,
        Supply(options.corpus, options.offline, once) as supply,
    ):
        followed = follow_all(declared, supply, once, store.gone_sources())
        with path.running(store, followed) as run:
            known = path.fingerprints(store, followed.sources, options)
            for processed in _processed(followed, known, options, once, retry_delays):
                run.add(path.save(store, processed, run.id))
        _report(store, run)
    return run


def _processed(
    followed: Followed,
    known: dict[str, str | None],
    options: Options,
    settings: Settings,
    retry_delays: Sequence[float],
) -> Iterator[Processed]:
    attempt = process_source.with_options(retries=len(retry_delays), retry_delay_seconds=list(retry_delays))
    waiting: deque[tuple[Source, PrefectFuture[Any]]] = deque()
    for source in followed.sources:
        obtained = followed.obtained.get(source.id)
        waiting.append((source, attempt.submit(source, known[source.id], options, settings, obtained)))
        if len(waiting) >= HANDED_OUT:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


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


def _report(store: Store, run: Run) -> None:
    outcomes: Iterable[Outcome] = run.outcomes
    create_table_artifact(key="refresh", table=table(outcomes), description="What the refresh did, source by source")
    text = markdown(outcomes, store.changes_of(run.id))
    create_markdown_artifact(key="refresh-report", markdown=text, description="What changed and what failed")
