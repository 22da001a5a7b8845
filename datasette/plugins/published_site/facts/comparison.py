"""Several collectivities side by side, on all they commit to or on what a few filters leave."""

from __future__ import annotations

from asyncio import gather
from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.database import Row
from published_site.facts.side import side
from published_site.facts.timeline import timeline
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST_COLLECTIVITIES = 6
ONLY_SHOWN = 15
SHARED_SHOWN = 40

CHOICES = "select id, name from collectivities order by name"
GOALS = "select id, name, short_name from sdgs order by id"
COUNTRIES = "select distinct country from partners where country is not null"
OFFERED = {"choices": CHOICES, "goals": GOALS, "countries": COUNTRIES}


def _only_here(sides: list[Row]) -> None:
    """What each side has and no other: goals, partners, countries. Written into the sides."""
    for one in sides:
        one["only"] = {}
        for kind in ("goals", "partners", "countries"):
            elsewhere = {item["id"] for other in sides if other is not one for item in other[kind]}
            one["only"][kind] = [item for item in one[kind] if item["id"] not in elsewhere]


def _shared(sides: list[Row]) -> tuple[list[Row], int]:
    """Partners at least two sides name, those of most sides, then of most commitments, first; and how many more."""
    named = Counter(partner["id"] for one in sides for partner in one["partners"])
    shared: dict[str, Row] = {}
    for one in sides:
        for partner in one["partners"]:
            if named[partner["id"]] > 1:
                known = shared.setdefault(partner["id"], partner | {"sides": [], "commitments": 0})
                known["sides"].append(one["name"])
                known["commitments"] += partner["commitments"]
    first = nsmallest(
        SHARED_SHOWN, shared.values(), key=lambda found: (-len(found["sides"]), -found["commitments"], found["name"])
    )
    return first, len(shared) - len(first)


@kept_until_refresh
async def comparison(
    datasette: Datasette, wanted: tuple[str, ...], status: str, given: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    """``status`` "" is all; ``given`` are filters by name. Unknown collectivities and those beyond six are left out."""
    choices, goals, countries = (await database.answers(datasette, OFFERED)).values()
    picked = [choice for choice in choices if choice["id"] in wanted][:MOST_COLLECTIVITIES]
    found = await gather(*(side(datasette, choice["id"], status, given) for choice in picked))
    sides = [choice | one for choice, one in zip(picked, found, strict=True)]
    _only_here(sides)
    shared, more = _shared(sides)
    return {
        "choices": choices,
        "goals": goals,
        "countries": [row["country"] for row in countries],
        "sides": sides,
        "shared": shared,
        "more_shared": more,
        "only_shown": ONLY_SHOWN,
        "timeline": timeline([(one["name"], one["horizons"]) for one in sides]),
    }
