"""What the home page says: how much there is, how fresh, who does what for which goal."""

from __future__ import annotations

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
from commitment_sdgs as l join commitments as c on c.id = l.commitment_id
where c.withdrawn_on is null
group by c.collectivity_id, l.sdg_id
"""

STATUSES = """
select collectivity_id, status, count(*) as commitments
from commitments where withdrawn_on is null
group by collectivity_id, status
"""

SHARED_PARTNERS = """
select p.id, p.name, p.kind, p.country, count(distinct d.collectivity_id) as collectivities,
  group_concat(distinct k.name) as names, count(*) as mentions
from partner_mentions as m
join documents as d on d.id = m.document_id
join collectivities as k on k.id = d.collectivity_id
join partners as p on p.id = m.partner_id
group by p.id having count(distinct d.collectivity_id) > 1
order by collectivities desc, mentions desc, p.name limit 12
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


@kept_until_refresh
async def home(datasette: Datasette) -> dict[str, Any]:
    totals, last_run, demo = await gather(*(database.first(datasette, sql) for sql in (TOTALS, LAST_RUN, DEMO)))
    lists = (COLLECTIVITIES, GOALS, MATRIX, STATUSES, SHARED_PARTNERS, LARGEST, LAST_CHANGES)
    collectivities, goals, matrix, statuses, shared, largest, changes = await gather(
        *(database.rows(datasette, sql) for sql in lists)
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
        "newest": await cards_of(datasette, NEWEST),
    }
