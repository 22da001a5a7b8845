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
select ch.change, ch.run_id, ch.commitment_id, r.started_at, c.text, c.status, k.name as collectivity,
  d.title as document, d.source_id, before.text as before
from changes as ch
join runs as r on r.id = ch.run_id
join commitments as c on c.id = ch.commitment_id
join collectivities as k on k.id = c.collectivity_id
join documents as d on d.id = c.document_id
left join commitments as before on before.id = ch.previous_id
where ch.run_id in (select id from runs order by started_at desc limit :runs)
  and (:collectivity is null or c.collectivity_id = :collectivity)
  and (:goal is null or exists (select 1 from commitment_sdgs where commitment_id = c.id and sdg_id = :goal))
order by r.started_at desc, ch.change desc, ch.commitment_id limit :most
"""

COLLECTIVITY = "select name from collectivities where id = :key"
GOAL = "select 'objectif ' || id || ', ' || short_name as name from sdgs where id = :key"


async def news(datasette: Datasette, collectivity: str | None, goal: int | None) -> dict[str, Any] | None:
    """``about`` names what the feed is limited to. None for a collectivity or a goal there is not."""
    about = None
    for sql, key in ((COLLECTIVITY, collectivity), (GOAL, goal)):
        if key is not None:
            found = await database.first(datasette, sql, key=key)
            if found is None:
                return None
            about = found["name"]
    rows = await database.rows(datasette, NEWS, runs=RUNS, collectivity=collectivity, goal=goal, most=SHOWN)
    return {"news": rows, "about": about}
