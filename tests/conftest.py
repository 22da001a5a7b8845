"""Fixtures many tests share: a store on a new file, the demo corpus refreshed once, a server on loopback."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import made_by_hand
import pytest
from made_by_hand import DEMO, Site

os.environ.update(PREFECT_SERVER_ANALYTICS_ENABLED="false", DO_NOT_TRACK="1")
# Our servers listen on loopback, which nothing else should fetch from, and need no rest.
os.environ.update(ENGAGEMENTS_ALLOW_PRIVATE_ADDRESSES="yes", ENGAGEMENTS_FETCH_PAUSE_SECONDS="0")


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


@pytest.fixture(scope="session")
def demo_db(tmp_path_factory) -> Path:
    """The demo corpus, refreshed by the real pipeline once a session (once for all of pytest-xdist's workers).

    Open it for reading only; copy it to change it.
    """
    from filelock import FileLock

    from pipeline.process import Options
    from pipeline.refresh import refresh
    from pipeline.settings import Settings

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    database = shared / "demo" / "demo.db"
    database.parent.mkdir(exist_ok=True)
    done = database.with_name("done")
    with FileLock(database.with_name("fixture.lock")):
        if not done.exists():
            report = refresh(Options(DEMO, database), Settings())
            assert not report.failed, report.failed
            done.touch()
    return database


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Prefect's own temporary server and database, once a session (10–30 s)."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=300):
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
