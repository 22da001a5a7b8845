"""What templates know beside what Datasette or a page tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site import links, words
from published_site.facts.filters import in_words
from published_site.facts.search import search
from published_site.security import NONCE

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

GLOBALS = {
    "MOST_NAMES": 5,
    "STATUSES": tuple(words.STATUS),
    "STATUS_MEANING": words.STATUS_MEANING,
    "PARTNER_KINDS": words.PARTNER_KIND,
    "SOURCE_KINDS": words.SOURCE_KIND,
    "current_commitments": links.current_commitments,
    "own_page": links.page,
    "own_pages": links.PAGES,
    "position_in_document": links.position,
    "safe_href": links.safe_href,
    "years": words.years,
}


async def for_template(
    template: str, table: str | None, request: Request | None, datasette: Datasette
) -> dict[str, Any]:
    """Extra variables by template; the costly ones only where they are shown."""
    found: dict[str, Any] = {}
    if request is None:
        return found
    found["csp_nonce"] = request.scope.get(NONCE, "")
    if template == "search_all.html" and (asked := (request.args.get("q") or "").strip()):
        found["results"] = await search(datasette, asked)
    elif table is not None and template.startswith("table"):
        found["filters_in_words"] = await in_words(datasette, request)
    return found
