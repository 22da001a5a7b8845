# ruff: noqa: E501
"""Of fourteen documents written before the reader was run on them, six, made smaller; what broke in them is in."""

from __future__ import annotations

from itertools import pairwise

from pdf_files import drawn
from pdf_layouts import GRID, built
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, Spacer, Table

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=11.5, leading=16, spaceAfter=7)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=17, leading=22, spaceAfter=8)


def noted_strategy() -> bytes:
    """Raised marks of notes within the sentences, the notes at the foot of each page."""

    def foot(canvas: Canvas, document) -> None:
        number = document.page
        canvas.setFont("Times-Roman", 8)
        canvas.drawCentredString(297, 26, f"– {number} –")
        for i, note in enumerate(NOTES[number - 1]):
            canvas.drawString(57, 76 - 10 * i, note)

    story = [
        Paragraph("Pourquoi coopérer", TITLE),
        Paragraph(
            "La Région Aubrelle entretient depuis vingt ans des liens avec la province de Tamrit<super size=7>1</super>. "
            "Elle y a formé 120 techniciens de l'eau<super size=7>2</super>, sur 45 km<super size=7>2</super>.",
            TEXT,
        ),
        PageBreak(),
        Paragraph("Nos priorités", TITLE),
        Paragraph(
            "D'ici à 2032, dix projets d'irrigation sobre seront financés<super size=7>3</super>. Chacun sera évalué.",
            TEXT,
        ),
    ]
    return built(story, foot)


NOTES = [
    ["1. Accord signé le 14 mai 2005.", "2. Chiffres du service de l'eau."],
    ["3. Sous réserve du vote du budget."],
]
NOTED_BLOCKS = [
    ("heading1", "Pourquoi coopérer"),
    (
        "paragraph",
        "La Région Aubrelle entretient depuis vingt ans des liens avec la province de Tamrit. Elle y a formé 120 techniciens de l'eau, sur 45 km2.",
    ),
    ("caption", "1. Accord signé le 14 mai 2005."),
    ("caption", "2. Chiffres du service de l'eau."),
    ("heading1", "Nos priorités"),
    ("paragraph", "D'ici à 2032, dix projets d'irrigation sobre seront financés. Chacun sera évalué."),
    ("caption", "3. Sous réserve du vote du budget."),
]


def merged_cells() -> bytes:
    """A budget over two pages: a header of two levels on both, missions beside several programmes, one sum for two."""
    rows = [
        ["Mission", "Programme", "Crédits (en k€)", "", "Aide"],
        ["", "", "2025", "2026", ""],
        ["Mobilités", "Voies cyclables", "2 400", "3 150", "300 k€"],
        ["", "Gares routières", "1 100", "900", ""],
        ["Éducation", "Collèges neufs", "14 200", "11 800", ""],
        ["", "Toitures", "6 700", "8 900", "Région"],
    ]
    spans = [((2, 0), (3, 0)), ((0, 0), (0, 1)), ((1, 0), (1, 1)), ((4, 0), (4, 1))]
    spans += [((0, 2), (0, 3)), ((0, 4), (0, 5)), ((4, 2), (4, 3))]
    style = [*GRID, *(("SPAN", *span) for span in spans)]
    table = Table(rows, colWidths=[90, 110, 70, 70, 70], rowHeights=[24] * 6, repeatRows=2, style=style)
    return built([Paragraph("Budget primitif", TITLE), Paragraph(VOTED, TEXT), Spacer(1, 537), table])


VOTED = "Le conseil a voté ces crédits le 18 décembre 2025."
MERGED_BLOCKS = [
    ("heading1", "Budget primitif"),
    ("paragraph", VOTED),
    ("table_row", "Mission | Programme | Crédits (en k€) 2025 | Crédits (en k€) 2026 | Aide"),
    ("table_row", "Mobilités | Voies cyclables | 2 400 | 3 150 | 300 k€"),
    ("table_row", "Mobilités | Gares routières | 1 100 | 900"),
    ("table_row", "Éducation | Collèges neufs | 14 200 | 11 800"),
    ("table_row", "Éducation | Toitures | 6 700 | 8 900 | Région"),
]


def action_sheet() -> bytes:
    """Labels beside values, one of them a list with drawn bullets, and a foot on the only page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 770, "Ouvrir des aires de covoiturage")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 600, LINKED)
        for y, label, values in SHEET:
            canvas.drawString(66, y, label)
            for i, value in enumerate(values):
                canvas.drawString(214 if len(values) > 2 else 202, y - 14 * i, value)
                if len(values) > 2:
                    canvas.circle(206, y + 3 - 14 * i, 1.6, fill=1)
        for y in (750, 714, 656, 632):
            canvas.line(60, y, 540, y)
        for x in (60, 196, 540):
            canvas.line(x, 750, x, 632)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(60, 30, "Plan climat du Haut-Serein")
        canvas.drawRightString(540, 30, "31/64")

    return drawn(draw)


SHEET = [
    (736, "Contexte", ["Les aires du territoire sont pleines dès sept heures.", "Huit actifs sur dix roulent seuls."]),
    (700, "Objectifs", ["Aménager douze aires d'ici à 2029", "Abriter cent vélos", "Réduire de 15 % les trajets seul"]),
    (640, "Pilote", ["Service mobilités"]),
]
LINKED = "Cette action complète les lignes express du réseau."
SHEET_BLOCKS = [
    ("heading1", "Ouvrir des aires de covoiturage"),
    (
        "table_row",
        "Contexte | Les aires du territoire sont pleines dès sept heures. Huit actifs sur dix roulent seuls.",
    ),
    ("table_row", "Objectifs"),
    ("list_item1", "Aménager douze aires d'ici à 2029"),
    ("list_item1", "Abriter cent vélos"),
    ("list_item1", "Réduire de 15 % les trajets seul"),
    ("table_row", "Pilote | Service mobilités"),
    ("paragraph", LINKED),
]


def tiles() -> bytes:
    """Figures over what they count, on tiles, and years over what they bring, right under a title."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(60, 770, "L'eau en chiffres")
        _over(
            canvas,
            700,
            ["142 km", "87 %", "1 950"],
            [["de conduites inspectées"], ["de rendement"], ["compteurs", "remplacés"]],
        )
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(60, 600, "Calendrier")
        _over(
            canvas,
            565,
            ["2026", "2027", "2028"],
            [["Concertation et choix", "de l'architecte"], ["Travaux de la", "station"], ["Bilan public"]],
        )

    return drawn(draw)


def _over(canvas: Canvas, y: float, figures: list[str], words: list[list[str]]) -> None:
    for k, (figure, label) in enumerate(zip(figures, words, strict=True)):
        middle = 130 + 165 * k
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawCentredString(middle, y, figure)
        canvas.setFont("Helvetica", 11)
        for i, line in enumerate(label):
            canvas.drawCentredString(middle, y - 16 - 14 * i, line)


TILES_BLOCKS = [
    ("heading1", "L'eau en chiffres"),
    ("paragraph", "142 km de conduites inspectées"),
    ("paragraph", "87 % de rendement"),
    ("paragraph", "1 950 compteurs remplacés"),
    ("heading1", "Calendrier"),
    ("paragraph", "2026 Concertation et choix de l'architecte"),
    ("paragraph", "2027 Travaux de la station"),
    ("paragraph", "2028 Bilan public"),
]


def figure_over_table() -> bytes:
    """A large figure alone above a table with rules."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(60, 760, "87 %")
        canvas.setFont("Helvetica", 10)
        for y, *cells in FIGURED:
            for x, cell in zip((66, 306), cells, strict=True):
                canvas.drawString(x, y, cell)
        for y in (740, 720, 700, 680):
            canvas.line(60, y, 540, y)
        for x in (60, 300, 540):
            canvas.line(x, 740, x, 680)
        canvas.drawString(60, 650, LINKED)

    return drawn(draw)


FIGURED = [(726, "Commune", "Part"), (706, "Aubresac", "91 %"), (686, "Corbelange", "83 %")]
FIGURED_BLOCKS = [
    ("paragraph", "87 %"),
    ("table_row", "Commune | Part"),
    ("table_row", "Aubresac | 91 %"),
    ("table_row", "Corbelange | 83 %"),
    ("paragraph", LINKED),
]


def rules_of_cells() -> bytes:
    """A table as browsers draw it, with a rule of its own below each cell and rows that name what follows."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(60, 780, "Plan d'actions")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 755, LINKED)
        edges = (60, 100, 330, 420, 480)
        for n, row in enumerate(ACTIONS):
            y = 720 - 36 * n
            for x, cell in zip(edges, row, strict=False):
                for i, line in enumerate(cell.split("/")):
                    canvas.drawString(x + 4, y - 11 * i, line)
        for n in range(len(ACTIONS) + 1):
            for left, right in pairwise(edges):
                canvas.line(left, 736 - 36 * n, right, 736 - 36 * n)

    return drawn(draw)


ACTIONS = [
    ["N°", "Action", "Période", "Coût"],
    ["Axe 1 – Maîtriser l'énergie"],
    ["1.1", "Isoler les écoles élémentaires", "2026-/2028", "2,4 M€"],
    ["1.2", "Remplacer l'éclairage public par des/lampes économes", "2026", "650 000 €"],
    ["Axe 2 – Nourrir le territoire"],
    ["2.1", "Planter douze kilomètres de haies", "2027", "180 000 €"],
]
ACTIONS_BLOCKS = [
    ("heading1", "Plan d'actions"),
    ("paragraph", LINKED),
    ("table_row", "N° | Action | Période | Coût"),
    ("table_row", "Axe 1 – Maîtriser l'énergie"),
    ("table_row", "1.1 | Isoler les écoles élémentaires | 2026-2028 | 2,4 M€"),
    ("table_row", "1.2 | Remplacer l'éclairage public par des lampes économes | 2026 | 650 000 €"),
    ("table_row", "Axe 2 – Nourrir le territoire"),
    ("table_row", "2.1 | Planter douze kilomètres de haies | 2027 | 180 000 €"),
]


def cards() -> bytes:
    """Four cards in rows and columns, an address at the foot, a chart's scale and a head of the only page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(60, 820, "Guide des nouveaux habitants, édition de mars")
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, 770, "Bienvenue")
        for n, (title, lines) in enumerate(CARDS):
            x, y = 60 + 230 * (n % 2), 650 - 110 * (n // 2)
            canvas.setFillColorRGB(0.8, 0.9, 0.8)
            canvas.roundRect(x, y, 216, 96, 8, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(x + 12, y + 70, title)
            canvas.setFont("Helvetica", 10)
            for i, line in enumerate(lines):
                canvas.drawString(x + 12, y + 50 - 13 * i, line)
        for i, value in enumerate(("80", "60", "40", "20")):
            canvas.drawString(60, 480 - 24 * i, value)
        canvas.drawString(60, 360, "accueil@orvaine.example – 03 00 00 00 00")

    return drawn(draw)


CARDS = [
    ("Se loger", ["Une agence publique loue 1 200 logements", "à loyer modéré."]),
    ("Se déplacer", ["Un mois de transport est offert", "sur demande."]),
    ("Travailler", ["Six maisons de l'emploi reçoivent", "sans rendez-vous."]),
    ("Se soigner", ["Trois centres de santé accueillent", "de nouveaux patients."]),
]
CARDS_BLOCKS = [
    ("heading1", "Bienvenue"),
    *[block for title, lines in CARDS for block in (("heading2", title), ("paragraph", " ".join(lines)))],
    ("caption", "80 60 40 20"),
    ("caption", "accueil@orvaine.example – 03 00 00 00 00"),
    ("caption", "Guide des nouveaux habitants, édition de mars"),
]
