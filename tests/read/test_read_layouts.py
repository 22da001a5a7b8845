"""Whole documents in the layouts local governments publish in: every block, in order, with its kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab
from pdf_files import SENTENCE, drawn, lines
from pdf_layouts import (
    MAGAZINE_BLOCKS,
    REPORT_BLOCKS,
    SHEETS_BLOCKS,
    SLIDES_BLOCKS,
    magazine,
    minutes,
    minutes_blocks,
    report,
    sheets,
    slides,
)
from pdf_more_layouts import (
    BUDGET_BLOCKS,
    DELIBERATION_BLOCKS,
    LANDSCAPE_BLOCKS,
    NUMBERED_BLOCKS,
    PROGRAMME_BLOCKS,
    THREE_BLOCKS,
    budget_report,
    deliberation,
    landscape_table,
    numbered_minutes,
    programme,
    three_columns,
)
from read_snapshots import pairs, reading, reading_here
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.read.markers import split_marker
from pipeline.types import Block


def without_heads(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Heads that no other page repeats come as captions: they are told apart, and not lost."""
    heads = {"Conseil municipal du 14 mars", "Ville de Port-Lannec, procès-verbal"}
    return [
        (f"{b.kind}{b.level or ''}", b.text) for b in blocks if (b.kind, b.text) not in {("caption", h) for h in heads}
    ]


def test_minutes() -> None:
    assert without_heads(reading(minutes()).blocks) == minutes_blocks()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(magazine, MAGAZINE_BLOCKS, id="magazine"),
        pytest.param(sheets, SHEETS_BLOCKS, id="action sheets"),
        pytest.param(slides, SLIDES_BLOCKS, id="slides"),
        pytest.param(report, REPORT_BLOCKS, id="report"),
        pytest.param(numbered_minutes, NUMBERED_BLOCKS, id="minutes with numbered lines"),
        pytest.param(three_columns, THREE_BLOCKS, id="three columns and a pull quote"),
        pytest.param(deliberation, DELIBERATION_BLOCKS, id="stamped deliberation"),
        pytest.param(landscape_table, LANDSCAPE_BLOCKS, id="landscape table"),
        pytest.param(budget_report, BUDGET_BLOCKS, id="leaders and footnotes"),
        pytest.param(programme, PROGRAMME_BLOCKS, id="boxes in colour"),
    ],
)
def test_documents(made: Callable[[], bytes], expected: list[tuple[str, str]]) -> None:
    assert pairs(reading(made())) == expected


LINES = [
    "La halle sera rénovée par la commune et",
    "par le département. Elle ouvrira en mai et",
    "restera gratuite pour les associations du",
    "canton, qui la tiendront propre et vive.",
]


@pytest.mark.parametrize(
    ("numbers", "texts", "stay"),
    [
        pytest.param([1, 2, 3, 4], LINES, False, id="of lines"),
        pytest.param([11, 12, 13, 14], LINES, False, id="of lines that another page began"),
        pytest.param([1, 2, 3, 4], ["Ouvrir la halle", "Planter", "Former", "Conclure"], True, id="of short entries"),
        pytest.param([1, 2, 4, 7], LINES, True, id="that do not count"),
        pytest.param([2021, 2022, 2023, 2024], LINES, True, id="that are years"),
    ],
)
def test_numbers_beside_lines(numbers: list[int], texts: list[str], stay: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for i, (number, text) in enumerate(zip(numbers, texts, strict=True)):
            canvas.drawRightString(75, 700 - 14 * i, str(number))
            canvas.drawString(95, 700 - 14 * i, text)

    read = " ".join(b.text for b in reading_here(drawn(draw)).blocks)
    assert (read != " ".join(texts)) == stay, read


def in_two_columns(canvas: Canvas) -> None:
    left = ["La métropole a adop-", "té un plan. Il pré-", "voit des pis-", "tes, un co-", "financement et des",
            "garde-", "fous. Le vice-prési-", "dent le suivra,", "c'est-à-", "dire chaque an-", "née. Les"]  # fmt: skip
    right = ["habitants du centre-", "ville et ceux de Saint-", "Malo-des-Bois seront", "consultés. Les non-",
             "résidents paieront."]  # fmt: skip
    lines(canvas, 70, 750, left, 9)
    lines(canvas, 200, 750, right, 9)


def test_broken_words_in_narrow_columns() -> None:
    assert pairs(reading(drawn(in_two_columns))) == [
        (
            "paragraph",
            "La métropole a adopté un plan. Il prévoit des pistes, un co-financement et des garde-fous. Le "
            "vice-président le suivra, c'est-à-dire chaque année. Les habitants du centre-ville et ceux de "
            "Saint-Malo-des-Bois seront consultés. Les non-résidents paieront.",
        )
    ]


BUDGET = ["La commune investira douze millions d'euros en six ans, dont un tiers pour", "les écoles."]


@pytest.mark.parametrize("turned_by_the_file", [True, False])
def test_pages_that_lie_on_their_side(turned_by_the_file: bool) -> None:
    def draw(canvas: Canvas) -> None:
        if turned_by_the_file:
            canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, 60, 540, ["Budget par axe"], 16, "Helvetica-Bold")
        lines(canvas, 60, 510, BUDGET)

    assert pairs(reading(drawn(draw))) == [("heading1", "Budget par axe"), ("paragraph", " ".join(BUDGET))]


def test_bullets_that_are_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 750, ["La commune s'engage à :"])
        for i, text in enumerate(
            ("agrandir la gare et ses abords", "créer deux lignes de bus", "former les conducteurs")
        ):
            canvas.circle(75, 733.5 - 20 * i, 2.5, fill=1)
            lines(canvas, 85, 730 - 20 * i, [text])

    assert pairs(reading(drawn(draw))) == [
        ("paragraph", "La commune s'engage à :"),
        ("list_item1", "agrandir la gare et ses abords"),
        ("list_item1", "créer deux lignes de bus"),
        ("list_item1", "former les conducteurs"),
    ]


@pytest.mark.parametrize("bullet", "• – - ▪ ● ➢ ✓ ■ ‣ →".split())
def test_bullets_of_every_shape(bullet: str) -> None:
    assert split_marker(f"{bullet} planter des haies").body == "planter des haies"


def test_a_note_that_text_runs_around_and_a_large_figure() -> None:
    def draw(canvas: Canvas) -> None:
        above = [
            "La qualité de vie des hameaux sera renforcée par la fin des travaux",
            "du bourg et par un plan pour la place de l'église.",
        ]
        around = ["Nous poursuivrons la création de", "parcs, comme celui de la Muraille,", "et planterons des arbres."]
        below = [
            "Pour plus de fraîcheur, nous créerons des points d'eau, des bancs et des",
            "chemins ombragés dans chaque quartier.",
        ]
        canvas.setFont("Helvetica", 10)
        for i, text in enumerate([*above, *around, *below]):
            canvas.drawString(200 if 1 < i < 5 else 70, 750 - 12.5 * i, text)
        lines(canvas, 72, 695, ["13"], 30, "Helvetica-Bold")
        lines(canvas, 120, 715, ["hectares", "d'espaces", "verts"], 8, "Helvetica-Bold")

    assert pairs(reading(drawn(draw))) == [
        (
            "paragraph",
            "La qualité de vie des hameaux sera renforcée par la fin des travaux du bourg et par un plan pour la place "
            "de l'église.",
        ),
        ("paragraph", "Nous poursuivrons la création de parcs, comme celui de la Muraille, et planterons des arbres."),
        (
            "paragraph",
            "Pour plus de fraîcheur, nous créerons des points d'eau, des bancs et des chemins ombragés dans chaque "
            "quartier.",
        ),
        ("paragraph", "13 hectares d'espaces verts"),
    ]


def test_large_figures_of_narrow_type_are_read_with_their_words() -> None:
    """Narrow type is higher than wide, and yet stands upright; a label of its own stays apart from its figure."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 780, [SENTENCE])
        for y, figure, label in (
            (650, "150 000", ["spectateurs", "accueillis", "depuis 2020"]),
            (450, "42 %", ["Jeunes", "et étudiants"]),
        ):
            narrow = canvas.beginText(50, y)
            narrow.setFont("Helvetica-Bold", 60)
            narrow.setHorizScale(45)
            narrow.textLine(figure)
            canvas.drawText(narrow)
            beside = 56 + 0.45 * canvas.stringWidth(figure, "Helvetica-Bold", 60)
            lines(canvas, beside, y + 25, label, 8, "Helvetica-Bold")

    assert [b.text for b in reading(drawn(draw)).blocks] == [
        SENTENCE,
        "150 000 spectateurs accueillis depuis 2020",
        "42 %",
        "Jeunes et étudiants",
    ]


def test_titles_on_a_slant_keep_their_spaces() -> None:
    """pdfium writes no space between words whose baseline slants; their distance shows it."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(60, 700)
        canvas.skew(0, 7)
        canvas.setFont("Helvetica-Bold", 30)
        x = 0.0
        for word in ("UNE", "PLACE", "POUR", "VOUS"):
            canvas.drawString(x, 0, word)
            x += canvas.stringWidth(word, "Helvetica-Bold", 30) + 7
        canvas.restoreState()
        lines(canvas, 60, 640, [SENTENCE])

    assert pairs(reading(drawn(draw))) == [("heading1", "UNE PLACE POUR VOUS"), ("paragraph", SENTENCE)]


def test_items_go_on_in_bold_on_the_next_line() -> None:
    """Nothing else than a capital, or the end of its sentence, ends an item that the next line hangs under."""

    def draw(canvas: Canvas) -> None:
        for y, (plain, bold, rest) in zip(
            (700, 600),
            (
                ("• Nous planterons", "2 000 arbres par an", "(dont la moitié de fruitiers), avec les écoles."),
                ("• Nous rénoverons les salles.", "20 créneaux de plus", "seront ouverts le soir."),
            ),
            strict=True,
        ):
            indent = canvas.stringWidth("• ", "Helvetica", 10)
            lines(canvas, 60, y, [plain])
            lines(canvas, 60 + indent, y - 12.5, [bold], 10, "Helvetica-Bold")
            lines(canvas, 60 + indent, y - 25, [rest])
        lines(canvas, 60, 500, [SENTENCE])

    texts = [b.text for b in reading(drawn(draw)).blocks]
    assert texts[0] == "Nous planterons 2 000 arbres par an (dont la moitié de fruitiers), avec les écoles."
    assert texts[1] == "Nous rénoverons les salles."


def test_ligatures_soft_hyphens_and_thin_spaces() -> None:
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    written = "Une ﬁche ofﬁcielle, 14\u00a0000\u00a0€ et un reﬂet d'efﬁca\u00adcité."
    blocks = reading(drawn(lambda canvas: lines(canvas, 70, 700, [written], 10, "Vera"))).blocks
    assert [b.text for b in blocks] == ["Une fiche officielle, 14 000 € et un reflet d'efficacité."]


def test_spaces_of_every_width_in_a_sum_and_before_marks() -> None:
    """U+2009 and U+202F part thousands and stand before marks: the text has one kind of space."""
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    written = "Le quai\u202f: 14\u2009000\u202f€ en 2025\u2009; l'école\u00a0: 2\u202f300\u2009000\u00a0€\u202f!"
    blocks = reading(drawn(lambda canvas: lines(canvas, 70, 700, [written], 10, "Vera"))).blocks
    assert [b.text for b in blocks] == ["Le quai : 14 000 € en 2025 ; l'école : 2 300 000 € !"]
