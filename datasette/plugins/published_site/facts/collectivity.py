"""One collectivity: how much it promised, does and did, for which goals, with whom, until when."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts.cards import cards_of
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

COLLECTIVITY = "select * from collectivities where id = :id"

STATUSES = """
select status, count(*) as commitments from commitments
where collectivity_id = :id and withdrawn_on is null group by status
"""

GOALS = """
select g.id, g.name, g.short_name, count(*) as commitments
from commitments as c
join commitment_sdgs as l on l.commitment_id = c.id
join sdgs as g on g.id = l.sdg_id
where c.collectivity_id = :id and c.withdrawn_on is null
group by g.id order by commitments desc, g.id
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country, count(*) as mentions
from documents as d
join partner_mentions as m on m.document_id = d.id
join partners as p on p.id = m.partner_id
where d.collectivity_id = :id
group by p.id order by mentions desc, p.name limit 20
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
    statuses, pledges, *lists = await gather(
        database.rows(datasette, STATUSES, id=key),
        cards_of(datasette, SUREST_PLEDGES, id=key),
        *(database.rows(datasette, sql, id=key) for sql in LISTS.values()),
    )
    return {
        "collectivity": found,
        "statuses": {row["status"]: row["commitments"] for row in statuses},
        "pledges": pledges,
        **dict(zip(LISTS, lists, strict=True)),
    }
