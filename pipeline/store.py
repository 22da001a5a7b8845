"""SQLite through sqlite-utils: one writer, WAL, each source in one transaction; the journal of runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database
from tenacity import retry, retry_if_exception, stop_after_delay, wait_fixed

from pipeline import kept_counts, presence, rows
from pipeline.changes import Change
from pipeline.errors import StoreFailed
from pipeline.replacement import replace
from pipeline.shape import ensure_shape
from pipeline.types import Extraction, Snapshot, Source

BUSY_SECONDS = 30.0
TOTALS = """
WITH standing AS (SELECT * FROM commitments WHERE withdrawn_on IS NULL)
SELECT k.name,
       (SELECT count(*) FROM documents d WHERE d.collectivity_id = k.id AND d.is_current) AS documents,
       (SELECT count(*) FROM standing s WHERE s.collectivity_id = k.id AND s.status = 'pledge') AS pledges,
       (SELECT count(*) FROM standing s WHERE s.collectivity_id = k.id AND s.status = 'action') AS actions,
       (SELECT count(*) FROM standing s WHERE s.collectivity_id = k.id AND s.status = 'result') AS results,
       (SELECT count(DISTINCT m.partner_id) FROM partner_mentions m JOIN documents d ON d.id = m.document_id
         WHERE d.collectivity_id = k.id AND d.is_current) AS partners,
       (SELECT sum(a.value) FROM amounts a JOIN documents d ON d.id = a.document_id
         WHERE d.collectivity_id = k.id AND d.is_current AND a.currency = 'EUR' AND a.per IS NULL
           AND a.commitment_id IN (SELECT s.id FROM standing s)
       ) AS euros
FROM collectivities k ORDER BY k.name
"""

CHANGES = """
SELECT ch.change, d.source_id, c.text, ch.difference
FROM changes ch JOIN commitments c ON c.id = ch.commitment_id JOIN documents d ON d.id = c.document_id
WHERE ch.run_id = ? ORDER BY d.source_id, c.start_char
"""


def _refuse_foreign(db: Database) -> None:
    """Before anything is changed. Raises StoreFailed where the file is another program's."""
    tables = db.table_names()
    if tables and "collectivities" not in tables:
        raise StoreFailed(f"it is another program's (it has {', '.join(tables[:3])}); name another file with --db")


def _is_busy(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY


@retry(retry=retry_if_exception(_is_busy), stop=stop_after_delay(BUSY_SECONDS), wait=wait_fixed(0.02), reraise=True)
def _enable_wal(db: Database) -> None:
    """SQLite itself does not wait for a change of journal mode while another opens or closes the file."""
    db.enable_wal()


class Store:
    """A database open for writing. Raises StoreFailed where it cannot be opened or is not one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            self.db = Database(connection)
            _refuse_foreign(self.db)
            _enable_wal(self.db)
            self.db.execute("PRAGMA foreign_keys = ON")
            # With WAL, a power cut costs the last sources at most, never the database: they are done again.
            self.db.execute("PRAGMA synchronous = NORMAL")
            ensure_shape(self.db)
        except (sqlite3.Error, OSError, StoreFailed) as error:
            if connection is not None:
                connection.close()
            raise StoreFailed(f"{path}: cannot be opened as a database: {error}") from error

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing. Raises StoreFailed naming the cause."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.conn.commit()
        except BaseException as error:
            with suppress(sqlite3.Error):  # on a full disk SQLite may have rolled back already
                self.db.conn.rollback()
            if isinstance(error, sqlite3.Error):
                raise StoreFailed(f"{self.path}: {error}; the data of before is kept") from error
            raise

    # Runs

    def begin_run(self, run_id: str, started_at: str, versions: str, sources: int) -> None:
        with self.transaction():
            self.db.execute("UPDATE runs SET status = 'interrupted' WHERE status = 'running'")
            self.db.table("runs").insert(
                {"id": run_id, "started_at": started_at, "status": "running", "versions": versions, "sources": sources}
            )

    def end_run(self, run_id: str, ended_at: str, status: str, counts: dict[str, int]) -> None:
        """In the same transaction, count what the site shows of what the run changed."""
        with self.transaction():
            kept_counts.fill(self.db)
            self.db.table("runs").update(run_id, {"ended_at": ended_at, "status": status, **counts})

    def record_failure(self, run_id: str, source_id: str, stage: str, cause: str) -> None:
        with self.transaction():
            self.db.table("failures").insert({"run_id": run_id, "source_id": source_id, "stage": stage, "cause": cause})

    def save_manifest(self, sources: Iterable[Source]) -> None:
        """Collectivities and sources as the manifest declares them; those it no longer names stay."""
        with self.transaction():
            for source in sources:
                self.db.table("collectivities").upsert(rows.collectivity_row(source.collectivity), pk="id")
                self.db.table("sources").upsert(rows.source_row(source), pk="id")

    def totals(self) -> list[dict]:
        """Per collectivity: documents, commitments by status, partners, euros. For the closing table."""
        return list(self.db.query(TOTALS))

    def changes_of(self, run_id: str) -> list[dict]:
        """What a run saw change: change, source_id, text and, of a rewording, difference."""
        return list(self.db.query(CHANGES, [run_id]))

    # Documents

    def fingerprint(self, source_id: str) -> str | None:
        """What the source's current document was made from; None where there is none."""
        states = list(self.db.query("SELECT fingerprint FROM source_states WHERE source_id = ?", [source_id]))
        return states[0]["fingerprint"] if states else None

    def gone(self, source_id: str, run_id: str, now: datetime) -> int:
        """The source's page is no more: told once. Returns how many standing commitments lost their page."""
        with self.transaction():
            return presence.mark_gone(self.db, source_id, run_id, now.date().isoformat())

    def gone_sources(self) -> set[str]:
        return presence.gone_sources(self.db)

    def touch(self, source_id: str, run_id: str, now: datetime) -> int:
        """The source says what it said: its commitments were seen today. Returns how many have their page back."""
        today = now.date().isoformat()
        with self.transaction():
            back = presence.standing(self.db, source_id) if presence.is_gone(self.db, source_id) else []
            presence.mark_answered(self.db, source_id, _moment(now))
            self.db.execute(
                "UPDATE commitments SET last_seen = ? WHERE withdrawn_on IS NULL AND last_seen < ? AND document_id IN "
                "(SELECT id FROM documents WHERE source_id = ? AND is_current)",
                [today, today, source_id],
            )
            return presence.tell(self.db, run_id, "source_back", back)

    def save(
        self, source: Source, snapshot: Snapshot, extraction: Extraction, fingerprint: str, run_id: str, now: datetime
    ) -> tuple[Change, ...]:
        """Replace what is known of a source, in one transaction. Returns what changed."""
        with self.transaction():
            return replace(self.db, source, snapshot, extraction, fingerprint, run_id, now)


def _moment(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
