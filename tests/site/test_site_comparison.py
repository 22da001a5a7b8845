"""Side by side: every filter narrows, what one has alone, what is shared, years on a line."""

from __future__ import annotations

import asyncio
import re

import pytest
from markupsafe import Markup
from published_site.facts.comparison import comparison
from published_site.facts.timeline import timeline

BOTH = "/comparer?c=clairval&c=haut-pays"


def compared(site, status="", **given):
    found = asyncio.run(comparison(site, ("clairval", "haut-pays"), status, tuple(given.items())))
    return {side["id"]: sorted(card["id"] for card in side["commitments"]) for side in found["sides"]}


@pytest.mark.parametrize(
    ("given", "clairval", "haut_pays"),
    [
        ({}, ["c-action", "c-pledge", "c-result"], ["c-new", "c-sum"]),
        ({"status": "pledge"}, ["c-pledge"], ["c-new", "c-sum"]),
        ({"objectif": "15"}, ["c-pledge"], ["c-new"]),
        ({"pays": "sn"}, ["c-result"], ["c-sum"]),
        ({"partenaire": "azur"}, ["c-result"], ["c-sum"]),
        ({"partenaire": "racines"}, ["c-pledge"], ["c-new"]),
        ({"type_de_partenaire": "network"}, ["c-action"], []),
        ({"type_de_document": "page"}, [], ["c-new", "c-sum"]),
        ({"de": "2030"}, ["c-pledge"], []),
        ({"a": "2018"}, ["c-result"], []),
        ({"de": "2018", "a": "2018"}, ["c-result"], []),
        ({"mots": "plante*"}, ["c-pledge"], []),
        ({"objectif": "x", "de": "'; drop"}, [], []),
    ],
    ids=lambda value: "-".join(value) or "all" if isinstance(value, dict) else "",
)
def test_filters(site, given, clairval, haut_pays):
    assert compared(site, **given) == {"clairval": clairval, "haut-pays": haut_pays}


def test_what_one_has_alone_and_what_is_shared(site):
    found = asyncio.run(comparison(site, ("clairval", "haut-pays"), "", ()))
    clairval, haut_pays = found["sides"]
    assert clairval["name"] == "Ville de Clairval" or haut_pays["name"] == "Ville de Clairval"
    only = {
        side["id"]: {kind: [i["id"] for i in items] for kind, items in side["only"].items()} for side in found["sides"]
    }
    assert only == {
        "clairval": {"goals": [13, 17], "partners": ["ponts"], "countries": []},
        "haut-pays": {"goals": [], "partners": [], "countries": []},
    }
    assert [partner["id"] for partner in found["shared"]] == ["azur", "seve"]


def test_the_numbers_open_the_same_commitments(get):
    page = get(f"{BOTH}&pays=SN&statut=result").text
    link = re.search(r'<a class="big-number" href="([^"]+)">1</a>', page)
    assert link is not None
    listed = get(Markup(link[1]).unescape()).text
    assert "Un jumelage avec Port-Azur" in listed and "1\xa0engagement" in listed
    assert "pays est « Sénégal »" in listed.replace("\xa0", " ")


def test_the_table_compared_is_downloaded(get):
    page = get(f"{BOTH}&objectif=15").text
    address = Markup(re.search(r'href="([^"]+commitments\.csv[^"]+)"', page)[1]).unescape()
    assert {row.split(",")[0] for row in get(address).text.splitlines()[1:]} == {"c-pledge", "c-new"}


def test_years_on_a_line(get):
    known = [{"year": year, "commitments": n} for year, n in ((2030, 4), (2020, 1))]
    drawn = timeline([("A", known), ("B", [{"year": 3000, "commitments": 9}])])
    assert drawn is not None
    first, second = drawn["lines"]
    assert [(disc["year"], disc["n"]) for disc in first["discs"]] == [(2020, 1), (2030, 4)]
    assert first["discs"][0]["x"] < first["discs"][1]["x"] < drawn["width"]
    assert second["discs"] == []
    assert timeline([("A", [])]) is None
    assert "Les mêmes nombres en tableau" in get(BOTH).text
