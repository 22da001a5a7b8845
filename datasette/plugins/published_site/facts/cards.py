"""Commitments with all that a card shows of them: goals, partners, amounts, periods, document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from published_site import database
from published_site.database import Row

if TYPE_CHECKING:
    from datasette.app import Datasette

COMMITMENTS = """
select c.id, c.text, c.status, c.probability, c.page, c.heading, c.first_seen, c.withdrawn_on,
  c.collectivity_id, k.name as collectivity, c.document_id, d.title as document, d.source_id
from json_each(:ids) as wanted
join commitments as c on c.id = wanted.value
join collectivities as k on k.id = c.collectivity_id
join documents as d on d.id = c.document_id
order by wanted.key
"""

GOALS = """
select l.commitment_id, l.sdg_id, l.score, l.declared, g.name, g.short_name
from json_each(:ids) as wanted
join commitment_sdgs as l on l.commitment_id = wanted.value
join sdgs as g on g.id = l.sdg_id
order by wanted.key, l.declared desc, l.score desc
"""

PARTNERS = """
select distinct m.commitment_id, p.id, p.name, p.kind, p.country
from json_each(:ids) as wanted
join partner_mentions as m on m.commitment_id = wanted.value
join partners as p on p.id = m.partner_id
order by wanted.key, m.start_char
"""

AMOUNTS = """
select a.commitment_id, a.text, a.value, a.max_value, a.currency, a.per, a.role, a.payer, a.start_char, a.end_char
from json_each(:ids) as wanted
join amounts as a on a.commitment_id = wanted.value
order by wanted.key, a.start_char
"""

PERIODS = """
select p.commitment_id, p.text, p.start_year, p.end_year, p.resolved, p.start_char, p.end_char
from json_each(:ids) as wanted
join periods as p on p.commitment_id = wanted.value
order by wanted.key, p.start_char
"""

COMMITMENT = "commitment"
DETAILS = {"goals": GOALS, "partners": PARTNERS, "amounts": AMOUNTS, "periods": PERIODS}


async def cards(datasette: Datasette, ids: list[str]) -> list[Row]:
    """In the order of ``ids``; unknown ids are left out."""
    if not ids:
        return []
    found = await database.answers(datasette, {COMMITMENT: COMMITMENTS, **DETAILS}, ids=json.dumps(ids))
    by_id = {card["id"]: card | {kind: [] for kind in DETAILS} for card in found[COMMITMENT]}
    for kind in DETAILS:
        for row in found[kind]:
            if row["commitment_id"] in by_id:
                by_id[row["commitment_id"]][kind].append(row)
    return list(by_id.values())
