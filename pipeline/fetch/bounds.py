"""No more bytes over the wire than a document may have: what unpacks to nothing can go on for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import httpx

from pipeline.errors import FetchFailed
from pipeline.fetch.snapshot import too_large
from pipeline.settings import Settings


class Bounded(httpx.BaseTransport):
    def __init__(self, inner: httpx.BaseTransport, settings: Settings) -> None:
        self._inner = inner
        self._settings = settings

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, whose body raises FetchFailed where it goes on for longer than a document may."""
        response = self._inner.handle_request(request)
        response.stream = _BoundedStream(cast(httpx.SyncByteStream, response.stream), self._settings)
        return response

    def close(self) -> None:
        self._inner.close()


class _BoundedStream(httpx.SyncByteStream):
    def __init__(self, inner: httpx.SyncByteStream, settings: Settings) -> None:
        self._inner = inner
        self._settings = settings

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._inner:
            size += len(chunk)
            if size > self._settings.max_bytes:
                raise FetchFailed(too_large(self._settings))
            yield chunk

    def close(self) -> None:
        self._inner.close()
