"""One search over commitments, partners, documents and passages."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database, hits
from published_site.facts.cards import cards

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 10

RANKED = 4_000
"""A word that stands in more sentences than this says little: they are shown as they come, which takes no time."""

COMMITMENTS = f"""
select c.id, {hits.WHOLE} as shown from commitments_fts as f cross join commitments as c on c.rowid = f.rowid
where commitments_fts match mots_cherches(:words) and c.withdrawn_on is null {{order}} limit :most
"""  # noqa: S608

COMMITMENTS_FOUND = """
select count(*) as found from (
  select rowid from commitments_fts where commitments_fts match mots_cherches(:words) limit :most) as f
cross join commitments as c on c.rowid = f.rowid where c.withdrawn_on is null
"""
PASSAGES_FOUND = """
select count(*) as found from (
  select rowid from passages_fts where passages_fts match mots_cherches(:words) limit :most)
"""

PARTNERS = """
select p.id, p.name, p.kind, p.country from partners as p
where p.rowid in (select rowid from partners_fts where partners_fts match mots_cherches(:words))
  or p.id in (
    select partner_id from partner_mentions where rowid in (
      select rowid from partner_mentions_fts where partner_mentions_fts match mots_cherches(:words)))
order by length(p.name), p.name limit :most_partners
"""

DOCUMENTS = """
select d.id, d.title, d.published_on, k.name as collectivity
from documents_fts as f cross join documents as d on d.rowid = f.rowid
join collectivities as k on k.id = d.collectivity_id
where documents_fts match mots_cherches(:words) and d.is_current = 1 order by f.rank limit :most
"""

PASSAGES = f"""
select p.id, p.page, f.shown, d.title as document, k.name as collectivity
from (select rowid, {hits.SNIPPET} as shown from passages_fts
  where passages_fts match mots_cherches(:words) {{order}} limit :most) as f
join passages as p on p.rowid = f.rowid
join documents as d on d.id = p.document_id join collectivities as k on k.id = d.collectivity_id
where d.is_current = 1
"""  # noqa: S608


def _order(counted: database.Row) -> str:
    return "order by rank" if counted["found"] <= RANKED else ""


async def _commitments(datasette: Datasette, words: str, order: str) -> list[database.Row]:
    """Cards, each with ``shown``, its text with the hits marked."""
    found = await database.rows(datasette, COMMITMENTS.format(order=order), words=words, most=SHOWN)
    shown = {row["id"]: row["shown"] for row in found}
    return [card | {"shown": shown[card["id"]]} for card in await cards(datasette, list(shown))]


async def search(datasette: Datasette, words: str) -> dict[str, Any]:
    asked = {"found": COMMITMENTS_FOUND, "stand_in": PASSAGES_FOUND}
    (found,), (stand_in,) = (await database.answers(datasette, asked, words=words, most=RANKED + 1)).values()
    others = {"partners": PARTNERS, "documents": DOCUMENTS, "passages": PASSAGES.format(order=_order(stand_in))}
    commitments, lists = await gather(
        _commitments(datasette, words, _order(found)),
        database.answers(datasette, others, words=words, most=SHOWN, most_partners=2 * SHOWN),
    )
    return lists | {
        "commitments": commitments,
        "found": min(found["found"], RANKED),
        "more": found["found"] > RANKED,
    }
