"""The database as Datasette reads it, asked once for each state of its file.

Datasette asks what the tables look like anew for every page, counts every table for a list of them, and every list
and its facets for each of its pages.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.database import Database, QueryInterrupted, Results
from datasette.utils import escape_sqlite
from published_site.file_state import state_of
from published_site.known_counts import instead

COUNTS = re.compile(r"\s*select count\(\*\) from |.+ as value, count\(\*\) as count from \(", re.DOTALL)
"""What Datasette asks for the length of a list and for its facets."""
SHAPE = (
    "fts_table", "foreign_keys_for_table", "get_all_foreign_keys", "get_table_definition", "get_view_definition",
    "hidden_table_names", "label_column_for_table", "primary_keys", "table_column_details", "table_columns",
    "table_exists", "table_names", "view_names",
)  # fmt: skip
"""Methods that say what the tables look like."""
COUNTING_MS = 500
"""A table may be counted so long."""
KEPT = 2_000
"""Answers; beyond that the oldest goes, so that strangers' addresses cannot fill the memory."""


class AskedOnce(Database):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._answers: OrderedDict[tuple[Any, ...], Any] = OrderedDict()

    async def once(self, question: tuple[Any, ...], ask: Callable[[], Awaitable[Any]]) -> Any:
        if self.path is None:
            return await ask()
        key = (state_of(self.path), *question)
        if key not in self._answers:
            self._answers[key] = await ask()
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return self._answers[key]

    async def execute(self, sql: str, params: Any = None, **how: Any) -> Results:
        sql, params = instead(sql) or (sql, params)

        def ask() -> Awaitable[Results]:
            return super(AskedOnce, self).execute(sql, params, **how)

        if not COUNTS.match(sql):  # what is asked instead takes no time
            return await ask()
        given = tuple(params.items()) if isinstance(params, dict) else tuple(params or ())
        return await self.once((sql, given, how.get("truncate")), ask)

    async def table_counts(self, limit: int = 10) -> dict[str, int | None]:
        """Of the tables readers see; those of the full-text indices are as many again, and slow to count."""
        return dict(await self.once(("table_counts",), self._count))

    async def _count(self) -> dict[str, int | None]:
        hidden = set(await self.hidden_table_names())
        counts: dict[str, int | None] = {}
        for table in await self.table_names():
            asked = f"select count(*) from {escape_sqlite(table)}"  # noqa: S608
            try:
                counts[table] = (
                    None if table in hidden else (await self.execute(asked, custom_time_limit=COUNTING_MS)).first()[0]
                )
            except QueryInterrupted:
                counts[table] = None
        return counts


def _asked_once(name: str) -> Callable[..., Awaitable[Any]]:
    asked = getattr(Database, name)

    async def method(self: AskedOnce, *args: Any, **kwargs: Any) -> Any:
        found = await self.once((name, args, *kwargs.items()), lambda: asked(self, *args, **kwargs))
        return list(found) if isinstance(found, list) else found  # the caller may add to it

    return method


for _name in SHAPE:
    setattr(AskedOnce, _name, _asked_once(_name))
