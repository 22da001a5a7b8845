"""The length of a list of commitments, and how it divides by collectivity and status, counted in one go.

Datasette asks for each on its own, and looks through all commitments each time. A list of all that stands, or of a
goal, is told by the counts kept since the refresh. Other tables' filters than ours, and other facets, are
Datasette's to count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from published_site import database, list_filters
from published_site.facts import counted
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

STANDING = ("withdrawn_on__isnull", "1")
LIMITS = ("collectivity_id", "status")
OURS = tuple(f"_{name}" for name in list_filters.FILTERS)
OF_PAGES = ("_next", "_offset", "_size", "_sort", "_sort_desc")
"""Arguments that change which of the list is shown, not what is listed."""
GOAL = f"_{list_filters.GOAL}"

KEPT = "select collectivity_id, status, commitments from kept_counts where sdg_id is cast(:_objectif as integer)"
COUNTED = """
select collectivity_id, status, count(*) as commitments from commitments
where withdrawn_on is null and {condition} group by collectivity_id, status
"""

LENGTH = re.compile(r"\s*select count\(\*\) from commitments ")
FACET = re.compile(
    r"\s*select \[?(collectivity_id|status)\]? as value, count\(\*\) as count from \(.+ limit (\d+)\s*", re.DOTALL
)
ROWS = "(select value ->> 0 as collectivity_id, value ->> 1 as status, value ->> 2 as n from json_each(:rows))"
_rows: ContextVar[str | None] = ContextVar("rows", default=None)


def _given(request: Request) -> dict[str, str] | None:
    """The arguments that limit the list, or None where there are others."""
    if request.args.getlist(STANDING[0]) != [STANDING[1]]:
        return None
    asked = {key: request.args.getlist(key) for key in request.args if key not in (STANDING[0], *OF_PAGES)}
    known = all(len(values) == 1 and key in (*LIMITS, *OURS) for key, values in asked.items())
    return {key: values[0] for key, values in asked.items()} if known else None


@kept_until_refresh
async def _counted(datasette: Datasette, given: tuple[tuple[str, str], ...]) -> list[database.Row]:
    """Rows of collectivity_id, status and commitments for our own filters."""
    if all(key == GOAL for key, _ in given) and await counted.are_kept(datasette):
        return await database.rows(datasette, KEPT, **{GOAL: None, **dict(given)})
    condition, params = list_filters.condition({key.removeprefix("_"): value for key, value in given})
    return await database.rows(datasette, COUNTED.format(condition=condition), **params)


async def of(datasette: Datasette, request: Request) -> str | None:
    """The list's collectivities, statuses and how many of each, as JSON; None where Datasette is to count."""
    given = _given(request)
    if given is None:
        return None
    rows = await _counted(datasette, tuple(sorted((key, value) for key, value in given.items() if key in OURS)))
    among = [row for row in rows if all(row[key] == given.get(key, row[key]) for key in LIMITS)]
    return json.dumps([[row["collectivity_id"], row["status"], row["commitments"]] for row in among])


@contextmanager
def of_list(rows: str | None) -> Iterator[None]:
    """While the list is made, ``instead`` knows what there is in it."""
    token = _rows.set(rows)
    try:
        yield
    finally:
        _rows.reset(token)


def instead(sql: str) -> tuple[str, dict[str, Any]] | None:
    """What to ask in place of Datasette's question about the list on its way; None where it is to be asked."""
    rows = _rows.get()
    if rows is None:
        return None
    if LENGTH.match(sql):
        return f"select coalesce(sum(n), 0) from {ROWS}", {"rows": rows}  # noqa: S608
    if facet := FACET.fullmatch(sql):
        counts = f"select {facet[1]} as value, sum(n) as count from {ROWS} "  # noqa: S608
        return f"{counts} group by 1 order by count desc, value limit {facet[2]}", {"rows": rows}
    return None
