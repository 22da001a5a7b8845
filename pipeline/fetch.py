"""``Source`` → ``Snapshot``: bytes from a file or over http(s), bounded in size and time."""

from __future__ import annotations

import hashlib
import mimetypes
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from ssl import SSLCertVerificationError
from threading import Event, Timer
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from pipeline.errors import FetchFailed, TransientFetchFailure
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

MAX_REDIRECTS = 5
_TRANSIENT = {408, 425, 429, 500, 502, 503, 504}
_ENCODINGS = {"", "identity", "gzip", "deflate"}
"""What a body may be packed in, once: others, or one in another, swell to thousands of times their size."""
_TYPES = mimetypes.MimeTypes()  # the library's own, not the machine's /etc/mime.types
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("application/xhtml+xml", ".xhtml")


def fetch(source: Source, settings: Settings) -> Snapshot:
    """What the source answers now.

    Raises FetchFailed naming the address and the cause: no such file, a status, a size, a time-out.
    A transient failure is tried ``settings.fetch_attempts`` times.
    """
    if source.path is not None:
        return _from_file(source, Path(source.path), settings)
    attempts = Retrying(
        stop=stop_after_attempt(settings.fetch_attempts),
        wait=wait_exponential_jitter(max=20),
        retry=retry_if_exception_type(TransientFetchFailure),
        reraise=True,
    )
    return attempts(_from_web, source, settings)


def _from_file(source: Source, path: Path, settings: Settings) -> Snapshot:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting, a device has no end
            raise FetchFailed(f"{source.url}: a folder or a device, not a file")
        with path.open("rb") as file:
            content = file.read(settings.max_bytes + 1)
    except FileNotFoundError:
        raise FetchFailed(f"{source.url}: no such file in the corpus folder") from None
    except OSError as error:
        raise FetchFailed(f"{source.url}: cannot be read: {error.strerror}") from error
    if len(content) > settings.max_bytes:
        raise FetchFailed(_too_large(source.url, settings))
    media_type, packed = _TYPES.guess_type(path.name)
    if media_type is None or packed:
        media_type = "application/octet-stream"
    return _snapshot(source, source.url, content, media_type, None)


def _from_web(source: Source, settings: Settings) -> Snapshot:
    timeout = httpx.Timeout(settings.fetch_seconds)
    # A hook sees a redirect before httpx does, which builds the next request of its own accord.
    hooks = {"response": [lambda response: _redirection(source, response)]}
    headers = {"User-Agent": settings.user_agent, "Accept-Language": "fr", "Accept-Encoding": "gzip, deflate"}
    try:
        with (
            httpx.Client(timeout=timeout, headers=headers, event_hooks=hooks) as client,
            _deadline(source, settings.fetch_total_seconds) as extensions,
        ):
            return _follow(client, source, settings, extensions)
    except httpx.TimeoutException as error:
        raise TransientFetchFailure(f"{source.url}: no answer within {settings.fetch_seconds:g} s") from error
    except httpx.UnsupportedProtocol as error:
        raise FetchFailed(f"{source.url}: {error}") from error
    except httpx.RequestError as error:
        untrusted = _caused_by(error, SSLCertVerificationError)
        failure = FetchFailed if untrusted else TransientFetchFailure
        raise failure(f"{source.url}: {str(error) or type(error).__name__}") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchFailed(f"{source.url}: not a valid address: {error}") from error


@contextmanager
def _deadline(source: Source, seconds: float) -> Iterator[dict[str, Any]]:
    """Request extensions that let an attempt last ``seconds`` at most, then raise FetchFailed.

    httpx times out between two reads only: a server that sends a byte now and then would never end.
    """
    sockets: list[socket.socket] = []
    over = Event()

    def watch(event: str, info: dict[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            sockets.append(info["return_value"].get_extra_info("socket"))
            if over.is_set():
                cut()

    def cut() -> None:
        over.set()
        for one in sockets:
            with suppress(OSError):  # closed, or replaced by its TLS socket
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield {"trace": watch}
    except httpx.RequestError:
        if not over.is_set():
            raise
    finally:
        timer.cancel()
    if over.is_set():  # a body without a declared length ends well where it is cut
        raise FetchFailed(f"{source.url}: not all of it came within {seconds:g} s")


def _caused_by(error: BaseException, kind: type[BaseException]) -> bool:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__ or cause.__context__
    return cause is not None


def _follow(client: httpx.Client, source: Source, settings: Settings, extensions: dict[str, Any]) -> Snapshot:
    """Follow redirects by hand, so that none leads to another scheme."""
    url = source.url
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", url, extensions=extensions) as response:
            target = _redirection(source, response)
            if target is not None:
                url = target
                continue
            _check_status(source, response)
            _check_encoding(source, response)
            content = _body(source, response, settings)
            media_type, charset = _content_type(response.headers.get("content-type", ""))
            return _snapshot(source, url, content, media_type, charset)
    raise FetchFailed(f"{source.url}: more than {MAX_REDIRECTS} redirects")


def _redirection(source: Source, response: httpx.Response) -> str | None:
    """Where the answer leads, None where it stays. Raises FetchFailed where that is not http(s)."""
    if not response.has_redirect_location:
        return None
    location = response.headers["location"]
    try:
        target = urljoin(str(response.url), location)
        scheme, _ = urlsplit(target).scheme, urlsplit(target).port
    except ValueError as error:
        raise FetchFailed(f"{source.url}: redirects to {location!r}, which is not an address") from error
    if scheme not in {"http", "https"}:
        raise FetchFailed(f"{source.url}: redirects to {target}, which is not http(s)")
    return target


def _check_status(source: Source, response: httpx.Response) -> None:
    if response.status_code == httpx.codes.OK:
        return
    message = f"{source.url}: HTTP {response.status_code} {response.reason_phrase}".rstrip()
    raise (TransientFetchFailure if response.status_code in _TRANSIENT else FetchFailed)(message)


def _check_encoding(source: Source, response: httpx.Response) -> None:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        raise FetchFailed(f"{source.url}: packed as {encoding!r}, which was not asked for")


def _body(source: Source, response: httpx.Response, settings: Settings) -> bytes:
    chunks, size = [], 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > settings.max_bytes:
            raise FetchFailed(_too_large(source.url, settings))
        chunks.append(chunk)
    return b"".join(chunks)


def _content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = header
    if "/" not in header.partition(";")[0]:  # which Message would take for text/plain
        return "application/octet-stream", None
    return message.get_content_type(), message.get_content_charset()


def _too_large(url: str, settings: Settings) -> str:
    return f"{url}: larger than {settings.max_bytes:,} bytes; raise ENGAGEMENTS_MAX_BYTES to read it"


def _snapshot(source: Source, url: str, content: bytes, media_type: str, charset: str | None) -> Snapshot:
    return Snapshot(
        source_id=source.id,
        url=url,
        content=content,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        fetched_at=datetime.now(UTC),
        charset=charset,
    )
