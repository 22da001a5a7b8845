"""Extractions built by hand, in French, without a model: one line of text is one passage and one unit.

Lines that hold "nous" are commitments; sums, years, numbers of trees (in commitments) and the names of ``PARTNERS``
in any line are facts.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from pipeline.changes import Change
from pipeline.errors import EmptyDocument, ModelMissing
from pipeline.kept_counts import LIVE
from pipeline.link import normal, stable_id
from pipeline.migrations import FULL_TEXT
from pipeline.obtain import Obtained
from pipeline.process import Options, Processed
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.types import (
    Amount,
    Collectivity,
    Commitment,
    Extraction,
    Indicator,
    Partner,
    PartnerMention,
    Passage,
    Period,
    SdgLink,
    Snapshot,
    Source,
)

DEMO = Path(__file__).parents[1] / "corpus" / "demo"

CLAIRVAL = Collectivity("clairval", "Ville de Clairval", "commune", ("la Ville",), "99001", 48.0, -1.5, 12345)
PLAN = Source("plan", CLAIRVAL, "https://exemple.fr/plan", "strategy", title="Plan")
BILAN = Source("bilan", CLAIRVAL, "https://exemple.fr/bilan", "report", title="Bilan")
PARTNERS = {
    "Kendari": Partner("p-kendari", "Kendari", "territory", "ID", -3.97, 122.51),
    "Sève et Racines": Partner("p-seve", "Sève et Racines", "association", "FR"),
}
FACTS = ("commitments", "partner_mentions", "amounts", "periods", "indicators")
FIRST_DAY = datetime(2026, 1, 1, 3, tzinfo=UTC)


def snapshot(source: Source, content: str, at: datetime = FIRST_DAY) -> Snapshot:
    raw = content.encode()
    return Snapshot(source.id, source.url, raw, "text/html", hashlib.sha256(raw).hexdigest(), at)


def extraction(
    *lines: str, source: Source = PLAN, partners: dict[str, Partner] = PARTNERS, blind: str | None = None
) -> Extraction:
    """What a model would find; ``blind`` is a line it does not take for a commitment."""
    text = "\n".join(lines)
    passages: list[Passage] = []
    commitments: list[Commitment] = []
    seen: Counter[str] = Counter()
    start = 0
    for position, line in enumerate(lines):
        passages.append(Passage(position, "paragraph", "Notre cap", start, start + len(line), line))
        if "nous" in line.lower() and line != blind:
            seen[normal(line)] += 1
            identifier = stable_id("commitment", source.id, normal(line), seen[normal(line)])
            sdgs = (SdgLink(13, 0.8), SdgLink(6, 1.0, declared=True))
            commitments.append(
                Commitment(identifier, position, start, start + len(line), line, "pledge", 0.9, sdgs, "Notre cap")
            )
        start += len(line) + 1

    def owned(pattern: str, build):
        for found in re.finditer(pattern, text):
            owner = next((c.id for c in commitments if c.start <= found.start() < c.end), None)
            yield build(found), owner

    names = "|".join(map(re.escape, partners))
    return Extraction(
        text=text,
        passages=tuple(passages),
        commitments=tuple(commitments),
        mentions=tuple(owned(names, lambda m: PartnerMention(m.start(), m.end(), m[0], partners[m[0]]))),
        amounts=tuple(owned(r"(\d+) €", lambda m: Amount(m.start(), m.end(), m[0], float(m[1]), "EUR"))),
        periods=tuple(owned(r"20\d\d", lambda m: Period(m.start(), m.end(), m[0], None, int(m[0])))),
        indicators=tuple(
            (i, c)
            for i, c in owned(r"(\d+) arbres", lambda m: Indicator(*m.span(), m[0], float(m[1]), counted="arbres"))
            if c is not None
        ),
        title=source.title,
        language="fr",
    )


@dataclass
class Site:
    """Plays successive versions of sources, one a day."""

    store: Store
    days: int = 0

    def says(self, *lines: str, source: Source = PLAN, html: str | None = None, **kinds) -> tuple[Change, ...]:
        """Store what a source says today; ``html`` is what stands around the words. Returns the changes."""
        self.days += 1
        run_id = self.begin()
        found = extraction(*lines, source=source, **kinds)
        answer = snapshot(source, html if html is not None else f"{self.days}{found.text}", self.now)
        changes = self.store.save(source, answer, found, f"fingerprint {self.days}", run_id, self.now)
        self.store.end_run(run_id, self.now.isoformat(), "ok", {"processed": 1, "unchanged": 0, "failed": 0})
        check(self.store.db)
        return changes

    def begin(self) -> str:
        self.store.save_manifest([PLAN, BILAN])
        run_id = f"run {self.days}"
        self.store.begin_run(run_id, self.now.isoformat(), "{}", 1)
        return run_id

    @property
    def now(self) -> datetime:
        return FIRST_DAY + timedelta(days=self.days - 1)

    @property
    def today(self) -> str:
        return self.now.date().isoformat()

    def history(self) -> dict[str, tuple[str, str, str | None]]:
        """text → first_seen, last_seen, withdrawn_on"""
        rows = self.store.db.table("commitments").rows
        return {r["text"]: (r["first_seen"], r["last_seen"], r["withdrawn_on"]) for r in rows}

    def told(self) -> list[tuple]:
        """What ``changes`` holds: run, change, the words, the words of before."""
        return self.store.db.execute(
            "SELECT run_id, change, c.text, p.text FROM changes LEFT JOIN commitments c ON c.id = commitment_id "
            "LEFT JOIN commitments p ON p.id = previous_id ORDER BY changes.rowid"
        ).fetchall()


def dump(db: Database) -> dict[str, list[dict]]:
    """Every row of every table the contract names, in the order of its key."""
    return {
        name: sorted(db.table(name).rows, key=lambda r: repr(tuple(r.values())))
        for name in db.table_names()
        if "_fts" not in name and not name.startswith("kept_")
    }


def kept(db: Database) -> dict[str, list[tuple]]:
    return {table: sorted((tuple(row.values()) for row in db.table(table).rows), key=repr) for table in LIVE}


def counted(db: Database) -> dict[str, list[tuple]]:
    return {table: sorted(db.execute(sql).fetchall(), key=repr) for table, sql in LIVE.items()}


def check(db: Database) -> None:
    """What holds in every state of every database."""
    for table, rows in kept(db).items():
        assert rows in ([], counted(db)[table])
    for table in FACTS:
        wrong = (
            f"SELECT t.id FROM {table} t JOIN documents d ON d.id = t.document_id "  # noqa: S608
            "WHERE substr(d.text, t.start_char + 1, t.end_char - t.start_char) IS NOT t.text"
        )
        assert db.execute(wrong).fetchall() == [], f"{table}: offsets and words differ"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in FULL_TEXT:  # raises where the index and its table differ
        db.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    db.conn.commit()
    assert (
        db.execute("SELECT source_id FROM documents WHERE is_current GROUP BY 1 HAVING count(*) > 1").fetchall() == []
    )
    stray = "SELECT c.id FROM commitments c JOIN documents d ON d.id = c.document_id WHERE "
    assert db.execute(stray + "c.withdrawn_on IS NULL AND NOT d.is_current").fetchall() == []
    unneeded = "SELECT id FROM documents WHERE NOT is_current AND id NOT IN (SELECT document_id FROM commitments)"
    assert db.execute(unneeded).fetchall() == []
    assert (
        db.execute("SELECT p.id FROM passages p JOIN documents d ON d.id = document_id WHERE NOT is_current").fetchall()
        == []
    )


def rows(database: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def content(database: Path) -> dict[str, list[tuple]]:
    """What a refresh stored, without the moment it did."""
    fleeting = {"answered_at", "fetched_at", "first_seen", "last_seen", "run_id", "fingerprint"}
    db = Database(database)
    found = {
        name: [tuple(v for k, v in row.items() if k not in fleeting) for row in kept]
        for name, kept in dump(db).items()
        if name not in {"runs", "failures"}
    }
    db.close()
    return {name: sorted(kept, key=repr) for name, kept in found.items()}


def write_corpus(folder: Path, sources: dict[str, str]) -> Path:
    """A corpus folder: for each source id an address, or the words of a local file. Returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["[[collectivities]]", 'id = "clairval"', 'name = "Ville de Clairval"', 'level = "commune"']
    for identifier, what in sources.items():
        if not what.startswith("http"):
            (folder / f"{identifier}.txt").write_text(what, encoding="utf-8")
        place = f'url = "{what}"' if what.startswith("http") else f'path = "{identifier}.txt"'
        lines += ["[[sources]]", f'id = "{identifier}"', 'collectivity = "clairval"', 'kind = "page"', place]
    (folder / "sources.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def analyse(snapshot: Snapshot, source: Source, settings: Settings) -> Extraction:
    """Stands in for ``pipeline.analyse.analyse``, without a model. "PANNE" is a document that breaks a library."""
    text = snapshot.content.decode()
    if "PANNE" in text:
        raise RuntimeError("the library did not expect that")
    if not text.strip():
        raise EmptyDocument(f"{source.url}: no text")
    return extraction(*text.splitlines(), source=source)


def process_or_die(obtained: Obtained, known: str | None, options: Options, settings: Settings) -> Processed:
    """Stands in for ``pipeline.process.process`` in a worker: some sources kill it, as a lack of memory would."""
    source = obtained.source
    if source.id.startswith("mortel"):
        os._exit(9)
    if source.id == "sans-modele":
        raise ModelMissing("no models/status.skops")
    found = snapshot(source, source.id)
    return Processed(source, found, "fingerprint", extraction(f"Nous {source.id}.", source=source))
