"""One of the 17 goals: which collectivities advance it, with whom, in which words."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts.cards import cards_of
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 30

GOAL = "select * from sdgs where id = :id"

COLLECTIVITIES = """
select k.id, k.name, count(*) as commitments, sum(c.status = 'pledge') as pledge,
  sum(c.status = 'action') as action, sum(c.status = 'result') as result
from commitment_sdgs as l
cross join commitments as c on c.id = l.commitment_id
cross join collectivities as k on k.id = c.collectivity_id
where l.sdg_id = :id and c.withdrawn_on is null
group by k.id order by commitments desc
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country, named.commitments
from (
  select m.partner_id, count(distinct m.commitment_id) as commitments
  from commitment_sdgs as l cross join partner_mentions as m on m.commitment_id = l.commitment_id
  where l.sdg_id = :id group by m.partner_id order by commitments desc limit 40) as named
join partners as p on p.id = named.partner_id
order by named.commitments desc, p.name limit 20
"""

SUREST = """
select c.id from commitment_sdgs as l cross join commitments as c on c.id = l.commitment_id
where l.sdg_id = :id and c.withdrawn_on is null
order by l.declared desc, l.score desc limit :most
"""


@kept_until_refresh
async def goal(datasette: Datasette, number: int) -> dict[str, Any] | None:
    found = await database.first(datasette, GOAL, id=number)
    if found is None:
        return None
    collectivities, partners, commitments = await gather(
        database.rows(datasette, COLLECTIVITIES, id=number),
        database.rows(datasette, PARTNERS, id=number),
        cards_of(datasette, SUREST, id=number, most=SHOWN),
    )
    return {
        "goal": found,
        "collectivities": collectivities,
        "total": sum(row["commitments"] for row in collectivities),
        "partners": partners,
        "commitments": commitments,
    }
