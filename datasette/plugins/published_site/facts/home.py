"""What the home page says: how much there is, how fresh, who does what for which goal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.database import Row
from published_site.facts import counted
from published_site.facts.cards import cards
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

TOTALS = """
select (select coalesce(sum(commitments), 0) from {counts} where sdg_id is null) as commitments,
  (select count(*) from documents where is_current = 1) as documents,
  (select count(*) from partners) as partners,
  (select count(*) from collectivities) as collectivities,
  (select count(*) from amounts) as amounts
"""

LAST_RUN = "select id, started_at, ended_at, status, failed, sources from runs order by started_at desc limit 1"

COLLECTIVITIES = "select id, name, level from collectivities order by name"

GOALS = "select id, name, short_name from sdgs order by id"

MATRIX = """
select collectivity_id, sdg_id, sum(commitments) as commitments from {counts}
where sdg_id is not null group by collectivity_id, sdg_id
"""

STATUSES = "select collectivity_id, status, commitments from {counts} where sdg_id is null"

SHARED_PARTNERS = """
select p.id, p.name, p.kind, p.country, n.collectivities, n.mentions
from {partners} as n join partners as p on p.id = n.partner_id
where n.sdg_id is null order by n.collectivities desc, n.mentions desc, p.name limit 12
"""

WHO_NAMES = """
select m.partner_id, k.name
from (select partner_id, document_id, count(*) as mentions from json_each(:ids) as wanted
  cross join partner_mentions on partner_id = wanted.value group by partner_id, document_id) as m
join documents as d on d.id = m.document_id
join collectivities as k on k.id = d.collectivity_id
group by m.partner_id, k.id order by sum(m.mentions) desc, k.name
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


QUESTIONS = {
    "totals": TOTALS,
    "last_run": LAST_RUN,
    "demo": DEMO,
    "collectivities": COLLECTIVITIES,
    "goals": GOALS,
    "matrix": MATRIX,
    "statuses": STATUSES,
    "largest": LARGEST,
    "changes": LAST_CHANGES,
    "newest": NEWEST,
    "shared": SHARED_PARTNERS,
}


def _counted(rows: list[Row], column: str) -> dict[tuple[str, Any], int]:
    return {(row["collectivity_id"], row[column]): row["commitments"] for row in rows}


async def _with_names(datasette: Datasette, partners: list[Row]) -> list[Row]:
    """Each partner with the names of the collectivities that name it, who names it most first."""
    named = await database.rows(datasette, WHO_NAMES, ids=json.dumps([row["id"] for row in partners]))
    return [row | {"names": [n["name"] for n in named if n["partner_id"] == row["id"]]} for row in partners]


@kept_until_refresh
async def home(datasette: Datasette) -> dict[str, Any]:
    sources = await counted.sources(datasette)
    found = await database.answers(datasette, {name: sql.format(**sources) for name, sql in QUESTIONS.items()})
    cells = _counted(found["matrix"], "sdg_id")
    return found | {
        "totals": found["totals"][0],
        "last_run": next(iter(found["last_run"]), None),
        "demo": bool(found["demo"][0]["demo"]),
        "matrix": cells,
        "matrix_highest": max(cells.values(), default=1),
        "statuses": _counted(found["statuses"], "status"),
        "shared": await _with_names(datasette, found["shared"]),
        "newest": await cards(datasette, [row["commitment_id"] for row in found["newest"]]),
    }
