"""Several collectivities side by side, on all they commit to or on what a few filters leave."""

from __future__ import annotations

import json
from asyncio import gather
from collections import Counter
from typing import TYPE_CHECKING, Any

from published_site import database, list_filters
from published_site.database import Row
from published_site.facts.cards import cards
from published_site.facts.timeline import timeline
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST_COLLECTIVITIES = 6
SHOWN = 12
ONLY_SHOWN = 15

CHOICES = "select id, name from collectivities order by name"
GOALS = "select id, name, short_name from sdgs order by id"
COUNTRIES = "select distinct country from partners where country is not null"

CHOSEN = """
select id, status from commitments
where collectivity_id = :id and withdrawn_on is null {status} and {condition}
order by probability desc
"""

QUESTIONS = {
    "goals": "select g.id, g.short_name, count(*) as commitments from json_each(:ids) as c "
    "cross join commitment_sdgs as l on l.commitment_id = c.value join sdgs as g on g.id = l.sdg_id "
    "group by g.id order by commitments desc, g.id",
    "partners": "select p.id, p.name, p.country, named.commitments from ("
    "select m.partner_id, count(distinct m.commitment_id) as commitments from json_each(:ids) as c "
    "cross join partner_mentions as m on m.commitment_id = c.value group by m.partner_id) as named "
    "join partners as p on p.id = named.partner_id order by named.commitments desc, p.name",
    "amounts": "select a.value, a.max_value, a.currency, a.per, a.commitment_id from json_each(:ids) as c "
    "cross join amounts as a on a.commitment_id = c.value "
    "order by a.currency = 'EUR' desc, a.per is null desc, a.value desc limit 5",
    "money": "select sum(a.value) as euros, count(*) as sums from json_each(:ids) as c "
    "cross join amounts as a on a.commitment_id = c.value where a.currency = 'EUR' and a.per is null",
    "horizons": "select p.end_year as year, count(distinct c.value) as commitments from json_each(:ids) as c "
    "cross join periods as p on p.commitment_id = c.value where p.end_year is not null group by p.end_year",
}


@kept_until_refresh
async def _side(datasette: Datasette, key: str, status: str, given: tuple[tuple[str, str], ...]) -> Row:
    """What one collectivity has: kept for itself, as the same one is compared with many others."""
    condition, params = list_filters.condition(dict(given), among_few=True)
    chosen = CHOSEN.format(condition=condition, status="and status = :status" if status else "")
    rows = await database.rows(datasette, chosen, **params, status=status, id=key)
    ids = [row["id"] for row in rows]
    among = json.dumps(ids)
    commitments, *lists = await gather(
        cards(datasette, ids[:SHOWN]),
        *(database.rows(datasette, sql, ids=among) for sql in QUESTIONS.values()),
    )
    found = dict(zip(QUESTIONS, lists, strict=True))
    countries = dict.fromkeys(p["country"] for p in found["partners"] if p["country"])
    return found | {
        "statuses": Counter(row["status"] for row in rows),
        "money": found["money"][0],
        "countries": [{"id": country} for country in countries],
        "commitments": commitments,
    }


def _only_here(sides: list[Row]) -> None:
    """What each side has and no other: goals, partners, countries. Written into the sides."""
    for side in sides:
        side["only"] = {}
        for kind in ("goals", "partners", "countries"):
            elsewhere = {item["id"] for other in sides if other is not side for item in other[kind]}
            side["only"][kind] = [item for item in side[kind] if item["id"] not in elsewhere]


def _shared(sides: list[Row]) -> list[Row]:
    """Partners at least two sides name, those of most sides first."""
    names: dict[str, Row] = {}
    for side in sides:
        for partner in side["partners"]:
            names.setdefault(partner["id"], {**partner, "sides": []})["sides"].append(side["name"])
    shared = [partner for partner in names.values() if len(partner["sides"]) > 1]
    return sorted(shared, key=lambda partner: (-len(partner["sides"]), partner["name"]))


@kept_until_refresh
async def comparison(
    datasette: Datasette, wanted: tuple[str, ...], status: str, given: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    """``status`` "" is all; ``given`` are filters by name. Unknown collectivities and those beyond six are left out."""
    choices, goals, countries = await gather(*(database.rows(datasette, sql) for sql in (CHOICES, GOALS, COUNTRIES)))
    picked = [choice for choice in choices if choice["id"] in wanted][:MOST_COLLECTIVITIES]
    found = await gather(*(_side(datasette, choice["id"], status, given) for choice in picked))
    sides = [choice | side for choice, side in zip(picked, found, strict=True)]
    _only_here(sides)
    return {
        "choices": choices,
        "goals": goals,
        "countries": [row["country"] for row in countries],
        "sides": sides,
        "shared": _shared(sides),
        "only_shown": ONLY_SHOWN,
        "timeline": timeline([(side["name"], side["horizons"]) for side in sides]),
    }
