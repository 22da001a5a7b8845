"""How one cell of Datasette's tables and query results is shown: words for codes, links to our pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from datasette.utils import tilde_encode
from markupsafe import Markup
from published_site import database, formats, links, words

if TYPE_CHECKING:
    from datasette.app import Datasette

SHARES = {"probability", "score", "similarity", "fiabilité", "ressemblance"}
DAYS = {
    "first_seen", "gone_on", "last_seen", "withdrawn_on", "published_on", "modified_on",
    "vu depuis le", "retiré le", "publié le"
}  # fmt: skip
INSTANTS = {"answered_at", "fetched_at", "started_at", "ended_at", "lu le", "mise à jour du"}
ADDRESSES = {"url", "source_link", "adresse"}
ROWS = {"run_id": "runs", "source_id": "sources"}
READABLE_KEYS = {"collectivity_id", "sdg_id"}
"""Keys that are words or numbers readers know; the others are hashes."""
LONGEST_LABEL = 140
LARGE = 10_000
"""Whole numbers from here on are surely no years and get their thousands apart."""


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[:LONGEST_LABEL].rstrip()}…"


def _reference(value: Any, column: str, datasette: Datasette) -> Markup | None:
    """A foreign key, expanded by Datasette to {value, label} where it could."""
    if value is None:
        return None
    if isinstance(value, dict):
        key, label = value["value"], value["label"] or value["value"]
    else:
        key, label = value, value if column in READABLE_KEYS else "Voir la fiche"
    href = datasette.urls.path(links.page(links.FOREIGN[column], key))
    return Markup('<a href="{}">{}</a>').format(href, _shortened(str(label)))


def _row(value: dict[str, Any], table: str, datasette: Datasette) -> Markup:
    """A foreign key to a table that has no page of ours: to Datasette's page of the row."""
    href = datasette.urls.row(database.NAME, table, tilde_encode(str(value["value"])))
    return Markup('<a href="{}">{}</a>').format(href, formats.instant(str(value["label"])))


def _address(value: str) -> Markup | None:
    href = links.safe_href(value)
    if href is None:
        return None
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(href, _shortened(value))


def _number(value: float, column: str) -> str | None:
    if column in SHARES:
        return formats.percent(value)
    if isinstance(value, float) or value >= LARGE:
        return formats.number(value)
    return None


def _text(value: str, column: str, datasette: Datasette) -> Markup | str | None:
    if links.is_own_page(value):
        return Markup('<a href="{}">Voir la fiche</a>').format(datasette.urls.path(value))
    if column in ADDRESSES:
        return _address(value)
    if column in DAYS:
        return formats.day(value)
    if column in INSTANTS:
        return formats.instant(value)
    return _versions(value) if column == "versions" else None


def _versions(value: str) -> str | None:
    """« babel 2.18.0, numpy 2.4.6 »; what is no object of names stays as it is."""
    try:
        known = json.loads(value)
    except ValueError:
        return None
    return ", ".join(f"{name} {version}" for name, version in known.items()) if isinstance(known, dict) else None


def rendered(value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | str | None:
    """What to show in place of ``value``, or None to leave it to Datasette (which escapes it)."""
    if column in links.FOREIGN and table is not None:
        return _reference(value, column, datasette)
    if column in ROWS and isinstance(value, dict):
        return _row(value, ROWS[column], datasette)
    if table is not None and value is not None and (said := words.word(column, value)) != value:
        return str(said)
    if isinstance(value, int | float):
        return _number(value, column)
    return _text(value, column, datasette) if isinstance(value, str) else None
