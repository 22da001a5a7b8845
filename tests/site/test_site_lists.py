"""The list of commitments: cards in the order asked, counts that follow the database."""

from __future__ import annotations

import asyncio
import re
import shutil

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
        first, again = await counted(), await counted()
        Database(copy)["commitments"].update("c-pledge", {"withdrawn_on": "2026-11-25"})
        return first, again, await counted()

    first, again, after = asyncio.run(before_and_after())
    assert first == again
    assert [int(n) for n in after] == [int(n) - 1 for n in first]
