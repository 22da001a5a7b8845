"""Extraction on several processes, in order; a process that dies costs one source."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context

from pipeline import process as path
from pipeline.errors import SourceFailed
from pipeline.obtain import Obtained
from pipeline.process import Options, Processed
from pipeline.settings import Settings

AHEAD = 2
"""Sources handed out per worker before the oldest is stored: enough to keep all busy, and no more in memory."""


def process_all(
    obtained: Iterable[Obtained], known: Mapping[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """In order, on ``options.workers`` processes; on none of their own where there is one."""
    if options.workers == 1:
        for one in obtained:
            yield path.process(one, known[one.source.id], options, settings)
        return
    left = iter(obtained)
    waiting: deque[Obtained] = deque()
    try:
        yield from _on_workers(left, waiting, known, options, settings)
    except BrokenProcessPool:
        # A worker that dies (out of memory, killed) breaks the pool, and nobody says which source it held:
        # those go on one at a time, so that the next death costs its own source and no other.
        yield from _one_by_one(chain(tuple(waiting), left), known, options, settings)


def _on_workers(
    left: Iterator[Obtained],
    waiting: deque[Obtained],
    known: Mapping[str, str | None],
    options: Options,
    settings: Settings,
) -> Iterator[Processed]:
    """``waiting`` holds what is handed out and not yet yielded. Raises BrokenProcessPool where a worker died."""
    futures: deque[Future[Processed]] = deque()
    with _pool(options.workers) as pool:
        for one in left:
            waiting.append(one)
            futures.append(_submit(pool, one, known[one.source.id], options, settings))
            if len(futures) >= AHEAD * options.workers:
                processed = futures.popleft().result()
                waiting.popleft()
                yield processed
        while futures:
            processed = futures.popleft().result()
            waiting.popleft()
            yield processed


def _submit(
    pool: ProcessPoolExecutor, one: Obtained, known: str | None, options: Options, settings: Settings
) -> Future[Processed]:
    """What needs no reading does not go to a worker, whose start alone takes seconds."""
    done = path.settled(one, known, settings)
    if done is None:
        return pool.submit(path.process, one, known, options, settings)
    future: Future[Processed] = Future()
    future.set_result(done)
    return future


def _one_by_one(
    left: Iterator[Obtained], known: Mapping[str, str | None], options: Options, settings: Settings
) -> Iterator[Processed]:
    """Each death costs the source the worker held, and the start of another."""
    while True:
        with _pool(1) as pool:
            for one in left:
                try:
                    yield _submit(pool, one, known[one.source.id], options, settings).result()
                except BrokenProcessPool:
                    cause = f"{one.source.url}: the process that read it died (out of memory, or killed)"
                    yield Processed(one.source, error=SourceFailed(cause))
                    break
            else:
                return


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: the parent may hold threads (rich, SQLite) that do not survive a fork.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
