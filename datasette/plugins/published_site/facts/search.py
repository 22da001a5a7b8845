"""One search over commitments, partners, documents and passages."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts.cards import cards_of

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 10

COMMITMENTS = """
select c.id from commitments_fts as f join commitments as c on c.rowid = f.rowid
where commitments_fts match mots_cherches(:words) and c.withdrawn_on is null order by f.rank limit :most
"""

COMMITMENTS_FOUND = """
select count(*) as found from commitments
where withdrawn_on is null
  and rowid in (select rowid from commitments_fts where commitments_fts match mots_cherches(:words))
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country from partners as p
where p.rowid in (select rowid from partners_fts where partners_fts match mots_cherches(:words))
  or p.id in (
    select partner_id from partner_mentions where rowid in (
      select rowid from partner_mentions_fts where partner_mentions_fts match mots_cherches(:words)))
order by length(p.name), p.name limit :most
"""

DOCUMENTS = """
select d.id, d.title, d.published_on, k.name as collectivity
from documents_fts as f join documents as d on d.rowid = f.rowid
join collectivities as k on k.id = d.collectivity_id
where documents_fts match mots_cherches(:words) and d.is_current = 1 order by f.rank limit :most
"""

PASSAGES = """
select p.id, p.page, substr(p.text, 1, 400) as text, d.title as document, k.name as collectivity
from passages_fts as f join passages as p on p.rowid = f.rowid
join documents as d on d.id = p.document_id join collectivities as k on k.id = d.collectivity_id
where passages_fts match mots_cherches(:words) and d.is_current = 1 order by f.rank limit :most
"""


async def search(datasette: Datasette, words: str) -> dict[str, Any]:
    commitments, found, partners, documents, passages = await gather(
        cards_of(datasette, COMMITMENTS, words=words, most=SHOWN),
        database.first(datasette, COMMITMENTS_FOUND, words=words),
        database.rows(datasette, PARTNERS, words=words, most=SHOWN * 2),
        database.rows(datasette, DOCUMENTS, words=words, most=SHOWN),
        database.rows(datasette, PASSAGES, words=words, most=SHOWN),
    )
    return {
        "commitments": commitments,
        "found": 0 if found is None else found["found"],
        "partners": partners,
        "documents": documents,
        "passages": passages,
    }
