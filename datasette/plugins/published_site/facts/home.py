"""What the home page says: how much there is, how fresh, who does what for which goal."""

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

TOTALS = """
select (select count(*) from commitments where withdrawn_on is null) as commitments,
  (select count(*) from documents where is_current = 1) as documents,
  (select count(*) from partners) as partners,
  (select count(*) from collectivities) as collectivities,
  (select count(*) from amounts) as amounts
"""

LAST_RUN = "select id, started_at, ended_at, status, failed, sources from runs order by started_at desc limit 1"

COLLECTIVITIES = "select id, name, level from collectivities order by name"

GOALS = "select id, name, short_name from sdgs order by id"

MATRIX = """
select c.collectivity_id, l.sdg_id, count(*) as commitments
from commitments as c cross join commitment_sdgs as l on l.commitment_id = c.id
where c.withdrawn_on is null
group by c.collectivity_id, l.sdg_id
"""

STATUSES = """
select collectivity_id, status, count(*) as commitments
from commitments where withdrawn_on is null
group by collectivity_id, status
"""

SHARED_PARTNERS = """
with named as (
  select m.partner_id, d.collectivity_id, sum(m.mentions) as mentions
  from (select partner_id, document_id, count(*) as mentions from partner_mentions
    group by partner_id, document_id) as m
  cross join documents as d on d.id = m.document_id
  group by m.partner_id, d.collectivity_id
), shared as (
  select partner_id, count(*) as collectivities, sum(mentions) as mentions
  from named group by partner_id having count(*) > 1
)
select p.id, p.name, p.kind, p.country, s.collectivities, s.mentions
from shared as s join partners as p on p.id = s.partner_id
order by s.collectivities desc, s.mentions desc, p.name limit 12
"""

WHO_NAMES = """
select m.partner_id, k.name
from json_each(:ids) as wanted
cross join partner_mentions as m on m.partner_id = wanted.value
join documents as d on d.id = m.document_id
join collectivities as k on k.id = d.collectivity_id
group by m.partner_id, k.id order by count(*) desc, k.name
"""

LARGEST = """
select a.text, a.value, a.max_value, a.currency, a.per, c.id as commitment_id, c.text as sentence,
  k.id as collectivity_id, k.name as collectivity
from amounts as a
join commitments as c on c.id = a.commitment_id
join collectivities as k on k.id = c.collectivity_id
where a.currency = 'EUR' and a.per is null and c.withdrawn_on is null
order by a.value desc limit 6
"""

LAST_CHANGES = """
select ch.change, count(*) as commitments, r.started_at
from changes as ch join runs as r on r.id = ch.run_id
where ch.run_id = (
  select id from runs where exists (select 1 from changes where run_id = runs.id)
  order by started_at desc limit 1)
group by ch.change order by ch.change
"""

NEWEST = """
select ch.commitment_id
from changes as ch join commitments as c on c.id = ch.commitment_id
where c.withdrawn_on is null and ch.change in ('added', 'reworded') and ch.run_id = (
  select id from runs where exists (select 1 from changes where run_id = runs.id)
  order by started_at desc limit 1)
order by ch.change desc, c.probability desc limit 4
"""

DEMO = "select exists (select 1 from sources where id like '%-demo') as demo"


def _counted(rows: list[Row], column: str) -> dict[tuple[str, Any], int]:
    return {(row["collectivity_id"], row[column]): row["commitments"] for row in rows}


async def _shared(datasette: Datasette) -> list[Row]:
    """Partners of several collectivities, each with the names of these, who names it most first."""
    found = await database.rows(datasette, SHARED_PARTNERS)
    named = await database.rows(datasette, WHO_NAMES, ids=json.dumps([row["id"] for row in found]))
    return [row | {"names": [n["name"] for n in named if n["partner_id"] == row["id"]]} for row in found]


@kept_until_refresh
async def home(datasette: Datasette) -> dict[str, Any]:
    totals, last_run, demo = await gather(*(database.first(datasette, sql) for sql in (TOTALS, LAST_RUN, DEMO)))
    lists = (COLLECTIVITIES, GOALS, MATRIX, STATUSES, LARGEST, LAST_CHANGES)
    collectivities, goals, matrix, statuses, largest, changes, shared, newest = await gather(
        *(database.rows(datasette, sql) for sql in lists),
        _shared(datasette),
        cards_of(datasette, NEWEST),
    )
    cells = _counted(matrix, "sdg_id")
    return {
        "totals": totals,
        "last_run": last_run,
        "demo": bool(demo and demo["demo"]),
        "collectivities": collectivities,
        "goals": goals,
        "matrix": cells,
        "matrix_highest": max(cells.values(), default=1),
        "statuses": _counted(statuses, "status"),
        "shared": shared,
        "largest": largest,
        "changes": changes,
        "newest": newest,
    }
