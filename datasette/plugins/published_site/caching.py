"""Pages are asked again but sent only once: an entity tag tells whether anything they show has changed."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response
from published_site import database
from published_site.file_state import state_of

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

Page = Callable[..., Awaitable[Any]]
ALWAYS_ASK = "public, no-cache"
FILES = {"/-/tiles/": "public, max-age=86400", "/static/": "public, max-age=3600", "/-/static": "public, max-age=3600"}
"""Beginning of an address → how long a browser may keep what does not depend on the database."""
MOST_BYTES, LARGEST = 64_000_000, 1_000_000
"""Held in memory: all pages together, and one."""
_this_start = secrets.token_hex(8)
"""Templates and code are read when the site starts: another start, other pages."""


def _tag(datasette: Datasette, request: Request) -> str | None:
    path = database.of(datasette).path
    if path is None:
        return None
    known = (_this_start, path, state_of(path), request.host, request.full_path)
    return f'W/"{sha256(repr(known).encode()).hexdigest()[:32]}"'


class KeptPages:
    """Pages as they were sent, by tag, the least asked first to go."""

    def __init__(self) -> None:
        self.pages: OrderedDict[str, tuple[str, str]] = OrderedDict()
        self.size = 0

    def keep(self, tag: str, response: Response) -> None:
        body = response.body
        if not isinstance(body, str) or len(body) > LARGEST or tag in self.pages:
            return
        self.pages[tag] = (body, response.content_type)
        self.size += len(body)
        while self.size > MOST_BYTES:
            _, (gone, _) = self.pages.popitem(last=False)
            self.size -= len(gone)

    def response(self, tag: str) -> Response | None:
        if tag not in self.pages:
            return None
        self.pages.move_to_end(tag)
        body, content_type = self.pages[tag]
        return Response(body, content_type=content_type)


_kept = KeptPages()


def revalidated(page: Page) -> Page:
    """A page of ours with its tag: not sent where the reader has it, not made where another reader had it."""

    @wraps(page)
    async def answer(datasette: Datasette, request: Request) -> Any:
        tag = _tag(datasette, request)
        if tag is None:
            return await page(datasette, request)
        headers = {"etag": tag, "cache-control": ALWAYS_ASK}
        if tag in [given.strip() for given in request.headers.get("if-none-match", "").split(",")]:
            return Response("", status=304, headers=headers)
        made = _kept.response(tag) or await page(datasette, request)
        if isinstance(made, Response) and made.status == 200:
            _kept.keep(tag, made)
            made.headers = headers | (made.headers or {})
        return made

    return answer


def rule_for(path: str, status: int, given: list[str]) -> str:
    """The one ``cache-control`` of an answer: a file's, what the page itself says first, or to ask again each time."""
    kept = next((rule for start, rule in FILES.items() if path.startswith(start)), None)
    if status == 200 and kept is not None:
        return kept
    return given[0] if given else ALWAYS_ASK
