"""One collectivity in a comparison: all it has, or what a few filters leave of it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from published_site import database, list_filters
from published_site.database import Row
from published_site.facts import counted
from published_site.facts.cards import cards
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 12
Given = tuple[tuple[str, str], ...]
"""Filters by name."""

CHOSEN = """
select id, status from commitments
where collectivity_id = :id and withdrawn_on is null {status} and {condition}
order by probability desc
"""
SUREST = """
select id from commitments where collectivity_id = :id and withdrawn_on is null order by probability desc limit :most
"""

OF_IDS = (
    "json_each(:ids) as ids cross join commitments as c on c.id = ids.value "
    "cross join {facts} as f on f.commitment_id = c.id"
)
OF_DOCUMENTS = (
    "documents as d cross join {facts} as f on f.document_id = d.id "
    "join commitments as c on c.id = f.commitment_id and c.withdrawn_on is null and d.collectivity_id = :id"
)
"""Sums or periods of a few commitments; of all that a collectivity has, where its documents lead to them sooner."""

GOALS = """
select g.id, g.short_name, {number} as commitments from {rows} join sdgs as g on g.id = l.sdg_id {condition}
group by g.id order by commitments desc, g.id
"""
PARTNERS = """
select p.id, p.name, p.country, named.commitments from {rows} as named join partners as p on p.id = named.partner_id
order by named.commitments desc, p.name
"""
OF_FEW = {
    "goals": GOALS.format(
        number="count(*)",
        rows="json_each(:ids) as c cross join commitment_sdgs as l on l.commitment_id = c.value",
        condition="",
    ),
    "partners": PARTNERS.format(
        rows="(select m.partner_id, count(distinct m.commitment_id) as commitments from json_each(:ids) as c "
        "cross join partner_mentions as m on m.commitment_id = c.value group by m.partner_id)"
    ),
}
OF_ALL = {
    "statuses": "select status, commitments from {counts} where collectivity_id = :id and sdg_id is null",
    "goals": GOALS.format(number="sum(l.commitments)", rows="{counts} as l", condition="where l.collectivity_id = :id"),
    "partners": PARTNERS.format(
        rows="(select partner_id, commitments from {relations} where collectivity_id = :id and commitments > 0)"
    ),
}
OF_EITHER = {
    "amounts": "select f.value, f.max_value, f.currency, f.per, f.commitment_id from {amounts} "
    "order by f.currency = 'EUR' desc, f.per is null desc, f.value desc limit 5",
    "money": "select sum(f.value) as euros, count(*) as sums from {amounts} where f.currency = 'EUR' and f.per is null",
    "horizons": "select f.end_year as year, count(distinct c.id) as commitments from {periods} "
    "where f.end_year is not null group by f.end_year",
}


def _facts(of: str) -> dict[str, str]:
    return {table: of.format(facts=table) for table in ("amounts", "periods")}


async def _few(datasette: Datasette, key: str, status: str, given: Given) -> Row:
    condition, params = list_filters.condition(dict(given), probed=list_filters.FILTERS)
    chosen = CHOSEN.format(condition=condition, status="and status = :status" if status else "")
    rows = await database.rows(datasette, chosen, **params, status=status, id=key)
    ids = [row["id"] for row in rows]
    questions = {name: sql.format(**_facts(OF_IDS)) for name, sql in (OF_FEW | OF_EITHER).items()}
    found = await database.answers(datasette, questions, ids=json.dumps(ids))
    return found | {"statuses": Counter(row["status"] for row in rows), "ids": ids[:SHOWN]}


async def _all(datasette: Datasette, key: str) -> Row:
    sources = await counted.sources(datasette)
    questions = {name: sql.format(**_facts(OF_DOCUMENTS), **sources) for name, sql in (OF_ALL | OF_EITHER).items()}
    found = await database.answers(datasette, questions | {"ids": SUREST}, id=key, most=SHOWN)
    statuses = {row["status"]: row["commitments"] for row in found["statuses"]}
    return found | {"statuses": statuses, "ids": [row["id"] for row in found["ids"]]}


@kept_until_refresh
async def side(datasette: Datasette, key: str, status: str, given: Given) -> Row:
    """What one collectivity has: kept for itself, as the same one is compared with many others."""
    found = await (_few(datasette, key, status, given) if status or given else _all(datasette, key))
    countries = dict.fromkeys(p["country"] for p in found["partners"] if p["country"])
    return found | {
        "money": found["money"][0],
        "countries": [{"id": country} for country in countries],
        "commitments": await cards(datasette, found["ids"]),
    }
