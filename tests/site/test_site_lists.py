"""The list of commitments: cards in the order asked, counts that follow the database."""

from __future__ import annotations

import asyncio
import re
import shutil

import pytest
from published_site import cells
from published_site.facts import similar
from published_site.hits import marked
from sqlite_utils import Database

LIST = "/engagements/commitments"


def shown(answer) -> list[str]:
    """Ids of the cards, in order."""
    return re.findall(r'<blockquote><a href="/engagement/([\w-]+)"', answer.text)


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


def test_counts_are_kept_until_the_database_changes(tmp_path, database_file, serve):
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    site = serve(copy)

    async def counted() -> list[str]:
        said = (await site.client.get(f"{LIST}?withdrawn_on__isnull=1")).text
        return re.findall(r"<strong>(\d+)\slignes?</strong>", said) + re.findall(r">promis</a> (\d+)", said)

    async def before_and_after() -> tuple[list[str], ...]:
        first = await counted()
        kept = len(site.get_database("engagements")._counts)
        again = await counted()
        assert len(site.get_database("engagements")._counts) == kept == 3  # the length and two facets
        Database(copy)["commitments"].update("c-pledge", {"withdrawn_on": "2026-11-25"})
        return first, again, await counted()

    first, again, after = asyncio.run(before_and_after())
    assert first == again
    assert [int(n) for n in after] == [int(n) - 1 for n in first]


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
