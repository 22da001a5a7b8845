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

CONDITIONS = {
    GOAL: "id in (select commitment_id from commitment_sdgs where sdg_id = cast(:_objectif as integer))",
    PARTNER: "id in (select commitment_id from partner_mentions where partner_id in (select id from partners where "
    "id = :_partenaire or rowid in (select rowid from partners_fts where partners_fts match "
    "mots_cherches(:_partenaire))))",
    COUNTRY: "id in (select m.commitment_id from partners as p join partner_mentions as m on m.partner_id = p.id "
    "where p.country = upper(:_pays))",
    PARTNER_KIND: "id in (select m.commitment_id from partners as p join partner_mentions as m on m.partner_id = p.id "
    "where p.kind = :_type_de_partenaire)",
    SOURCE_KIND: "document_id in (select d.id from documents as d join sources as s on s.id = d.source_id "
    "where s.kind = :_type_de_document)",
    FROM: "id in (select commitment_id from periods where coalesce(end_year, start_year) >= cast(:_de as integer))",
    UNTIL: "id in (select commitment_id from periods where coalesce(start_year, end_year) <= cast(:_a as integer))",
    WORDS: "rowid in (select rowid from commitments_fts where commitments_fts match mots_cherches(:_mots))",
}
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


def condition(given: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """SQL about a row of ``commitments`` and its parameters, for filters by name; without any, all rows."""
    known = [name for name in CONDITIONS if name in given]
    return " and ".join(CONDITIONS[name] for name in known) or "1", {f"_{name}": given[name] for name in known}


def asked(request: Request, table: str) -> FilterArguments:
    if table != "commitments":
        return FilterArguments([])
    given = {name: request.args[f"_{name}"] for name in CONDITIONS if f"_{name}" in request.args}
    sql, params = condition(given)
    return FilterArguments([sql] if given else [], params=params)
