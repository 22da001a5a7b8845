"""The database's shape, as numbered steps. A step, once released, is never edited: add the next.

``ensure_shape(db)`` brings any database up to date and may be called at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from pipeline.errors import StoreFailed

GOALS = (
    (1, "Éliminer la pauvreté", "Pas de pauvreté", "#E5243B"),
    (2, "Éliminer la faim, nourrir sainement, cultiver durablement", "Faim « zéro »", "#DDA63A"),
    (3, "Permettre à tous de vivre en bonne santé", "Bonne santé et bien-être", "#4C9F38"),
    (4, "Assurer une éducation de qualité pour tous", "Éducation de qualité", "#C5192D"),
    (5, "Parvenir à l’égalité entre les sexes", "Égalité entre les sexes", "#FF3A21"),
    (6, "Garantir l’accès à l’eau et à l’assainissement", "Eau propre et assainissement", "#26BDE2"),
    (7, "Garantir une énergie fiable, durable et abordable", "Énergie propre et abordable", "#FCC30B"),
    (8, "Promouvoir une croissance durable et le travail décent", "Travail décent et croissance", "#A21942"),
    (
        9,
        "Bâtir des infrastructures résilientes et innover",
        "Industrie, innovation, infrastructure",
        "#FD6925",
    ),
    (10, "Réduire les inégalités", "Inégalités réduites", "#DD1367"),
    (11, "Rendre les villes inclusives, sûres et durables", "Villes et communautés durables", "#FD9D24"),
    (12, "Consommer et produire de façon durable", "Consommation responsable", "#BF8B2E"),
    (13, "Lutter contre les changements climatiques", "Lutte contre le changement climatique", "#3F7E44"),
    (14, "Protéger les océans, les mers et le littoral", "Vie aquatique", "#0A97D9"),
    (15, "Protéger la vie terrestre et la biodiversité", "Vie terrestre", "#56C02B"),
    (
        16,
        "Promouvoir la paix, la justice et des institutions efficaces",
        "Paix, justice, institutions",
        "#00689D",
    ),
    (17, "Renforcer les partenariats pour atteindre les objectifs", "Partenariats", "#19486A"),
)

FULL_TEXT = {
    "documents": ["title", "text"],
    "passages": ["heading", "text"],
    "commitments": ["heading", "text"],
    "partners": ["name"],
    "partner_mentions": ["text"],
    "indicators": ["text", "counted"],
}
_SEARCHED_AT_FIRST = ("documents", "passages", "commitments", "partners", "partner_mentions")


def _tables(db: Database) -> None:
    _manifest(db)
    _documents(db)
    _passages(db)


def _manifest(db: Database) -> None:
    db.table("collectivities").create(
        {
            "id": str,
            "name": str,
            "level": str,
            "insee": str,
            "latitude": float,
            "longitude": float,
            "population": int,
        },
        pk="id",
        not_null={"name", "level"},
    )
    db.table("sources").create(
        {"id": str, "collectivity_id": str, "url": str, "title": str, "kind": str},
        pk="id",
        not_null={"collectivity_id", "url", "kind"},
        foreign_keys=[("collectivity_id", "collectivities", "id")],
    )


def _documents(db: Database) -> None:
    db.table("documents").create(
        {
            "id": str,
            "source_id": str,
            "collectivity_id": str,
            "url": str,
            "title": str,
            "published_on": str,
            "fetched_at": str,
            "sha256": str,
            "media_type": str,
            "pages": int,
            "characters": int,
            "language": str,
            "text": str,
            "is_current": int,
        },
        pk="id",
        not_null={"source_id", "collectivity_id", "url", "sha256", "text", "is_current"},
        foreign_keys=[("source_id", "sources", "id"), ("collectivity_id", "collectivities", "id")],
    )


def _passages(db: Database) -> None:
    db.table("passages").create(
        {
            "id": str,
            "document_id": str,
            "position": int,
            "kind": str,
            "heading": str,
            "page": int,
            "x0": float,
            "top": float,
            "x1": float,
            "bottom": float,
            "start_char": int,
            "end_char": int,
            "text": str,
        },
        pk="id",
        not_null={"document_id", "position", "kind", "start_char", "end_char", "text"},
        foreign_keys=[("document_id", "documents", "id")],
    )


def _facts(db: Database) -> None:
    _commitments(db)
    _goals(db)
    _spans(db)


def _commitments(db: Database) -> None:
    db.table("commitments").create(
        {
            "id": str,
            "document_id": str,
            "collectivity_id": str,
            "passage_id": str,
            "text": str,
            "status": str,
            "probability": float,
            "page": int,
            "start_char": int,
            "end_char": int,
            "heading": str,
            "source_link": str,
            "first_seen": str,
            "last_seen": str,
            "withdrawn_on": str,
        },
        pk="id",
        not_null={"document_id", "collectivity_id", "text", "status", "start_char", "end_char"},
        foreign_keys=[
            ("document_id", "documents", "id"),
            ("collectivity_id", "collectivities", "id"),
            ("passage_id", "passages", "id"),
        ],
    )


def _goals(db: Database) -> None:
    db.table("sdgs").create({"id": int, "name": str, "short_name": str, "color": str}, pk="id")
    db.table("sdgs").insert_all({"id": i, "name": n, "short_name": s, "color": c} for i, n, s, c in GOALS)
    db.table("commitment_sdgs").create(
        {"commitment_id": str, "sdg_id": int, "score": float, "declared": int},
        pk=("commitment_id", "sdg_id"),
        foreign_keys=[("commitment_id", "commitments", "id"), ("sdg_id", "sdgs", "id")],
    )


def _spans(db: Database) -> None:
    db.table("partners").create(
        {"id": str, "name": str, "kind": str, "country": str, "latitude": float, "longitude": float},
        pk="id",
        not_null={"name", "kind"},
    )
    spans = {"document_id": str, "commitment_id": str, "text": str, "start_char": int, "end_char": int}
    links = [("document_id", "documents", "id"), ("commitment_id", "commitments", "id")]
    required = {"document_id", "text", "start_char", "end_char"}
    db.table("partner_mentions").create(
        {"id": str, "partner_id": str, **spans},
        pk="id",
        not_null=required | {"partner_id"},
        foreign_keys=[("partner_id", "partners", "id"), *links],
    )
    db.table("amounts").create(
        {"id": str, **spans, "value": float, "max_value": float, "currency": str, "per": str},
        pk="id",
        not_null=required | {"value", "currency"},
        foreign_keys=links,
    )
    db.table("periods").create(
        {"id": str, **spans, "start_year": int, "end_year": int}, pk="id", not_null=required, foreign_keys=links
    )


def _journal(db: Database) -> None:
    _runs(db)
    _changes(db)


def _runs(db: Database) -> None:
    db.table("runs").create(
        {
            "id": str,
            "started_at": str,
            "ended_at": str,
            "status": str,
            "versions": str,
            "sources": int,
            "processed": int,
            "unchanged": int,
            "failed": int,
        },
        pk="id",
        not_null={"started_at", "status"},
    )
    db.table("failures").create(
        {"id": int, "run_id": str, "source_id": str, "stage": str, "cause": str},
        pk="id",
        not_null={"run_id", "source_id", "stage", "cause"},
        foreign_keys=[("run_id", "runs", "id"), ("source_id", "sources", "id")],
    )


def _changes(db: Database) -> None:
    db.table("changes").create(
        {"run_id": str, "commitment_id": str, "change": str, "previous_id": str, "similarity": float},
        pk=("run_id", "commitment_id", "change"),
        foreign_keys=[
            ("run_id", "runs", "id"),
            ("commitment_id", "commitments", "id"),
            ("previous_id", "commitments", "id"),
        ],
    )
    db.table("source_states").create(
        {"source_id": str, "fingerprint": str, "document_id": str},
        pk="source_id",
        not_null={"fingerprint"},
        foreign_keys=[("source_id", "sources", "id"), ("document_id", "documents", "id")],
    )


def _indexes(db: Database) -> None:
    for table, columns in (
        ("sources", ["collectivity_id"]),
        ("documents", ["source_id"]),
        ("documents", ["collectivity_id"]),
        ("passages", ["document_id", "position"]),
        ("commitments", ["document_id"]),
        ("commitments", ["collectivity_id", "status"]),
        ("commitments", ["passage_id"]),
        ("commitments", ["status"]),
        ("commitment_sdgs", ["sdg_id"]),
        ("partner_mentions", ["partner_id"]),
        ("partner_mentions", ["document_id"]),
        ("partner_mentions", ["commitment_id"]),
        ("amounts", ["document_id"]),
        ("amounts", ["commitment_id"]),
        ("amounts", ["value"]),
        ("periods", ["document_id"]),
        ("periods", ["commitment_id"]),
        ("periods", ["end_year"]),
        ("failures", ["run_id"]),
        ("changes", ["commitment_id"]),
        ("partners", ["country"]),
        ("partners", ["kind"]),
    ):
        db.table(table).create_index(columns)


def _search(db: Database) -> None:
    for table in _SEARCHED_AT_FIRST:
        _enable_search(db, table)


def _enable_search(db: Database, table: str) -> None:
    db.table(table).enable_fts(FULL_TEXT[table], tokenize="unicode61 remove_diacritics 2", create_triggers=True)


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
    _enable_search(db, "indicators")
    db.table("amounts").add_column("role", str)
    db.table("amounts").add_column("payer", str)
    db.table("periods").add_column("resolved", int, not_null_default=0)


def _presence(db: Database) -> None:
    """When a source last answered, since when it is gone; what exactly a rewording changed."""
    db.table("source_states").add_column("answered_at", str)
    db.table("source_states").add_column("gone_on", str)
    db.table("changes").add_column("difference", str)


def _served(db: Database) -> None:
    """What the site's pages read by the thousand, so that the index alone answers: which commitments of a list stand,

    whose they are and their status; a goal's surest; who is named where.
    """
    db.table("commitments").create_index(["id", "withdrawn_on", "collectivity_id", "status"])
    db.execute("CREATE INDEX idx_commitments_standing_status ON commitments (status) WHERE withdrawn_on IS NULL")
    db.table("commitment_sdgs").create_index(["sdg_id", "declared", "score", "commitment_id"])
    db.table("partner_mentions").create_index(["commitment_id", "partner_id"])
    db.table("partner_mentions").create_index(["partner_id", "commitment_id"])


STEPS: tuple[Callable[[Database], None], ...] = (
    _tables,
    _facts,
    _journal,
    _indexes,
    _search,
    _standing,
    _recognised,
    _about_documents,
    _labelled,
    _quantities,
    _presence,
    _served,
)


def ensure_shape(db: Database) -> None:
    """Apply the steps the database has not had; its version is SQLite's ``user_version``.

    Raises StoreFailed for a database a later release made.
    """
    while (done := _version(db)) < len(STEPS):
        db.execute("BEGIN IMMEDIATE")
        with _whole(db):
            if _version(db) == done:  # else another process took this step while we waited
                STEPS[done](db)
                db.execute(f"PRAGMA user_version = {done + 1}")
    if done > len(STEPS):
        raise StoreFailed(f"its shape is number {done}, this release knows {len(STEPS)}; upgrade engagements")


@contextmanager
def _whole(db: Database) -> Iterator[None]:
    """End the open transaction: all of it or nothing."""
    try:
        yield
        db.conn.commit()
    except BaseException:
        db.conn.rollback()
        raise


def _version(db: Database) -> int:
    return db.execute("PRAGMA user_version").fetchone()[0]
