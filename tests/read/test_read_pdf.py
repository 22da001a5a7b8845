"""PDFs made here with known text and order; whole block lists compared."""

from __future__ import annotations

import io

import pytest
from pdf_files import SENTENCE, drawn, lines
from read_snapshots import pairs, reading
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from pipeline.errors import ReadFailed

LEFT = ["La ville a rejoint le réseau des", "ports du nord ; elle y siège avec", "onze autres communes et finance"]
RIGHT = ["une part de ses études. Le quai", "neuf ouvrira en mai, avec une aire", "pour les vélos et un abri."]
TWO_COLUMNS = (
    "La ville a rejoint le réseau des ports du nord ; elle y siège avec onze autres communes et finance une part "
    "de ses études. Le quai neuf ouvrira en mai, avec une aire pour les vélos et un abri."
)


def test_columns_even_where_the_file_interleaves_them() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 780, ["Le port en grand"], 20, "Helvetica-Bold")
        for i in range(3):
            lines(canvas, 50, 740 - 12.5 * i, [LEFT[i]])
            lines(canvas, 320, 740 - 12.5 * i, [RIGHT[i]])

    assert pairs(reading(drawn(draw))) == [("heading1", "Le port en grand"), ("paragraph", TWO_COLUMNS)]


def test_sentences_over_pages_without_running_heads_and_numbers() -> None:
    def draw(canvas: Canvas) -> None:
        for number, texts in enumerate((LEFT, RIGHT), start=1):
            lines(canvas, 50, 815, ["Rapport du port 2024"], 8)
            lines(canvas, 50, 700, texts)
            lines(canvas, 290, 20, [f"- {number} -"], 8)
            canvas.showPage()

    result = reading(drawn(draw))
    assert pairs(result) == [("paragraph", TWO_COLUMNS)]
    block = result.blocks[0]
    assert (block.page, result.pages) == (1, 2)


def test_box_in_points_from_the_top_left() -> None:
    block = reading(drawn(lambda canvas: lines(canvas, 72, 742, [SENTENCE], 10))).blocks[0]
    assert block.box is not None
    x0, top, x1, bottom = block.box
    assert x0 == pytest.approx(72, abs=2)
    assert top < A4[1] - 742 < bottom
    assert 300 < x1 < 500
    assert bottom - top < 16


def test_hyphenation_is_undone_and_hyphens_stay() -> None:
    texts = ["Le plan pour l'environ-", "nement prévoit un co-", "financement du quai."]
    result = reading(drawn(lambda canvas: lines(canvas, 72, 700, texts)))
    assert pairs(result) == [("paragraph", "Le plan pour l'environnement prévoit un co-financement du quai.")]


def test_items_and_headings() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 72, 780, ["Nos projets"], 16, "Helvetica-Bold")
        lines(canvas, 72, 750, ["Trois chantiers nous attendent, et ils seront menés avec le département :"])
        lines(canvas, 72, 735, ["•"])
        lines(
            canvas,
            90,
            735,
            ["rouvrir la halle aux poissons, fermée depuis la tempête, avec les mareyeurs et la", "criée ;"],
        )
        lines(canvas, 72, 708, ["- planter des haies ;"])
        lines(canvas, 90, 695, ["– dont deux au cimetière ;"])
        lines(canvas, 72, 682, ["3) abaisser les trottoirs."])
        lines(canvas, 72, 655, ["La suite"], 10, "Helvetica-Bold")
        lines(canvas, 72, 640, [SENTENCE])

    assert pairs(reading(drawn(draw))) == [
        ("heading1", "Nos projets"),
        ("paragraph", "Trois chantiers nous attendent, et ils seront menés avec le département :"),
        ("list_item1", "rouvrir la halle aux poissons, fermée depuis la tempête, avec les mareyeurs et la criée ;"),
        ("list_item1", "planter des haies ;"),
        ("list_item2", "dont deux au cimetière ;"),
        ("list_item1", "abaisser les trottoirs."),
        ("heading3", "La suite"),
        ("paragraph", SENTENCE),
    ]


ROWS = [
    ["Ville", "Pays", "Année"],
    ["Fano", "Italie", "1998"],
    ["Vigo", "Espagne", "2004"],
    ["Lagos", "Nigeria", "2011"],
]
ROW_BLOCKS = [("table_row", " | ".join(row)) for row in ROWS]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param([("GRID", (0, 0), (-1, -1), 0.5, "black")], id="grid"),
        pytest.param([("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")], id="level rules"),
        pytest.param([], id="no rules"),
    ],
)
def test_tables(style: list[tuple]) -> None:
    file = io.BytesIO()
    body = getSampleStyleSheet()["BodyText"]
    story = [Paragraph(SENTENCE, body), Table(ROWS, style=style, colWidths=90), Paragraph(SENTENCE, body)]
    SimpleDocTemplate(file, pagesize=A4).build(story)
    assert pairs(reading(file.getvalue())) == [("paragraph", SENTENCE), *ROW_BLOCKS, ("paragraph", SENTENCE)]


def test_a_table_over_two_pages_has_one_header() -> None:
    file = io.BytesIO()
    rows = [ROWS[0]] + [[f"Ville {n}", "Italie", str(1950 + n)] for n in range(60)]
    SimpleDocTemplate(file, pagesize=A4).build(
        [Table(rows, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])]
    )
    assert pairs(reading(file.getvalue())) == [("table_row", " | ".join(row)) for row in rows]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param([("GRID", (0, 0), (-1, -1), 0.5, "black")], id="grid"),
        pytest.param([("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")], id="level rules"),
        pytest.param([], id="no rules"),
    ],
)
def test_a_table_goes_on_over_the_page_without_its_header(style: list[tuple]) -> None:
    """No row is taken for a header, none is lost or joined to the one on the page before."""
    file = io.BytesIO()
    rows = [ROWS[0]] + [[f"Ville {n}", "Italie", str(1950 + n)] for n in range(60)]
    story = [Table(rows, style=style, colWidths=90), Paragraph(SENTENCE, getSampleStyleSheet()["BodyText"])]
    SimpleDocTemplate(file, pagesize=A4).build(story)
    result = reading(file.getvalue())
    assert pairs(result) == [("table_row", " | ".join(row)) for row in rows] + [("paragraph", SENTENCE)]
    assert {block.page for block in result.blocks} == {1, 2}


HEADS = {
    0: ("{page}", "Ville de Port-Lannec", "Rapport d'activité 2024"),
    1: ("{chapter}", "Direction générale des services", "{page}"),
}
"""Left, middle and right part of the head on even and on odd pages."""


@pytest.mark.parametrize("size", [7.5, 10], ids=["small type", "the body's type"])
def test_heads_in_three_parts_that_alternate(size: float) -> None:
    """Twelve pages in two chapters: parts of heads go, the sentences that run under them are whole."""

    def draw(canvas: Canvas) -> None:
        for page in range(1, 13):
            chapter = "Le port" if page <= 6 else "Les écoles"
            left, middle, right = (part.format(page=page, chapter=chapter) for part in HEADS[page % 2])
            canvas.setFont("Helvetica", size)
            canvas.drawString(50, 808, left)
            canvas.drawCentredString(297, 808, middle)
            canvas.drawRightString(545, 808, right)
            lines(canvas, 50, 740, RIGHT if page % 2 == 0 else LEFT)
            canvas.showPage()

    assert pairs(reading(drawn(draw))) == [("paragraph", TWO_COLUMNS)] * 6


def test_letter_spaced_titles_and_contents() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 72, 780, ["P R O G R A M M E"], 16)
        lines(canvas, 72, 750, ["Le port ............ 2", "Les écoles ......... 5", "Les haies .......... 9"])
        lines(canvas, 72, 650, [SENTENCE])

    assert pairs(reading(drawn(draw))) == [
        ("heading1", "PROGRAMME"),
        ("caption", "Le port | 2"),
        ("caption", "Les écoles | 5"),
        ("caption", "Les haies | 9"),
        ("paragraph", SENTENCE),
    ]


def encrypted(password: str) -> bytes:
    return drawn(lambda canvas: lines(canvas, 72, 700, [SENTENCE]), encrypt=StandardEncryption(password, "owner"))


def test_encrypted_files() -> None:
    assert pairs(reading(encrypted(""))) == [("paragraph", SENTENCE)]
    with pytest.raises(ReadFailed, match="password"):
        reading(encrypted("secret"))


def test_pages_are_bounded() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(5):
            lines(canvas, 72, 700, [SENTENCE])
            canvas.showPage()

    result = reading(drawn(draw), max_pages=2)
    assert len(result.blocks) == 2
    assert result.warnings == ("stopped after page 2 of 5: max_pages = 2",)
