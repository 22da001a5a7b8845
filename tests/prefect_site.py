"""A Prefect server of our own on loopback, and what it says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import httpx

MAX_SECONDS = 240
PROMPT = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_RECENT_DEPLOYMENTS_LOOP_SECONDS": "1",
    "PREFECT_WORKER_QUERY_SECONDS": "1",
}
"""Server and workers look every second for what there is to do."""
_Found = TypeVar("_Found")


@dataclass(frozen=True)
class Prefect:
    """A server with a home of its own; ``environment`` is for the processes that talk to it."""

    api: str
    environment: dict[str, str]

    def get(self, path: str) -> dict:
        return httpx.get(f"{self.api}{path}", timeout=60).raise_for_status().json()

    def post(self, path: str, **body: object):
        return httpx.post(f"{self.api}{path}", json=body, timeout=60).raise_for_status().json()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """What this process asks of Prefect inside the block, it asks of this server."""
        from prefect.context import _temporary_global_settings_context as in_every_thread
        from prefect.context import get_settings_context
        from prefect.events.worker import EventsWorker
        from prefect.settings import PREFECT_API_URL, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings

        with temporary_settings({PREFECT_API_URL: self.api, PREFECT_LOGGING_TO_API_ENABLED: False}):
            with in_every_thread(get_settings_context()):
                yield
            EventsWorker.drain_all()  # or they would be sent when nobody listens any more


def wait(what: Callable[[], _Found], seconds: float = MAX_SECONDS) -> _Found:
    """The first true answer of ``what()``; a slow machine is no failure, a minute of silence more than usual is."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = what()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"nothing within {seconds} s")


@contextmanager
def prefect_site(home: Path) -> Iterator[Prefect]:
    """A server that runs as long as the block; ``home`` keeps its database and its log."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    api = f"http://127.0.0.1:{port}/api"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT")}
    environment |= {"PREFECT_HOME": str(home), "PREFECT_API_URL": api, **PROMPT}
    command = [
        sys.executable,
        "-m",
        "prefect",
        "server",
        "start",
        "--no-ui",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    log = (home / "server.log").open("w")
    server = subprocess.Popen(command, env=environment, cwd=home, stdout=log, stderr=log)

    def healthy() -> bool:
        try:
            return httpx.get(f"{api}/health", timeout=5).status_code == 200
        except httpx.HTTPError:
            assert server.poll() is None, (home / "server.log").read_text()
            return False

    try:
        wait(healthy)
        yield Prefect(api, environment)
    finally:
        stop(server)
        log.close()


def stop(process: subprocess.Popen) -> None:
    """Politely, then not: a worker that is asked while it tidies up after a run may never hear it (Prefect 3.8)."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(20)
