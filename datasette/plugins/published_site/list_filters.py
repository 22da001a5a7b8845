"""Filters of the list of commitments by other tables: ``?_objectif=13``, ``?_partenaire=…``, ``?_mots=…``.

Datasette's own ``?_through=`` cannot stand beside a filter on a column: both call their parameter ``p0``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.filters import FilterArguments

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

GOAL = "_objectif"
PARTNER = "_partenaire"
WORDS = "_mots"

CONDITIONS = {
    GOAL: "id in (select commitment_id from commitment_sdgs where sdg_id = cast(:_objectif as integer))",
    PARTNER: "id in (select commitment_id from partner_mentions where partner_id = :_partenaire)",
    WORDS: "rowid in (select rowid from commitments_fts where commitments_fts match mots_cherches(:_mots))",
}
COLUMNS = {GOAL: "sdg_id", PARTNER: "partner_id"}
"""The column each filter asks about, to say it in words."""


def asked(request: Request, table: str) -> FilterArguments:
    if table != "commitments":
        return FilterArguments([])
    given = {key: request.args[key] for key in CONDITIONS if key in request.args}
    return FilterArguments([CONDITIONS[key] for key in given], params=given)
