"""The list of commitments: cards in the order asked, counts that follow the database."""

from __future__ import annotations

import asyncio
import re
import shutil

import pytest
from datasette.database import Database as ReadDatabase
from published_site import cells
from published_site.facts import similar
from published_site.hits import marked
from sqlite_utils import Database

from pipeline import kept_counts

LIST = "/engagements/commitments"


def shown(answer) -> list[str]:
    """Ids of the cards, in order."""
    return re.findall(r'<blockquote><a href="/engagement/([\w-]+)"', answer.text)


def length_and_facets(answer) -> tuple[str, dict[str, int]]:
    (length,) = re.findall(r"<strong>(\d+)\sengagements?</strong>", answer.text)
    facets = answer.text.split('<div class="facets">')[1].split('<p class="downloads">')[0]
    said = re.findall(r'>([^<>]+)</(?:a|strong)> <span class="muted">(\d+)', facets)
    return length, {value: int(count) for value, count in said}


def test_the_order_may_be_any_column_and_leads_on_to_the_next_page(get, database_file):
    by_start = [
        row["id"] for row in Database(database_file).query("select id from commitments order by start_char, id")
    ]
    first = get(f"{LIST}?_sort=start_char&_size=3")
    assert shown(first) == by_start[:3]
    following = re.search(r'rel="next" href="http://localhost([^"]+)"', first.text).group(1).replace("&amp;", "&")
    assert shown(get(following)) == by_start[3:6]


def test_every_column_may_be_sorted_by(get, database_file):
    offered = get(LIST).text.split('id="sort_by"')[1].split("</select>")[0]
    columns = {column.name for column in Database(database_file)["commitments"].columns}
    assert columns == set(re.findall(r'<option value="(\w+)"', offered))


@pytest.mark.parametrize("kept", [False, True], ids=["counted now", "counted when the refresh ended"])
@pytest.mark.parametrize(
    "given",
    ["", "&_objectif=15", "&_mots=plante*", "&collectivity_id=clairval", "&_objectif=17&status=result", "&_pays=sn"],
)
def test_counts_are_those_of_the_rows(tmp_path, database_file, serve, given, kept):
    """As Datasette counts them itself, where a filter is not one of ours."""
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    if kept:
        db = Database(copy)
        with db.conn:
            kept_counts.fill(db)
    site = serve(copy)

    async def counted(more: str) -> tuple[str, dict[str, int]]:
        return length_and_facets(await site.client.get(f"{LIST}?withdrawn_on__isnull=1{given}{more}"))

    async def both() -> tuple:
        return await counted(""), await counted("&id__not=rien")

    ours, of_datasette = asyncio.run(both())
    assert ours == of_datasette
    assert int(ours[0]) > 0 and ours[1]


def test_counts_follow_the_database(tmp_path, database_file, serve):
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    site = serve(copy)

    async def counted() -> tuple[str, dict[str, int]]:
        return length_and_facets(await site.client.get(f"{LIST}?withdrawn_on__isnull=1"))

    async def before_and_after() -> tuple:
        first = await counted()
        Database(copy)["commitments"].update("c-pledge", {"withdrawn_on": "2026-11-25"})
        return first, await counted()

    first, after = asyncio.run(before_and_after())
    assert first[0] == "5" and after[0] == "4"
    assert after[1]["promis"] == first[1]["promis"] - 1


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("l’\x02eau\x03 de la baie", 'l’<mark class="hit">eau</mark> de la baie'),
        ("\x02<b>\x03 & suite", '<mark class="hit">&lt;b&gt;</mark> &amp; suite'),
        ("\x02sans fin", "sans fin"),
        ("\x03\x02\x02deux\x03", '<mark class="hit">deux</mark>'),
        ("rien", "rien"),
    ],
    ids=["a hit", "hostile", "open", "crossed", "none"],
)
def test_hits_are_marked_and_all_else_escaped(text, html):
    assert marked(text) == html


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('{"babel": "2.18.0", "numpy": "2.4.6"}', "babel 2.18.0, numpy 2.4.6"),
        ("[1]", None),
        ("spacy 3", None),
    ],
)
def test_versions_are_words(site, stored, shown):
    assert cells.rendered(stored, "versions", "runs", site) == shown


def test_words_in_common_keep_their_accents():
    assert similar._as_written("Développement d’Énergies") == {
        "developpement": "développement", "d": "d", "energies": "énergies"
    }  # fmt: skip


def test_what_the_tables_look_like_is_asked_once(serve, database_file, monkeypatch):
    site, asked = serve(database_file), []
    look = ReadDatabase.execute_fn

    async def looked(database, question):
        asked.append(question.__qualname__)
        return await look(database, question)

    async def two_pages() -> tuple[list[str], list[str]]:
        await site.client.get(f"{LIST}?status=pledge")
        first = [name for name in asked if "execute" not in name and "answers" not in name]
        asked.clear()
        await site.client.get(f"{LIST}?status=action")
        return first, [name for name in asked if "execute" not in name and "answers" not in name]

    monkeypatch.setattr(ReadDatabase, "execute_fn", looked)
    first, second = asyncio.run(two_pages())
    assert any("table_columns" in name for name in first)
    assert not second
