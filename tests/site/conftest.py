"""A small invented database with hostile words in it, served exactly as the product serves its own."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from browser import ARGUMENTS, CHROMIUM, Visit, served
from datasette.app import Datasette
from made_pdf import LINES, pdf
from sqlite_utils import Database

from pipeline.shape import ensure_shape

CONFIGURATION = Path(__file__).parents[2] / "datasette"
sys.path.insert(0, str(CONFIGURATION / "plugins"))
SCRIPT = "<script>alert(1)</script>"
ATTACK = "\"'><img src=x onerror=window.attacked=1><script>window.attacked=1</script>{{7*7}}${7*7}"
STRANGERS = {
    "collectivities": ["name"],
    "sources": ["title"],
    "documents": ["title", "media_type", "language"],
    "passages": ["heading"],
    "commitments": ["heading"],
    "partners": ["name"],
    "amounts": ["per", "payer"],
    "indicators": ["unit", "counted"],
    "failures": ["cause"],
    "runs": ["versions"],
}
"""Columns that hold what documents, addresses and manifests say; texts of marks hold an attack of their own."""

TEXT = (
    "Notre cap\n"
    "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €. "
    "Il pleut souvent ici.\n"
    f'Nous accueillons {SCRIPT} et "l\'Atelier 🎈 des Ponts" depuis 2019.\n'
    "Un jumelage avec Port-Azur a été signé en 2018."
)
PLEDGE = "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €."
ACTION = f'Nous accueillons {SCRIPT} et "l\'Atelier 🎈 des Ponts" depuis 2019.'
RESULT = "Un jumelage avec Port-Azur a été signé en 2018."
OTHER_TEXT = "Le Département soutiendra Sève & Racines. Il versera 900 000 € à Port-Azur."


def span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start_char": start, "end_char": start + len(words)}


def _sources(db: Database) -> None:
    db["collectivities"].insert_all(
        [
            {"id": "clairval", "name": "Ville de Clairval", "level": "commune", "population": 12345},
            {"id": "haut-pays", "name": "Département du Haut-Pays", "level": "departement"},
        ],
        alter=False,
    )
    db["sources"].insert_all(
        [
            {
                "id": "cap-demo",
                "collectivity_id": "clairval",
                "url": "textes/cap.pdf",
                "title": "Cap",
                "kind": "strategy",
            },
            {
                "id": "plan",
                "collectivity_id": "haut-pays",
                "url": "https://exemple.fr/p",
                "title": "Plan",
                "kind": "page",
            },
        ]
    )
    common = {
        "fetched_at": "2026-11-20T02:00:00+00:00",
        "media_type": "text/html",
        "language": "fr",
        "is_current": 1,
    }
    db["documents"].insert_all(
        [
            common
            | {
                "id": "d1",
                "source_id": "cap-demo",
                "collectivity_id": "clairval",
                "url": "javascript:alert(2)",
                "title": f"Cap {SCRIPT} & suite",
                "published_on": "2025-03-01",
                "sha256": "a",
                "pages": 3,
                "characters": len(TEXT),
                "text": TEXT,
            },
            common
            | {
                "id": "d2",
                "source_id": "plan",
                "collectivity_id": "haut-pays",
                "url": "https://exemple.fr/p?a=1&b=2",
                "title": "Plan d’actions",
                "published_on": None,
                "sha256": "b",
                "pages": None,
                "characters": len(OTHER_TEXT),
                "text": OTHER_TEXT,
            },
        ]
    )
    position, start = 0, 0
    for line in TEXT.split("\n"):
        db["passages"].insert(
            {
                "id": f"p{position}",
                "document_id": "d1",
                "position": position,
                "page": 1 + position // 2,
                "kind": "paragraph" if position else "heading",
                "heading": "Notre cap" if position else "",
                "start_char": start,
                "end_char": start + len(line),
                "text": line,
            }
        )
        position, start = position + 1, start + len(line) + 1
    db["passages"].insert(
        {
            "id": "q0",
            "document_id": "d2",
            "position": 0,
            "kind": "paragraph",
            "heading": "",
            "text": OTHER_TEXT,
            "start_char": 0,
            "end_char": len(OTHER_TEXT),
        }
    )


def _commitments(db: Database) -> None:
    one = {
        "document_id": "d1",
        "collectivity_id": "clairval",
        "heading": "Notre cap",
        "first_seen": "2026-10-01",
        "last_seen": "2026-11-20",
        "withdrawn_on": None,
    }
    two = one | {
        "document_id": "d2",
        "collectivity_id": "haut-pays",
        "heading": "",
        "passage_id": "q0",
        "page": None,
    }
    db["commitments"].insert_all(
        [
            one
            | span(TEXT, PLEDGE)
            | {
                "id": "c-pledge",
                "passage_id": "p1",
                "status": "pledge",
                "probability": 0.97,
                "page": 1,
                "source_link": "javascript:alert(3)",
            },
            one
            | span(TEXT, ACTION)
            | {
                "id": "c-action",
                "passage_id": "p2",
                "status": "action",
                "probability": 0.7,
                "page": 2,
                "source_link": "https://exemple.fr/cap#:~:text=Nous accueillons",
            },
            one
            | span(TEXT, RESULT)
            | {
                "id": "c-result",
                "passage_id": "p3",
                "status": "result",
                "probability": 0.4,
                "page": 2,
                "source_link": "//hote.exemple/x",
            },
            two
            | span(OTHER_TEXT, "Le Département soutiendra Sève & Racines.")
            | {"id": "c-new", "status": "pledge", "probability": 0.9, "source_link": "https://exemple.fr/p"},
            two
            | span(OTHER_TEXT, "Il versera 900 000 € à Port-Azur.")
            | {"id": "c-sum", "status": "pledge", "probability": 0.85, "source_link": "https://exemple.fr/p"},
            two
            | {
                "id": "c-old",
                "text": "Le Département aidera Sève.",
                "start_char": 0,
                "end_char": 27,
                "status": "pledge",
                "probability": 0.9,
                "source_link": None,
                "withdrawn_on": "2026-11-20",
            },
        ]
    )
    db["commitment_sdgs"].insert_all(
        [
            {"commitment_id": "c-pledge", "sdg_id": 15, "score": 1.0, "declared": 1},
            {"commitment_id": "c-pledge", "sdg_id": 13, "score": 0.6, "declared": 0},
            {"commitment_id": "c-result", "sdg_id": 17, "score": 0.9, "declared": 0},
            {"commitment_id": "c-new", "sdg_id": 15, "score": 0.8, "declared": 0},
        ]
    )


def _facts(db: Database) -> None:
    db["partners"].insert_all(
        [
            {"id": "seve", "name": "Sève & Racines", "kind": "association", "country": "FR"},
            {
                "id": "azur",
                "name": "Port-Azur",
                "kind": "territory",
                "country": "SN",
                "latitude": 14.5,
                "longitude": -17.1,
            },
            {"id": "ponts", "name": 'L\'Atelier "des" Ponts <b>', "kind": "network", "country": None},
        ]
    )
    mentions = [
        ("m1", "seve", "d1", "c-pledge", TEXT, "l’association Sève & Racines"),
        ("m2", "ponts", "d1", "c-action", TEXT, "l'Atelier 🎈 des Ponts"),
        ("m3", "azur", "d1", "c-result", TEXT, "Port-Azur"),
        ("m4", "seve", "d2", "c-new", OTHER_TEXT, "Sève & Racines"),
        ("m5", "azur", "d2", "c-sum", OTHER_TEXT, "Port-Azur"),
        ("m6", "azur", "d1", None, TEXT, "jumelage avec Port-Azur"),
    ]
    for key, partner, document, commitment, text, words in mentions:
        db["partner_mentions"].insert(
            {"id": key, "partner_id": partner, "document_id": document, "commitment_id": commitment} | span(text, words)
        )
    db["amounts"].insert_all(
        [
            {
                "id": "a1",
                "document_id": "d1",
                "commitment_id": "c-pledge",
                "value": 40000.0,
                "max_value": None,
                "currency": "EUR",
                "per": None,
            }
            | span(TEXT, "40 000 €"),
            {
                "id": "a2",
                "document_id": "d2",
                "commitment_id": "c-sum",
                "value": 900000.0,
                "max_value": None,
                "currency": "EUR",
                "per": None,
            }
            | span(OTHER_TEXT, "900 000 €"),
        ]
    )
    periods = [
        ("t1", "c-pledge", "d’ici à 2031", None, 2031),
        ("t2", "c-action", "depuis 2019", 2019, None),
        ("t3", "c-result", "2018", 2018, 2018),
        ("t4", "c-pledge", "2031", 2019, 2020),
    ]
    for key, commitment, words, start, end in periods:
        db["periods"].insert(
            {
                "id": key,
                "document_id": "d1",
                "commitment_id": commitment,
                "start_year": start,
                "end_year": end,
            }
            | span(TEXT, words)
        )
    db["periods"].insert(
        {"id": "t5", "document_id": "d2", "commitment_id": "c-sum", "start_year": 2019, "end_year": 2020}
        | span(OTHER_TEXT, "Le")
    )


def _details(db: Database) -> None:
    """What else may be known of a sum, a period and a commitment."""
    db["amounts"].update("a1", {"role": "subsidy", "payer": "l’État"})
    db["periods"].update("t4", {"resolved": 1})
    figure = {"id": "i1", "document_id": "d1", "commitment_id": "c-pledge", "value": 500.0, "unit": "arbre"}
    db["indicators"].insert(
        figure | {"counted": "arbres plantés", "direction": "reach", "target_year": 2031} | span(TEXT, "500 arbres")
    )


def _journal(db: Database) -> None:
    run = {"versions": "{}", "sources": 2, "processed": 2, "unchanged": 0}
    db["runs"].insert_all(
        [
            run
            | {
                "id": "r1",
                "started_at": "2026-10-01T02:00:00+00:00",
                "ended_at": "2026-10-01T02:05:00+00:00",
                "status": "ok",
                "failed": 0,
            },
            run
            | {
                "id": "r2",
                "started_at": "2026-11-20T02:00:00+00:00",
                "ended_at": "2026-11-20T02:05:00+00:00",
                "status": "partial",
                "failed": 1,
            },
        ]
    )
    db["failures"].insert({"id": 1, "run_id": "r2", "source_id": "plan", "stage": "fetch", "cause": f"404 {SCRIPT}"})
    change = {"previous_id": None, "similarity": None}
    db["changes"].insert_all(
        [
            *(
                change | {"run_id": "r1", "commitment_id": f"c-{name}", "change": "added"}
                for name in ("pledge", "action", "result", "old", "sum")
            ),
            {
                "run_id": "r2",
                "commitment_id": "c-new",
                "change": "reworded",
                "previous_id": "c-old",
                "similarity": 0.8,
            },
            change | {"run_id": "r2", "commitment_id": "c-old", "change": "withdrawn"},
        ]
    )


@pytest.fixture(scope="session")
def database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("site") / "autre-nom.db"
    db = Database(file)
    ensure_shape(db)
    for fill in (_sources, _commitments, _facts, _details, _journal):
        fill(db)
    db.close()
    return file


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], Datasette]:
    return lambda file: Datasette([str(file)], config_dir=CONFIGURATION)


@pytest.fixture(scope="session")
def site(serve: Callable[[Path], Datasette], database_file: Path) -> Datasette:
    datasette = serve(database_file)
    asyncio.run(datasette.invoke_startup())  # it names the database; a request would do it too
    return datasette


@pytest.fixture(scope="session")
def get(site: Datasette) -> Callable[[str], httpx.Response]:
    """Ask the site for an address, without a server."""

    def ask(path: str) -> httpx.Response:
        return asyncio.run(site.client.get(path))

    return ask


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory, database_file: Path) -> Path:
    """A corpus folder with the PDF, and a database whose commitment c-pledge stands in it."""
    folder = tmp_path_factory.mktemp("corpus")
    content = pdf(LINES)
    (folder / "textes").mkdir()
    (folder / "textes" / "cap.pdf").write_bytes(content)
    file = folder / "images.db"
    shutil.copy(database_file, file)
    facts = {"media_type": "application/pdf", "url": "textes/cap.pdf", "sha256": hashlib.sha256(content).hexdigest()}
    db = Database(file)
    db["documents"].update("d1", facts)
    db.close()
    return folder


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """The invented database, every word a stranger may have chosen replaced by an attack."""
    file = tmp_path_factory.mktemp("hostile") / "engagements.db"
    shutil.copy(corpus / "images.db", file)
    db = Database(file)
    for table, columns in STRANGERS.items():
        for column in columns:
            db.execute(f"update {table} set {column} = ? || coalesce({column}, '')", [ATTACK])  # noqa: S608
    for column, table in (("url", "documents"), ("url", "sources"), ("source_link", "commitments")):
        db.execute(f"update {table} set {column} = 'javascript:window.attacked=1//' || rowid")  # noqa: S608
    db.conn.commit()
    db.close()
    return file


@pytest.fixture(scope="session")
def illustrated(serve: Callable[[Path], Datasette], corpus: Path) -> Datasette:
    """The site with the corpus its first document comes from."""
    site = serve(corpus / "images.db")
    site.engagements_corpus = corpus
    return site


@pytest.fixture(scope="session")
def address(illustrated: Datasette) -> Iterator[str]:
    with served(illustrated) as address:
        yield address


@pytest.fixture(scope="module")  # Playwright holds the thread's event loop, which other modules' tests need
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def _context(browser: Any, width: int) -> Any:
    return browser.new_context(viewport={"width": width, "height": 800}, locale="fr-FR")


@pytest.fixture(scope="module")
def telephone(browser: Any) -> Iterator[Any]:
    context = _context(browser, 360)
    yield context
    context.close()


@pytest.fixture
def visit(telephone: Any, address: str) -> Iterator[Visit]:
    """A page on a small screen."""
    page = telephone.new_page()
    yield Visit(page, address)
    page.close()


@pytest.fixture
def desk(browser: Any, address: str) -> Iterator[Visit]:
    """A page on a large screen, of a reader who was never there."""
    context = _context(browser, 1280)
    yield Visit(context.new_page(), address)
    context.close()
