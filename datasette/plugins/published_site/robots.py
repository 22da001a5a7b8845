"""What search engines may read, and where everything is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from published_site import database, links
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

ROBOTS = """User-agent: *
Disallow: /-/
Allow: /-/dashboards/
Disallow: /telecharger/
Disallow: /comparer?
Disallow: /*?*sql=
Disallow: /*?*_
Allow: /

Sitemap: {site}/sitemap.xml
"""

PER_PART = 20_000
"""Addresses in one part of the map; the protocol allows 50,000."""
ALWAYS = ("/", "/comparer", "/engagements", "/telecharger", "/-/dashboards/tableau-de-bord")

PARTS = {
    "collectivities": "select id, null as seen from collectivities order by rowid limit :most offset :first",
    "sdgs": "select id, null as seen from sdgs order by id limit :most offset :first",
    "documents": "select id, substr(fetched_at, 1, 10) as seen from documents where is_current = 1 "
    "order by rowid limit :most offset :first",
    "partners": "select id, null as seen from partners order by rowid limit :most offset :first",
    "commitments": "select id, coalesce(withdrawn_on, first_seen) as seen from commitments "
    "order by rowid limit :most offset :first",
}
COUNT = """
select json_object('collectivities', (select count(*) from collectivities), 'sdgs', (select count(*) from sdgs),
  'documents', (select count(*) from documents where is_current = 1), 'partners', (select count(*) from partners),
  'commitments', (select count(*) from commitments)) as counts
"""

Addresses = list[tuple[str, str | None]]
"""Path and the day it last changed, where that is known."""


@kept_until_refresh
async def parts(datasette: Datasette) -> list[str]:
    """Names of the parts of the map: "collectivites-1", "engagements-1", "engagements-2"…"""
    found = await database.first(datasette, COUNT)
    counts = json.loads(found["counts"]) if found else {}
    return ["pages-1"] + [
        f"{links.PAGES[table]}-{number}" for table in PARTS for number in range(1, -(-counts[table] // PER_PART) + 1)
    ]


async def part(datasette: Datasette, name: str) -> Addresses | None:
    """The addresses of one part; None where there is no such part."""
    if name not in await parts(datasette):
        return None
    kind, _, number = name.rpartition("-")
    if kind == "pages":
        return [(path, None) for path in ALWAYS]
    table = next(table for table, start in links.PAGES.items() if start == kind)
    first = (int(number) - 1) * PER_PART
    rows = await database.rows(datasette, PARTS[table], most=PER_PART, first=first)
    return [(links.page(table, row["id"]), row["seen"]) for row in rows]
