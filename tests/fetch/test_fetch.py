"""Fetching, against a server of our own on the loopback interface and files of our own."""

import gzip
import hashlib
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from pipeline.errors import FetchFailed, SourceGone, TransientFetchFailure
from pipeline.fetch import fetch
from pipeline.settings import Settings
from pipeline.types import Collectivity, Snapshot, Source

VILLE = Collectivity("rennes", "Ville de Rennes", "commune")
PAGE = "<p>Nous planterons mille arbres à l'été.</p>".encode("iso-8859-1")
FAST = Settings(
    fetch_seconds=0.3,
    fetch_attempts=3,
    fetch_pause_seconds=0,
    max_bytes=10_000,
    user_agent="essai (essai@exemple.fr)",
    allow_private_addresses=True,
)


class Handler(BaseHTTPRequestHandler):
    """One method a path; ``seen`` counts the requests."""

    seen: ClassVar[Counter] = Counter()
    headers_of: ClassVar[dict] = {}

    def do_GET(self) -> None:
        Handler.headers_of[self.path] = dict(self.headers)
        if self.path == "/robots.txt":
            self.send(404)
            return
        Handler.seen[self.path] += 1
        name, _, argument = self.path.strip("/").partition("/")
        getattr(self, f"answer_{name}")(argument)

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, _: str) -> None:
        self.send(200, PAGE, Content_Type="text/HTML; charset=ISO-8859-1")

    def answer_typed(self, argument: str) -> None:
        types = {"none": {}, "word": {"Content_Type": "html"}, "pdf": {"Content_Type": "application/pdf"}}
        self.send(200, b"texte", **types[argument])

    def answer_hop(self, left: str) -> None:
        self.send(302, Location=f"/hop/{int(left) - 1}" if int(left) else "../page")

    def answer_to(self, name: str) -> None:
        places = {
            "file": "file:///etc/passwd",
            "ftp": "ftp://127.0.0.1/",
            "script": "javascript:alert(1)",
            "broken": "http://[::1",
            "port": "http://127.0.0.1:port/",
        }
        self.send(301, Location=places[name])

    def answer_status(self, status: str) -> None:
        self.send(int(status))

    def answer_recovers(self, _: str) -> None:
        first = Handler.seen[self.path] == 1
        self.send(503 if first else 200, b"" if first else PAGE, Content_Type="text/html")

    def answer_sleeps(self, _: str) -> None:
        time.sleep(1)
        self.send(200, PAGE)

    def answer_drips(self, part: str) -> None:
        """A byte now and then, in the headers or in the body, for ever."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"\r\n" if part == "body" else b"X-Long: "))
        for _ in range(100):
            try:
                self.wfile.write(b"a")
            except OSError:
                return
            time.sleep(0.05)

    def answer_large(self, declared: str) -> None:
        self.send_response(200)
        if declared:
            self.send_header("Content-Length", "1000000")
        self.end_headers()
        try:
            self.wfile.write(b"a" * 1_000_000)
        except OSError:
            return

    def answer_packed(self, encoding: str) -> None:
        packed = {"gzip": gzip.compress(PAGE), "bomb": gzip.compress(b"a" * 1_000_000), "damaged": b"\x1f\x8b\x08abc"}
        named = {"bomb": "gzip", "damaged": "gzip", "twice": "gzip, gzip"}
        self.send(200, packed.get(encoding, PAGE), Content_Encoding=named.get(encoding, encoding))

    def answer_hangs_up(self, _: str) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def answer_short(self, _: str) -> None:
        self.send(200, PAGE[:5], Content_Length="500")

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """A client that leaves before the end is what some tests are about."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


@pytest.fixture(autouse=True)
def _nothing_asked_yet():
    Handler.seen.clear()


def web(url: str) -> Source:
    return Source("page", VILLE, url, "page")


def failure(source: Source, settings: Settings = FAST) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        fetch(source, settings)
    return caught.value


def test_a_page_arrives_whole(server):
    before = datetime.now(UTC)
    got = fetch(web(f"{server}/page"), FAST)
    assert before <= got.fetched_at <= datetime.now(UTC)
    assert got == Snapshot(
        source_id="page",
        url=f"{server}/page",
        content=PAGE,
        media_type="text/html",
        sha256=hashlib.sha256(PAGE).hexdigest(),
        fetched_at=got.fetched_at,
        charset="iso-8859-1",
    )


def test_the_request_says_who_asks_and_for_french(server):
    fetch(web(f"{server}/page"), FAST)
    sent = Handler.headers_of["/page"]
    names = ("User-Agent", "Accept-Language", "Accept-Encoding")
    assert [sent[n] for n in names] == ["essai (essai@exemple.fr)", "fr", "gzip, deflate"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("typed/none", ("application/octet-stream", None)),
        ("typed/word", ("application/octet-stream", None)),
        ("typed/pdf", ("application/pdf", None)),
        ("page", ("text/html", "iso-8859-1")),
    ],
)
def test_the_media_type_is_what_the_server_declares(server, path, expected):
    got = fetch(web(f"{server}/{path}"), FAST)
    assert (got.media_type, got.charset) == expected


def test_redirects_are_followed_to_where_they_end(server):
    got = fetch(web(f"{server}/hop/4"), FAST)
    assert (got.url, got.content) == (f"{server}/page", PAGE)


REFUSED = [
    ("redirect to a file", "to/file", "redirects to file:///etc/passwd, which is not http(s)"),
    ("redirect to ftp", "to/ftp", "redirects to ftp://127.0.0.1/, which is not http(s)"),
    ("redirect to a script", "to/script", "redirects to javascript:alert(1), which is not http(s)"),
    ("redirect to no address", "to/broken", "redirects to 'http://[::1', which is not an address"),
    ("redirect to no port", "to/port", "redirects to 'http://127.0.0.1:port/', which is not an address"),
    ("six redirects", "hop/5", "more than 5 redirects"),
    ("redirect without a place", "status/302", "HTTP 302 Found"),
    ("403", "status/403", "HTTP 403 Forbidden"),
    ("204", "status/204", "HTTP 204 No Content"),
    ("a status of its own", "status/599", "HTTP 599"),
    ("too large, declared", "large/declared", "larger than 10,000 bytes; raise ENGAGEMENTS_MAX_BYTES to read it"),
    ("too large, undeclared", "large/", "larger than 10,000 bytes; raise ENGAGEMENTS_MAX_BYTES to read it"),
    ("too large, packed", "packed/bomb", "larger than 10,000 bytes; raise ENGAGEMENTS_MAX_BYTES to read it"),
    ("packed as not asked", "packed/br", "packed as 'br', which was not asked for"),
    ("packed twice", "packed/twice", "packed as 'gzip, gzip', which was not asked for"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "cause"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refused_with_its_cause_and_not_tried_again(server, path, cause):
    error = failure(web(f"{server}/{path}"))
    assert (str(error), type(error), error.stage) == (f"{server}/{path}: {cause}", FetchFailed, "fetch")
    assert set(Handler.seen.values()) == {1}


PASSING = [
    ("no answer", "sleeps", "no answer within 0.3 s"),
    ("503", "status/503", "HTTP 503 Service Unavailable"),
    ("429", "status/429", "HTTP 429 Too Many Requests"),
    ("hangs up", "hangs_up", "Server disconnected without sending a response."),
    ("damaged packing", "packed/damaged", "Error -3 while decompressing data: "),
    ("less than declared", "short", "peer closed connection without sending complete message body"),
]


@pytest.mark.parametrize(("path", "cause"), [c[1:] for c in PASSING], ids=[c[0] for c in PASSING])
def test_what_may_pass_is_tried_again(server, path, cause):
    error = failure(web(f"{server}/{path}"))
    assert type(error) is TransientFetchFailure
    assert str(error).startswith(f"{server}/{path}: {cause}")
    assert Handler.seen == {f"/{path}": FAST.fetch_attempts}


def test_a_server_that_recovers_is_not_a_failure(server):
    assert fetch(web(f"{server}/recovers"), FAST).content == PAGE
    assert Handler.seen == {"/recovers": 2}


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_left_after_a_while(server, part):
    started = time.monotonic()
    error = failure(web(f"{server}/drips/{part}"), replace(FAST, fetch_seconds=5, fetch_total_seconds=0.4))
    assert (str(error), type(error)) == (f"{server}/drips/{part}: not all of it came within 0.4 s", FetchFailed)
    assert time.monotonic() - started < 3


def test_packed_pages_are_unpacked(server):
    assert fetch(web(f"{server}/packed/gzip"), FAST).content == PAGE


def test_nobody_listening():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        error = failure(web(url))
    assert type(error) is TransientFetchFailure
    assert str(error).startswith(f"{url}: ") and "Connection refused" in str(error)


def test_a_host_that_does_not_exist():
    error = failure(web("http://nulle-part.invalid/"))
    assert type(error) is TransientFetchFailure
    assert str(error).startswith("http://nulle-part.invalid/: ")
    assert len(str(error)) > len("http://nulle-part.invalid/: ")


def test_https_of_a_server_that_speaks_http(server):
    error = failure(web(server.replace("http:", "https:")))
    assert "SSL" in str(error)


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_page_that_is_no_more_is_told_from_one_in_trouble(server, status):
    error = failure(web(f"{server}/status/{status[:3]}"))
    assert (str(error), type(error)) == (f"{server}/status/{status[:3]}: HTTP {status}", SourceGone)
    assert set(Handler.seen.values()) == {1}


@pytest.mark.parametrize("url", ["http://xn--/", f"http://{'a' * 70}.fr/", "http://exemple.fr/\x01"])
def test_an_address_no_client_takes_fails_as_a_fetch(url):
    assert str(failure(web(url))).startswith(f"{url}: ")


# Files


def local(path: Path) -> Source:
    return Source("fichier", VILLE, f"documents/{path.name}", "page", str(path))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.PDF", "application/pdf"),
        ("a.md", "text/markdown"),
        ("a.txt", "text/plain"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.html.gz", "application/octet-stream"),
        ("sans-suffixe", "application/octet-stream"),
    ],
)
def test_a_file_arrives_whole_under_the_path_of_the_manifest(tmp_path, name, media_type):
    (tmp_path / name).write_bytes(PAGE)
    got = fetch(local(tmp_path / name), FAST)
    assert got == Snapshot(
        "fichier", f"documents/{name}", PAGE, media_type, hashlib.sha256(PAGE).hexdigest(), got.fetched_at, None
    )


def test_a_file_of_just_the_size_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a" * FAST.max_bytes)
    assert len(fetch(local(tmp_path / "a.txt"), FAST).content) == FAST.max_bytes


def large(path: Path) -> None:
    path.write_bytes(b"a" * (FAST.max_bytes + 1))


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        pytest.param(lambda path: None, "no such file in the corpus folder", id="missing"),
        pytest.param(large, "larger than 10,000 bytes; raise ENGAGEMENTS_MAX_BYTES to read it", id="too large"),
        pytest.param(Path.mkdir, "a folder or a device, not a file", id="a folder"),
        pytest.param(os.mkfifo, "a folder or a device, not a file", id="a pipe nobody writes to"),
        pytest.param(
            lambda path: path.symlink_to(path), "cannot be read: Too many levels of symbolic links", id="a loop"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named_as_the_manifest_does(tmp_path, make, cause):
    make(tmp_path / "a.txt")
    error = failure(local(tmp_path / "a.txt"))
    assert (str(error), type(error)) == (f"documents/a.txt: {cause}", FetchFailed)
