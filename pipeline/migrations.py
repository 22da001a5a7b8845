"""The database's shape, as numbered steps. A step, once released, is never edited: add the next, last in ``STEPS``.

``shape.ensure_shape`` applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from pipeline import first_shape

FULL_TEXT = {**first_shape.SEARCHED, "indicators": ["text", "counted"]}
"""Table → its columns that people search."""


def _standing(db: Database) -> None:
    """What the site asks most: what stands, by collectivity and status; and what a wording replaced."""
    db.execute(
        "CREATE INDEX idx_commitments_standing ON commitments (collectivity_id, status) WHERE withdrawn_on IS NULL"
    )
    db.table("changes").create_index(["previous_id"])


def _recognised(db: Database) -> None:
    """Which passages were read by OCR; of those stored before, none says so."""
    db.table("passages").add_column("ocr", int, not_null_default=0)


def _about_documents(db: Database) -> None:
    """What a document says of itself beside its title and day of publication."""
    db.table("documents").add_column("modified_on", str)
    db.table("documents").add_column("author", str)


def _labelled(db: Database) -> None:
    """Which commitments are as a person labelled them; of those stored before, none is."""
    db.table("commitments").add_column("by_person", int, not_null_default=0)


def _quantities(db: Database) -> None:
    """Indicators; what a sum is for and who pays it; which periods were reckoned from the day of publication."""
    db.table("indicators").create(
        {
            "id": str,
            "document_id": str,
            "commitment_id": str,
            "text": str,
            "value": float,
            "max_value": float,
            "unit": str,
            "counted": str,
            "per": str,
            "direction": str,
            "baseline_value": float,
            "baseline_year": int,
            "target_year": int,
            "start_char": int,
            "end_char": int,
        },
        pk="id",
        not_null={"document_id", "commitment_id", "text", "value", "start_char", "end_char"},
        foreign_keys=[("document_id", "documents", "id"), ("commitment_id", "commitments", "id")],
    )
    for column in ("document_id", "commitment_id", "target_year"):
        db.table("indicators").create_index([column])
    first_shape.enable_search(db, "indicators", FULL_TEXT["indicators"])
    db.table("amounts").add_column("role", str)
    db.table("amounts").add_column("payer", str)
    db.table("periods").add_column("resolved", int, not_null_default=0)


def _presence(db: Database) -> None:
    """When a source last answered, since when it is gone; what exactly a rewording changed."""
    db.table("source_states").add_column("answered_at", str)
    db.table("source_states").add_column("gone_on", str)
    db.table("changes").add_column("difference", str)


def _served(db: Database) -> None:
    """What the site's pages read by the thousand, so that the index alone answers.

    Which commitments of a list stand, whose they are and their status; a goal's surest; who is named where.
    """
    db.table("commitments").create_index(["id", "withdrawn_on", "collectivity_id", "status"])
    db.execute("CREATE INDEX idx_commitments_standing_status ON commitments (status) WHERE withdrawn_on IS NULL")
    db.table("commitment_sdgs").create_index(["sdg_id", "declared", "score", "commitment_id"])
    db.table("partner_mentions").create_index(["commitment_id", "partner_id"])
    db.table("partner_mentions").create_index(["partner_id", "commitment_id"])


def _listed(db: Database) -> None:
    """Lists, comparisons and the home page from indices alone.

    An index of what stands answers alone only where it holds ``withdrawn_on`` too; the first two made it not.
    """
    for name, columns in (
        ("standing", "collectivity_id, status, withdrawn_on"),
        ("standing_status", "status, withdrawn_on"),
        ("surest", "collectivity_id, probability DESC, id, status, withdrawn_on"),
    ):
        db.execute(f"DROP INDEX IF EXISTS idx_commitments_{name}")
        db.execute(f"CREATE INDEX idx_commitments_{name} ON commitments ({columns}) WHERE withdrawn_on IS NULL")
    db.table("partner_mentions").create_index(["partner_id", "document_id"])


EMPTY_KEPT = "DELETE FROM kept_counts; DELETE FROM kept_relations; DELETE FROM kept_partners;"


def _counted(db: Database) -> None:
    """What ``kept_counts.fill`` keeps for the site; emptied by whatever changes a fact it counts."""
    relations = {"collectivity_id": str, "partner_id": str, "commitments": int, "mentions": int}
    partners = {"sdg_id": int, "partner_id": str, "collectivities": int, "commitments": int, "mentions": int}
    counts = {"sdg_id": int, "collectivity_id": str, "status": str, "commitments": int}
    goal, place = ("sdg_id", "sdgs", "id"), ("collectivity_id", "collectivities", "id")
    partner = ("partner_id", "partners", "id")
    db.table("kept_counts").create(counts, foreign_keys=[goal, place])
    db.table("kept_counts").create_index(["sdg_id", "collectivity_id", "status"])
    db.table("kept_partners").create(partners, foreign_keys=[goal, partner])
    db.table("kept_relations").create(relations, foreign_keys=[place, partner])
    for table, columns in {
        "kept_counts": [["collectivity_id"]],
        "kept_partners": [["sdg_id"], ["partner_id"]],
        "kept_relations": [["collectivity_id", "commitments"], ["partner_id"]],
    }.items():
        for indexed in columns:
            db.table(table).create_index(indexed)
    for table, changed in {
        "commitments": "collectivity_id, status, withdrawn_on",
        "commitment_sdgs": "commitment_id, sdg_id",
        "documents": "collectivity_id",
        "partner_mentions": "partner_id, document_id, commitment_id",
    }.items():
        for name, event in (("in", "INSERT"), ("out", "DELETE"), ("new", f"UPDATE OF {changed}")):
            when = f"AFTER {event} ON {table}"
            db.execute(f"CREATE TRIGGER kept_{table}_{name} {when} BEGIN {EMPTY_KEPT} END")


STEPS: tuple[Callable[[Database], None], ...] = (
    first_shape.tables,
    first_shape.facts,
    first_shape.journal,
    first_shape.indexes,
    first_shape.search,
    _standing,
    _recognised,
    _about_documents,
    _labelled,
    _quantities,
    _presence,
    _served,
    _listed,
    _counted,
)
