"""Fixtures many tests share: a store on a new file, the demo corpus refreshed once, a server on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import made_by_hand
import pytest
from filelock import FileLock
from made_by_hand import DEMO, Site
from prefect_site import Prefect, prefect_site

os.environ.update(PREFECT_SERVER_ANALYTICS_ENABLED="false", DO_NOT_TRACK="1")
# Our servers listen on loopback, which nothing else should fetch from, and need no rest.
os.environ.update(ENGAGEMENTS_ALLOW_PRIVATE_ADDRESSES="yes", ENGAGEMENTS_FETCH_PAUSE_SECONDS="0")

PREFECT = {"test_cluster.py", "test_flow.py", "test_schedule.py"}
"""They share a server, and take longest."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in PREFECT)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Of pytest-xdist's workers, each takes whole files, in order, for the sake of their fixtures."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return "prefect" if Path(file).name in PREFECT else file

    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.fixture
def store(tmp_path):
    from pipeline.store import Store

    opened = Store(tmp_path / "test.db")
    yield opened
    opened.close()


@pytest.fixture
def site(store) -> Site:
    return Site(store)


@pytest.fixture
def no_model(monkeypatch) -> None:
    """Documents are analysed line by line (``made_by_hand.analyse``), without loading a model."""
    monkeypatch.setattr("pipeline.analyse.analyse", made_by_hand.analyse)
    monkeypatch.setattr("pipeline.fingerprint._engine", lambda _: "by hand")


@dataclass(frozen=True)
class DemoRefresh:
    database: Path
    stdout: bytes
    stderr: str


@pytest.fixture(scope="session")
def demo_refresh(tmp_path_factory) -> DemoRefresh:
    """The demo corpus, refreshed on two workers by the command, once a session (once for all of pytest-xdist's).

    Its stdout is said to be ASCII, as under an old locale; JSON is UTF-8 all the same.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if base.name.startswith("popen-") else base) / "demo"
    folder.mkdir(exist_ok=True)
    database, stdout, stderr = (folder / name for name in ("demo.db", "stdout", "stderr"))
    with FileLock(folder / "fixture.lock"):
        if not stdout.exists():
            command = [sys.executable, "-c", "from pipeline.cli import main; main()"]
            options = ["refresh", "--corpus", str(DEMO), "--db", str(database), "--workers", "2", "--json"]
            environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
            done = subprocess.run([*command, *options], capture_output=True, check=False, env=environment, timeout=500)
            assert done.returncode == 0, done.stderr.decode()
            stderr.write_bytes(done.stderr)
            stdout.write_bytes(done.stdout)
    return DemoRefresh(database, stdout.read_bytes(), stderr.read_text(encoding="utf-8"))


@pytest.fixture
def demo_db(demo_refresh) -> Path:
    """What it stored. Open it for reading only; copy it to change it."""
    return demo_refresh.database


@pytest.fixture(scope="session")
def prefect(tmp_path_factory) -> Iterator[Prefect]:
    """A Prefect server on loopback, once a session (10–30 s)."""
    with prefect_site(tmp_path_factory.mktemp("prefect")) as site:
        yield site


@pytest.fixture
def prefect_server(prefect) -> Iterator[None]:
    """Flows of this process run on that server."""
    with prefect.answering():
        yield


@dataclass
class Answers:
    """A server on loopback: for each path, its successive answers (the last one stays), and how often it was asked."""

    address: str
    by_path: dict[str, list[tuple[int, bytes]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def give(self, path: str, *answers: tuple[int, str]) -> str:
        self.by_path[path] = [(status, body.encode()) for status, body in answers]
        return self.address + path


@pytest.fixture
def server() -> Iterator[Answers]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers.asked.append(self.path)
            left = answers.by_path.get(self.path, [(404, b"")])
            status, body = left.pop(0) if len(left) > 1 else left[0]
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        log_message: Callable[..., None] = lambda *_: None

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    answers = Answers(f"http://127.0.0.1:{httpd.server_port}")
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield answers
    httpd.shutdown()
    httpd.server_close()
