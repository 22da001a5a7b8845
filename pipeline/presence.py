"""Whether sources still answer: when they last did, and since when their pages are no more.

A page that is gone is not a page that no longer says something: its commitments stand, marked in ``changes`` as
``source_gone``; where it comes back, as ``source_back``. All of it is called inside the store's transactions.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

STANDING = (
    "SELECT c.id FROM commitments c JOIN source_states s ON s.document_id = c.document_id "
    "WHERE s.source_id = ? AND c.withdrawn_on IS NULL"
)


def standing(db: Database, source_id: str) -> list[str]:
    """Ids of what the source's current document says."""
    return [i for (i,) in db.execute(STANDING, [source_id]).fetchall()]


def gone_sources(db: Database) -> set[str]:
    return {i for (i,) in db.execute("SELECT source_id FROM source_states WHERE gone_on IS NOT NULL").fetchall()}


def is_gone(db: Database, source_id: str) -> bool:
    found = db.execute("SELECT gone_on FROM source_states WHERE source_id = ?", [source_id]).fetchone()
    return found is not None and found[0] is not None


def mark_answered(db: Database, source_id: str, moment: str) -> None:
    db.execute("UPDATE source_states SET answered_at = ?, gone_on = NULL WHERE source_id = ?", [moment, source_id])


def mark_stored(db: Database, source_id: str, document: str, fingerprint: str, moment: str) -> None:
    """It answered with what ``document`` is, made from ``fingerprint``."""
    state = {"fingerprint": fingerprint, "document_id": document, "answered_at": moment, "gone_on": None}
    db.table("source_states").upsert({"source_id": source_id, **state}, pk="source_id")


def mark_gone(db: Database, source_id: str, run_id: str, today: str) -> int:
    """Tell of it once, the first time. Returns how many standing commitments lost their page."""
    if is_gone(db, source_id):
        return 0
    told = tell(db, run_id, "source_gone", standing(db, source_id))
    db.execute("UPDATE source_states SET gone_on = ? WHERE source_id = ?", [today, source_id])
    return told


def tell(db: Database, run_id: str, change: str, commitments: Iterable[str]) -> int:
    rows = [{"run_id": run_id, "commitment_id": i, "change": change} for i in commitments]
    db.table("changes").insert_all(rows)
    return len(rows)
