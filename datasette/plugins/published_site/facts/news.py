"""What was added, reworded or withdrawn lately, for those who subscribe: everywhere, in one place, for one goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site import database

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 100
RUNS = 60
"""Runs looked back on: a feed is of what is new."""

NEWS = """
with newest as (
  select ch.run_id, ch.commitment_id, ch.change, ch.previous_id, r.started_at from {changes}
  order by r.started_at desc, ch.change desc, ch.commitment_id limit :most
)
select n.change, n.run_id, n.commitment_id, n.started_at, c.text, c.status, k.name as collectivity,
  d.title as document, d.source_id, before.text as before
from newest as n
join commitments as c on c.id = n.commitment_id
join collectivities as k on k.id = c.collectivity_id
join documents as d on d.id = c.document_id
left join commitments as before on before.id = n.previous_id
order by n.started_at desc, n.change desc, n.commitment_id
"""

RECENT = "(select id, started_at from runs order by started_at desc limit :runs) as r"
FULL = (
    "(select id, started_at from (select r.id, r.started_at, sum(n) over (order by r.started_at desc) - n as newer "
    "from (select run_id, count(*) as n from changes group by run_id) as told join runs as r on r.id = told.run_id) "
    "where newer < :most order by started_at desc limit :runs) as r"
)
"""The newest runs, no more of them than fill a feed."""
OF_ALL = f"{FULL} cross join changes as ch on ch.run_id = r.id"
OF_COLLECTIVITY = (
    "commitments as mine cross join changes as ch on ch.commitment_id = mine.id "
    f"join {RECENT} on r.id = ch.run_id where mine.collectivity_id = :key"
)
OF_GOAL = (
    "commitment_sdgs as mine cross join changes as ch on ch.commitment_id = mine.commitment_id "
    f"join {RECENT} on r.id = ch.run_id where mine.sdg_id = :key"
)
"""What a feed is about, starting where there is least to look through."""

COLLECTIVITY = "select name from collectivities where id = :key"
GOAL = "select 'objectif ' || id || ', ' || short_name as name from sdgs where id = :key"


async def news(datasette: Datasette, collectivity: str | None, goal: int | None) -> dict[str, Any] | None:
    """``about`` names what the feed is limited to. None for a collectivity or a goal there is not."""
    about, changes, key = None, OF_ALL, collectivity if goal is None else goal
    if key is not None:
        changes = OF_COLLECTIVITY if goal is None else OF_GOAL
        found = await database.first(datasette, COLLECTIVITY if goal is None else GOAL, key=key)
        if found is None:
            return None
        about = found["name"]
    rows = await database.rows(datasette, NEWS.format(changes=changes), runs=RUNS, key=key, most=SHOWN)
    return {"news": rows, "about": about}
