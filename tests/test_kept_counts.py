"""What is counted when a refresh ends is what would be counted now, or is not there."""

from __future__ import annotations

import pytest
from made_by_hand import BILAN, counted, kept

TREES = "Nous planterons 500 arbres avec Sève et Racines d'ici 2030, pour 40000 €."
WATER = "Nous aidons Kendari à traiter l'eau des fontaines avec Sève et Racines."


@pytest.fixture
def two_sources(site):
    site.says(TREES)
    site.says(TREES, WATER, source=BILAN)
    return site


def test_counted_when_the_run_ended(two_sources):
    db = two_sources.store.db
    assert kept(db) == counted(db)
    standing = [row for row in kept(db)["kept_counts"] if row[0] is None]
    assert sum(row[-1] for row in standing) == 3
    assert {row[1:] for row in kept(db)["kept_relations"] if row[1] == "p-seve"} == {("p-seve", 3, 3)}


def test_withdrawn_words_no_longer_count(two_sources):
    two_sources.says(WATER, source=BILAN)
    db = two_sources.store.db
    assert kept(db) == counted(db)
    assert sum(row[-1] for row in kept(db)["kept_counts"] if row[0] is None) == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE commitments SET withdrawn_on = '2026-01-09'",
        "UPDATE commitments SET status = 'result'",
        "DELETE FROM commitment_sdgs",
        "UPDATE commitment_sdgs SET sdg_id = 5 WHERE sdg_id = 13",
        "DELETE FROM partner_mentions",
        "UPDATE partner_mentions SET commitment_id = NULL",
    ],
)
def test_whoever_changes_what_is_counted_empties_it(two_sources, change):
    db = two_sources.store.db
    with db.conn:
        db.execute(change)
    assert not any(kept(db).values())
    two_sources.store.end_run("run 2", "2026-01-09T00:00:00+00:00", "ok", {})
    assert kept(db) == counted(db)
    assert any(kept(db).values())


@pytest.mark.parametrize(
    "change", ["UPDATE commitments SET last_seen = '2026-01-09'", "UPDATE partners SET country = 'DE'"]
)
def test_what_is_not_counted_leaves_it(two_sources, change):
    db = two_sources.store.db
    before = kept(db)
    with db.conn:
        db.execute(change)
    assert kept(db) == before
