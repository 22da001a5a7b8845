"""The whole shape of the database, and how it comes about."""

from __future__ import annotations

import threading

import pytest
from sqlite_utils import Database

from pipeline.errors import StoreFailed
from pipeline.first_shape import GOALS
from pipeline.migrations import FULL_TEXT, STEPS
from pipeline.shape import ensure_shape
from pipeline.store import Store

SPAN = "document_id TEXT!, commitment_id TEXT, text TEXT!, start_char INTEGER!, end_char INTEGER!"
TABLES = {
    "collectivities": "id TEXT*, name TEXT!, level TEXT!, insee TEXT, latitude REAL, longitude REAL, "
    "population INTEGER",
    "sources": "id TEXT*, collectivity_id TEXT!, url TEXT!, title TEXT, kind TEXT!",
    "documents": "id TEXT*, source_id TEXT!, collectivity_id TEXT!, url TEXT!, title TEXT, published_on TEXT, "
    "fetched_at TEXT, sha256 TEXT!, media_type TEXT, pages INTEGER, characters INTEGER, language TEXT, text TEXT!, "
    "is_current INTEGER!, modified_on TEXT, author TEXT",
    "passages": "id TEXT*, document_id TEXT!, position INTEGER!, kind TEXT!, heading TEXT, page INTEGER, x0 REAL, "
    "top REAL, x1 REAL, bottom REAL, start_char INTEGER!, end_char INTEGER!, text TEXT!, ocr INTEGER!",
    "commitments": "id TEXT*, document_id TEXT!, collectivity_id TEXT!, passage_id TEXT, text TEXT!, status TEXT!, "
    "probability REAL, page INTEGER, start_char INTEGER!, end_char INTEGER!, heading TEXT, source_link TEXT, "
    "first_seen TEXT, last_seen TEXT, withdrawn_on TEXT, by_person INTEGER!",
    "sdgs": "id INTEGER*, name TEXT, short_name TEXT, color TEXT",
    "commitment_sdgs": "commitment_id TEXT*, sdg_id INTEGER*, score REAL, declared INTEGER",
    "partners": "id TEXT*, name TEXT!, kind TEXT!, country TEXT, latitude REAL, longitude REAL",
    "partner_mentions": f"id TEXT*, partner_id TEXT!, {SPAN}",
    "amounts": f"id TEXT*, {SPAN}, value REAL!, max_value REAL, currency TEXT!, per TEXT, role TEXT, payer TEXT",
    "periods": f"id TEXT*, {SPAN}, start_year INTEGER, end_year INTEGER, resolved INTEGER!",
    "indicators": "id TEXT*, document_id TEXT!, commitment_id TEXT!, text TEXT!, value REAL!, max_value REAL, "
    "unit TEXT, counted TEXT, per TEXT, direction TEXT, baseline_value REAL, baseline_year INTEGER, "
    "target_year INTEGER, start_char INTEGER!, end_char INTEGER!",
    "runs": "id TEXT*, started_at TEXT!, ended_at TEXT, status TEXT!, versions TEXT, sources INTEGER, "
    "processed INTEGER, unchanged INTEGER, failed INTEGER",
    "failures": "id INTEGER*, run_id TEXT!, source_id TEXT!, stage TEXT!, cause TEXT!",
    "changes": "run_id TEXT*, commitment_id TEXT*, change TEXT*, previous_id TEXT, similarity REAL, difference TEXT",
    "source_states": "source_id TEXT*, fingerprint TEXT!, document_id TEXT, answered_at TEXT, gone_on TEXT",
    "kept_counts": "sdg_id INTEGER, collectivity_id TEXT, status TEXT, commitments INTEGER",
    "kept_relations": "collectivity_id TEXT, partner_id TEXT, commitments INTEGER, mentions INTEGER",
    "kept_partners": "sdg_id INTEGER, partner_id TEXT, collectivities INTEGER, commitments INTEGER, mentions INTEGER",
}
FOREIGN_KEYS = {
    "sources": ["collectivity_id → collectivities"],
    "documents": ["collectivity_id → collectivities", "source_id → sources"],
    "passages": ["document_id → documents"],
    "commitments": ["collectivity_id → collectivities", "document_id → documents", "passage_id → passages"],
    "commitment_sdgs": ["commitment_id → commitments", "sdg_id → sdgs"],
    "partner_mentions": ["commitment_id → commitments", "document_id → documents", "partner_id → partners"],
    "amounts": ["commitment_id → commitments", "document_id → documents"],
    "periods": ["commitment_id → commitments", "document_id → documents"],
    "indicators": ["commitment_id → commitments", "document_id → documents"],
    "failures": ["run_id → runs", "source_id → sources"],
    "changes": ["commitment_id → commitments", "previous_id → commitments", "run_id → runs"],
    "source_states": ["document_id → documents", "source_id → sources"],
    "kept_counts": ["collectivity_id → collectivities", "sdg_id → sdgs"],
    "kept_relations": ["collectivity_id → collectivities", "partner_id → partners"],
    "kept_partners": ["partner_id → partners", "sdg_id → sdgs"],
}
INDEXES = {
    "sources": ["collectivity_id"],
    "documents": ["collectivity_id", "source_id"],
    "passages": ["document_id, position"],
    "commitments": [
        "collectivity_id, probability, id, status, withdrawn_on",
        "collectivity_id, status",
        "collectivity_id, status, withdrawn_on",
        "document_id",
        "id, withdrawn_on, collectivity_id, status",
        "passage_id",
        "status",
        "status, withdrawn_on",
    ],
    "commitment_sdgs": ["sdg_id", "sdg_id, declared, score, commitment_id"],
    "partners": ["country", "kind"],
    "partner_mentions": [
        "commitment_id",
        "commitment_id, partner_id",
        "document_id",
        "partner_id",
        "partner_id, commitment_id",
        "partner_id, document_id",
    ],
    "amounts": ["commitment_id", "document_id", "value"],
    "periods": ["commitment_id", "document_id", "end_year"],
    "indicators": ["commitment_id", "document_id", "target_year"],
    "failures": ["run_id"],
    "changes": ["commitment_id", "previous_id"],
    "kept_counts": ["collectivity_id", "sdg_id, collectivity_id, status"],
    "kept_relations": ["collectivity_id, commitments", "partner_id"],
    "kept_partners": ["partner_id", "sdg_id"],
}


@pytest.fixture
def db():
    database = Database(memory=True)
    ensure_shape(database)
    return database


def shape(db: Database) -> list[tuple]:
    return db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


def plain_tables(db: Database) -> list[str]:
    return [name for name in db.table_names() if "_fts" not in name]


def test_tables(db):
    """``*`` is the primary key, ``!`` never null."""
    found = {
        name: ", ".join(
            f"{c.name} {c.type.replace('FLOAT', 'REAL')}{'*' if c.is_pk else '!' if c.notnull else ''}"
            for c in db.table(name).columns
        )
        for name in plain_tables(db)
    }
    assert found == TABLES


def test_foreign_keys(db):
    found = {
        name: sorted(f"{k.column} → {k.other_table}" for k in db.table(name).foreign_keys) for name in plain_tables(db)
    }
    assert {name: keys for name, keys in found.items() if keys} == FOREIGN_KEYS


def test_indexes(db):
    found = {
        name: sorted(", ".join(i.columns) for i in db.table(name).indexes if i.origin == "c")
        for name in plain_tables(db)
    }
    assert {name: indexes for name, indexes in found.items() if indexes} == INDEXES


def test_every_foreign_key_can_be_followed_back_fast(db):
    """Deleting a row looks for its children: each such column leads an index, but for two journals of few rows."""
    slow = {
        f"{name}.{key.column}"
        for name in FOREIGN_KEYS
        for key in db.table(name).foreign_keys
        if key.column not in {db.table(name).pks[0], *(i.columns[0] for i in db.table(name).indexes)}
    }
    assert slow == {"failures.source_id", "source_states.document_id"}


def test_what_stands_is_found_by_its_own_index(db):
    (plan,) = db.execute(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM commitments WHERE collectivity_id = 'a' AND status = 'pledge' "
        "AND withdrawn_on IS NULL"
    ).fetchall()
    assert "COVERING INDEX idx_commitments_standing" in plan[-1]


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT status, count(*) FROM commitments WHERE withdrawn_on IS NULL GROUP BY status",
        "SELECT collectivity_id, count(*) FROM commitments WHERE withdrawn_on IS NULL GROUP BY collectivity_id",
        "SELECT id, status FROM commitments WHERE collectivity_id = 'a' AND withdrawn_on IS NULL "
        "ORDER BY probability DESC",
        "SELECT partner_id, document_id, count(*) FROM partner_mentions GROUP BY partner_id, document_id",
    ],
    ids=["facet of status", "facet of place", "surest of a place", "who is named where"],
)
def test_indices_alone_answer_what_lists_ask(db, asked):
    plan = [row[-1] for row in db.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert len(plan) == 1  # no sorting
    assert "COVERING INDEX" in plan[0]


@pytest.mark.parametrize("table", FULL_TEXT)
def test_search_tables(db, table):
    assert db.table(table).detect_fts() == f"{table}_fts"
    columns = [c.name for c in db.table(f"{table}_fts").columns]
    assert columns == FULL_TEXT[table]
    assert "tokenize='unicode61 remove_diacritics 2'" in db.table(f"{table}_fts").schema
    assert len([trigger for trigger in db.table(table).triggers if "_fts" in trigger.sql]) == 3


def test_goals(db):
    assert [g["id"] for g in db.table("sdgs").rows] == list(range(1, 18))
    assert [tuple(g.values()) for g in db.table("sdgs").rows] == list(GOALS)


def test_a_second_time_changes_nothing(db):
    before = shape(db)
    ensure_shape(db)
    assert shape(db) == before
    assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


@pytest.mark.parametrize("done", range(len(STEPS)))
def test_any_earlier_release_is_brought_up_to_date(db, done):
    old = Database(memory=True)
    ensure_shape(old, STEPS[:done])
    ensure_shape(old)
    assert shape(old) == shape(db)


def test_rows_survive_the_newest_step(tmp_path):
    old = Database(tmp_path / "old.db")
    ensure_shape(old, STEPS[:-1])
    old.table("collectivities").insert({"id": "a", "name": "Ville d'A", "level": "commune"})
    old.close()
    store = Store(tmp_path / "old.db")
    assert [c["id"] for c in store.db.table("collectivities").rows] == ["a"]
    store.close()


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_a_step_that_breaks_leaves_the_one_before(number):
    def half(db: Database) -> None:
        STEPS[number](db)
        raise RuntimeError("power cut")

    db, reference = Database(memory=True), Database(memory=True)
    ensure_shape(reference, STEPS[:number])
    with pytest.raises(RuntimeError):
        ensure_shape(db, (*STEPS[:number], half))
    assert shape(db) == shape(reference)
    assert db.execute("PRAGMA user_version").fetchone() == (number,)


def test_another_programs_database_is_left_as_it_is(tmp_path):
    file = tmp_path / "notes.db"
    db = Database(file)
    db["notes"].insert({"text": "milk"})
    db.close()
    before = file.read_bytes()
    with pytest.raises(StoreFailed, match=r"notes\.db: .*another program's \(it has notes\); name another file"):
        Store(file)
    assert file.read_bytes() == before
    assert [f.name for f in tmp_path.iterdir()] == ["notes.db"]


def test_a_later_release_is_refused(tmp_path):
    file = tmp_path / "later.db"
    Store(file).close()
    db = Database(file)
    db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    db.close()
    with pytest.raises(StoreFailed, match=f"number {len(STEPS) + 1}, this release knows {len(STEPS)}; upgrade"):
        Store(file)


def test_several_processes_may_open_a_new_database_at_once(tmp_path):
    errors: list[Exception] = []

    def open_it() -> None:
        try:
            Store(tmp_path / "new.db").close()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
