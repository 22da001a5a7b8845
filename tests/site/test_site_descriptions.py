"""Every table and column is described, named in French, and every code has its word."""

from __future__ import annotations

import re

import pytest
from published_site import words
from site_contents import TABLES
from sqlite_utils import Database

from pipeline.types import BLOCK_KINDS as PASSAGE_KINDS
from pipeline.types import DIRECTIONS, LEVELS, PARTNER_KINDS, ROLES, SOURCE_KINDS, STATUSES


@pytest.fixture(scope="module")
def shape(database_file):
    db = Database(database_file)
    return {name: set(db[name].columns_dict) for name in db.table_names() if "_fts" not in name}


def test_every_table_is_described(shape):
    assert set(TABLES) == set(shape)
    assert all(
        table["title"] and table["description" if not table.get("hidden") else "title"] and table["source"]
        for table in TABLES.values()
    )


def test_every_column_is_described(shape):
    assert {name: set(table["columns"]) for name, table in TABLES.items()} == shape


def test_every_column_and_table_has_a_french_name(shape):
    unnamed = {column for columns in shape.values() for column in columns} - set(words.COLUMNS)
    assert not unnamed
    inner = {"kept_counts", "kept_partners", "kept_relations", "source_states"}
    assert set(shape) - inner == set(words.TABLES)


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("status", STATUSES),
        ("level", LEVELS),
        ("kind", PARTNER_KINDS),
        ("kind", SOURCE_KINDS),
        ("kind", PASSAGE_KINDS),
        ("role", ROLES),
        ("direction", DIRECTIONS),
    ],
)
def test_every_code_has_a_word(column, codes):
    assert set(codes) <= set(words.VALUES[column])


def test_internal_tables_are_hidden(get):
    page = get("/engagements").text
    assert "source_states" not in page
    assert "_fts" not in page


@pytest.mark.parametrize("table", [name for name in TABLES if not TABLES[name].get("hidden")])
def test_table_page_speaks_french(get, table):
    page = get(f"/engagements/{table}")
    assert page.status_code == 200
    said = re.sub(r"<[^>]+>", " ", page.text)
    assert not re.search(r"\b(?:rows?|Search|Apply|Next page|Advanced|records|Link|where|sorted by)\b", said)
    assert TABLES[table]["title"] in page.text


def test_goal_colours_are_those_of_the_database(get, database_file):
    sheet = get("/static/goals.css").text
    for row in Database(database_file)["sdgs"].rows:
        assert f".goal-{row['id']}, .goal-fill-{row['id']} {{ --goal: {row['color']};" in sheet
