"""Pages are asked again but sent only once: an entity tag tells whether anything they show has changed."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response
from published_site import database
from published_site.freshness import state_of

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

Page = Callable[..., Awaitable[Any]]
ALWAYS_ASK = "public, no-cache"
FILES = {"/-/tiles/": "public, max-age=86400", "/static/": "public, max-age=3600", "/-/static": "public, max-age=3600"}
"""Beginning of an address → how long a browser may keep what does not depend on the database."""
_this_start = secrets.token_hex(8)
"""Templates and code are read when the site starts: another start, other pages."""


def _tag(datasette: Datasette, request: Request) -> str | None:
    path = database.of(datasette).path
    if path is None:
        return None
    known = (_this_start, path, state_of(path), request.host, request.full_path)
    return f'W/"{sha256(repr(known).encode()).hexdigest()[:32]}"'


def revalidated(page: Page) -> Page:
    """A page of ours with its tag; not even made where the reader has it."""

    @wraps(page)
    async def answer(datasette: Datasette, request: Request) -> Any:
        tag = _tag(datasette, request)
        if tag is None:
            return await page(datasette, request)
        headers = {"etag": tag, "cache-control": ALWAYS_ASK}
        if tag in [given.strip() for given in request.headers.get("if-none-match", "").split(",")]:
            return Response("", status=304, headers=headers)
        made = await page(datasette, request)
        if isinstance(made, Response) and made.status == 200:
            made.headers = headers | (made.headers or {})
        return made

    return answer


def kept_for(path: str) -> str | None:
    """The ``cache-control`` of a file of ours or of a plugin's; None for pages."""
    return next((rule for start, rule in FILES.items() if path.startswith(start)), None)
