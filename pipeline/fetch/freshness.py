"""How long an answer may be used without asking again: what the server says, but no longer than to the next night.

RFC 9111 lets a cache guess where a server says nothing (a page last modified a year ago would go unasked for a
week) and lets a server say "a year". Both would hide what a nightly run is there to find.
"""

from __future__ import annotations

import re

import httpx

LONGEST = 6 * 3600
"""Seconds."""
_LIFETIME = re.compile(r"(s-maxage|max-age)\s*=\s*\"?(\d+)\"?", re.IGNORECASE)


class Freshness(httpx.BaseTransport):
    """Sits below the cache, and bounds the lifetimes it is told."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        told = response.headers.get("cache-control", "")
        if _LIFETIME.search(told):
            told = _LIFETIME.sub(lambda m: f"{m[1]}={min(int(m[2][:9]), LONGEST)}", told)
        else:  # Expires, mostly a mistake of years, is not believed either
            told = f"{told}, no-cache".lstrip(", ")
        response.headers["cache-control"] = told
        return response

    def close(self) -> None:
        self._inner.close()
