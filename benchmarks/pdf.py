"""Pages a second of the PDF reader, against pdfplumber's and pypdfium2's bare text over the same files."""

from __future__ import annotations

import hashlib
import io
import time
from datetime import UTC, datetime
from functools import partial

import pdfplumber
import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from benchmarks.timing import seconds
from pipeline.read import read, read_here
from pipeline.settings import Settings
from pipeline.types import Snapshot

AT_LEAST = {"running text": 10.0, "tables": 1.0}
"""Times pdfplumber's pages a second."""
PAGES = 12
SENTENCES = (
    "La commune rénove ses écoles et ses gymnases avec l'aide du département et de la région. ",
    "Elle plantera chaque année deux cents arbres le long des chemins, en lien avec les associations. ",
    "Depuis 2019, les consommations d'énergie des bâtiments ont baissé d'un cinquième. ",
)


def running_text() -> bytes:
    """Pages of headings and paragraphs, about 3,000 characters each."""
    styles = getSampleStyleSheet()
    story: list = []
    for page in range(PAGES):
        story.append(Paragraph(f"Axe {page + 1} : habiter la commune", styles["Heading1"]))
        story += [Paragraph("".join(SENTENCES) * 3, styles["BodyText"]) for _ in range(4)]
        story.append(PageBreak())
    return _built(story)


def tables() -> bytes:
    """Pages of ruled tables, five columns and 24 rows each."""
    head = ["Action", "Pilote", "Partenaires", "Coût", "Année"]
    story: list = []
    for page in range(PAGES):
        rows = [[f"Action {page}.{n}", "Voirie", "Département", f"{n} 000 €", str(2024 + n % 6)] for n in range(23)]
        story += [Table([head, *rows], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")], colWidths=90), PageBreak()]
    return _built(story)


def _built(story: list) -> bytes:
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(story)
    return file.getvalue()


def by_pdfplumber(content: bytes) -> None:
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.extract_text()


def by_pypdfium2(content: bytes) -> None:
    document = pdfium.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def main() -> None:
    settings = Settings()
    for name, content in (("running text", running_text()), ("tables", tables())):
        digest = hashlib.sha256(content).hexdigest()
        snapshot = Snapshot("benchmark", "benchmark.pdf", content, "application/pdf", digest, datetime.now(UTC))
        took = seconds(
            {
                "ours": partial(read_here, snapshot, settings),
                "pdfplumber": partial(by_pdfplumber, content),
                "pypdfium2": partial(by_pypdfium2, content),
            }
        )
        rates = ", ".join(f"{who} {PAGES / t:.0f} pages/s" for who, t in took.items())
        print(f"{name}: {rates}")
        print(f"  {took['pdfplumber'] / took['ours']:.1f} times pdfplumber (at least {AT_LEAST[name]:g})")
        print(f"  {took['pypdfium2'] / took['ours']:.3f} times pypdfium2's bare text")
        print(f"  a process of its own adds {_apart(snapshot, settings):.0f} ms a document")


def _apart(snapshot: Snapshot, settings: Settings) -> float:
    """Milliseconds on the clock that reading in the child process costs beyond reading here, its start apart."""
    read(snapshot, settings)
    best = [float("inf")] * 2
    for i, call in enumerate([read, read_here] * 3):
        start = time.perf_counter()
        call(snapshot, settings)
        best[i % 2] = min(best[i % 2], time.perf_counter() - start)
    return 1000 * max(0.0, best[0] - best[1])


if __name__ == "__main__":
    main()
