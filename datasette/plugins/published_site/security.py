"""Headers that keep a hostile document, or a mistake of ours, from doing anything in a reader's browser."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from published_site.caching import rule_for

App = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]

MAP_PAGE = "/carte-des-partenaires"
NONCE = "csp_nonce"
CACHE = b"cache-control"

_COMMON = (
    "default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; "
)


MAP_SHEET = "'sha256-3245kwitC6H8yGbgCsj96PwhXGudakQVb3aK98s+ZUY='"
"""The style sheet datasette-cluster-map writes into the page; a test asks a browser whether it still is that one."""


def policy(path: str, nonce: str) -> str:
    """Scripts and styles only from this site's files, on every page. The one exception is the page of the map:

    its plugin writes its settings as an inline script, which carries the nonce, and a style sheet, known by its hash.
    """
    if path.endswith(MAP_PAGE):
        return f"{_COMMON}style-src 'self' {MAP_SHEET}; script-src 'self' 'nonce-{nonce}'"
    return f"{_COMMON}style-src 'self'; script-src 'self'"


def _headers(path: str, nonce: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-security-policy", policy(path, nonce).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    ]


def with_security_headers(app: App) -> App:
    """ASGI middleware: every response gets the headers, every request a nonce its templates may use."""

    async def wrapped(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        added = _headers(scope["path"], nonce)
        ours = {name for name, _ in added}

        async def send_with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kept = [header for header in message.get("headers", []) if header[0].lower() not in ours]
                given = [value.decode() for name, value in kept if name.lower() == CACHE]
                rule = rule_for(scope["path"], message["status"], given)
                kept = [*(header for header in kept if header[0].lower() != CACHE), (CACHE, rule.encode())]
                message = {**message, "headers": [*kept, *added]}
            await send(message)

        await app({**scope, NONCE: nonce}, receive, send_with_headers)

    return wrapped
