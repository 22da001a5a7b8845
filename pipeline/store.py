"""SQLite through sqlite-utils: one writer, WAL, each source in one transaction.

The facts tables hold the current version of each document, plus withdrawn commitments, marked, which
keep the old version they stand in. ``changes`` compares with the run before.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from pipeline import presence, rows
from pipeline.changes import Change, Comparison, compare, reread, units_said
from pipeline.errors import StoreFailed
from pipeline.shape import ensure_shape
from pipeline.types import Extraction, Passage, Snapshot, Source

BUSY_SECONDS = 30.0
FACTS = ("partner_mentions", "amounts", "periods", "indicators")
"""Tables whose rows belong to a document and, most of them, to a commitment."""

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
         WHERE d.collectivity_id = k.id AND d.is_current AND a.currency = 'EUR' AND a.commitment_id IS NOT NULL
       ) AS euros
FROM collectivities k ORDER BY k.name
"""

CHANGES = """
SELECT ch.change, d.source_id, c.text, ch.difference
FROM changes ch JOIN commitments c ON c.id = ch.commitment_id JOIN documents d ON d.id = c.document_id
WHERE ch.run_id = ? ORDER BY d.source_id, c.start_char
"""


class Store:
    """A database open for writing. Raises StoreFailed where it cannot be opened or is not one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            self.db = Database(connection)
            self.db.enable_wal()
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
        with self.transaction():
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
        document, today = rows.document_id(source, extraction), now.date().isoformat()
        with self.transaction():
            found = self._compare(source.id, snapshot, extraction)
            back = self._back(source.id, extraction)
            partners = self._partners_of(source.id)
            self._retract(found.retracted)
            self._withdraw(found.gone, today)
            self._clear(source.id, {c.id for c in extraction.commitments})
            self.db.table("documents").upsert(rows.document_row(document, source, snapshot, extraction), pk="id")
            self.db.table("passages").insert_all(rows.passage_row(document, p) for p in extraction.passages)
            self._write_commitments(document, source, extraction, today)
            self._write_partners(source.id, extraction)
            self._write_facts(document, source, extraction)
            changes = (*found.changes, *back)
            self.db.table("changes").insert_all(rows.change_row(run_id, c) for c in changes)
            state = {"fingerprint": fingerprint, "document_id": document, "answered_at": _moment(now), "gone_on": None}
            self.db.table("source_states").upsert({"source_id": source.id, **state}, pk="source_id")
            self._forget_unused(source.id, partners)
        return changes

    def _back(self, source_id: str, extraction: Extraction) -> list[Change]:
        """What stood when the page went, and stands in it now that it answers again."""
        if not presence.is_gone(self.db, source_id):
            return []
        now = {c.id for c in extraction.commitments}
        return [Change("source_back", i) for i in presence.standing(self.db, source_id) if i in now]

    def _compare(self, source_id: str, snapshot: Snapshot, extraction: Extraction) -> Comparison:
        """What the source changed since its current document."""
        current = list(
            self.db.query("SELECT id, sha256 FROM documents WHERE source_id = ? AND is_current", [source_id])
        )
        if not current:
            return compare({}, extraction.commitments)
        standing = self.db.query(
            "SELECT id, text FROM commitments WHERE document_id = ? AND withdrawn_on IS NULL ORDER BY start_char",
            [current[0]["id"]],
        )
        before = {row["id"]: row["text"] for row in standing}
        if current[0]["sha256"] == snapshot.sha256:
            return reread(before, extraction.commitments)
        said_before = units_said(self._passages(current[0]["id"]))
        return compare(before, extraction.commitments, said_before, units_said(extraction.passages))

    def _passages(self, document: str) -> Iterator[Passage]:
        for row in self.db.query("SELECT * FROM passages WHERE document_id = ? ORDER BY position", [document]):
            yield Passage(row["position"], row["kind"], row["heading"], row["start_char"], row["end_char"], row["text"])

    def _partners_of(self, source_id: str) -> list[str]:
        found = self.db.execute(
            "SELECT DISTINCT m.partner_id FROM partner_mentions m JOIN documents d ON d.id = m.document_id "
            "WHERE d.source_id = ?",
            [source_id],
        )
        return [partner for (partner,) in found.fetchall()]

    def _retract(self, commitments: Iterable[str]) -> None:
        """Remove what was never the source's change to tell, and what ``changes`` told of it.

        A wording that replaced another leaves the other withdrawn; one that it replaced leaves it added.
        """
        ids = _json(commitments)
        gone = "(SELECT value FROM json_each(?))"
        self.db.execute(
            "UPDATE OR IGNORE changes SET commitment_id = previous_id, change = 'withdrawn', previous_id = NULL, "  # noqa: S608
            f"similarity = NULL, difference = NULL WHERE change = 'reworded' AND commitment_id IN {gone}",
            [ids],
        )
        self.db.execute(
            "UPDATE OR IGNORE changes SET change = 'added', previous_id = NULL, similarity = NULL, "  # noqa: S608
            f"difference = NULL WHERE previous_id IN {gone}",
            [ids],
        )
        self.db.execute(f"DELETE FROM changes WHERE commitment_id IN {gone} OR previous_id IN {gone}", [ids, ids])  # noqa: S608
        for table in (*FACTS, "commitment_sdgs"):
            self.db.execute(f"DELETE FROM {table} WHERE commitment_id IN {gone}", [ids])  # noqa: S608
        self.db.execute(f"DELETE FROM commitments WHERE id IN {gone}", [ids])  # noqa: S608

    def _withdraw(self, commitments: Iterable[str], today: str) -> None:
        self.db.execute(
            "UPDATE commitments SET withdrawn_on = ? WHERE id IN (SELECT value FROM json_each(?))",
            [today, _json(commitments)],
        )

    def _clear(self, source_id: str, again: Iterable[str]) -> None:
        """Remove what the source's versions say, but for withdrawn commitments and all that belongs to them.

        Those of ``again`` are about to be written anew: of them nothing old is kept.
        """
        versions = "(SELECT id FROM documents WHERE source_id = ?)"
        kept = (
            "(SELECT id FROM commitments WHERE withdrawn_on IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?)))"
        )
        ids = _json(again)
        for table in FACTS:
            self.db.execute(
                f"DELETE FROM {table} WHERE document_id IN {versions} "  # noqa: S608
                f"AND (commitment_id IS NULL OR commitment_id NOT IN {kept})",
                [source_id, ids],
            )
        self.db.execute(
            f"DELETE FROM commitment_sdgs WHERE commitment_id IN (SELECT id FROM commitments "  # noqa: S608
            f"WHERE document_id IN {versions}) AND commitment_id NOT IN {kept}",
            [source_id, ids],
        )
        self.db.execute(
            f"UPDATE commitments SET passage_id = NULL WHERE passage_id IS NOT NULL AND document_id IN {versions}",  # noqa: S608
            [source_id],
        )
        self.db.execute(f"DELETE FROM passages WHERE document_id IN {versions}", [source_id])  # noqa: S608
        self.db.execute("UPDATE documents SET is_current = 0 WHERE source_id = ? AND is_current", [source_id])

    def _write_commitments(self, document: str, source: Source, extraction: Extraction, today: str) -> None:
        seen = dict(
            self.db.execute(
                "SELECT c.id, c.first_seen FROM commitments c JOIN documents d ON d.id = c.document_id "
                "WHERE d.source_id = ?",
                [source.id],
            ).fetchall()
        )
        self.db.table("commitments").upsert_all(
            (rows.commitment_row(document, source, c, seen.get(c.id, today), today) for c in extraction.commitments),
            pk="id",
        )
        self.db.table("commitment_sdgs").insert_all(row for c in extraction.commitments for row in rows.sdg_rows(c))

    def _write_partners(self, source_id: str, extraction: Extraction) -> None:
        """Sources may disagree on a partner's kind or country: the first of them, by id, has its way.

        So a partner's row depends on what the sources say and not on which was refreshed last.
        """
        partners = {m.partner.id: m.partner for m, _ in reversed(extraction.mentions)}
        elsewhere = self.db.execute(
            "SELECT DISTINCT m.partner_id FROM partner_mentions m JOIN documents d ON d.id = m.document_id "
            "WHERE d.is_current AND d.source_id < ? AND m.partner_id IN (SELECT value FROM json_each(?))",
            [source_id, _json(partners)],
        ).fetchall()
        settled = {partner for (partner,) in elsewhere}
        self.db.table("partners").upsert_all(
            (rows.partner_row(p) for p in partners.values() if p.id not in settled), pk="id"
        )

    def _write_facts(self, document: str, source: Source, extraction: Extraction) -> None:
        facts = rows.FactRows(source, document)
        self.db.table("partner_mentions").insert_all(facts.mention(m, c) for m, c in extraction.mentions)
        self.db.table("amounts").insert_all(facts.amount(a, c) for a, c in extraction.amounts)
        self.db.table("periods").insert_all(facts.period(p, c) for p, c in extraction.periods)
        self.db.table("indicators").insert_all(facts.indicator(i, c) for i, c in extraction.indicators)

    def _forget_unused(self, source_id: str, partners: Iterable[str]) -> None:
        """The source's old versions no commitment stands in, and of its former ``partners`` those nobody mentions."""
        unused = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {table} t WHERE t.document_id = documents.id)"  # noqa: S608
            for table in ("commitments", *FACTS)
        )
        self.db.execute(f"DELETE FROM documents WHERE source_id = ? AND NOT is_current AND {unused}", [source_id])  # noqa: S608
        self.db.execute(
            "DELETE FROM partners WHERE id IN (SELECT value FROM json_each(?)) "
            "AND NOT EXISTS (SELECT 1 FROM partner_mentions m WHERE m.partner_id = partners.id)",
            [_json(partners)],
        )


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids))


def _moment(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
