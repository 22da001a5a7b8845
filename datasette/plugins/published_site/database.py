"""Which of the attached databases holds the commitments, and reading from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.database import Database

if TYPE_CHECKING:
    from datasette.app import Datasette

NAME = "engagements"
"""The database's name in addresses and in metadata.yaml, whatever its file is called."""

Row = dict[str, Any]


async def serve_under_its_name(datasette: Datasette) -> None:
    """A file of another name (``engagements serve --db autre.db``) is served as ``engagements`` too."""
    if NAME in datasette.databases:
        return
    for name, found in list(datasette.databases.items()):
        if found.path and await found.table_exists("commitments"):
            datasette.remove_database(name)
            datasette.add_database(Database(datasette, path=found.path, is_mutable=found.is_mutable), name=NAME)
            return


def of(datasette: Datasette) -> Database:
    return datasette.get_database(NAME)


async def rows(datasette: Datasette, sql: str, **params: Any) -> list[Row]:
    return [dict(row) for row in (await of(datasette).execute(sql, params)).rows]


async def first(datasette: Datasette, sql: str, **params: Any) -> Row | None:
    found = await rows(datasette, sql, **params)
    return found[0] if found else None
