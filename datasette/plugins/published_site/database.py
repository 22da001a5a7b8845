"""Which of the attached databases holds the commitments, and reading from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from datasette.utils import sqlite_timelimit
from published_site.asked_once import AskedOnce

if TYPE_CHECKING:
    from sqlite3 import Connection

    from datasette.app import Datasette
    from datasette.database import Database

NAME = "engagements"
"""The database's name in addresses and in metadata.yaml, whatever its file is called."""

OUR_LIMIT_MS = 20_000
Row = dict[str, Any]


async def serve_under_its_name(datasette: Datasette) -> None:
    """A file of another name (``engagements serve --db autre.db``) is served as ``engagements`` too."""
    for name, found in list(datasette.databases.items()):
        if found.path and await found.table_exists("commitments"):
            datasette.remove_database(name)
            served = AskedOnce(datasette, path=found.path, is_mutable=found.is_mutable)
            datasette.add_database(served, name=NAME)
            return


def of(datasette: Datasette) -> Database:
    return datasette.get_database(NAME)


async def answers(datasette: Datasette, questions: Mapping[str, str], **params: Any) -> dict[str, list[Row]]:
    """All rows of several queries of ours, by name, asked one after the other by one thread of one connection.

    A change of threads costs more than most of them. Each is bounded: strangers' have a shorter limit (settings.json).
    """

    def asked(connection: Connection) -> dict[str, list[Row]]:
        found = {}
        for name, sql in questions.items():
            with sqlite_timelimit(connection, OUR_LIMIT_MS):
                found[name] = [dict(row) for row in connection.execute(sql, params)]
        return found

    found: dict[str, list[Row]] = await of(datasette).execute_fn(asked)
    return found


async def rows(datasette: Datasette, sql: str, **params: Any) -> list[Row]:
    return (await answers(datasette, {"": sql}, **params))[""]


async def first(datasette: Datasette, sql: str, **params: Any) -> Row | None:
    found = await rows(datasette, sql, **params)
    return found[0] if found else None
