"""Several collectivities side by side, on all goals or on one."""

from __future__ import annotations

import json
from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.database import Row
from published_site.facts.cards import cards_of
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST_COLLECTIVITIES = 6
SHOWN = 12

CHOICES = "select id, name from collectivities order by name"
GOALS = "select id, name, short_name from sdgs order by id"

STATUSES = """
select status, count(*) as commitments from commitments as c
where collectivity_id = :id and withdrawn_on is null
  and (:goal = 0 or exists (select 1 from commitment_sdgs where commitment_id = c.id and sdg_id = :goal))
group by status
"""

COUNTS_BY_GOAL = """
select l.sdg_id, count(*) as commitments from commitments as c
join commitment_sdgs as l on l.commitment_id = c.id
where c.collectivity_id = :id and c.withdrawn_on is null group by l.sdg_id
"""

PARTNERS = """
select p.id, p.name, count(*) as mentions
from documents as d
join partner_mentions as m on m.document_id = d.id
join partners as p on p.id = m.partner_id
where d.collectivity_id = :id and (:goal = 0 or exists (
  select 1 from commitment_sdgs where commitment_id = m.commitment_id and sdg_id = :goal))
group by p.id order by mentions desc, p.name limit 10
"""

AMOUNTS = """
select a.value, a.max_value, a.currency, a.per, c.id as commitment_id
from documents as d
join amounts as a on a.document_id = d.id
join commitments as c on c.id = a.commitment_id
where d.collectivity_id = :id and c.withdrawn_on is null and (:goal = 0 or exists (
  select 1 from commitment_sdgs where commitment_id = c.id and sdg_id = :goal))
order by a.currency = 'EUR' desc, a.per is null desc, a.value desc limit 5
"""

COMMITMENTS = """
select id from commitments as c
where collectivity_id = :id and withdrawn_on is null
  and (:goal = 0 or exists (select 1 from commitment_sdgs where commitment_id = c.id and sdg_id = :goal))
order by probability desc limit :most
"""

SHARED = """
select p.id, p.name, count(distinct d.collectivity_id) as collectivities
from json_each(:ids) as wanted
join documents as d on d.collectivity_id = wanted.value
join partner_mentions as m on m.document_id = d.id
join partners as p on p.id = m.partner_id
group by p.id having count(distinct d.collectivity_id) > 1
order by collectivities desc, p.name limit 30
"""


async def _side(datasette: Datasette, choice: Row, goal: int) -> Row:
    statuses, by_goal, partners, amounts, commitments = await gather(
        database.rows(datasette, STATUSES, id=choice["id"], goal=goal),
        database.rows(datasette, COUNTS_BY_GOAL, id=choice["id"]),
        database.rows(datasette, PARTNERS, id=choice["id"], goal=goal),
        database.rows(datasette, AMOUNTS, id=choice["id"], goal=goal),
        cards_of(datasette, COMMITMENTS, id=choice["id"], goal=goal, most=SHOWN),
    )
    return choice | {
        "statuses": {row["status"]: row["commitments"] for row in statuses},
        "by_goal": {row["sdg_id"]: row["commitments"] for row in by_goal},
        "partners": partners,
        "amounts": amounts,
        "commitments": commitments,
    }


@kept_until_refresh
async def comparison(datasette: Datasette, wanted: tuple[str, ...], goal: int) -> dict[str, Any]:
    """``goal`` 0 is all goals; unknown collectivities are left out, and so are those beyond six."""
    choices, goals = await gather(database.rows(datasette, CHOICES), database.rows(datasette, GOALS))
    chosen = [choice for choice in choices if choice["id"] in wanted][:MOST_COLLECTIVITIES]
    sides, shared = await gather(
        gather(*(_side(datasette, choice, goal) for choice in chosen)),
        database.rows(datasette, SHARED, ids=json.dumps([choice["id"] for choice in chosen])),
    )
    return {
        "choices": choices,
        "goals": goals,
        "goal": next((row for row in goals if row["id"] == goal), None),
        "sides": sides,
        "shared": shared if len(chosen) > 1 else [],
    }
