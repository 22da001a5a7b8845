"""``Source`` → ``Snapshot``: bytes from a file or over http(s), bounded in size and time."""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from pipeline.errors import FetchFailed, TransientFetchFailure
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

MAX_REDIRECTS = 5
_TRANSIENT = {408, 425, 429, 500, 502, 503, 504}


def fetch(source: Source, settings: Settings) -> Snapshot:
    """What the source answers now.

    Raises FetchFailed naming the address and the cause: no such file, a status, a size, a time-out.
    A transient failure is tried ``settings.fetch_attempts`` times.
    """
    if source.path is not None:
        return _from_file(source, Path(source.path), settings)
    attempts = Retrying(
        stop=stop_after_attempt(settings.fetch_attempts),
        wait=wait_exponential_jitter(initial=0.5, max=20),
        retry=retry_if_exception_type(TransientFetchFailure),
        reraise=True,
    )
    return attempts(_from_web, source, settings)


def _from_file(source: Source, path: Path, settings: Settings) -> Snapshot:
    try:
        if path.stat().st_size > settings.max_bytes:
            raise FetchFailed(_too_large(source.url, settings))
        content = path.read_bytes()
    except FileNotFoundError:
        raise FetchFailed(f"{source.url}: no such file in the corpus folder") from None
    except OSError as error:
        raise FetchFailed(f"{source.url}: cannot be read: {error.strerror}") from error
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return _snapshot(source, source.url, content, media_type, None)


def _from_web(source: Source, settings: Settings) -> Snapshot:
    timeout = httpx.Timeout(settings.fetch_seconds)
    headers = {"User-Agent": settings.user_agent, "Accept-Language": "fr"}
    try:
        with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
            return _follow(client, source, settings)
    except httpx.TimeoutException as error:
        raise TransientFetchFailure(f"{source.url}: no answer within {settings.fetch_seconds:g} s") from error
    except httpx.TransportError as error:
        raise TransientFetchFailure(f"{source.url}: {error}") from error
    except httpx.InvalidURL as error:
        raise FetchFailed(f"{source.url}: not a valid address: {error}") from error


def _follow(client: httpx.Client, source: Source, settings: Settings) -> Snapshot:
    """Follow redirects by hand, so that none leads to another scheme."""
    url = source.url
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", url) as response:
            if response.is_redirect:
                target = urljoin(url, response.headers.get("location", ""))
                if urlsplit(target).scheme not in {"http", "https"}:
                    raise FetchFailed(f"{source.url}: redirects to {target}, which is not http(s)")
                url = target
                continue
            _check_status(source, response)
            content = _body(source, response, settings)
            media_type, charset = _content_type(response.headers.get("content-type", ""))
            return _snapshot(source, url, content, media_type, charset)
    raise FetchFailed(f"{source.url}: more than {MAX_REDIRECTS} redirects")


def _check_status(source: Source, response: httpx.Response) -> None:
    if response.status_code == httpx.codes.OK:
        return
    message = f"{source.url}: HTTP {response.status_code} {response.reason_phrase}"
    raise (TransientFetchFailure if response.status_code in _TRANSIENT else FetchFailed)(message)


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
    message["content-type"] = header or "application/octet-stream"
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
