"""The flow on a Dask cluster of two worker processes on this machine, one of which is killed on the way."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from made_by_hand import content, write_corpus

pytest.importorskip("prefect_dask", reason="the extra `cluster` is not installed")

from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings

SOURCES = 16
"""Enough that a worker still has some when it is killed."""
GOOD = (
    "La Ville plantera {n} arbres avec la Région Bretagne d'ici 2030, pour un montant de {n} 000 €. "
    "Elle soutient les associations du quartier numéro {n}."
)


def kill_a_worker(database: Path, killed: list[int]) -> None:
    """As soon as one source is stored."""
    import psutil

    deadline = time.monotonic() + 400
    while time.monotonic() < deadline and not killed:
        time.sleep(0.05)
        if not database.exists() or not stored(database):
            continue
        children = psutil.Process().children(recursive=True)
        workers = [p.pid for p in children if any("spawn_main" in part for part in p.cmdline())]
        if workers:
            os.kill(workers[0], signal.SIGKILL)
            killed.append(workers[0])


def stored(database: Path) -> int:
    connection = sqlite3.connect(database, timeout=10)
    try:
        return connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.OperationalError:  # not shaped yet
        return 0
    finally:
        connection.close()


def test_a_worker_killed_on_the_way_costs_time_only(prefect_server, tmp_path):
    from pipeline.cluster import cluster_flow

    corpus = write_corpus(tmp_path / "corpus", {f"page-{n}": GOOD.format(n=n + 2) for n in range(SOURCES)})
    killed: list[int] = []
    killer = threading.Thread(target=kill_a_worker, args=(tmp_path / "cluster.db", killed))
    killer.start()
    state = cluster_flow(str(corpus), str(tmp_path / "cluster.db"), return_state=True)
    killer.join(60)
    assert killed, "nothing was killed: the run was over too soon"
    assert state.is_completed(), state.message
    assert state.result() == {"stored": SOURCES, "unchanged": 0, "failed": 0}
    refresh(Options(corpus, tmp_path / "alone.db"), Settings())
    assert content(tmp_path / "cluster.db") == content(tmp_path / "alone.db")
