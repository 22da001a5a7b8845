"""What the store writes, version after version of a source, and what it leaves when something breaks."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from made_by_hand import BILAN, FIRST_DAY, PARTNERS, PLAN, Site, check, dump, extraction, snapshot
from sqlite_utils import Database

from pipeline import rows
from pipeline.errors import StoreFailed
from pipeline.link import stable_id
from pipeline.rows import source_link
from pipeline.store import Store
from pipeline.types import Commitment

INTRO = "Un préambule de 2019."
TREES = "Nous planterons 500 arbres avec Sève et Racines d'ici 2030, pour 40000 €."
MORE_TREES = "Nous planterons 800 arbres avec Sève et Racines d'ici 2032, pour 60000 €."
WATER = "Nous aidons Kendari à traiter l'eau des fontaines."
BIKES = "Nous doublerons la longueur des pistes cyclables."
DAY = {n: f"2026-01-{n:02}" for n in range(1, 32)}


# Whole rows


def test_whole_rows(site):
    site.says(INTRO, TREES, html="<p>…</p>")
    c = stable_id("commitment", "plan", TREES.lower()[:-1], 1)
    d = stable_id("document", "plan", f"{INTRO}\n{TREES}")
    start, end = len(INTRO) + 1, len(INTRO) + 1 + len(TREES)

    def fact(table: str, owner: str | None, text: str) -> dict:
        at = f"{INTRO}\n{TREES}".index(text)
        span = {"text": text, "start_char": at, "end_char": at + len(text)}
        return {"id": stable_id(table, owner or "plan", text, 1), "document_id": d, "commitment_id": owner, **span}

    def passage(position: int, text: str, start: int) -> dict:
        nowhere = {"page": None, "x0": None, "top": None, "x1": None, "bottom": None}
        place = {"id": stable_id("passage", d, position), "document_id": d, "position": position}
        words = {"start_char": start, "end_char": start + len(text), "text": text}
        return {**place, "kind": "paragraph", "heading": "Notre cap", **nowhere, **words, "ocr": 0}

    found = dump(site.store.db)
    assert found["documents"] == [
        {
            "id": d, "source_id": "plan", "collectivity_id": "clairval", "url": "https://exemple.fr/plan",
            "title": "Plan", "published_on": None, "fetched_at": "2026-01-01T03:00:00+00:00",
            "sha256": snapshot(PLAN, "<p>…</p>").sha256, "media_type": "text/html", "pages": None,
            "characters": end, "language": "fr", "text": f"{INTRO}\n{TREES}", "is_current": 1,
            "modified_on": None, "author": None,
        }
    ]  # fmt: skip
    assert found["commitments"] == [
        {
            "id": c, "document_id": d, "collectivity_id": "clairval", "passage_id": stable_id("passage", d, 1),
            "text": TREES, "status": "pledge", "probability": 0.9, "page": None, "start_char": start, "end_char": end,
            "heading": "Notre cap", "source_link": source_link(PLAN, extraction(INTRO, TREES).commitments[0]),
            "first_seen": DAY[1], "last_seen": DAY[1], "withdrawn_on": None, "by_person": 0,
        }
    ]  # fmt: skip
    assert sorted(found["passages"], key=lambda p: p["position"]) == [
        passage(0, INTRO, 0),
        passage(1, TREES, start),
    ]
    assert found["commitment_sdgs"] == [
        {"commitment_id": c, "sdg_id": 13, "score": 0.8, "declared": 0},
        {"commitment_id": c, "sdg_id": 6, "score": 1.0, "declared": 1},
    ]
    seve = {"id": "p-seve", "name": "Sève et Racines", "kind": "association", "country": "FR"}
    assert found["partners"] == [seve | {"latitude": None, "longitude": None}]
    assert found["partner_mentions"] == [fact("mention", c, "Sève et Racines") | {"partner_id": "p-seve"}]
    money = {"value": 40000.0, "max_value": None, "currency": "EUR", "per": None, "role": None, "payer": None}
    assert found["amounts"] == [fact("amount", c, "40000 €") | money]
    years = sorted(found["periods"], key=lambda p: p["start_char"])
    assert years == [
        fact("period", None, "2019") | {"start_year": None, "end_year": 2019, "resolved": 0},
        fact("period", c, "2030") | {"start_year": None, "end_year": 2030, "resolved": 0},
    ]
    silent = ("max_value", "unit", "per", "direction", "baseline_value", "baseline_year", "target_year")
    assert found["indicators"] == [
        fact("indicator", c, "500 arbres") | {"value": 500.0, "counted": "arbres"} | dict.fromkeys(silent)
    ]
    assert found["changes"] == [
        {
            "run_id": "run 1",
            "commitment_id": c,
            "change": "added",
            "previous_id": None,
            "similarity": None,
            "difference": None,
        }
    ]
    state = {"source_id": "plan", "fingerprint": "fingerprint 1", "document_id": d}
    assert found["source_states"] == [state | {"answered_at": "2026-01-01T03:00:00+00:00", "gone_on": None}]
    run = {"id": "run 1", "started_at": "2026-01-01T03:00:00+00:00", "ended_at": "2026-01-01T03:00:00+00:00"}
    counts = {"sources": 1, "processed": 1, "unchanged": 0, "failed": 0}
    assert found["runs"] == [run | {"status": "ok", "versions": "{}"} | counts]
    assert found["failures"] == []
    place = {"latitude": 48.0, "longitude": -1.5, "population": 12345}
    assert found["collectivities"] == [
        {"id": "clairval", "name": "Ville de Clairval", "level": "commune", "insee": "99001", **place}
    ]
    source = {"id": "plan", "collectivity_id": "clairval", "url": "https://exemple.fr/plan"}
    assert found["sources"][1] == source | {"title": "Plan", "kind": "strategy"}


def test_offsets_are_code_points(site):
    """Characters beyond the basic plane count once, in Python and in SQLite."""
    site.says("Ballons 🎈🎈 et co\u0301te\u0301s.", "Nous 🎈 aidons Kendari pour 5 €.")
    assert [a["text"] for a in site.store.db.table("amounts").rows] == ["5 €"]


# One version after another


def test_saving_twice_changes_nothing(site):
    site.says(INTRO, TREES, WATER)
    before = dump(site.store.db)
    found = extraction(INTRO, TREES, WATER)
    again = snapshot(PLAN, f"1{found.text}", FIRST_DAY)
    assert site.store.save(PLAN, again, found, "fingerprint 1", "run 1", FIRST_DAY) == ()
    assert dump(site.store.db) == before
    check(site.store.db)


def test_added(site):
    site.says(INTRO, TREES)
    site.says(INTRO, TREES, WATER)
    assert site.history() == {TREES: (DAY[1], DAY[2], None), WATER: (DAY[2], DAY[2], None)}
    assert site.told() == [("run 1", "added", TREES, None), ("run 2", "added", WATER, None)]


def test_withdrawn_keeps_all_that_belongs_to_it(site):
    site.says(INTRO, TREES, WATER)
    owned = {name: dump(site.store.db)[name] for name in ("amounts", "indicators")}
    site.says(WATER)
    assert site.history() == {TREES: (DAY[1], DAY[1], DAY[2]), WATER: (DAY[1], DAY[2], None)}
    assert site.told()[-1] == ("run 2", "withdrawn", TREES, None)
    found = dump(site.store.db)
    trees = stable_id("commitment", "plan", TREES.lower()[:-1], 1)
    assert (found["amounts"], found["indicators"]) == (owned["amounts"], owned["indicators"])
    assert {m["partner_id"] for m in found["partner_mentions"]} == {"p-seve", "p-kendari"}
    assert [p["text"] for p in found["periods"]] == ["2030"], "2019 stood outside of any commitment"
    assert sum(s["commitment_id"] == trees for s in found["commitment_sdgs"]) == 2
    assert [(d["text"], d["is_current"]) for d in sorted(found["documents"], key=lambda d: d["is_current"])] == [
        (f"{INTRO}\n{TREES}\n{WATER}", 0),
        (WATER, 1),
    ]
    assert next(c for c in found["commitments"] if c["id"] == trees)["passage_id"] is None


def test_reworded(site):
    site.says(INTRO, TREES)
    (change,) = site.says(INTRO, MORE_TREES)
    assert site.history() == {TREES: (DAY[1], DAY[1], DAY[2]), MORE_TREES: (DAY[2], DAY[2], None)}
    assert site.told()[-1] == ("run 2", "reworded", MORE_TREES, TREES)
    assert change.similarity > 0.9
    assert sorted(a["value"] for a in site.store.db.table("amounts").rows) == [40000, 60000]


def test_moved(site):
    site.says(INTRO, TREES, WATER, BIKES)
    ids = {c["text"]: c["id"] for c in site.store.db.table("commitments").rows}
    assert site.says(BIKES, WATER, INTRO, TREES) == ()
    assert {c["text"]: c["id"] for c in site.store.db.table("commitments").rows} == ids
    assert len(list(site.store.db.table("documents").rows)) == 1


def test_furniture_changed(site):
    site.says(TREES, html="<nav>Accueil</nav>")
    before = dump(site.store.db)
    assert site.says(TREES, html="<nav>Accueil, contact</nav>") == ()
    after = dump(site.store.db)
    assert after["amounts"] == before["amounts"]
    assert after["documents"][0]["id"] == before["documents"][0]["id"]
    assert after["documents"][0]["sha256"] != before["documents"][0]["sha256"]
    assert site.history() == {TREES: (DAY[1], DAY[2], None)}


def test_reappearing_after_withdrawal(site):
    site.says(INTRO, TREES, WATER)
    site.says(WATER)
    site.says(TREES, WATER, BIKES)
    assert site.history()[TREES] == (DAY[1], DAY[3], None)
    assert site.told()[-2:] == [("run 3", "added", TREES, None), ("run 3", "added", BIKES, None)]
    assert [d["text"] for d in site.store.db.table("documents").rows] == [f"{TREES}\n{WATER}\n{BIKES}"]


def test_reappearing_leaves_nothing_of_what_was_found_in_it_before(site):
    """Between the two, the rules for partners, sums and goals changed: none of the old findings stays."""
    site.says(INTRO, TREES)
    site.says(INTRO)
    found = extraction(INTRO, TREES, BIKES)
    (trees, bikes), site.days = found.commitments, 3
    poorer = replace(
        found, commitments=(replace(trees, sdgs=trees.sdgs[:1]), bikes), mentions=(), amounts=(), periods=()
    )
    site.store.save(PLAN, snapshot(PLAN, "3"), poorer, "3", site.begin(), site.now)
    check(site.store.db)
    after = dump(site.store.db)
    assert (after["partner_mentions"], after["amounts"], after["periods"], after["partners"]) == ([], [], [], [])
    assert [s["sdg_id"] for s in after["commitment_sdgs"] if s["commitment_id"] == trees.id] == [13]
    assert len(after["documents"]) == 1


def test_back_to_the_words_of_an_old_version(site):
    site.says(INTRO, TREES)
    site.says(INTRO, WATER)
    site.says(INTRO, TREES)
    assert site.history() == {TREES: (DAY[1], DAY[3], None), WATER: (DAY[2], DAY[2], DAY[3])}
    assert [
        (d["is_current"], d["text"][-len(WATER) :])
        for d in site.store.db.table("documents").rows
        if not d["is_current"]
    ] == [(0, WATER)]


def test_a_rewording_taken_back(site):
    site.says(TREES)
    site.says(MORE_TREES)
    site.says(TREES)
    assert site.history() == {TREES: (DAY[1], DAY[3], None), MORE_TREES: (DAY[2], DAY[2], DAY[3])}
    assert [t[1:] for t in site.told()] == [
        ("added", TREES, None),
        ("reworded", MORE_TREES, TREES),
        ("reworded", TREES, MORE_TREES),
    ]


def test_said_twice(site):
    site.says(TREES, INTRO, TREES)
    assert len(list(site.store.db.table("commitments").rows)) == 2
    assert site.says(INTRO, TREES) == ()
    assert site.history() == {TREES: (DAY[1], DAY[2], None)}


def test_twelve_versions(site):
    """Each state is checked by ``says``: slices, keys, indexes. Told once more at the end, as a reader would."""
    versions = [
        (INTRO, TREES), (INTRO, TREES, WATER), (WATER, TREES), (WATER, INTRO, MORE_TREES), (MORE_TREES,), (),
        (BIKES,), (BIKES, WATER), (BIKES, BIKES, WATER), (WATER, BIKES), (TREES, WATER, BIKES), (INTRO,),
    ]  # fmt: skip
    for lines in versions:
        site.says(*(lines or ("Page en travaux.",)))
    assert site.history() == {
        TREES: (DAY[1], DAY[11], DAY[12]),
        MORE_TREES: (DAY[4], DAY[5], DAY[6]),
        WATER: (DAY[2], DAY[11], DAY[12]),
        BIKES: (DAY[7], DAY[11], DAY[12]),
    }
    assert [(int(run[4:]), change, words) for run, change, words, _ in site.told()] == [
        (1, "added", TREES), (2, "added", WATER), (4, "reworded", MORE_TREES), (5, "withdrawn", WATER),
        (6, "withdrawn", MORE_TREES), (7, "added", BIKES), (8, "added", WATER), (11, "added", TREES),
        (12, "withdrawn", TREES), (12, "withdrawn", WATER), (12, "withdrawn", BIKES),
    ]  # fmt: skip


# What we find otherwise is no change of the source


def test_other_rules_on_the_same_bytes_change_nothing(site):
    site.says(TREES, WATER, html="page")
    assert site.says(TREES, WATER, html="page", blind=WATER) == ()
    assert site.history() == {TREES: (DAY[1], DAY[2], None)}
    assert site.says(TREES, WATER, html="page") == ()
    assert site.told() == [("run 1", "added", TREES, None)], "what was told of a retracted commitment goes with it"


def test_other_rules_on_a_changed_page(site):
    site.says(TREES, WATER)
    site.says(TREES, WATER, BIKES, blind=WATER)
    assert set(site.history()) == {TREES, BIKES}
    assert [t[1:3] for t in site.told()] == [("added", TREES), ("added", BIKES)]


def test_retracting_a_rewording_leaves_the_old_wording_withdrawn(site):
    site.says(INTRO, TREES)
    site.says(INTRO, MORE_TREES)
    site.says(INTRO, MORE_TREES, blind=MORE_TREES)
    assert site.history() == {TREES: (DAY[1], DAY[1], DAY[2])}
    assert site.told()[-1] == ("run 2", "withdrawn", TREES, None)


def test_retracting_what_was_reworded_leaves_the_new_wording_added(site):
    site.says(TREES)
    site.says(MORE_TREES)
    site.says(TREES, MORE_TREES)
    site.says(TREES, MORE_TREES, blind=TREES)
    assert [t[1:] for t in site.told()] == [("added", MORE_TREES, None)]


# Several sources


def test_partners_are_merged_across_sources(site):
    site.says(WATER)
    site.says("Kendari a reçu 300 €.", source=BILAN)
    assert [p["id"] for p in site.store.db.table("partners").rows] == ["p-kendari"]
    assert len(list(site.store.db.table("partner_mentions").rows)) == 2


@pytest.mark.parametrize("order", [(PLAN, BILAN), (BILAN, PLAN)], ids=["plan first", "bilan first"])
def test_sources_that_disagree_on_a_partner_do_not_take_turns(site, order):
    """Whoever was refreshed last, the first source by id ("bilan") decides."""
    city = {"Kendari": PARTNERS["Kendari"]}
    club = {"Kendari": replace(PARTNERS["Kendari"], kind="association", country=None)}
    for extra in ("", " Encore.", " Toujours."):
        for source in order:
            site.says(WATER + extra, source=source, partners=city if source is PLAN else club)
    (partner,) = site.store.db.table("partners").rows
    assert (partner["kind"], partner["country"]) == ("association", None)
    site.says("Plus rien.", source=BILAN)  # withdrawn: kept, but no longer decides
    site.says(WATER, BIKES, source=PLAN, partners=city)
    (partner,) = site.store.db.table("partners").rows
    assert (partner["kind"], partner["country"]) == ("territory", "ID")


def test_partners_nobody_mentions_are_forgotten(site):
    site.says("Le maire de Kendari en visite.", "Un mot de Sève et Racines.")
    site.says("Un mot de Sève et Racines.", source=BILAN)
    site.says("Rien.")
    assert [p["id"] for p in site.store.db.table("partners").rows] == ["p-seve"]


def test_same_words_in_two_sources_are_two_commitments(site):
    site.says(TREES)
    site.says(TREES, source=BILAN)
    site.says(INTRO)
    standing = site.store.db.execute(
        "SELECT d.source_id FROM commitments c JOIN documents d ON d.id = c.document_id WHERE withdrawn_on IS NULL"
    )
    assert standing.fetchall() == [("bilan",)]


def test_totals_count_what_stands(site):
    site.says(TREES, WATER)
    site.says(TREES)
    (row,) = site.store.totals()
    assert row == {
        "name": "Ville de Clairval", "documents": 1, "pledges": 1, "actions": 0, "results": 0, "partners": 1,
        "euros": 40000.0,
    }  # fmt: skip


# Touch


def test_touch_is_for_what_stands(site):
    site.says(TREES, WATER)
    site.says(TREES)
    site.store.touch("plan", "run 1", FIRST_DAY + timedelta(days=8))
    assert site.history() == {TREES: (DAY[1], DAY[9], None), WATER: (DAY[1], DAY[1], DAY[2])}
    site.store.touch("plan", "run 1", FIRST_DAY + timedelta(days=7))
    assert site.history()[TREES] == (DAY[1], DAY[9], None)
    check(site.store.db)


# Search


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("commitments", "seve"),
        ("commitments", "SÈVE"),
        ("documents", "preambule"),
        ("passages", "préambule"),
        ("partners", "seve"),
        ("partner_mentions", "Sevè"),
    ],
)
def test_search_folds_accents(site, table, words):
    site.says(INTRO, TREES)
    assert len(list(site.store.db.table(table).search(words))) == 1


def test_search_forgets_what_goes(site):
    site.says(INTRO, TREES)
    site.says(BIKES)
    assert list(site.store.db.table("passages").search("preambule")) == []
    assert [c["text"] for c in site.store.db.table("commitments").search("arbres")] == [TREES]


# Whole or not at all


STEPS = ["document_row", "passage_row", "commitment_row", "sdg_rows", "partner_row", "change_row", "FactRows"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), KeyboardInterrupt()], ids=["disk", "^C"])
def test_a_failure_on_the_way_leaves_what_was(site, monkeypatch, step, error):
    site.says(INTRO, TREES, WATER)
    before = dump(site.store.db)

    def fail(*_):
        raise error

    monkeypatch.setattr(rows, step, fail)
    found = extraction(INTRO, MORE_TREES)
    with pytest.raises((StoreFailed, KeyboardInterrupt)) as caught:
        site.store.save(PLAN, snapshot(PLAN, "x"), found, "2", "run 1", FIRST_DAY)
    assert isinstance(error, KeyboardInterrupt) or "the data of before is kept" in str(caught.value)
    monkeypatch.undo()
    assert dump(site.store.db) == before
    assert not site.store.db.conn.in_transaction
    check(site.store.db)
    site.says(INTRO, MORE_TREES)


def test_a_row_the_schema_refuses_leaves_what_was(site):
    site.says(TREES)
    before = dump(site.store.db)
    lost = replace(extraction(WATER), amounts=extraction(TREES).amounts)  # of a commitment that is not there
    wrong = tuple((a, "nobody") for a, _ in lost.amounts)
    with pytest.raises(StoreFailed, match="FOREIGN KEY"):
        site.store.save(PLAN, snapshot(PLAN, "x"), replace(lost, amounts=wrong), "2", "run 1", FIRST_DAY)
    assert dump(site.store.db) == before


def test_a_reader_sees_the_old_content_until_the_end(site, monkeypatch):
    site.says(TREES)
    seen = []
    original = rows.change_row

    def look(*args):
        reader = sqlite3.connect(f"file:{site.store.path}?mode=ro", uri=True)
        seen.append(reader.execute("SELECT text FROM commitments WHERE withdrawn_on IS NULL").fetchall())
        reader.close()
        return original(*args)

    monkeypatch.setattr(rows, "change_row", look)
    site.says(WATER)
    assert seen[0] == [(TREES,)]


# Opening


def test_opens_again(tmp_path):
    for _ in range(2):
        store = Store(tmp_path / "new" / "folder" / "a.db")
        assert store.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store.db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        store.close()


def test_not_a_database(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("Ceci n'est pas une base." * 100)
    with pytest.raises(StoreFailed, match=r"notes\.txt: cannot be opened as a database: file is not a database"):
        Store(file)
    assert file.read_text().startswith("Ceci")


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(StoreFailed, match="unable to open"):
        Store(tmp_path)


def test_somebody_elses_database_is_left_alone(tmp_path):
    file = tmp_path / "other.db"
    other = Database(file)
    other.table("documents").insert({"id": 1, "title": "à quelqu'un d'autre"})
    other.close()
    with pytest.raises(StoreFailed, match="documents"):
        Store(file)
    assert Database(file).table_names() == ["documents"]


# Runs


def test_a_run_that_never_ended_is_marked_by_the_next(site):
    for day in (1, 2):
        site.days = day
        site.begin()
    assert [(r["id"], r["status"]) for r in site.store.db.table("runs").rows] == [
        ("run 1", "interrupted"),
        ("run 2", "running"),
    ]


def test_failures_name_run_source_stage_and_cause(site):
    site.store.record_failure(Site.begin(site), "plan", "fetch", "HTTP 404")
    (failure,) = site.store.db.table("failures").rows
    assert failure == {"id": 1, "run_id": "run 0", "source_id": "plan", "stage": "fetch", "cause": "HTTP 404"}


# Links


def commitment(text: str, page: int | None = None) -> Commitment:
    return Commitment("c", 0, 0, len(text), text, "pledge", 0.9, (), "", page)


LONG = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"


@pytest.mark.parametrize(
    ("url", "text", "page", "link"),
    [
        ("https://e.fr/p", "Planter, puis arroser", None, "https://e.fr/p#:~:text=Planter%2C%20puis%20arroser"),
        ("https://e.fr/p", "Vice-président & Cie", None, "https://e.fr/p#:~:text=Vice%2Dpr%C3%A9sident%20%26%20Cie"),
        ("https://e.fr/p#haut", "Planter", None, "https://e.fr/p#haut:~:text=Planter"),
        ("https://e.fr/p.pdf", "Planter", 3, "https://e.fr/p.pdf#page=3"),
        ("https://e.fr/p.pdf#page=1", "Planter", 3, "https://e.fr/p.pdf#page=3"),
        (
            "https://e.fr/p", LONG, None,
            "https://e.fr/p#:~:text=un%20deux%20trois%20quatre%20cinq%20six%20sept%20huit,"
            "dix%20onze%20douze%20treize%20quatorze%20quinze%20seize%20dix%2Dsept",
        ),
    ],
)  # fmt: skip
def test_source_link(url, text, page, link):
    assert source_link(replace(PLAN, url=url), commitment(text, page)) == link


def test_a_local_page_has_no_fragment():
    assert (
        source_link(replace(PLAN, url="html/plan.html", path="/x/plan.html"), commitment("Planter")) == "html/plan.html"
    )
