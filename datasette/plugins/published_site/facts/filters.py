"""A table's filters in French: « statut est « promis » ; toujours dans les documents »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from published_site import database, links, list_filters, typography, words

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

NAMES = {
    "collectivities": "select name from collectivities where id = :key",
    "commitments": "select text from commitments where id = :key",
    "documents": "select title as name from documents where id = :key",
    "partners": "select name from partners where id = :key",
    "sdgs": "select id || ' – ' || short_name as name from sdgs where id = :key",
}
SAID_AT_ONCE = {
    ("withdrawn_on", "isnull"): "toujours dans les documents",
    ("withdrawn_on", "notnull"): "retirés des documents",
}
SAID_OF_YEARS = {
    list_filters.FROM: "une période qui finit en {} ou après",
    list_filters.UNTIL: "une période qui commence en {} ou avant",
}
NO_VALUE = {"isnull", "notnull", "isblank", "notblank"}


async def _named(datasette: Datasette, column: str, value: str) -> str:
    table = links.FOREIGN.get(column, "")
    found = await database.first(datasette, NAMES[table], key=value) if table in NAMES else None
    return str(words.word(column, value)) if found is None else str(next(iter(found.values())))


async def _comparison(datasette: Datasette, column: str, lookup: str, value: str) -> str:
    if (column, lookup) in SAID_AT_ONCE:
        return SAID_AT_ONCE[column, lookup]
    said = f"{words.column_label(column)} {words.lookup_label(lookup)}"
    return said if lookup in NO_VALUE else f"{said} « {await _named(datasette, column, value)} »"


async def in_words(datasette: Datasette, request: Request) -> list[str]:
    said = []
    for key in request.args:
        for value in request.args.getlist(key):
            if key in ("_search", f"_{list_filters.WORDS}"):
                said.append(f"contient les mots « {value} »")
            elif key.removeprefix("_") in SAID_OF_YEARS and key.startswith("_"):
                said.append(SAID_OF_YEARS[key.removeprefix("_")].format(value))
            elif key.startswith("_") and (column := list_filters.COLUMNS.get(key.removeprefix("_"))):
                said.append(await _comparison(datasette, column, "exact", value))
            elif not key.startswith("_"):
                column, _, lookup = key.partition("__")
                said.append(await _comparison(datasette, column, lookup or "exact", value))
    return [typography.spaced(words_of_filter) for words_of_filter in said]
