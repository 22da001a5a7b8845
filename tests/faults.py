"""Refreshes that are killed, run out of disk, may not write: what is left, and what the next run makes of it.

    python tests/faults.py KILLS [SEED]

plays KILLS versions of a small site, twice: on one database every refresh is killed with SIGKILL at a random instant
and then run again, on the other nothing disturbs it. Store, lock, snapshots, fetching are the real ones; documents are
analysed line by line (``made_by_hand``), a hundredth of a second each, so that 200 kills take minutes. Every kill is
followed by SQLite's own checks and ours. Children are forked from one process that has everything loaded.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import made_by_hand
from made_by_hand import check, content, write_corpus
from sqlite_utils import Database

import pipeline.analyse
import pipeline.fingerprint
from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings

SETTINGS = replace(Settings(), fetch_attempts=1, fetch_pause_seconds=0, allow_private_addresses=True, fetch_threads=2)
LOCAL, WEB = 4, 2
LIMIT = 60
"""Seconds a child may take."""
NOBODY = 65534


def slowly(*args):
    time.sleep(0.01)
    return made_by_hand.analyse(*args)


pipeline.analyse.analyse = slowly
pipeline.fingerprint._engine = lambda *_: "by hand"


class Town:
    """A site in a folder, served by a process of its own, and two corpora that read it."""

    def __init__(self, folder: Path) -> None:
        self.web = folder / "web"
        self.web.mkdir()
        self.version(0, ())
        listening = subprocess.Popen(
            [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(self.web)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert listening.stdout is not None
        port = listening.stdout.readline().split("port ")[1].split()[0]
        self.server = listening
        sources = {f"local-{n}": "Nous commençons." for n in range(LOCAL)}
        sources |= {f"web-{n}": f"http://127.0.0.1:{port}/web-{n}.txt" for n in range(WEB)}
        self.corpora = [write_corpus(folder / name, sources) for name in ("calm", "rough")]

    def version(self, number: int, corpora: tuple[Path, ...]) -> None:
        """Every source says something else, some of it as before, some a little otherwise."""
        for n in range(LOCAL + WEB):
            kind, place = ("local", n) if n < LOCAL else ("web", n - LOCAL)
            lines = [
                f"Nous planterons {number * 7 % 50 + n} arbres pour {number * 100} € avec Kendari.",
                f"Nous ferons la chose numéro {(number + n) // 3} avant 20{30 + number % 9}.",
                "Un mot de Sève et Racines.",
            ]
            text = "\n".join(lines)
            if kind == "web":
                file = self.web / f"web-{place}.txt"
                file.write_text(text, encoding="utf-8")
                os.utime(file, (number * 10 + 1e9, number * 10 + 1e9))  # Last-Modified has whole seconds
            else:
                for corpus in corpora:
                    (corpus / f"local-{place}.txt").write_text(text, encoding="utf-8")


def run(corpus: Path) -> None:
    refresh(Options(corpus, corpus / "a.db"), SETTINGS)


def forked(action: Callable[[], None], kill_after: float | None = None) -> tuple[int, str]:
    """Do it in a child, killed after so many seconds. Returns its exit status (-9: killed) and what it died of."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 0
        try:
            action()
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode()[:4000])
            status = 1
        os._exit(status)
    os.close(writing)
    deadline = time.monotonic() + (LIMIT if kill_after is None else kill_after)
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() >= deadline:
            os.kill(pid, signal.SIGKILL)
            break
        time.sleep(0.001)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as pipe:
        return os.waitstatus_to_exitcode(status), pipe.read().decode()


def sound(database: Path) -> None:
    """It opens, and SQLite's checks and ours pass."""
    db = Database(database)
    try:
        if db.table_names():
            check(db)
    finally:
        db.close()


def kills(town: Town, times: int, chance: random.Random) -> dict:
    """Returns how many refreshes were killed on their way, and in which state the last run was left."""
    calm, rough = town.corpora
    run(calm)
    run(rough)
    killed, left = 0, []
    for number in range(1, times + 1):
        town.version(number, (calm, rough))
        began = time.monotonic()
        run(calm)
        usual = time.monotonic() - began
        status, _ = forked(lambda: run(rough), kill_after=chance.uniform(0, usual))
        killed += status == -signal.SIGKILL
        if (rough / "a.db").exists():
            sound(rough / "a.db")
        left.append(last_run(rough / "a.db"))
        status, error = forked(lambda: run(rough))
        assert status == 0, error
        sound(rough / "a.db")
        assert content(rough / "a.db") == content(calm / "a.db"), f"version {number} differs"
    drafts = [p.name for p in rough.rglob(".*.tmp")]
    return {"kills": times, "killed": killed, "running": left.count("running"), "drafts": len(drafts)}


def last_run(database: Path) -> str | None:
    if not database.exists():
        return None
    connection = sqlite3.connect(database)
    try:
        row = connection.execute("SELECT status FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    except sqlite3.Error:  # killed before it had a shape
        return None
    finally:
        connection.close()
    return row and row[0]


def full_disk(town: Town) -> dict:
    """No file may grow: what SQLite and the snapshots meet on a full disk."""
    corpus = town.corpora[0]
    run(corpus)
    before = content(corpus / "a.db")
    town.version(999, (corpus,))
    size = max((corpus / name).stat().st_size for name in ("a.db",))
    (corpus / "a.db-wal").unlink(missing_ok=True)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (min(size, 8192), resource.RLIM_INFINITY))
        run(corpus)

    status, error = forked(limited)
    sound(corpus / "a.db")
    same = content(corpus / "a.db") == before
    run(corpus)
    sound(corpus / "a.db")
    return {"status": status, "error": error, "same": same, "after": last_run(corpus / "a.db")}


def read_only(town: Town) -> dict:
    """The folder belongs to somebody else and may not be written."""
    corpus = town.corpora[1]
    run(corpus)
    before = content(corpus / "a.db")
    for path in (*corpus.rglob("*"), corpus):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def as_nobody() -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        run(corpus)

    status, error = forked(as_nobody)
    for path in (corpus, *corpus.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return {"status": status, "error": error, "same": content(corpus / "a.db") == before}


def main(times: int, seed: int) -> dict:
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        town = Town(folder)
        try:
            began = time.monotonic()
            found = {"kills": kills(town, times, random.Random(seed))}
            found |= {"full": full_disk(town), "read_only": read_only(town)}
            return {**found, "seconds": round(time.monotonic() - began, 1), "seed": seed}
        finally:
            town.server.terminate()
            town.server.wait(10)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1), ensure_ascii=False))
