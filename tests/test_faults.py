"""Killed, full, not to be written, locked, read meanwhile: what is left each time, and that people are told.

The kills are those of ``tests/faults.py``, a few of them; run that file for as many as you like.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from made_by_hand import check, content, write_corpus
from sqlite_utils import Database

from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings

KILLS = 6


@pytest.fixture(scope="module")
def left() -> dict:
    """What ``faults.py`` saw; it has checked every database it left behind."""
    command = [sys.executable, str(Path(__file__).with_name("faults.py")), str(KILLS), "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_at_random_instants_the_next_run_completes_it(left):
    assert left["kills"]["kills"] == KILLS
    assert left["kills"]["killed"] >= KILLS // 2, "else the instants are not spread over the run"


def test_a_full_disk_is_named_and_the_old_data_stays(left):
    full = left["full"]
    assert full["status"] == 1
    assert full["error"].startswith("StoreFailed: ")
    assert "disk" in full["error"]
    assert full["same"], "nothing is lost"
    assert full["after"] == "ok", "with room again, the next run is as any other"


def test_a_read_only_folder_is_named_and_the_old_data_stays(left):
    found = left["read_only"]
    assert found["status"] == 1
    assert found["error"].startswith("StoreFailed: ")
    assert found["error"].endswith("its folder cannot be written: Permission denied")
    assert found["same"]


def test_readers_see_no_error_while_a_refresh_writes(no_model, tmp_path):
    """Datasette, asked all the time; what it shows is whole at every moment."""
    from datasette.app import Datasette

    words = {f"page-{n}": "\n".join(f"Nous ferons {k} choses pour {k} €." for k in range(20)) for n in range(25)}
    corpus = write_corpus(tmp_path / "corpus", words)
    options = Options(corpus, tmp_path / "a.db")
    refresh(Options(corpus, options.database, only=("page-0",)), Settings())
    answers: list[tuple[int, int]] = []
    done = threading.Event()

    async def read() -> None:
        site = Datasette([str(options.database)])
        await site.invoke_startup()
        name = "engagements" if "engagements" in site.databases else "a"  # the site's plugin, where loaded, renames it
        sql = "select count(*) as n, (select count(*) from amounts) as m from commitments"
        while not done.is_set():
            for path in (
                f"/{name}.json?sql={sql.replace(' ', '+')}&_shape=array",
                f"/{name}/commitments.json?_search=choses",
            ):
                answer = await site.client.get(path)
                assert answer.status_code == 200, answer.text
                if "sql=" in path:
                    answers.append((answer.json()[0]["n"], answer.json()[0]["m"]))

    failure: list[BaseException] = []

    def reader() -> None:
        try:
            asyncio.run(read())
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=reader)
    thread.start()
    try:
        for _ in range(3):
            report = refresh(options, Settings())
            assert not report.failed
            for name, text in words.items():
                (corpus / f"{name}.txt").write_text(text.replace("choses", f"choses {len(answers)}"), encoding="utf-8")
    finally:
        done.set()
        thread.join(60)
    assert failure == []
    assert len(set(answers)) > 2, "it was read on the way"
    assert all(commitments == amounts and commitments % 20 == 0 for commitments, amounts in answers)
    db = Database(options.database)
    check(db)
    db.close()


def test_a_back_up_taken_during_a_refresh_is_whole_and_can_be_restored(no_model, tmp_path):
    """The commands of docs: ``sqlite3 a.db ".backup b.db"`` does what ``Connection.backup`` does."""
    import sqlite3

    words = {f"page-{n}": f"Nous ferons {n} choses." for n in range(30)}
    corpus = write_corpus(tmp_path / "corpus", words)
    database, copy = tmp_path / "a.db", tmp_path / "copy.db"
    copied: list[int] = []

    def back_up(_: object) -> None:
        if not copied:
            source, target = sqlite3.connect(database), sqlite3.connect(copy)
            source.backup(target)
            copied.append(target.execute("SELECT count(*) FROM documents").fetchone()[0])
            source.close()
            target.close()

    refresh(Options(corpus, database), Settings(), back_up)
    assert copied == [1]
    restored = Database(copy)
    check(restored)
    restored.close()
    refresh(Options(corpus, copy), Settings())
    assert content(copy) == content(database)
