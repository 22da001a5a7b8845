"""What was added, reworded or withdrawn lately, for those who subscribe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from published_site import database
from published_site.database import Row

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 100

NEWS = """
select ch.change, ch.run_id, ch.commitment_id, r.started_at, c.text, c.status, k.name as collectivity,
  d.title as document, d.source_id
from changes as ch
join runs as r on r.id = ch.run_id
join commitments as c on c.id = ch.commitment_id
join collectivities as k on k.id = c.collectivity_id
join documents as d on d.id = c.document_id
where ch.run_id in (select id from runs order by started_at desc limit 30)
order by r.started_at desc, ch.change desc, ch.commitment_id limit :most
"""


async def news(datasette: Datasette) -> list[Row]:
    return await database.rows(datasette, NEWS, most=SHOWN)
