"""Earlier wordings with what changed, and what others say in the same words."""

from __future__ import annotations

import asyncio
import re

import pytest
from markupsafe import Markup
from published_site.difference import difference
from published_site.facts.similar import similar, words
from sqlite_utils import Database

from pipeline.shape import ensure_shape
from pipeline.weights import Words


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Planter 500 arbres.", "Planter 300 arbres.", "Planter <del>500</del><ins>300</ins> arbres."),
        ("Planter des arbres.", "Planter des arbres et des haies.", "Planter des arbres<ins> et des haies</ins>."),
        ("Aider <b>.", "Aider.", "Aider<del> &lt;b&gt;</del>."),
        ("Aider.", "Aider.", "Aider."),
    ],
    ids=["replaced", "added", "hostile", "same"],
)
def test_difference(before, after, expected):
    assert difference(before, after) == Markup(expected)


def test_the_page_shows_what_changed(get):
    page = get("/engagement/c-new").text
    changed = re.search(r'<p class="difference">.*?</span> (.*?)</p>', page)
    assert changed is not None
    assert changed[1].startswith("Le Département <del>aidera</del><ins>soutiendra</ins> Sève<ins> &amp; Racines</ins>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’eau d’Été, l’ÉCOLE et 2030", ["ecole"]),
        ("Planter, replanter, planter", ["planter", "replanter"]),
    ],
)
def test_words_are_those_of_the_index(text, found):
    assert words(text) == found


SAID = {
    "a1": ("clairval", "La Ville plantera des haies bocagères le long des chemins ruraux."),
    "b1": ("haut-pays", "Le Département aidera à replanter des haies bocagères."),
    "b2": ("haut-pays", "Des haies bocagères seront plantées au bord des chemins ruraux."),
    "b3": ("haut-pays", "Le Département rénovera les collèges."),
    "a2": ("clairval", "Des haies bocagères et des chemins ruraux, encore."),
    "b4": ("haut-pays", "Des haies bocagères au bord des chemins ruraux, retiré."),
}


@pytest.fixture(scope="module")
def two_sides(tmp_path_factory, serve):
    file = tmp_path_factory.mktemp("similar") / "engagements.db"
    db = Database(file)
    ensure_shape(db)
    for key in ("clairval", "haut-pays"):
        db["collectivities"].insert({"id": key, "name": key, "level": "commune"})
        db["sources"].insert({"id": key, "collectivity_id": key, "url": "https://exemple.fr", "kind": "page"})
        db["documents"].insert(
            {
                "id": key,
                "source_id": key,
                "collectivity_id": key,
                "url": "x",
                "sha256": "x",
                "text": "",
                "is_current": 1,
            }
        )
    for key, (collectivity, text) in SAID.items():
        db["commitments"].insert(
            {
                "id": key, "document_id": collectivity, "collectivity_id": collectivity, "text": text,
                "status": "pledge", "start_char": 0, "end_char": len(text),
                "withdrawn_on": "2026-01-01" if key == "b4" else None,
            }
        )  # fmt: skip
    db.close()
    return serve(file)


def test_the_likest_elsewhere_come_first(two_sides):
    """Not the collectivity's own, not the withdrawn, not what shares no rare word."""
    found = asyncio.run(similar(two_sides, SAID["a1"][1], "clairval"))
    assert [(card["id"], set(card["shared"])) for card in found] == [
        ("b2", {"haies", "bocagères", "chemins", "ruraux"}),
        ("b1", {"haies", "bocagères"}),
    ]
    page = asyncio.run(two_sides.client.get("/engagement/a1")).text
    assert "Engagements semblables ailleurs" in page and 'href="/engagement/b2"' in page


@pytest.mark.parametrize("text", ["", "Et ou la de", 'un "trou" NEAR( OR', "inconnu jamais dit"])
def test_words_nobody_shares_find_nothing(two_sides, text):
    assert asyncio.run(similar(two_sides, text, "clairval")) == []


def test_the_page_says_which_words_weighed(get, monkeypatch):
    words = Words({"pledge": {"plantera": 3.0}, "13": {"arbres": 2.0}, "15": {"arbres": 2.0}})
    monkeypatch.setattr("pipeline.weights.load", lambda _: words)
    page = get("/engagement/c-pledge?pourquoi").text
    assert page.count("Mots qui ont pesé\xa0: «") == 2  # the status and goal 13; goal 15 is declared by the text
    assert "«&nbsp;plantera&nbsp;»" in page and "«&nbsp;arbres&nbsp;»" in page
