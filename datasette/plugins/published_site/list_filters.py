"""Filters of commitments by other tables: in the list ``?_objectif=13``, in the comparison ``?objectif=13``.

Datasette's own ``?_through=`` cannot stand beside a filter on a column: both call their parameter ``p0``.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from datasette.filters import FilterArguments
from published_site import database
from published_site.facts import counted

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

GOAL, PARTNER, WORDS, COUNTRY = "objectif", "partenaire", "mots", "pays"
PARTNER_KIND, SOURCE_KIND, FROM, UNTIL = "type_de_partenaire", "type_de_document", "de", "a"

NAMED = "partners as p join partner_mentions as m on m.partner_id = p.id"
ROWS_ABOUT = {
    GOAL: ("commitment_sdgs as l", "l.commitment_id", "l.sdg_id = cast(:_objectif as integer)"),
    PARTNER: (
        "partner_mentions as m",
        "m.commitment_id",
        "m.partner_id in (select id from partners where id = :_partenaire or rowid in ("
        "select rowid from partners_fts where partners_fts match mots_cherches(:_partenaire)))",
    ),
    COUNTRY: (NAMED, "m.commitment_id", "p.country = upper(:_pays)"),
    PARTNER_KIND: (NAMED, "m.commitment_id", "p.kind = :_type_de_partenaire"),
    FROM: ("periods as p", "p.commitment_id", "coalesce(p.end_year, p.start_year) >= cast(:_de as integer)"),
    UNTIL: ("periods as p", "p.commitment_id", "coalesce(p.start_year, p.end_year) <= cast(:_a as integer)"),
}
"""Filter → tables, the column that names the commitment, what must hold."""
AMONG_ALL = {name: f"id in (select {key} from {rows} where {must})" for name, (rows, key, must) in ROWS_ABOUT.items()}  # noqa: S608
"""Quick where all commitments are looked through."""
AMONG_FEW = {
    name: f"exists (select 1 from {rows} where {key} = commitments.id and {must})"  # noqa: S608
    for name, (rows, key, must) in ROWS_ABOUT.items()
}
"""The same, quick where another condition leaves few."""
ELSE = {
    SOURCE_KIND: "document_id in (select d.id from documents as d join sources as s on s.id = d.source_id "
    "where s.kind = :_type_de_document)",
    WORDS: "rowid in (select rowid from commitments_fts where commitments_fts match mots_cherches(:_mots))",
}
SHARE_OF_GOAL = """
select 1.0 * sum(iif(sdg_id is cast(:goal as integer), commitments, 0))
  / sum(iif(sdg_id is null, commitments, 0)) as share
from kept_counts
"""
COMMON = 0.01
FILTERS = (*ROWS_ABOUT, *ELSE)
COLUMNS = {
    GOAL: "sdg_id",
    PARTNER: "partner_id",
    COUNTRY: "country",
    PARTNER_KIND: "kind",
    SOURCE_KIND: "kind",
    FROM: "end_year",
    UNTIL: "start_year",
}
"""The column each filter asks about, to say it in words."""


def condition(given: Mapping[str, str], probed: Container[str] = ()) -> tuple[str, dict[str, str]]:
    """SQL about a row of ``commitments`` and its parameters, for filters by name; without any, all rows.

    ``probed`` filters look at one row after the other, the rest gather what they let through first.
    """
    known = [name for name in FILTERS if name in given]
    conditions = [
        AMONG_FEW[name] if name in probed and name in AMONG_FEW else (AMONG_ALL | ELSE)[name] for name in known
    ]
    return " and ".join(conditions) or "1", {f"_{name}": given[name] for name in known}


async def asked(datasette: Datasette, request: Request, table: str) -> FilterArguments:
    if table != "commitments":
        return FilterArguments([])
    given = {name: request.args[f"_{name}"] for name in FILTERS if f"_{name}" in request.args}
    probed = (GOAL,) if GOAL in given and await _is_common(datasette, given[GOAL]) else ()
    sql, params = condition(given, probed)
    return FilterArguments([sql] if given else [], params=params)


async def _is_common(datasette: Datasette, goal: str) -> bool:
    """Whether a page of a list is full soon when one commitment after the other is asked for this goal."""
    found = await database.first(datasette, SHARE_OF_GOAL, goal=goal) if await counted.are_kept(datasette) else None
    return bool(found and found["share"] and found["share"] > COMMON)
