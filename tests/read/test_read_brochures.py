"""What brochures do beside running text: cards, portraits, titles on a slant, photographs with words on them."""

from __future__ import annotations

import pytest
from pdf_files import SENTENCE, drawn, lines
from PIL import Image
from read_snapshots import pairs, reading
from reportlab.pdfgen.canvas import Canvas

LEFT = ["Le marché couvert sera rénové et", "ouvrira le dimanche matin. Il gardera", "ses producteurs du canton."]
RIGHT = [
    "La navette du port roulera chaque",
    "soir d'été jusqu'à minuit. Elle restera",
    "gratuite pour les moins de vingt ans.",
]
BELOW_LEFT = ["Les cours des deux écoles seront", "plantées d'arbres avant la fin du mandat."]
BELOW_RIGHT = ["Un conseil des aînés donnera son avis", "sur chaque projet de la commune."]


def test_cards_beside_one_another_are_entries_though_set_like_headings() -> None:
    """Bold and large, and nothing under them; what has text under it stays a heading."""
    cards = [["Une halle", "rénovée"], ["Deux navettes", "gratuites"], ["Un conseil", "des aînés"]]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Le marché"], 15, "Helvetica-Bold")
        lines(canvas, 60, 760, LEFT)
        lines(canvas, 60, 620, ["À RETENIR"], 18, "Helvetica-Bold")
        for i, card in enumerate(cards):
            lines(canvas, 60 + 160 * i, 580, card, 13, "Helvetica-Bold")

    assert pairs(reading(drawn(draw))) == [
        ("heading2", "Le marché"),
        ("paragraph", " ".join(LEFT)),
        ("heading1", "À RETENIR"),
        *[("list_item1", " ".join(card)) for card in cards],
    ]


def test_headings_one_below_the_other_stay_headings_where_the_last_has_text() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, [SENTENCE])
        for y, title in ((720, "Le conseil"), (690, "Les séances"), (660, "Celle de mai")):
            lines(canvas, 60, y, [title], 14, "Helvetica-Bold")
        lines(canvas, 60, 640, LEFT)

    assert [kind for kind, _ in pairs(reading(drawn(draw)))] == ["paragraph", *["heading1"] * 3, "paragraph"]


def test_words_on_a_photograph_are_its_caption() -> None:
    """Also where a line of text follows; a picture behind a whole column is no photograph with a caption."""
    photograph = Image.new("RGB", (8, 8), "#336699")

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, LEFT)
        canvas.drawInlineImage(photograph, 60, 500, 240, 200)
        canvas.drawInlineImage(photograph, 320, 400, 240, 400)
        canvas.setFillGray(1)
        lines(canvas, 70, 510, ["Le lavoir en mai"], 8)
        canvas.setFillGray(0)
        lines(canvas, 330, 780, RIGHT)
        lines(canvas, 60, 470, BELOW_LEFT)

    found = pairs(reading(drawn(draw)))
    assert found == [
        ("paragraph", " ".join(LEFT)),
        ("paragraph", " ".join(BELOW_LEFT)),
        ("paragraph", " ".join(RIGHT)),
        ("caption", "Le lavoir en mai"),
    ]


@pytest.mark.parametrize("pen", [0.5, 4.0], ids=["thin", "broad"])
@pytest.mark.parametrize("whole", [True, False], ids=["one rule", "one rule a column"])
def test_rules_across_the_page_part_it(whole: bool, pen: float) -> None:
    """Without them the left column would be read to its end first."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(pen)
        for x, above, below in ((60, LEFT, BELOW_LEFT), (320, RIGHT, BELOW_RIGHT)):
            lines(canvas, x, 700, above)
            lines(canvas, x, 640, below)
        canvas.lines([(60, 660, 540, 660)] if whole else [(60, 660, 290, 660), (310, 660, 540, 660)])

    assert [b.text for b in reading(drawn(draw)).blocks] == [
        " ".join(t) for t in (LEFT, RIGHT, BELOW_LEFT, BELOW_RIGHT)
    ]


def test_rules_of_one_column_part_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        for x, above, below in ((60, LEFT, BELOW_LEFT), (320, RIGHT, BELOW_RIGHT)):
            lines(canvas, x, 700, above)
            lines(canvas, x, 640, below)
        canvas.line(60, 660, 290, 660)

    assert [b.text for b in reading(drawn(draw)).blocks] == [
        " ".join(t) for t in (LEFT, BELOW_LEFT, RIGHT, BELOW_RIGHT)
    ]


def test_portraits_are_read_one_by_one() -> None:
    """Written portrait by portrait, they are no table, though their lines stand level."""
    people = [
        ("Anne Le Goff", "adjointe aux sports", "élue depuis 2014"),
        ("Paul Tanguy", "adjoint aux écoles", "élu depuis 2020"),
        ("Lise Morvan", "chargée du port", "élue depuis 2026"),
        ("Karim Hamon", "chargé des forêts", "élu depuis 2026"),
    ]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, [SENTENCE])
        for i, person in enumerate(people):
            lines(canvas, 60 + 125 * i, 700, [person[0]], 9, "Helvetica-Bold")
            lines(canvas, 60 + 125 * i, 688, list(person[1:]), 9)

    assert [b.text for b in reading(drawn(draw)).blocks] == [SENTENCE, *map(" ".join, people)]


def test_names_of_two_lines_side_by_side() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, [SENTENCE])
        lines(canvas, 100, 600, ["Anne", "LE GOFF"], 9, "Helvetica-Bold")
        lines(canvas, 180, 600, ["Paul", "TANGUY"], 9, "Helvetica-Bold")

    assert [b.text for b in reading(drawn(draw)).blocks] == [SENTENCE, "Anne LE GOFF", "Paul TANGUY"]


@pytest.mark.parametrize("slant", [0, 8])
def test_titles_in_two_sizes_are_one(slant: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(60, 700)
        canvas.skew(0, slant)
        lines(canvas, 0, 32, ["UNE VILLE"], 22, "Helvetica-Bold")
        lines(canvas, 0, 0, ["GRANDE OUVERTE"], 32, "Helvetica-Bold")
        canvas.restoreState()
        lines(canvas, 60, 620, LEFT)

    assert pairs(reading(drawn(draw))) == [("heading1", "UNE VILLE GRANDE OUVERTE"), ("paragraph", " ".join(LEFT))]


def test_a_name_in_small_capitals_well_above_a_title_is_not_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 760, ["MAIRIE DE MONTBRUN"], 14, "Helvetica-Bold")
        lines(canvas, 60, 715, ["PROGRAMME DE TRAVAUX"], 22, "Helvetica-Bold")
        lines(canvas, 60, 680, LEFT)

    assert [b.text for b in reading(drawn(draw)).blocks][:2] == ["MAIRIE DE MONTBRUN", "PROGRAMME DE TRAVAUX"]


def test_titles_in_capitals_may_end_in_a_comma() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 760, ["HABITER ENSEMBLE,", "VIVRE ENSEMBLE,"], 22, "Helvetica-Bold")
        lines(canvas, 60, 680, LEFT)

    assert pairs(reading(drawn(draw)))[0] == ("heading1", "HABITER ENSEMBLE, VIVRE ENSEMBLE,")


def test_feet_that_each_page_sets_in_its_own_way() -> None:
    feet = ["LIRE LA SUITE SUR MONTBRUN.FR", "Lire la suite sur montbrun.fr", "Lire la suite  sur montbrun.fr"]

    def draw(canvas: Canvas) -> None:
        for number, foot in enumerate(feet):
            lines(canvas, 60, 700 - number, [LEFT[number]])
            lines(canvas, 60, 40, [foot], 9)
            canvas.showPage()

    assert [b.text for b in reading(drawn(draw)).blocks] == [" ".join(LEFT)]


def test_a_title_in_capitals_ends_no_title_of_the_page_before() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, LEFT)
        lines(canvas, 60, 120, ["VOTER LE DIMANCHE, C'EST AUSSI", "CHOISIR QUI SIÈGE À L'AGGLOMÉRATION"], 14)
        canvas.showPage()
        lines(canvas, 60, 760, ["CHOISISSEZ CE BULLETIN"], 14)
        lines(canvas, 60, 700, RIGHT)

    assert [b.text for b in reading(drawn(draw)).blocks][1:3] == [
        "VOTER LE DIMANCHE, C'EST AUSSI CHOISIR QUI SIÈGE À L'AGGLOMÉRATION",
        "CHOISISSEZ CE BULLETIN",
    ]
