"""A source's new version takes the place of the one before, in one transaction of the store's.

The facts tables hold the current version of each document, plus withdrawn commitments, marked, which
keep the old version they stand in. ``changes`` compares with the run before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlite_utils import Database

from pipeline import presence, rows
from pipeline.changes import Change, Comparison, compare, reread, units_said
from pipeline.types import Extraction, Passage, Snapshot, Source

FACTS = ("partner_mentions", "amounts", "periods", "indicators")
"""Tables whose rows belong to a document and, most of them, to a commitment."""


def replace(
    db: Database,
    source: Source,
    snapshot: Snapshot,
    extraction: Extraction,
    fingerprint: str,
    run_id: str,
    now: datetime,
) -> tuple[Change, ...]:
    """Inside an open transaction. Returns what changed."""
    document, today = rows.document_id(source, extraction), now.date().isoformat()
    found = _compare(db, source.id, snapshot, extraction)
    back = _back(db, source.id, extraction)
    partners = _partners_of(db, source.id)
    _retract(db, found.retracted)
    _withdraw(db, found.gone, today)
    _clear(db, source.id, {c.id for c in extraction.commitments})
    db.table("documents").upsert(rows.document_row(document, source, snapshot, extraction), pk="id")
    db.table("passages").insert_all(rows.passage_row(document, p) for p in extraction.passages)
    _write_commitments(db, document, source, extraction, today)
    _write_partners(db, source.id, extraction)
    _write_facts(db, document, source, extraction)
    changes = (*found.changes, *back)
    db.table("changes").insert_all(rows.change_row(run_id, c) for c in changes)
    presence.mark_stored(db, source.id, document, fingerprint, now.isoformat(timespec="seconds"))
    _forget_unused(db, source.id, partners)
    return changes


def _back(db: Database, source_id: str, extraction: Extraction) -> list[Change]:
    """What stood when the page went, and stands in it now that it answers again."""
    if not presence.is_gone(db, source_id):
        return []
    now = {c.id for c in extraction.commitments}
    return [Change("source_back", i) for i in presence.standing(db, source_id) if i in now]


def _compare(db: Database, source_id: str, snapshot: Snapshot, extraction: Extraction) -> Comparison:
    """What the source changed since its current document."""
    current = list(db.query("SELECT id, sha256 FROM documents WHERE source_id = ? AND is_current", [source_id]))
    if not current:
        return compare({}, extraction.commitments)
    standing = db.query(
        "SELECT id, text FROM commitments WHERE document_id = ? AND withdrawn_on IS NULL ORDER BY start_char",
        [current[0]["id"]],
    )
    before = {row["id"]: row["text"] for row in standing}
    if current[0]["sha256"] == snapshot.sha256:
        return reread(before, extraction.commitments)
    said_before = units_said(_passages(db, current[0]["id"]))
    return compare(before, extraction.commitments, said_before, units_said(extraction.passages))


def _passages(db: Database, document: str) -> Iterator[Passage]:
    for row in db.query("SELECT * FROM passages WHERE document_id = ? ORDER BY position", [document]):
        yield Passage(row["position"], row["kind"], row["heading"], row["start_char"], row["end_char"], row["text"])


def _partners_of(db: Database, source_id: str) -> list[str]:
    found = db.execute(
        "SELECT DISTINCT m.partner_id FROM partner_mentions m JOIN documents d ON d.id = m.document_id "
        "WHERE d.source_id = ?",
        [source_id],
    )
    return [partner for (partner,) in found.fetchall()]


def _retract(db: Database, commitments: Iterable[str]) -> None:
    """Remove what was never the source's change to tell, and what ``changes`` told of it.

    A wording that replaced another leaves the other withdrawn; one that it replaced leaves it added.
    """
    ids = _json(commitments)
    gone = "(SELECT value FROM json_each(?))"
    db.execute(
        "UPDATE OR IGNORE changes SET commitment_id = previous_id, change = 'withdrawn', previous_id = NULL, "  # noqa: S608
        f"similarity = NULL, difference = NULL WHERE change = 'reworded' AND commitment_id IN {gone}",
        [ids],
    )
    db.execute(
        "UPDATE OR IGNORE changes SET change = 'added', previous_id = NULL, similarity = NULL, "  # noqa: S608
        f"difference = NULL WHERE previous_id IN {gone}",
        [ids],
    )
    db.execute(f"DELETE FROM changes WHERE commitment_id IN {gone} OR previous_id IN {gone}", [ids, ids])  # noqa: S608
    for table in (*FACTS, "commitment_sdgs"):
        db.execute(f"DELETE FROM {table} WHERE commitment_id IN {gone}", [ids])  # noqa: S608
    db.execute(f"DELETE FROM commitments WHERE id IN {gone}", [ids])  # noqa: S608


def _withdraw(db: Database, commitments: Iterable[str], today: str) -> None:
    db.execute(
        "UPDATE commitments SET withdrawn_on = ? WHERE id IN (SELECT value FROM json_each(?))",
        [today, _json(commitments)],
    )


def _clear(db: Database, source_id: str, again: Iterable[str]) -> None:
    """Remove what the source's versions say, but for withdrawn commitments and all that belongs to them.

    Those of ``again`` are about to be written anew: of them nothing old is kept.
    """
    versions = "(SELECT id FROM documents WHERE source_id = ?)"
    kept = "(SELECT id FROM commitments WHERE withdrawn_on IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?)))"
    ids = _json(again)
    for table in FACTS:
        db.execute(
            f"DELETE FROM {table} WHERE document_id IN {versions} "  # noqa: S608
            f"AND (commitment_id IS NULL OR commitment_id NOT IN {kept})",
            [source_id, ids],
        )
    db.execute(
        f"DELETE FROM commitment_sdgs WHERE commitment_id IN (SELECT id FROM commitments "  # noqa: S608
        f"WHERE document_id IN {versions}) AND commitment_id NOT IN {kept}",
        [source_id, ids],
    )
    db.execute(
        f"UPDATE commitments SET passage_id = NULL WHERE passage_id IS NOT NULL AND document_id IN {versions}",  # noqa: S608
        [source_id],
    )
    db.execute(f"DELETE FROM passages WHERE document_id IN {versions}", [source_id])  # noqa: S608
    db.execute("UPDATE documents SET is_current = 0 WHERE source_id = ? AND is_current", [source_id])


def _write_commitments(db: Database, document: str, source: Source, extraction: Extraction, today: str) -> None:
    seen = dict(
        db.execute(
            "SELECT c.id, c.first_seen FROM commitments c JOIN documents d ON d.id = c.document_id "
            "WHERE d.source_id = ?",
            [source.id],
        ).fetchall()
    )
    db.table("commitments").upsert_all(
        (rows.commitment_row(document, source, c, seen.get(c.id, today), today) for c in extraction.commitments),
        pk="id",
    )
    db.table("commitment_sdgs").insert_all(row for c in extraction.commitments for row in rows.sdg_rows(c))


def _write_partners(db: Database, source_id: str, extraction: Extraction) -> None:
    """Sources may disagree on a partner's kind or country: the first of them, by id, has its way.

    So a partner's row depends on what the sources say and not on which was refreshed last.
    """
    partners = {m.partner.id: m.partner for m, _ in reversed(extraction.mentions)}
    elsewhere = db.execute(
        "SELECT DISTINCT m.partner_id FROM partner_mentions m JOIN documents d ON d.id = m.document_id "
        "WHERE d.is_current AND d.source_id < ? AND m.partner_id IN (SELECT value FROM json_each(?))",
        [source_id, _json(partners)],
    ).fetchall()
    settled = {partner for (partner,) in elsewhere}
    db.table("partners").upsert_all((rows.partner_row(p) for p in partners.values() if p.id not in settled), pk="id")


def _write_facts(db: Database, document: str, source: Source, extraction: Extraction) -> None:
    facts = rows.FactRows(source, document)
    db.table("partner_mentions").insert_all(facts.mention(m, c) for m, c in extraction.mentions)
    db.table("amounts").insert_all(facts.amount(a, c) for a, c in extraction.amounts)
    db.table("periods").insert_all(facts.period(p, c) for p, c in extraction.periods)
    db.table("indicators").insert_all(facts.indicator(i, c) for i, c in extraction.indicators)


def _forget_unused(db: Database, source_id: str, partners: Iterable[str]) -> None:
    """The source's old versions no commitment stands in, and of its former ``partners`` those nobody mentions."""
    unused = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} t WHERE t.document_id = documents.id)"  # noqa: S608
        for table in ("commitments", *FACTS)
    )
    db.execute(f"DELETE FROM documents WHERE source_id = ? AND NOT is_current AND {unused}", [source_id])  # noqa: S608
    db.execute(
        "DELETE FROM partners WHERE id IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM partner_mentions m WHERE m.partner_id = partners.id)",
        [_json(partners)],
    )


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids))
