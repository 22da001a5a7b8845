"""One of the 17 goals: which collectivities advance it, with whom, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts import counted
from published_site.facts.cards import cards
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 30

GOAL = "select * from sdgs where id = :id"

COLLECTIVITIES = """
select k.id, k.name, sum(n.commitments) as commitments, sum(iif(n.status = 'pledge', n.commitments, 0)) as pledge,
  sum(iif(n.status = 'action', n.commitments, 0)) as action, sum(iif(n.status = 'result', n.commitments, 0)) as result
from {counts} as n join collectivities as k on k.id = n.collectivity_id
where n.sdg_id = :id group by k.id order by commitments desc, k.name
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country, n.commitments
from {partners} as n join partners as p on p.id = n.partner_id
where n.sdg_id = :id order by n.commitments desc, p.name
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
    sources = await counted.sources(datasette)
    questions = {"collectivities": COLLECTIVITIES, "partners": PARTNERS, "commitments": SUREST}
    lists = await database.answers(
        datasette, {name: sql.format(**sources) for name, sql in questions.items()}, id=number, most=SHOWN
    )
    return lists | {
        "goal": found,
        "total": sum(row["commitments"] for row in lists["collectivities"]),
        "commitments": await cards(datasette, [row["id"] for row in lists["commitments"]]),
    }
