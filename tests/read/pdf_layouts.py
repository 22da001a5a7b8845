"""Documents laid out as local governments do it: minutes, a magazine, action sheets, slides, a report."""

from __future__ import annotations

import io

from pdf_files import drawn, lines
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, alignment=TA_JUSTIFY, spaceAfter=6)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=8)
SECTION = ParagraphStyle("section", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=10, spaceAfter=5)
SAID = ParagraphStyle("said", fontName="Times-BoldItalic", fontSize=10.5, leading=13, spaceAfter=3)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=18, bulletIndent=6, spaceAfter=2)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=10.5)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold")
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]

DEBATE = (
    "La commune poursuit l'effort engagé en faveur des haies et des mares ; elle propose à cet effet de s'associer aux "
    "communes voisines et de mettre en commun un technicien, avec le soutien du Département, pour 45 000 € par an."
)
DECISIONS = (
    "d'approuver la convention jointe ;",
    "d'autoriser Mme la maire à la signer, ainsi que tout document utile à sa bonne exécution, et à solliciter les "
    "aides correspondantes auprès de l'État, de la Région et du Département ;",
    "d'inscrire les crédits au budget.",
)
SUBJECTS = ("Adhésion au réseau des ports", "Convention avec Terre et Mer", "Travaux de l'école", "Budget participatif")


def minutes() -> bytes:
    """Numbered deliberations with their vote tables; heads alternate between left and right pages."""

    def head(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        if document.page % 2:
            canvas.drawRightString(540, 810, "Conseil municipal du 14 mars")
        else:
            canvas.drawString(56, 810, "Ville de Port-Lannec, procès-verbal")
        canvas.drawCentredString(298, 25, f"Page {document.page} sur 2")

    story: list = [Paragraph("PROCÈS-VERBAL", TITLE)]
    for number, subject in enumerate(SUBJECTS, start=1):
        story += [Paragraph(f"{number}. Délibération n° 2024-{number:02d} : {subject}", SECTION)]
        story += [Paragraph("Rapporteur : M. Le Bihan", SAID), Paragraph(DEBATE, BODY)]
        story += [Paragraph("Le conseil municipal décide :", BODY)]
        story += [Paragraph(decision, ITEM, bulletText="-") for decision in DECISIONS]
        votes = [["Votants", "Pour", "Contre", "Abstentions"], ["29", "24", "3", "2"]]
        story += [Table(votes, style=GRID, hAlign="LEFT"), Spacer(1, 6), Paragraph("Adopté à la majorité.", BODY)]
    return built(story, head)


def minutes_blocks() -> list[tuple[str, str]]:
    expected = [("heading1", "PROCÈS-VERBAL")]
    for number, subject in enumerate(SUBJECTS, start=1):
        expected += [
            ("heading2", f"Délibération n° 2024-{number:02d} : {subject}"),
            ("paragraph", "Rapporteur : M. Le Bihan"),
            ("paragraph", DEBATE),
            ("paragraph", "Le conseil municipal décide :"),
            *[("list_item1", decision) for decision in DECISIONS],
            ("table_row", "Votants | Pour | Contre | Abstentions"),
            ("table_row", "29 | 24 | 3 | 2"),
            ("paragraph", "Adopté à la majorité."),
        ]
    return expected


def built(story: list, head=None) -> bytes:
    file = io.BytesIO()
    pages = {"onFirstPage": head, "onLaterPages": head} if head else {}
    SimpleDocTemplate(file, pagesize=A4, leftMargin=56, rightMargin=56).build(story, **pages)
    return file.getvalue()


COLUMN_TEXT = (
    "La ville engage une stratégie d'ouverture qui relie ses quartiers, ses écoles et ses entreprises à des "
    "partenaires d'Europe et d'Afrique. Elle s'appuie sur vingt ans d'échanges avec la commune de Zorgho, où deux "
    "forages et une école ont été construits. Elle doublera d'ici 2030 le nombre de jeunes qui partent et y "
    "consacrera un euro par habitant. Les associations choisiront les projets avec elle."
)
HOUSE = (
    "Nous créerons une maison du monde dans la capitainerie. Elle accueillera les associations, un centre de "
    "ressources et un café tenu par des personnes en insertion. Le lieu ouvrira en 2026, après des travaux payés "
    "pour moitié par la Région, et restera ouvert le soir toute l'année."
)
FACTS = ("12 projets depuis 2020", "340 jeunes partis à l'étranger", "1,2 M€ investis avec l'Union européenne")


def magazine() -> bytes:
    """Three columns, a pull quote, a filled box, a picture with its credit, two columns below one title."""
    return drawn(_magazine)


def _magazine(canvas: Canvas) -> None:
    lines(canvas, 40, 780, ["Une ville ouverte"], 26, "Helvetica-Bold")
    lines(canvas, 40, 750, ["Coopérer, accueillir, apprendre : la feuille de route de la municipalité."], 12)
    wrapped = _wrapped(canvas, COLUMN_TEXT, 160)
    third = (len(wrapped) + 2) // 3
    for k in range(3):
        lines(canvas, 40 + 175 * k, 690, wrapped[k * third : (k + 1) * third], 9)
    lines(canvas, 60, 545, ["« Nous voulons des échanges", "d'égal à égal. »"], 15, "Helvetica-BoldOblique")
    lines(canvas, 60, 510, ["Awa Diallo, adjointe au maire"], 8)
    canvas.setFillColor(colors.HexColor("#dff0f0"))
    canvas.rect(385, 440, 175, 150, fill=1, stroke=0)
    canvas.setFillColor(colors.grey)
    canvas.rect(40, 300, 330, 180, fill=1, stroke=0)
    canvas.setFillColor(colors.black)
    lines(canvas, 393, 572, ["Chiffres clés"], 11, "Helvetica-Bold")
    for i, fact in enumerate(FACTS):
        lines(canvas, 393, 550 - 30 * i, ["■"], 9)
        lines(canvas, 405, 550 - 30 * i, _wrapped(canvas, fact, 140), 9)
    lines(canvas, 40, 290, ["La délégation sur le quai, en mai 2023. © Ville de Port-Lannec / M. Riou"], 7)
    lines(canvas, 40, 260, ["Une maison du monde"], 14, "Helvetica-Bold")
    wrapped = _wrapped(canvas, HOUSE, 250)
    half = (len(wrapped) + 1) // 2
    lines(canvas, 40, 240, wrapped[:half], 9)
    lines(canvas, 305, 240, wrapped[half:], 9)
    canvas.translate(580, 300)
    canvas.rotate(90)
    lines(canvas, 0, 0, ["Imprimé sur papier recyclé"], 6)


MAGAZINE_BLOCKS = [
    ("heading1", "Une ville ouverte"),
    ("paragraph", "Coopérer, accueillir, apprendre : la feuille de route de la municipalité."),
    ("paragraph", COLUMN_TEXT),
    ("heading2", "« Nous voulons des échanges d'égal à égal. »"),
    ("paragraph", "Awa Diallo, adjointe au maire"),
    ("caption", "La délégation sur le quai, en mai 2023. © Ville de Port-Lannec / M. Riou"),
    ("heading3", "Chiffres clés"),
    *[("list_item1", fact) for fact in FACTS],
    ("heading2", "Une maison du monde"),
    ("paragraph", HOUSE),
    ("caption", "Imprimé sur papier recyclé"),
]


def _wrapped(canvas: Canvas, text: str, width: float, size: float = 9) -> list[str]:
    found = [""]
    for word in text.split(" "):
        longer = f"{found[-1]} {word}".strip()
        if canvas.stringWidth(longer, "Helvetica", size) > width:
            found.append(word)
        else:
            found[-1] = longer
    return found


SHEET = [
    ("Fiche action n° 7", "Développer les cantines bio et locales"),
    ("Objectif", "Servir 60 % de produits biologiques ou locaux en 2027."),
    ("Description", "La commune créera une légumerie avec ses voisines et formera les cuisiniers. Elle signera des "
     "contrats de plusieurs années avec les producteurs, afin de leur garantir un débouché."),
    ("Partenaires", "Chambre d'agriculture ; association Bio en Armor ; Département"),
    ("Budget", "180 000 € sur trois ans"),
]  # fmt: skip
FOLLOWED = [("Action", "Pilote", "Partenaires", "Coût", "Année")] + [
    (f"Planter une haie le long du chemin n° {n} avec les riverains", "Espaces verts", "Lycée agricole",
     f"{n} 000 €", str(2024 + n % 5)) for n in range(1, 40)
]  # fmt: skip


def sheets() -> bytes:
    """An action sheet as a table of two columns, and a table of five over two pages, its header on each."""
    sheet = [[Paragraph(label, HEAD), Paragraph(value, CELL)] for label, value in SHEET]
    followed = [[Paragraph(cell, HEAD if n == 0 else CELL) for cell in row] for n, row in enumerate(FOLLOWED)]
    return built(
        [
            Paragraph("PLAN D'ACTIONS", TITLE),
            Table(sheet, colWidths=[110, 340], style=GRID),
            Paragraph("Tableau de suivi", SECTION),
            Table(followed, colWidths=[180, 80, 90, 60, 50], style=GRID, repeatRows=1),
            Paragraph("Le comité de suivi se réunira deux fois par an.", BODY),
        ]
    )


SHEETS_BLOCKS = [
    ("heading1", "PLAN D'ACTIONS"),
    *[("table_row", " | ".join(row)) for row in SHEET],
    ("heading2", "Tableau de suivi"),
    *[("table_row", " | ".join(row)) for row in FOLLOWED],
    ("paragraph", "Le comité de suivi se réunira deux fois par an."),
]


def slides() -> bytes:
    """Landscape pages: a title on a band, two lists side by side, a foot with the page's number."""
    return drawn(_slides, pagesize=(960, 540))


def _slides(canvas: Canvas) -> None:
    for number, title in enumerate(("Nos engagements", "Nos moyens"), start=1):
        canvas.setFillColor(colors.HexColor("#003366"))
        canvas.rect(0, 460, 960, 80, fill=1, stroke=0)
        canvas.setFillColor(colors.white)
        lines(canvas, 40, 487, [title], 30, "Helvetica-Bold")
        canvas.setFillColor(colors.black)
        lines(canvas, 40, 410, ["D'ici 2030"], 20, "Helvetica-Bold")
        lines(canvas, 40, 370, ["•", "", "•"], 18)
        lines(
            canvas,
            60,
            370,
            ["Planter 5 000 arbres avec les écoles", "et les associations", "Rénover trois gymnases"],
            18,
        )
        lines(canvas, 500, 410, ["Comment"], 20, "Helvetica-Bold")
        lines(canvas, 500, 370, ["•", "•"], 18)
        lines(canvas, 520, 370, ["Un budget de 12 M€", "Un bilan chaque année"], 18)
        lines(canvas, 40, 15, ["Ville de Port-Lannec – Réunion publique"], 10)
        lines(canvas, 920, 15, [str(number)], 10)
        canvas.showPage()


SLIDES_BLOCKS = [
    block
    for title in ("Nos engagements", "Nos moyens")
    for block in [
        ("heading1", title),
        ("heading2", "D'ici 2030"),
        ("list_item1", "Planter 5 000 arbres avec les écoles et les associations"),
        ("list_item1", "Rénover trois gymnases"),
        ("heading2", "Comment"),
        ("list_item1", "Un budget de 12 M€"),
        ("list_item1", "Un bilan chaque année"),
    ]
]


def report() -> bytes:
    """A spaced-out title, contents with and without leaders, footnotes, broken words, a table without rules."""
    return drawn(_report)


def _report(canvas: Canvas) -> None:
    _head(canvas, 1)
    lines(canvas, 70, 740, ["S O M M A I R E"], 22, "Times-Bold")
    contents = ("1. Une commune qui change", "1.1 Les bâtiments et les installations du centre-", "bourg", "1.2 L'eau")
    for i, title in enumerate(contents):
        lines(canvas, 70, 690 - 20 * i, [title + (" ." * 30 if i == 0 else "")], 11, "Times-Roman")
        if i != 1:
            lines(canvas, 515, 690 - 20 * i, ["23"[i > 2]], 11, "Times-Roman")
    canvas.showPage()
    _head(canvas, 2)
    lines(canvas, 70, 760, ["1. Une commune qui change"], 18, "Times-Bold")
    lines(canvas, 70, 730, ["1.1 Les bâtiments"], 13, "Times-Bold")
    text = ("La collectivité a rénové onze bâtiments depuis 2019, ce qui a fait baisser de 31 % la consom-",
            "mation d'énergie. Le co-financement de l'Agence (1) a couvert 40 % des dépenses, et le porte-",
            "monnaie des familles s'en trouve mieux. Un schéma, élaboré par le vice-président chargé de",
            "l'énergie, fixe les priorités jusqu'en 2030 ; il sera présenté à toute la collec-",
            "tivité à l'automne. Les services poursuivront cet effort avec l'appui du syndicat, qui")  # fmt: skip
    lines(canvas, 70, 705, list(text), 11, "Times-Roman")
    canvas.line(70, 95, 200, 95)
    lines(canvas, 70, 84, ["(1) Agence de la transition écologique, établissement de l'État."], 8, "Times-Roman")
    canvas.showPage()
    _head(canvas, 3)
    lines(canvas, 70, 770, ["mettra à disposition un économe de flux dès 2025."], 11, "Times-Roman")
    lines(canvas, 70, 740, ["1.2 L'eau"], 13, "Times-Bold")
    lines(
        canvas,
        70,
        718,
        ["Le réseau est réparé\u00a0: trois kilomètres sont neufs depuis l'été."],
        11,
        "Times-Roman",
    )
    rows = (("Poste", "2022", "Thème des", "travaux"), ("Réseau", "120 000 €", "Fuites et", "compteurs"),
            ("Mares", "40 000 €", "Curage", ""), ("Puits", "8 000 €", "Relevés", ""))  # fmt: skip
    y = 690.0
    for poste, year, first, second in rows:
        for x, cell in ((70, [poste]), (220, [year]), (370, [first, second] if second else [first])):
            lines(canvas, x, y, cell, 10, "Times-Roman")
        y -= 31 if second else 18
    lines(canvas, 70, y - 20, ["Source : service des finances"], 9, "Times-Italic")


def _head(canvas: Canvas, number: int) -> None:
    lines(canvas, 70, 805, ["Rapport de développement durable"], 9, "Times-Italic")
    lines(canvas, 295, 30, [str(number)], 9, "Times-Roman")


REPORT_BLOCKS = [
    ("heading1", "SOMMAIRE"),
    ("caption", "1. Une commune qui change | 2"),
    ("caption", "1.1 Les bâtiments et les installations du centre-bourg | 2"),
    ("caption", "1.2 L'eau | 3"),
    ("heading2", "Une commune qui change"),
    ("heading3", "Les bâtiments"),
    ("paragraph", "La collectivité a rénové onze bâtiments depuis 2019, ce qui a fait baisser de 31 % la consommation "
     "d'énergie. Le co-financement de l'Agence (1) a couvert 40 % des dépenses, et le porte-monnaie des familles s'en "
     "trouve mieux. Un schéma, élaboré par le vice-président chargé de l'énergie, fixe les priorités jusqu'en 2030 ; "
     "il sera présenté à toute la collectivité à l'automne. Les services poursuivront cet effort avec l'appui du "
     "syndicat, qui mettra à disposition un économe de flux dès 2025."),
    ("paragraph", "(1) Agence de la transition écologique, établissement de l'État."),
    ("heading3", "L'eau"),
    ("paragraph", "Le réseau est réparé : trois kilomètres sont neufs depuis l'été."),
    ("table_row", "Poste | 2022 | Thème des travaux"),
    ("table_row", "Réseau | 120 000 € | Fuites et compteurs"),
    ("table_row", "Mares | 40 000 € | Curage"),
    ("table_row", "Puits | 8 000 € | Relevés"),
    ("caption", "Source : service des finances"),
]  # fmt: skip
