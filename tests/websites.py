"""A site of ours on loopback that serves, changes, breaks, stalls, lies about types and disappears on command."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext


@dataclass
class Page:
    """What a path answers; a page with a ``tag`` is answered 304 to those who have it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    """Before the answer."""

    @property
    def tag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:12]}"'


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    began: float
    ended: float = 0.0
    status: int = 0


@dataclass
class Website:
    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    posted: list[bytes] = field(default_factory=list)
    tagged: bool = True

    def says(self, path: str, body: str | bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Put a page up, or another in its place. Returns its address."""
        content = body if isinstance(body, bytes) else body.encode()
        self.pages[path] = Page(content, headers={"Content-Type": media_type, **_dashed(headers)})
        return self.address + path

    def answers(self, path: str, status: int, seconds: float = 0.0, **headers: str) -> str:
        """Break a page, move it (302, Location) or make it slow."""
        self.pages[path] = Page(status=status, headers=_dashed(headers), seconds=seconds)
        return self.address + path

    def removes(self, path: str) -> None:
        del self.pages[path]

    def asked_for(self, path: str) -> list[Asked]:
        return [a for a in self.asked if a.path == path]

    def statuses(self, path: str) -> list[int]:
        return [a.status for a in self.asked_for(path)]


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def website(tls: SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Website]:
    """A site that runs as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic())
            site.asked.append(seen)
            page = site.pages.get(self.path, Page(status=404))
            if page.seconds:
                time.sleep(page.seconds)
            headers = {"ETag": page.tag, **page.headers} if site.tagged and page.status == 200 else page.headers
            known = page.status == 200 and self.headers.get("If-None-Match") == headers.get("ETag", "no tag")
            seen.status, body = (304, b"") if known else (page.status, page.body)
            try:
                self.send_response(seen.status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, "0" if known and name == "Content-Length" else value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:  # whoever asked has left
                pass
            seen.ended = time.monotonic()

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        log_message: Callable[..., None] = lambda *_: None

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A handshake that fails is what some tests are about."""

    http = Server((host, 0), Handler)
    if tls is not None:
        http.socket = tls.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
    site = Website(f"http{'s' if tls else ''}://{host}:{http.server_port}")
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield site
    finally:
        http.shutdown()
        http.server_close()
