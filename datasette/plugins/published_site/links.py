"""Addresses: of our own pages, of filtered lists, and of originals, which are hostile until checked."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

PASSAGES_PER_PAGE = 300
"""A document of hundreds of pages is shown in several of ours."""

PAGES = {
    "collectivities": "collectivite",
    "commitments": "engagement",
    "documents": "document",
    "partners": "partenaire",
    "passages": "passage",
    "sdgs": "objectif",
}
"""Table → first part of the address of our page about one of its rows."""

FOREIGN = {
    "collectivity_id": "collectivities",
    "commitment_id": "commitments",
    "document_id": "documents",
    "partner_id": "partners",
    "passage_id": "passages",
    "previous_id": "commitments",
    "sdg_id": "sdgs",
}

_OWN_PAGE = re.compile(rf"/(?:{'|'.join(PAGES.values())})/[\w%.~-]+")
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")


@lru_cache(maxsize=8_192)
def page(table: str, key: object) -> str:
    return f"/{PAGES[table]}/{quote(str(key), safe='')}"


def is_own_page(path: object) -> bool:
    return isinstance(path, str) and _OWN_PAGE.fullmatch(path) is not None


def position(document_id: str, rank: int) -> str:
    """Where a passage stands in our page of its document."""
    number = rank // PASSAGES_PER_PAGE + 1
    return f"{page('documents', document_id)}{f'?page={number}' if number > 1 else ''}#passage-{rank}"


@lru_cache(maxsize=8_192)
def current_commitments(**filters: object) -> str:
    """Address of the list of commitments not withdrawn; a filter without value is left out."""
    given = {key: value for key, value in filters.items() if value is not None}
    return f"/engagements/commitments?{urlencode({**given, 'withdrawn_on__isnull': 1})}"


def safe_href(address: str | None) -> str | None:
    """The address if it is http(s) or a path of this site, else None: never ``javascript:`` or ``//host``."""
    if not address:
        return None
    address = address.strip().replace(" ", "%20")
    if _UNSEEN.search(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return address if parts.netloc else None
    own = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
    return address if own else None
