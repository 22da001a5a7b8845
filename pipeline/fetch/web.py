"""One exchange with the web: redirects one by one, each asked for politely, a body of bounded size."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from hishel import SqliteStorage
from hishel.httpx import CacheTransport

from pipeline.errors import FetchFailed, SourceGone, TransientFetchFailure
from pipeline.fetch.addresses import PublicTransport
from pipeline.fetch.bounds import Bounded
from pipeline.fetch.deadline import deadline
from pipeline.fetch.freshness import Freshness
from pipeline.fetch.home import is_home
from pipeline.fetch.pace import Pace
from pipeline.fetch.robots import MAX_BYTES as MAX_ROBOTS
from pipeline.fetch.robots import Robots
from pipeline.fetch.snapshot import make_snapshot, too_large
from pipeline.settings import Settings
from pipeline.types import Exchange, Snapshot, Source

MAX_REDIRECTS = 5
GONE = {404, 410}
_TRANSIENT = {408, 425, 429, 500, 502, 503, 504}
_ENCODINGS = {"", "identity", "gzip", "deflate"}
"""What a body may be packed in, once: others, or one in another, swell to thousands of times their size."""
_TOLD = (
    "age", "cache-control", "content-disposition", "content-encoding", "content-language", "content-length",
    "content-type", "date", "etag", "expires", "last-modified", "server", "vary",
)  # fmt: skip
"""Headers of an answer that are kept with it; cookies are nobody's business."""
_SENT = ("accept-encoding", "accept-language", "if-modified-since", "if-none-match", "user-agent")


class Web:
    """A client for many exchanges, from several threads if need be."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._storage = SqliteStorage(database_path=folder / "http.db", max_size=None)
        public = PublicTransport(settings.allow_private_addresses, settings.proxy, trusted())
        self._client = httpx.Client(
            transport=CacheTransport(Freshness(Bounded(public, settings)), storage=self._storage, rfc=True),
            timeout=httpx.Timeout(settings.fetch_seconds),
            headers={
                "User-Agent": settings.user_agent,
                "Accept-Language": "fr",
                "Accept-Encoding": "gzip, deflate",
            },
            # A hook sees a redirect before httpx does, which builds the next request of its own accord.
            event_hooks={"response": [_redirection]},
        )
        self._pace = Pace(folder / "hosts", settings.fetch_patience_seconds)
        self._robots = Robots(settings.user_agent, self._read_robots)

    def close(self) -> None:
        self._client.close()
        self._storage.close()

    def get(self, source: Source) -> Snapshot:
        """One attempt: redirects followed by hand, so that each is looked at, its scheme and its host's robots.txt.

        Raises FetchFailed with the cause, without the source's address.
        """
        hops = [source.url]
        while len(hops) <= MAX_REDIRECTS + 1:
            self._robots.check(hops[-1])
            with self._asking(hops[-1]) as answer:
                target = _redirection(answer)
                if target is None:
                    return self._arrived(source, hops, answer)
            hops.append(target)
        raise FetchFailed(f"more than {MAX_REDIRECTS} redirects")

    @contextmanager
    def _asking(self, url: str) -> Iterator[httpx.Response]:
        """The answer to one request, at our turn. Raises FetchFailed where there is none."""
        pause = max(self._settings.fetch_pause_seconds, self._robots.delay(url))
        with (
            self._pace.turn(url, pause),
            named(self._settings),
            deadline(self._settings.fetch_total_seconds) as extensions,
            self._client.stream("GET", url, extensions=extensions) as answer,
        ):
            yield answer

    def _arrived(self, source: Source, hops: Sequence[str], answer: httpx.Response) -> Snapshot:
        self._check_status(answer)
        if is_home(hops[-1]) and not is_home(source.url):  # how many sites say that a page is no more
            raise SourceGone(f"redirects to the home page, {hops[-1]}: the page is no more")
        content = self._body(answer)
        media_type, charset = _content_type(answer.headers.get("content-type", ""))
        exchange = Exchange(
            asked=source.url,
            redirects=tuple(hops[1:]),
            status=answer.status_code,
            request={k: v for k, v in answer.request.headers.items() if k in _SENT},
            response={k: v for k, v in answer.headers.items() if k in _TOLD},
            revalidated=bool(answer.extensions.get("caching", {}).get("from_cache")),
        )
        return make_snapshot(source, hops[-1], content, media_type, charset, exchange)

    def _check_status(self, answer: httpx.Response) -> None:
        if answer.status_code == httpx.codes.OK:
            return
        message = f"HTTP {answer.status_code} {answer.reason_phrase}".rstrip()
        if answer.status_code in GONE:
            raise SourceGone(message)
        if answer.status_code not in _TRANSIENT:
            raise FetchFailed(message)
        wait = _retry_after(answer.headers.get("retry-after", ""))
        if wait is not None:
            self._pace.rest(str(answer.request.url), wait)
            message += f"; asks to wait {wait:.0f} s"
        raise TransientFetchFailure(message, wait)

    def _body(self, answer: httpx.Response) -> bytes:
        """Raises FetchFailed where it unpacks to more than a document may have, or is packed as we did not ask for."""
        encoding = answer.headers.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            raise FetchFailed(f"packed as {encoding!r}, which was not asked for")
        chunks, size = [], 0
        for chunk in answer.iter_bytes():
            size += len(chunk)
            if size > self._settings.max_bytes:
                raise FetchFailed(too_large(self._settings))
            chunks.append(chunk)
        return b"".join(chunks)

    def _read_robots(self, url: str) -> str:
        """A host's robots.txt, "" where it has none (RFC 9309: 4xx, or too many redirects)."""
        for _ in range(MAX_REDIRECTS + 1):
            with self._asking(url) as answer:
                target = _redirection(answer)
                if target is None:
                    return self._robots_text(answer)
            url = target
        return ""

    def _robots_text(self, answer: httpx.Response) -> str:
        if answer.is_server_error or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            self._check_status(answer)
            raise TransientFetchFailure(f"HTTP {answer.status_code}")
        if not answer.is_success:
            return ""
        content = self._body(answer)
        return content[:MAX_ROBOTS].decode("utf-8", "replace")


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """The certificate authorities we go by: certifi's, or those of SSL_CERT_FILE. Reading them takes 0.1 s."""
    return httpx.create_ssl_context()


@contextmanager
def named(settings: Settings) -> Iterator[None]:
    """httpx's errors as ours: what may pass by itself, and what will not."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise TransientFetchFailure(f"no answer within {settings.fetch_seconds:g} s") from error
    except httpx.UnsupportedProtocol as error:
        raise FetchFailed(str(error)) from error
    except httpx.RequestError as error:
        untrusted = _caused_by(error, ssl.SSLCertVerificationError)
        if isinstance(untrusted, ssl.SSLCertVerificationError):
            raise FetchFailed(f"its certificate is not to be trusted: {untrusted.verify_message}") from error
        tls = _caused_by(error, ssl.SSLError)
        what = f"TLS: {tls}" if tls is not None else str(error) or type(error).__name__
        raise TransientFetchFailure(what) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchFailed(f"not a valid address: {error}") from error


def _caused_by(error: BaseException, kind: type[BaseException]) -> BaseException | None:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__ or cause.__context__
    return cause


def _redirection(answer: httpx.Response) -> str | None:
    """Where the answer leads, None where it stays. Raises FetchFailed where that is not http(s), or no longer https."""
    if not answer.has_redirect_location:
        return None
    location = answer.headers["location"]
    try:
        target = urljoin(str(answer.url), location)
        parts = urlsplit(target)
        _ = parts.port
    except ValueError as error:
        raise FetchFailed(f"redirects to {location!r}, which is not an address") from error
    if parts.scheme not in {"http", "https"}:
        raise FetchFailed(f"redirects to {target}, which is not http(s)")
    if answer.url.scheme == "https" and parts.scheme == "http":
        raise FetchFailed(f"redirects to {target}, which is no longer https")
    if parts.username is not None or parts.password is not None:
        raise FetchFailed(f"redirects to {parts.hostname} with credentials in the address")
    return target


def _retry_after(header: str) -> float | None:
    """Seconds, from a number or a date; None where the header says neither."""
    if header.strip().isdecimal():
        return float(header.strip()[:9])
    try:
        moment = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return max(0.0, moment.timestamp() - time.time())


def _content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = header
    if "/" not in header.partition(";")[0]:  # which Message would take for text/plain
        return "application/octet-stream", None
    return message.get_content_type(), message.get_content_charset()
