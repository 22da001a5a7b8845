"""Pages that are pictures: told from others, read where OCR is installed, named where it is not."""

from __future__ import annotations

import time

import pypdfium2 as pdfium
import pytest
from pdf_files import SENTENCE, drawn, lines, picture_of, scanned
from read_snapshots import pairs, reading, reading_here
from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import EmptyDocument
from pipeline.read.pdf import ocr
from pipeline.read.pdf.icons import without_icons
from pipeline.read.pdf.recognised import lines_of, segments_of
from pipeline.read.pdf.tints import joined, tinted

WORDS = ["La commune soutient les associations", "du port et rénove ses écoles."]
STAMP = "Reçu en préfecture le 12/03/2024"

needs_ocr = pytest.mark.skipif(not ocr.can_read(), reason="tesseract with its French model is not installed")


def words_of_a_scan(canvas: Canvas) -> None:
    lines(canvas, 72, 700, WORDS, 18)


def text_then_scan(canvas: Canvas) -> None:
    lines(canvas, 72, 700, [SENTENCE])
    canvas.showPage()
    scanned(canvas, words_of_a_scan)


def test_pages_without_text_are_named_where_ocr_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "can_read", lambda: False)
    result = reading_here(drawn(text_then_scan))
    assert pairs(result) == [("paragraph", SENTENCE)]
    assert result.warnings == ("1 page without text, OCR not installed",)
    with pytest.raises(EmptyDocument, match="1 page without text, OCR not installed"):
        reading_here(drawn(lambda canvas: scanned(canvas, words_of_a_scan)))


@needs_ocr
def test_scanned_pages_are_read_stamped_or_not_and_say_so() -> None:
    def draw(canvas: Canvas) -> None:
        text_then_scan(canvas)
        canvas.showPage()
        scanned(canvas, words_of_a_scan)
        lines(canvas, 72, 20, [STAMP], 8)
        canvas.showPage()

    result = reading(drawn(draw))
    assert [(b.text, b.page, b.ocr) for b in result.blocks] == [
        (SENTENCE, 1, False),
        (" ".join(WORDS), 2, True),
        (" ".join(WORDS), 3, True),
        (STAMP, 3, True),
    ]
    assert result.warnings == ("2 pages read by OCR",)


def table(*lines_of_words: list[tuple[str, int, float]]) -> dict[str, list]:
    """Tesseract's table for lines of (word, left edge, confidence), 10 pixels high."""
    rows = []
    for number, words in enumerate(lines_of_words):
        rows.append((4, number, "", 0, 20 * number, 500, 10, -1.0))
        rows += [(5, number, text, x, 20 * number, 6 * len(text), 10, conf) for text, x, conf in words]
    names = ("level", "line_num", "text", "left", "top", "width", "height", "conf")
    columns = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    return {**columns, "block_num": [1] * len(rows), "par_num": [1] * len(rows)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([("Planter", 0, 96.0), ("des", 46, 95.0), ("@ra", 300, 40.0)], "Planter des", id="an icon"),
        pytest.param(
            [("Planter", 0, 96.0), ("OQra", 200, 34.0), ("Ora", 228, 40.0)], "Planter", id="icons side by side"
        ),
        pytest.param([("Planter", 0, 96.0), ("On", 200, 50.0)], "Planter", id="an icon like a word"),
        pytest.param([("Planter", 0, 96.0), ("les", 300, 40.0)], "Planter les", id="a small word in justified text"),
        pytest.param([("XX", 0, 50.0), ("Voirie", 60, 96.0)], "Voirie", id="an icon before"),
        pytest.param([("e", 0, 20.0), ("Planter", 20, 96.0)], "• Planter", id="a bullet"),
        pytest.param([(">Planter", 0, 96.0), ("12", 60, 95.0)], "• Planter 12", id="an arrow that clings"),
        pytest.param([(">50", 0, 96.0), ("ans", 40, 95.0)], ">50 ans", id="no arrow before a number"),
        pytest.param([("e", 0, 90.0), ("partie", 20, 96.0)], "e partie", id="no bullet before small letters"),
        pytest.param([("@-", 0, 79.0), ("CHASSE", 20, 96.0)], "CHASSE", id="signs that open no line"),
        pytest.param([("_", 0, 90.0), ("à", 20, 96.0), ("CROIX", 40, 96.0)], "à CROIX", id="a stroke"),
        pytest.param([("nous", 0, 96.0), (":", 46, 9.0), ("voter", 76, 96.0)], "nous : voter", id="a doubtful colon"),
        pytest.param([("haie,", 0, 20.0), ("12", 40, 95.0)], "haie, 12", id="a doubtful long word"),
        pytest.param([("Qra", 0, 50.0), ("pq", 30, 60.0)], None, id="icons alone"),
        pytest.param([("se", 0, 40.0), ("PT", 30, 50.0), ("=", 50, 40.0), ("LU", 60, 40.0)], None, id="a frame"),
        pytest.param([("VILLE", 0, 96.0), ("FLEURIE", 60, 20.0)], "VILLE FLEURIE", id="doubtful capitals"),
    ],
)
def test_pictures_taken_for_letters(words: list[tuple[str, int, float]], expected: str | None) -> None:
    assert [segment.text for segment in segments_of(lines_of(table(words), 1.0))] == ([expected] if expected else [])


def test_a_column_of_icons_is_left_out_and_a_column_of_figures_stays() -> None:
    """Some of the icons are taken for figures without doubt; none of a table's figures is doubtful."""
    icons = [[("Planter", 0, 96.0), ("66", 300, 92.0)], [("Former", 0, 96.0)], [("Ora", 298, 40.0)]]
    icons += [[("Réunir", 0, 96.0), ("@ra", 300, 30.0)], [("les", 0, 96.0), ("élus", 24, 96.0), ("pq", 300, 85.0)]]
    icons += [[("cRa", 300, 20.0)], [("Voter", 0, 96.0), ("12", 200, 95.0)]]
    read = without_icons(lines_of(table(*icons), 1.0))
    assert [[word.text for word in line.words] for line in read] == [
        ["Planter"], ["Former"], ["Réunir"], ["les", "élus"], ["Voter", "12"],
    ]  # fmt: skip
    figures = lines_of(table(*[[("Voirie", 0, 96.0), (str(n), 300, 95.0)] for n in (12, 7, 66)]), 1.0)
    assert without_icons(figures) == figures


def test_two_readings_of_a_page_are_joined_line_by_line() -> None:
    """What the second reads beyond a gutter is a line of its own."""
    first = lines_of(table([("Le", 0, 96.0)], [("pont", 0, 40.0)], [("gauche", 0, 96.0)], [("fin", 0, 96.0)]), 1.0)
    second = lines_of(
        table(
            [("La", 0, 96.0)],
            [("ponts", 0, 96.0)],
            [("gauche", 0, 96.0), ("droite", 42, 96.0), ("ailleurs", 200, 96.0)],
            [],
            [("ajoutée", 0, 96.0)],
        ),
        1.0,
    )
    assert [segment.text for segment in segments_of(joined(first, second))] == [
        "ailleurs", "Le", "ponts", "gauche droite", "fin", "ajoutée",
    ]  # fmt: skip


def test_a_line_that_ran_into_a_frame_is_no_taller_than_its_words() -> None:
    read = table([(word, 60 * i, 96.0) for i, word in enumerate("Une ville plus agréable".split())])
    read["height"][0] = 24
    assert [segment.size for segment in segments_of(lines_of(read, 1.0))] == [15.0]
    title = table([("FESTIVITÉS", 0, 96.0)])
    title["height"][0] = 14
    assert [segment.size for segment in segments_of(lines_of(title, 1.0))] == [14.0]


@needs_ocr
def test_the_title_of_a_scanned_page_ends_no_sentence_of_the_page_before() -> None:
    def draw(canvas: Canvas) -> None:
        body = ["La commune ouvrira ses portes aux habitants des villages"]
        body += [
            "voisins ; elle signera avec les maires une",
            "convention pour la pêche, le bois et les chemins de halage",
        ]
        scanned(canvas, lambda page: lines(page, 72, 700, body, 14))
        canvas.showPage()
        scanned(canvas, lambda page: lines(page, 72, 700, ["LE BEL AUTOMNE"], 40))

    assert [(b.page, b.text.split()[-1]) for b in reading(drawn(draw)).blocks] == [(1, "halage"), (2, "AUTOMNE")]


@pytest.mark.parametrize(
    ("passed", "last", "times"),
    [(0.0, 1, 3), (98.0, 1, 3), (98.0, 8, 1)],
    ids=["in time", "late, on the last page", "late, with pages to come"],
)
def test_tints_are_read_again_while_later_pages_keep_their_time(
    monkeypatch: pytest.MonkeyPatch, passed: float, last: int, times: int
) -> None:
    """A long document keeps its last pages, read once, rather than its first ones read better."""
    asked: list[str] = []
    clock = [time.monotonic()]

    def recognise(image: object, options: str, seconds: float) -> dict[str, list]:
        asked.append(options)
        clock[0] += 0.5
        return table([("Planter", 0, 96.0)])

    monkeypatch.setattr(ocr, "_recognise", recognise)
    monkeypatch.setattr(ocr, "tinted", lambda image: [image, image])
    monkeypatch.setattr(ocr.os, "cpu_count", lambda: 1)
    recogniser = ocr.Recogniser(clock[0] + 100, last)
    clock[0] += passed
    monkeypatch.setattr(ocr.time, "monotonic", lambda: clock[0])
    document = pdfium.PdfDocument(drawn(words_of_a_scan))
    recogniser.submit(document[0], 1)
    assert [page.segments[0].text for page in recogniser.results()] == ["Planter"]
    assert len(asked) == times


@needs_ocr
def test_words_on_a_tint_are_read_beside_those_on_paper() -> None:
    """Brown on a yellow that darkens, and white on it, are lost to one threshold for the whole page; a plain page is
    not read again.
    """
    on_tint = ["Nous ouvrirons une maison du vélo", "près de la gare et du canal."]
    title = "CIRCULER AUTREMENT"

    def draw(canvas: Canvas) -> None:
        for x in range(600):
            light = 1 - 0.1 * x / 600
            canvas.setFillColor(Color(0.95 * light, 0.9 * light, 0.6 * light))
            canvas.rect(x, 600, 1.2, 242, stroke=0, fill=1)
        canvas.setFillColor(Color(0.45, 0.3, 0.1))
        lines(canvas, 72, 690, on_tint, 18)
        canvas.setFillColor(white)
        lines(canvas, 72, 770, [title], 30, "Helvetica-Bold")
        canvas.setFillColor(black)
        lines(canvas, 72, 500, WORDS, 18)

    plain, tinted_page = (picture_of(drawn(d)).convert("L") for d in (words_of_a_scan, draw))
    assert (len(tinted(plain)), len(tinted(tinted_page))) == (0, 2)
    result = reading(drawn(lambda canvas: scanned(canvas, draw)))
    assert [b.text for b in result.blocks] == [title, " ".join(on_tint), " ".join(WORDS)]


@needs_ocr
def test_bullets_too_pale_for_letters_begin_items() -> None:
    """Yellow arrows on white, which Tesseract drops, before items that end in no mark."""
    items = [
        "Retransmettre en direct les conseils municipaux",
        "Réunir une assemblée de quartier",
        "Publier les budgets",
    ]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 72, 760, ["Nous rendrons des comptes, et voici comment nous le ferons :"], 14)
        for i, item in enumerate(items):
            y = 730 - 21 * i
            canvas.setStrokeColor(Color(1, 0.87, 0.1))
            canvas.setLineWidth(1.6)
            canvas.lines([(74, y + 9, 79, y + 5), (79, y + 5, 74, y + 1)])
            lines(canvas, 88, y, [item], 14)

    assert pairs(reading(drawn(lambda canvas: scanned(canvas, draw)))) == [
        ("paragraph", "Nous rendrons des comptes, et voici comment nous le ferons :"),
        *[("list_item1", item) for item in items],
    ]
