"""Which of the attached databases holds the commitments, and reading from it."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from datasette.database import Database, Results
from datasette.utils import sqlite_timelimit
from published_site.file_state import state_of

if TYPE_CHECKING:
    from sqlite3 import Connection

    from datasette.app import Datasette

NAME = "engagements"
"""The database's name in addresses and in metadata.yaml, whatever its file is called."""

OUR_LIMIT_MS = 20_000
COUNTING_MS = 500
"""A table may be counted so long."""

Row = dict[str, Any]


COUNTS = re.compile(r"\s*select count\(\*\) from |.+ as value, count\(\*\) as count from \(", re.DOTALL)
"""What Datasette asks for the length of a list and for its facets."""
KEPT_COUNTS = 1_000


class CountedDatabase(Database):
    """Counts once for each state of its file: Datasette counts every table for a list of them, and

    every list and its facets anew for each of its pages.
    """

    _counted: tuple[tuple[int, ...], dict[str, int | None]] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._counts: OrderedDict[tuple[Any, ...], Results] = OrderedDict()

    async def execute(self, sql: str, params: Any = None, **how: Any) -> Results:
        if self.path is None or not COUNTS.match(sql):
            return await super().execute(sql, params, **how)
        given = tuple(params.items()) if isinstance(params, dict) else tuple(params or ())
        key = (state_of(self.path), sql, given, how.get("truncate"))
        if key not in self._counts:
            found = await super().execute(sql, params, **how)
            self._counts[key] = found
            if len(self._counts) > KEPT_COUNTS:
                self._counts.popitem(last=False)
        return self._counts[key]

    async def table_counts(self, limit: int = 10) -> dict[str, int | None]:
        state = state_of(self.path) if self.path else ()
        if self._counted is None or self._counted[0] != state:
            self._counted = (state, await super().table_counts(max(limit, COUNTING_MS)))
        return self._counted[1]


async def serve_under_its_name(datasette: Datasette) -> None:
    """A file of another name (``engagements serve --db autre.db``) is served as ``engagements`` too."""
    for name, found in list(datasette.databases.items()):
        if found.path and await found.table_exists("commitments"):
            datasette.remove_database(name)
            counted = CountedDatabase(datasette, path=found.path, is_mutable=found.is_mutable)
            datasette.add_database(counted, name=NAME)
            return


def of(datasette: Datasette) -> Database:
    return datasette.get_database(NAME)


async def rows(datasette: Datasette, sql: str, **params: Any) -> list[Row]:
    """All rows of a query of ours, which is bounded: strangers' queries have a shorter limit (settings.json)."""

    def asked(connection: Connection) -> list[Row]:
        with sqlite_timelimit(connection, OUR_LIMIT_MS):
            return [dict(row) for row in connection.execute(sql, params)]

    found: list[Row] = await of(datasette).execute_fn(asked)
    return found


async def first(datasette: Datasette, sql: str, **params: Any) -> Row | None:
    found = await rows(datasette, sql, **params)
    return found[0] if found else None
