"""One collectivity: how much it promised, does and did, for which goals, with whom, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts import counted
from published_site.facts.cards import cards
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

COLLECTIVITY = "select * from collectivities where id = :id"

STATUSES = "select status, commitments from {counts} where collectivity_id = :id and sdg_id is null"

GOALS = """
select g.id, g.name, g.short_name, sum(n.commitments) as commitments
from {counts} as n join sdgs as g on g.id = n.sdg_id
where n.collectivity_id = :id group by g.id order by commitments desc, g.id
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country, n.mentions
from (select partner_id, mentions from {relations} where collectivity_id = :id order by mentions desc limit 60) as n
join partners as p on p.id = n.partner_id order by n.mentions desc, p.name limit 20
"""

AMOUNTS = """
select a.text, a.value, a.max_value, a.currency, a.per, c.id as commitment_id, c.text as sentence
from documents as d
join amounts as a on a.document_id = d.id
join commitments as c on c.id = a.commitment_id
where d.collectivity_id = :id and c.withdrawn_on is null
order by a.currency = 'EUR' desc, a.per is null desc, a.value desc limit 8
"""

HORIZONS = """
select p.end_year, count(distinct c.id) as commitments
from commitments as c join periods as p on p.commitment_id = c.id
where c.collectivity_id = :id and c.status = 'pledge' and c.withdrawn_on is null and p.end_year is not null
group by p.end_year order by p.end_year
"""

DOCUMENTS = """
select d.id, d.title, d.published_on, d.fetched_at, d.pages, s.kind,
  (select count(*) from commitments where document_id = d.id and withdrawn_on is null) as commitments
from documents as d join sources as s on s.id = d.source_id
where d.collectivity_id = :id and d.is_current = 1 order by d.published_on desc, d.title
"""

SUREST_PLEDGES = """
select id from commitments
where collectivity_id = :id and status = 'pledge' and withdrawn_on is null
order by probability desc limit 8
"""

WITHDRAWN = """
select id, text, withdrawn_on from commitments
where collectivity_id = :id and withdrawn_on is not null order by withdrawn_on desc limit 8
"""

LISTS = {
    "statuses": STATUSES,
    "pledges": SUREST_PLEDGES,
    "goals": GOALS,
    "partners": PARTNERS,
    "amounts": AMOUNTS,
    "horizons": HORIZONS,
    "documents": DOCUMENTS,
    "withdrawn": WITHDRAWN,
}


@kept_until_refresh
async def collectivity(datasette: Datasette, key: str) -> dict[str, Any] | None:
    found = await database.first(datasette, COLLECTIVITY, id=key)
    if found is None:
        return None
    sources = await counted.sources(datasette)
    lists = await database.answers(datasette, {name: sql.format(**sources) for name, sql in LISTS.items()}, id=key)
    return {
        **lists,
        "collectivity": found,
        "statuses": {row["status"]: row["commitments"] for row in lists["statuses"]},
        "pledges": await cards(datasette, [row["id"] for row in lists["pledges"]]),
    }
