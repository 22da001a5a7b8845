"""Filters of commitments by other tables: in the list ``?_objectif=13``, in the comparison ``?objectif=13``.

Datasette's own ``?_through=`` cannot stand beside a filter on a column: both call their parameter ``p0``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from datasette.filters import FilterArguments

if TYPE_CHECKING:
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


def condition(given: Mapping[str, str], among_few: bool = False) -> tuple[str, dict[str, str]]:
    """SQL about a row of ``commitments`` and its parameters, for filters by name; without any, all rows."""
    conditions = (AMONG_FEW if among_few else AMONG_ALL) | ELSE
    known = [name for name in FILTERS if name in given]
    return " and ".join(conditions[name] for name in known) or "1", {f"_{name}": given[name] for name in known}


def asked(request: Request, table: str) -> FilterArguments:
    if table != "commitments":
        return FilterArguments([])
    given = {name: request.args[f"_{name}"] for name in FILTERS if f"_{name}" in request.args}
    sql, params = condition(given)
    return FilterArguments([sql] if given else [], params=params)
