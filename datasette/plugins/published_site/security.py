"""Headers that keep a hostile document, or a mistake of ours, from doing anything in a reader's browser."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

App = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]

MAP_PAGE = "/carte-des-partenaires"
CHART_PAGES = "/-/dashboards"
NONCE = "csp_nonce"

_COMMON = (
    "default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; "
)


def policy(path: str, nonce: str) -> str:
    """Scripts and styles only from this site's files. The map's settings come inline from its plugin and
    carry the nonce; the charts' library compiles its expressions and writes its own style."""
    if CHART_PAGES in path:
        return f"{_COMMON}style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-eval'"
    scripts = f"script-src 'self' 'nonce-{nonce}'" if path.endswith(MAP_PAGE) else "script-src 'self'"
    return f"{_COMMON}style-src 'self'; {scripts}"


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
                message = {**message, "headers": [*kept, *added]}
            await send(message)

        await app({**scope, NONCE: nonce}, receive, send_with_headers)

    return wrapped
