"""SQLite through sqlite-utils: one writer, WAL, each source in one transaction.

The facts tables hold the current version of each document, plus withdrawn commitments, marked, which
keep the old version they stand in. ``changes`` compares with the run before.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from pipeline.changes import Change, compare
from pipeline.errors import StoreFailed
from pipeline.link import stable_id
from pipeline.migrations import ensure_shape
from pipeline.types import Collectivity, Commitment, Extraction, Partner, Snapshot, Source

BUSY_SECONDS = 30.0
LINK_WORDS = 8
"""Words of a commitment that a link's text fragment quotes from its start."""


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


class Store:
    """A database open for writing. Raises StoreFailed where it cannot be opened or is not one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            self.db = Database(connection)
            self.db.enable_wal()
            self.db.execute("PRAGMA foreign_keys = ON")
            ensure_shape(self.db)
        except (sqlite3.Error, OSError) as error:
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
        except sqlite3.Error as error:
            self.db.conn.rollback()
            raise StoreFailed(f"{self.path}: {error}; the data of before is kept") from error
        except BaseException:
            self.db.conn.rollback()
            raise

    # Runs

    def begin_run(self, run_id: str, started_at: str, versions: str, sources: int) -> None:
        with self.transaction():
            self.db.execute("UPDATE runs SET status = 'interrupted' WHERE status = 'running'")
            self.db["runs"].insert(
                {"id": run_id, "started_at": started_at, "status": "running", "versions": versions, "sources": sources}
            )

    def end_run(self, run_id: str, ended_at: str, status: str, counts: dict[str, int]) -> None:
        with self.transaction():
            self.db["runs"].update(run_id, {"ended_at": ended_at, "status": status, **counts})

    def record_failure(self, run_id: str, source_id: str, stage: str, cause: str) -> None:
        with self.transaction():
            self.db["failures"].insert({"run_id": run_id, "source_id": source_id, "stage": stage, "cause": cause})

    def save_manifest(self, sources: Iterable[Source]) -> None:
        """Collectivities and sources as the manifest declares them; those it no longer names stay."""
        with self.transaction():
            for source in sources:
                self.db["collectivities"].upsert(_collectivity_row(source.collectivity), pk="id")
                self.db["sources"].upsert(
                    {
                        "id": source.id,
                        "collectivity_id": source.collectivity.id,
                        "url": source.url,
                        "title": source.title,
                        "kind": source.kind,
                    },
                    pk="id",
                )

    def totals(self) -> list[dict]:
        """Per collectivity: documents, commitments by status, partners, euros. For the closing table."""
        return list(self.db.query(TOTALS))

    # Documents

    def fingerprint(self, source_id: str) -> str | None:
        """What the source's current document was made from; None where there is none."""
        rows = list(self.db.query("SELECT fingerprint FROM source_states WHERE source_id = ?", [source_id]))
        return rows[0]["fingerprint"] if rows else None

    def touch(self, source_id: str, today: str) -> None:
        """The source says what it said: its commitments were seen today."""
        with self.transaction():
            self.db.execute(
                "UPDATE commitments SET last_seen = ? WHERE withdrawn_on IS NULL AND document_id IN "
                "(SELECT id FROM documents WHERE source_id = ? AND is_current)",
                [today, source_id],
            )

    def save(
        self, source: Source, snapshot: Snapshot, extraction: Extraction, fingerprint: str, run_id: str, now: datetime
    ) -> list[Change]:
        """Replace what is known of a source, in one transaction. Returns what changed."""
        document_id = stable_id("document", source.id, extraction.text)
        with self.transaction():
            before = self._current(source.id)
            changes = compare(before, extraction.commitments)
            self._clear(source.id, document_id, {c.previous or c.commitment for c in changes if c.gone})
            self._write_document(document_id, source, snapshot, extraction)
            self._write_passages(document_id, extraction)
            self._write_commitments(document_id, source, extraction, now.date().isoformat())
            self._withdraw(changes, now.date().isoformat())
            self._write_facts(document_id, source, extraction)
            self._write_changes(run_id, changes)
            self.db["source_states"].upsert(
                {"source_id": source.id, "fingerprint": fingerprint, "document_id": document_id}, pk="source_id"
            )
            self._forget_unused()
        return changes

    def _current(self, source_id: str) -> list[tuple[str, str]]:
        """(id, text) of the source's commitments that still stand."""
        rows = self.db.query(
            "SELECT c.id, c.text FROM commitments c JOIN documents d ON d.id = c.document_id "
            "WHERE d.source_id = ? AND c.withdrawn_on IS NULL ORDER BY c.start_char",
            [source_id],
        )
        return [(row["id"], row["text"]) for row in rows]

    def _clear(self, source_id: str, document_id: str, withdrawn: set[str]) -> None:
        """Remove the facts of the source's versions, but for commitments withdrawn now or before."""
        versions = "(SELECT id FROM documents WHERE source_id = ?)"
        for table in ("partner_mentions", "amounts", "periods"):
            self.db.execute(
                f"DELETE FROM {table} WHERE document_id IN {versions} AND (commitment_id IS NULL OR commitment_id "  # noqa: S608
                f"NOT IN (SELECT id FROM commitments WHERE withdrawn_on IS NOT NULL))"
                f" AND (commitment_id IS NULL OR commitment_id NOT IN (SELECT value FROM json_each(?)))",
                [source_id, _json(withdrawn)],
            )
        self.db.execute(
            f"DELETE FROM commitment_sdgs WHERE commitment_id IN (SELECT id FROM commitments WHERE document_id IN "  # noqa: S608
            f"{versions} AND withdrawn_on IS NULL AND id NOT IN (SELECT value FROM json_each(?)))",
            [source_id, _json(withdrawn)],
        )
        self.db.execute(
            f"UPDATE commitments SET passage_id = NULL WHERE document_id IN {versions}",  # noqa: S608
            [source_id],
        )
        self.db.execute(f"DELETE FROM passages WHERE document_id IN {versions}", [source_id])  # noqa: S608
        self.db.execute("UPDATE documents SET is_current = 0 WHERE source_id = ?", [source_id])

    def _write_document(self, document_id: str, source: Source, snapshot: Snapshot, extraction: Extraction) -> None:
        self.db["documents"].upsert(
            {
                "id": document_id,
                "source_id": source.id,
                "collectivity_id": source.collectivity.id,
                "url": source.url if source.path is not None else snapshot.url,
                "title": extraction.title,
                "published_on": extraction.published and extraction.published.isoformat(),
                "fetched_at": snapshot.fetched_at.isoformat(timespec="seconds"),
                "sha256": snapshot.sha256,
                "media_type": snapshot.media_type,
                "pages": extraction.pages,
                "characters": len(extraction.text),
                "language": extraction.language,
                "text": extraction.text,
                "is_current": 1,
            },
            pk="id",
        )

    def _write_passages(self, document_id: str, extraction: Extraction) -> None:
        self.db["passages"].insert_all(
            {
                "id": stable_id("passage", document_id, p.position),
                "document_id": document_id,
                "position": p.position,
                "kind": p.kind,
                "heading": p.heading,
                "page": p.page,
                **dict(zip(("x0", "top", "x1", "bottom"), p.box or (None,) * 4, strict=True)),
                "start_char": p.start,
                "end_char": p.end,
                "text": p.text,
            }
            for p in extraction.passages
        )

    def _write_commitments(self, document_id: str, source: Source, extraction: Extraction, today: str) -> None:
        seen = dict(
            self.db.execute(
                "SELECT c.id, c.first_seen FROM commitments c JOIN documents d ON d.id = c.document_id "
                "WHERE d.source_id = ?",
                [source.id],
            ).fetchall()
        )
        for c in extraction.commitments:
            self.db["commitments"].upsert(
                {
                    "id": c.id,
                    "document_id": document_id,
                    "collectivity_id": source.collectivity.id,
                    "passage_id": stable_id("passage", document_id, c.passage),
                    "text": c.text,
                    "status": c.status,
                    "probability": c.probability,
                    "page": c.page,
                    "start_char": c.start,
                    "end_char": c.end,
                    "heading": c.heading,
                    "source_link": source_link(source, c),
                    "first_seen": seen.get(c.id, today),
                    "last_seen": today,
                    "withdrawn_on": None,
                },
                pk="id",
            )
        self.db["commitment_sdgs"].upsert_all(
            (
                {"commitment_id": c.id, "sdg_id": s.sdg, "score": s.score, "declared": int(s.declared)}
                for c in extraction.commitments
                for s in c.sdgs
            ),
            pk=("commitment_id", "sdg_id"),
        )

    def _withdraw(self, changes: Iterable[Change], today: str) -> None:
        for change in changes:
            if change.gone:
                self.db["commitments"].update(change.previous or change.commitment, {"withdrawn_on": today})

    def _write_facts(self, document_id: str, source: Source, extraction: Extraction) -> None:
        numbered = _Numbered(source.id)
        partners = {m.partner.id: m.partner for m, _ in extraction.mentions}
        self.db["partners"].upsert_all((_partner_row(p) for p in partners.values()), pk="id")

        def row(table: str, fact, commitment_id: str | None) -> dict:
            return {
                "id": numbered.id(table, commitment_id, fact.text),
                "document_id": document_id,
                "commitment_id": commitment_id,
                "text": fact.text,
                "start_char": fact.start,
                "end_char": fact.end,
            }

        self.db["partner_mentions"].upsert_all(
            ({**row("mention", m, c), "partner_id": m.partner.id} for m, c in extraction.mentions), pk="id"
        )
        self.db["amounts"].upsert_all(
            (
                {
                    **row("amount", a, c),
                    "value": a.value,
                    "max_value": a.max_value,
                    "currency": a.currency,
                    "per": a.per,
                }
                for a, c in extraction.amounts
            ),
            pk="id",
        )
        self.db["periods"].upsert_all(
            (
                {**row("period", p, c), "start_year": p.start_year, "end_year": p.end_year}
                for p, c in extraction.periods
            ),
            pk="id",
        )

    def _write_changes(self, run_id: str, changes: Iterable[Change]) -> None:
        self.db["changes"].upsert_all(
            (
                {
                    "run_id": run_id,
                    "commitment_id": c.commitment,
                    "change": c.kind,
                    "previous_id": c.previous,
                    "similarity": c.similarity,
                }
                for c in changes
            ),
            pk=("run_id", "commitment_id", "change"),
        )

    def _forget_unused(self) -> None:
        """Old versions no commitment stands in, and partners nobody mentions."""
        self.db.execute(
            "DELETE FROM documents WHERE NOT is_current AND id NOT IN (SELECT document_id FROM commitments) "
            "AND id NOT IN (SELECT document_id FROM partner_mentions) AND id NOT IN (SELECT document_id FROM amounts) "
            "AND id NOT IN (SELECT document_id FROM periods)"
        )
        self.db.execute("DELETE FROM partners WHERE id NOT IN (SELECT partner_id FROM partner_mentions)")


class _Numbered:
    """Stable ids for facts: the nth time a commitment (or, outside one, a source) says these words."""

    def __init__(self, source_id: str) -> None:
        self.source_id = source_id
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def id(self, table: str, commitment_id: str | None, text: str) -> str:
        owner = self.source_id if commitment_id is None else commitment_id
        self.counts[table, owner, text] += 1
        return stable_id(table, owner, text, self.counts[table, owner, text])


def source_link(source: Source, commitment: Commitment) -> str:
    """The document's address with the page of a PDF, or the words of a web page as a text fragment."""
    if commitment.page is not None:
        return f"{source.url}#page={commitment.page}"
    if source.path is not None:
        return source.url
    words = commitment.text.split()
    if len(words) <= 2 * LINK_WORDS:
        return f"{source.url}#:~:text={quote(' '.join(words), safe='')}"
    first, last = " ".join(words[:LINK_WORDS]), " ".join(words[-LINK_WORDS:])
    return f"{source.url}#:~:text={quote(first, safe='')},{quote(last, safe='')}"


def _collectivity_row(c: Collectivity) -> dict:
    return {
        "id": c.id,
        "name": c.name,
        "level": c.level,
        "insee": c.insee,
        "latitude": c.latitude,
        "longitude": c.longitude,
        "population": c.population,
    }


def _partner_row(p: Partner) -> dict:
    return {
        "id": p.id,
        "name": p.name,
        "kind": p.kind,
        "country": p.country,
        "latitude": p.latitude,
        "longitude": p.longitude,
    }


def _json(ids: Iterable[str]) -> str:
    import json

    return json.dumps(sorted(ids))
