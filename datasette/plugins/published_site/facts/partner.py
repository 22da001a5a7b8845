"""One partner: who works with it, on what, and under which names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts.cards import cards

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 40

PARTNER = "select * from partners where id = :id"

COLLECTIVITIES = """
select k.id, k.name, count(*) as mentions, count(distinct c.id) as commitments,
  count(distinct iif(c.status = 'pledge', c.id, null)) as pledge,
  count(distinct iif(c.status = 'action', c.id, null)) as action,
  count(distinct iif(c.status = 'result', c.id, null)) as result
from partner_mentions as m
join documents as d on d.id = m.document_id
join collectivities as k on k.id = d.collectivity_id
left join commitments as c on c.id = m.commitment_id and c.withdrawn_on is null
where m.partner_id = :id
group by k.id order by commitments desc, mentions desc
"""

NAMES = """
select text, count(*) as mentions from partner_mentions where partner_id = :id
group by text order by mentions desc, text limit 20
"""

GOALS = """
select g.id, g.short_name, count(distinct l.commitment_id) as commitments
from (select distinct commitment_id from partner_mentions where partner_id = :id) as m
join commitments as c on c.id = m.commitment_id and c.withdrawn_on is null
join commitment_sdgs as l on l.commitment_id = c.id
join sdgs as g on g.id = l.sdg_id
group by g.id order by commitments desc, g.id
"""

COMMITMENTS = """
select distinct c.id from partner_mentions as m
join commitments as c on c.id = m.commitment_id
where m.partner_id = :id and c.withdrawn_on is null
order by c.collectivity_id, c.document_id, c.start_char limit :most
"""

TOTAL = """
select count(distinct c.id) as commitments from partner_mentions as m
join commitments as c on c.id = m.commitment_id
where m.partner_id = :id and c.withdrawn_on is null
"""

SINCE = """
select min(p.start_year) as first_year, max(p.end_year) as last_year
from (select distinct commitment_id from partner_mentions where partner_id = :id) as m
join periods as p on p.commitment_id = m.commitment_id
"""

MONEY = """
select a.value, a.max_value, a.currency, a.per, a.text, c.id as commitment_id, k.name as collectivity
from (select distinct commitment_id from partner_mentions where partner_id = :id) as m
join commitments as c on c.id = m.commitment_id and c.withdrawn_on is null
join amounts as a on a.commitment_id = c.id
join collectivities as k on k.id = c.collectivity_id
order by a.currency = 'EUR' desc, a.per is null desc, a.value desc limit 10
"""

ELSEWHERE = """
select m.text, m.document_id, d.title as document, k.name as collectivity, p.id as passage_id
from partner_mentions as m
join documents as d on d.id = m.document_id
join collectivities as k on k.id = d.collectivity_id
left join passages as p
  on p.document_id = m.document_id and p.start_char <= m.start_char and p.end_char > m.start_char
where m.partner_id = :id and m.commitment_id is null
order by d.collectivity_id, m.start_char limit :most
"""


QUESTIONS = {
    "partner": PARTNER,
    "collectivities": COLLECTIVITIES,
    "names": NAMES,
    "goals": GOALS,
    "total": TOTAL,
    "elsewhere": ELSEWHERE,
    "since": SINCE,
    "money": MONEY,
    "commitments": COMMITMENTS,
}


async def partner(datasette: Datasette, key: str) -> dict[str, Any] | None:
    found = await database.answers(datasette, QUESTIONS, id=key, most=SHOWN)
    if not found["partner"]:
        return None
    return found | {
        "partner": found["partner"][0],
        "total": found["total"][0]["commitments"],
        "since": found["since"][0],
        "commitments": await cards(datasette, [row["id"] for row in found["commitments"]]),
    }
