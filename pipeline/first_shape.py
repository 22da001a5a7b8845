"""The database as the first release made it: the first five steps of ``migrations.STEPS``. Never edited."""

from __future__ import annotations

from sqlite_utils import Database

GOALS = (
    (1, "Éliminer la pauvreté", "Pas de pauvreté", "#E5243B"),
    (2, "Éliminer la faim, nourrir sainement, cultiver durablement", "Faim « zéro »", "#DDA63A"),
    (3, "Permettre à tous de vivre en bonne santé", "Bonne santé et bien-être", "#4C9F38"),
    (4, "Assurer une éducation de qualité pour tous", "Éducation de qualité", "#C5192D"),
    (5, "Parvenir à l’égalité entre les sexes", "Égalité entre les sexes", "#FF3A21"),
    (6, "Garantir l’accès à l’eau et à l’assainissement", "Eau propre et assainissement", "#26BDE2"),
    (7, "Garantir une énergie fiable, durable et abordable", "Énergie propre et abordable", "#FCC30B"),
    (8, "Promouvoir une croissance durable et le travail décent", "Travail décent et croissance", "#A21942"),
    (9, "Bâtir des infrastructures résilientes et innover", "Industrie, innovation, infrastructure", "#FD6925"),
    (10, "Réduire les inégalités", "Inégalités réduites", "#DD1367"),
    (11, "Rendre les villes inclusives, sûres et durables", "Villes et communautés durables", "#FD9D24"),
    (12, "Consommer et produire de façon durable", "Consommation responsable", "#BF8B2E"),
    (13, "Lutter contre les changements climatiques", "Lutte contre le changement climatique", "#3F7E44"),
    (14, "Protéger les océans, les mers et le littoral", "Vie aquatique", "#0A97D9"),
    (15, "Protéger la vie terrestre et la biodiversité", "Vie terrestre", "#56C02B"),
    (16, "Promouvoir la paix, la justice et des institutions efficaces", "Paix, justice, institutions", "#00689D"),
    (17, "Renforcer les partenariats pour atteindre les objectifs", "Partenariats", "#19486A"),
)

SEARCHED = {
    "documents": ["title", "text"],
    "passages": ["heading", "text"],
    "commitments": ["heading", "text"],
    "partners": ["name"],
    "partner_mentions": ["text"],
}


def tables(db: Database) -> None:
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


def facts(db: Database) -> None:
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


def journal(db: Database) -> None:
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


def indexes(db: Database) -> None:
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


def search(db: Database) -> None:
    for table, columns in SEARCHED.items():
        enable_search(db, table, columns)


def enable_search(db: Database, table: str, columns: list[str]) -> None:
    """Full-text search that folds accents, kept up to date by triggers."""
    db.table(table).enable_fts(columns, tokenize="unicode61 remove_diacritics 2", create_triggers=True)
