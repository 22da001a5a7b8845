"""Every page says what it is there to say."""

from __future__ import annotations

import asyncio
import json
import re
import shutil

import httpx
import pytest
from markupsafe import Markup
from site_contents import PAGES
from sqlite_utils import Database

from pipeline.shape import ensure_shape


def plain(html: str) -> str:
    return html.replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("path", PAGES)
def test_page_says(get, path):
    answer = get(path)
    assert answer.status_code == 200
    said = plain(answer.text)
    missing = [
        words
        for words in PAGES[path]
        if words not in said
        and words.replace("\xa0", " ") not in said
        and words.replace("« ", "«\xa0").replace(" »", "\xa0»") not in said
    ]
    assert not missing


@pytest.mark.parametrize(
    "path",
    [
        "/engagement/rien",
        "/document/rien",
        "/document/d1?page=9",
        "/partenaire/x",
        "/objectif/18",
        "/nulle-part",
    ],
)
def test_a_missing_page_is_said_in_french(get, path):
    answer = get(path)
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.text


def test_a_passage_leads_to_its_place_in_the_document(get):
    answer = get("/passage/p2")
    assert (answer.status_code, answer.headers["location"]) == (302, "/document/d1#passage-2")


def test_the_map_has_a_short_address(get):
    assert get("/carte").headers["location"] == "/engagements/carte-des-partenaires"


def test_the_matrix_counts_and_links(get):
    home = get("/").text
    cell = re.search(r'<a class="cell goal-15 heat-\d" href="([^"]+)" title="Ville de Clairval[^"]+">1</a>', home)
    assert cell is not None
    listed = get(Markup(cell[1]).unescape())
    assert "500 arbres" in listed.text
    assert "Un jumelage" not in listed.text


def test_withdrawn_commitments_are_not_counted(get):
    home = get("/").text
    assert "<strong>5</strong> engagements" in home


@pytest.mark.parametrize("path", ["/", "/engagement/c-pledge", "/document/d1", "/engagements/commitments"])
def test_a_demonstration_says_so(get, path):
    assert "Restitution de démonstration\xa0: ne pas citer" in get(path).text


@pytest.mark.parametrize("path", ["/engagement/c-new", "/document/d2"])
def test_what_is_no_demonstration_does_not(get, path):
    assert "notice-demo" not in get(path).text  # a similar commitment may be one, and says so itself


def test_the_citation_holds_words_source_and_date(get):
    citation = re.search(r'id="citation">(.*?)</p>', get("/engagement/c-sum").text, re.DOTALL)
    assert citation is not None
    said = Markup(citation[1]).striptags()
    for part in (
        "Il versera 900 000 € à Port-Azur.",
        "Département du Haut-Pays",
        "20 novembre 2026",
        "exemple.fr/p",
    ):
        assert part in said


def test_downloads_answer(get):
    links = [
        "/engagements/commitments.csv?_labels=on&_dl=on&id=c-pledge",
        "/engagements/commitments.csv?_labels=on&_dl=on&_stream=on&collectivity_id=clairval",
        "/engagements/partner_mentions.csv?_labels=on&_dl=on&_size=max&partner_id=azur",
        "/engagements/qui-travaille-avec.csv?partenaire=azur&_dl=on",
    ]
    assert all(len(get(link).text.splitlines()) > 1 for link in links)


def test_the_database_goes_by_its_name_whatever_its_file(get, database_file):
    assert database_file.stem != "engagements"
    assert get("/engagements.json").status_code == 200
    assert get(f"/{database_file.stem}").status_code == 404


def test_charts_have_rows(get, site):
    boards = site.plugin_config("datasette-dashboards").values()
    charts = [chart for board in boards for chart in board["charts"].values()]
    assert len(charts) >= 12
    for chart in charts:
        assert chart["title"] and chart["unit"]
        sql = re.sub(r"\[\[(.*?)\]\]", r"\1", chart["query"])
        answer = get(
            "/engagements.json?"
            + str(httpx.QueryParams({"sql": sql, "collectivite": "Ville de Clairval", "_shape": "array"}))
        )
        assert json.loads(answer.text), chart["title"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/comparer",
        "/-/search?q=eau",
        "/engagements",
        "/engagements/commitments",
        "/objectif/3",
        "/engagements/plus-grosses-sommes",
        "/nouveautes.xml",
    ],
)
def test_an_empty_database_has_pages_too(tmp_path, serve, path):
    file = tmp_path / "engagements.db"
    ensure_shape(Database(file))
    assert asyncio.run(serve(file).client.get(path)).status_code == 200


def test_pages_follow_a_refresh(tmp_path, database_file, serve):
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    site = serve(copy)

    async def before_and_after() -> tuple[str, str]:
        before = (await site.client.get("/")).text
        Database(copy)["collectivities"].update("clairval", {"name": "Clairval-les-Bains"})
        return before, (await site.client.get("/")).text

    before, after = asyncio.run(before_and_after())
    assert "Clairval-les-Bains" not in before
    assert "Clairval-les-Bains" in after
