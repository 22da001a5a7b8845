"""What readers take away: workbooks of tables and answers, the whole, and feeds of what changes."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from xml.etree import ElementTree

import pytest
from read_workbook import sheets
from site_contents import QUESTIONS, TABLES

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("table", [name for name in TABLES if not TABLES[name].get("hidden")])
def test_every_table_is_had_in_excel(get, table):
    (rows,) = sheets(get(f"/engagements/{table}.xlsx").content).values()
    said = list(csv.reader(io.StringIO(get(f"/engagements/{table}.csv?_size=max").text)))
    assert len(rows) == len(said)


def test_a_filtered_table_in_excel_speaks_french(get):
    answer = get("/engagements/commitments.xlsx?_objectif=15&_sort=id")
    assert 'filename="commitments.xlsx"' in answer.headers["content-disposition"]
    ((heading, *rows),) = sheets(answer.content).values()
    said = [dict(zip(heading, row, strict=False)) for row in rows]
    assert [(row["collectivité"], row["statut"]) for row in said] == [
        ("Département du Haut-Pays", "promis"),
        ("Ville de Clairval", "promis"),
    ]


def test_a_table_of_several_pages_is_whole_in_excel(get):
    ((_, *rows),) = sheets(get("/engagements/commitments.xlsx?_size=2").content).values()
    assert len(rows) == 6


def test_answers_are_had_in_excel(get):
    name = "qui-travaille-avec"
    assert name in QUESTIONS
    ((heading, *rows),) = sheets(get(f"/engagements/{name}.xlsx?partenaire=racines").content).values()
    assert heading[:3] == ["partenaire", "type", "collectivité"]
    assert {row[2] for row in rows} == {"Ville de Clairval", "Département du Haut-Pays"}
    ((heading, *rows),) = sheets(get("/engagements.xlsx?sql=select+'=1%2B1'+as+x").content).values()
    assert (heading, rows) == (["x"], [["=1+1"]])


@pytest.mark.parametrize(
    "page",
    [
        "/engagements",
        "/engagements/partners",
        "/engagements/plus-grosses-sommes",
        "/collectivite/clairval",
        "/partenaire/azur",
        "/objectif/15",
        "/telecharger",
    ],
)
def test_pages_offer_excel(get, page):
    assert re.search(r'href="[^"]+\.xlsx[^"]*"[^>]*>Excel</a>', get(page).text)


def test_the_whole_in_one_file(get, database_file):
    packed = zipfile.ZipFile(io.BytesIO(get("/telecharger/engagements.zip").content))
    assert json.loads(packed.read("datapackage.json"))["name"] == "engagements"
    assert "commitments" in sheets(get("/telecharger/engagements.xlsx").content)
    assert get("/telecharger/autre.db").status_code == 404


def test_the_database_itself(get, database_file, tmp_path):
    answer = get("/telecharger/engagements.db")
    (tmp_path / "taken.db").write_bytes(answer.content)
    ours, theirs = (sqlite3.connect(file) for file in (database_file, tmp_path / "taken.db"))
    every = "select id, text, withdrawn_on from commitments order by id"
    assert theirs.execute(every).fetchall() == ours.execute(every).fetchall()
    found = "select count(*) from commitments_fts where commitments_fts match 'arbres'"
    assert theirs.execute(found).fetchone() == (1,)


def entries(feed) -> list[str]:
    root = ElementTree.fromstring(feed.content)
    assert feed.headers["content-type"].startswith("application/atom+xml")
    return [re.sub(r".*/engagement/", "", entry.findtext(f"{ATOM}id") or "") for entry in root.iter(f"{ATOM}entry")]


def test_the_feed_of_everything(get):
    found = entries(get("/nouveautes.xml"))
    assert found[:2] == ["c-old#withdrawn-r2", "c-new#reworded-r2"]
    assert len(found) == 7
    assert "Auparavant\xa0: «\xa0Le Département aidera Sève.\xa0»" in get("/nouveautes.xml").text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/collectivite/clairval/nouveautes.xml", {"c-pledge#added-r1", "c-action#added-r1", "c-result#added-r1"}),
        ("/objectif/15/nouveautes.xml", {"c-new#reworded-r2", "c-pledge#added-r1"}),
        ("/objectif/1/nouveautes.xml", set()),
    ],
)
def test_a_feed_is_limited_to_its_subject(get, path, expected):
    assert set(entries(get(path))) == expected
    page = path.removesuffix("/nouveautes.xml")
    assert f'<a href="{path}"' in get(page).text


@pytest.mark.parametrize("path", ["/collectivite/rien/nouveautes.xml", "/objectif/18/nouveautes.xml"])
def test_there_is_no_feed_of_nothing(get, path):
    assert get(path).status_code == 404
