"""The same path as ``refresh``, as a Prefect flow: one task a source, retries on fetching, a table of the run.

Take the decorators away and the functions still work; nothing outside this module knows Prefect.
"""

from __future__ import annotations

from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.futures import wait

from pipeline import refresh as path
from pipeline.errors import SourceFailed, TransientFetchFailure
from pipeline.refresh import Options, Outcome, Processed
from pipeline.settings import Settings
from pipeline.sources import load_manifest, select
from pipeline.types import Source


def is_transient(task, run, state) -> bool:
    """Only what may pass by itself is tried again: a 404 tomorrow is a 404 in ten seconds."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, TransientFetchFailure)


@task(name="fetch and extract", task_run_name="{source.id}", retries=2, retry_delay_seconds=[5, 30],
      retry_condition_fn=is_transient, persist_result=False, cache_policy=None)  # fmt: skip
def process_source(source: Source, known: str | None, options: Options, settings: Settings) -> Processed:
    """One source, from fetching to its extraction. Raises SourceFailed, so that Prefect shows and retries it."""
    processed = path.process(source, known, options, settings)
    if processed.error is not None:
        raise processed.error
    return processed


@flow(name="engagements-refresh", log_prints=False, validate_parameters=True)
def refresh_flow(
    corpus: str | None = None,
    database: str | None = None,
    sources: list[str] | None = None,
    offline: bool = False,
    force: bool = False,
) -> dict[str, int]:
    """Refresh a corpus into a database. Returns how many sources were stored, unchanged and failed.

    A failing source is recorded and shown as a failed task; the flow itself ends well, for the rest is stored.
    """
    settings = Settings.from_environment()
    options = Options(
        Path(corpus) if corpus else settings.corpus,
        Path(database) if database else settings.database,
        tuple(sources or ()),
        offline,
        force,
    )
    outcomes = _run(options, settings)
    counts = {state: sum(o.state == state for o in outcomes) for state in ("stored", "unchanged", "failed")}
    get_run_logger().info("%(stored)d stored, %(unchanged)d unchanged, %(failed)d failed", counts)
    _table(outcomes)
    return counts


def _run(options: Options, settings: Settings) -> list[Outcome]:
    sources = select(load_manifest(options.corpus), options.only)
    with path.locked(options.database), path.open_store(options.database) as store:
        run_id = path.begin(store, sources)
        known = {s.id: None if options.force else store.fingerprint(s.id) for s in sources}
        futures = {s.id: process_source.submit(s, known[s.id], options, settings) for s in sources}
        wait(list(futures.values()))
        outcomes = [path.save(store, _result(s, futures[s.id]), run_id) for s in sources]
        path.finish(store, run_id, outcomes)
    return outcomes


def _result(source: Source, future) -> Processed:
    result = future.result(raise_on_failure=False)
    if isinstance(result, Processed):
        return result
    error = result if isinstance(result, SourceFailed) else SourceFailed(f"{source.url}: {result}")
    return Processed(source, error=error)


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
