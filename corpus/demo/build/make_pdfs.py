"""Build the PDF files of the demo corpus from the Markdown files beside this script.

Usage: python corpus/demo/build/make_pdfs.py [OUTPUT_DIR]

The text lives in the .md files (TOML front matter between +++ lines, then a small
Markdown subset); this script only lays it out.  The same input gives the same bytes.
"""

import re
import sys
import tomllib
from pathlib import Path

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE = Path(__file__).resolve().parent
NOTICE = (
    "Restitution de démonstration rédigée pour le projet Engagements : "
    "ce texte n'est pas l'original et ne doit pas être cité."
)
# Page size, number of columns, body size in points, height of the opening block.
LAYOUTS = {
    "report": (A4, 2, 9.2, 52 * mm),
    "leaflet": (landscape(A4), 3, 11.2, 38 * mm),
    "sheet": (A4, 1, 10.4, 52 * mm),
}
MARGIN, GUTTER, HEAD, FOOT = 16 * mm, 8 * mm, 14 * mm, 14 * mm
PALE = HexColor("#eef0f3")
GREY = HexColor("#555555")


class Photo(Flowable):
    """A drawn placeholder where the original layout would show a photograph."""

    def __init__(self, colour):
        super().__init__()
        self.colour = colour

    def wrap(self, available_width, available_height):
        self.width, self.height = available_width, min(available_width * 0.36, 38 * mm)
        return self.width, self.height

    def draw(self):
        width, height, canvas = self.width, self.height, self.canv
        canvas.setFillColor(PALE)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.circle(width * 0.8, height * 0.7, height * 0.12, stroke=0, fill=1)
        canvas.setFillColor(self.colour, alpha=0.5)
        hills = canvas.beginPath()
        hills.moveTo(0, 0)
        for x, y in ((0.22, 0.55), (0.42, 0.2), (0.6, 0.66), (1, 0.1), (1, 0)):
            hills.lineTo(width * x, height * y)
        hills.close()
        canvas.drawPath(hills, stroke=0, fill=1)


def register_fonts():
    """Register the Vera family that ships with reportlab; it covers French."""
    for name, file in (("Vera", "Vera"), ("Vera-Bold", "VeraBd"), ("Vera-Italic", "VeraIt")):
        pdfmetrics.registerFont(TTFont(name, f"{file}.ttf"))
    pdfmetrics.registerFontFamily("Vera", "Vera", "Vera-Bold", "Vera-Italic", "Vera-Bold")


def make_styles(size, colour, columns):
    """Return the paragraph styles of one document."""
    base = ParagraphStyle("body", fontName="Vera", fontSize=size, leading=size * 1.42, spaceAfter=5)
    if columns == 2:
        base.alignment = TA_JUSTIFY

    def style(name, **changes):
        return ParagraphStyle(name, parent=base, **({"alignment": 0} | changes))

    return {
        "body": base,
        "h1": style("h1", fontName="Vera-Bold", fontSize=21, leading=26, textColor=colour),
        "subtitle": style("subtitle", fontSize=11, leading=15, textColor=GREY),
        "h2": style(
            "h2",
            fontName="Vera-Bold",
            fontSize=size * 1.5,
            leading=size * 1.9,
            textColor=colour,
            spaceBefore=9,
            keepWithNext=1,
        ),
        "h3": style(
            "h3", fontName="Vera-Bold", fontSize=size * 1.12, leading=size * 1.5, spaceBefore=5, keepWithNext=1
        ),
        "item": style("item", leftIndent=11, bulletIndent=1, spaceAfter=3),
        "caption": style(
            "caption", fontName="Vera-Italic", fontSize=size * 0.84, leading=size * 1.15, textColor=GREY, spaceBefore=2
        ),
        "label": style("label", fontName="Vera-Bold", fontSize=size * 0.9, spaceAfter=2, keepWithNext=1),
        "cell": style("cell", fontSize=size * 0.9, leading=size * 1.18, spaceAfter=0),
        "th": style(
            "th", fontName="Vera-Bold", fontSize=size * 0.9, leading=size * 1.18, textColor=white, spaceAfter=0
        ),
    }


def markup(text):
    """Escape XML, apply **bold** and put no-break spaces where French wants them."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r" ([;:?!»])", "\u00a0\\1", text).replace("« ", "«\u00a0")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)


def read_document(path):
    """Split a source file into its TOML front matter and its list of lines."""
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return tomllib.loads(front), body.strip().splitlines()


def column_widths(rows, size, width):
    """Share the width by the longest cell of each column; a column of years keeps its own."""
    longest = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    fixed = [size * 0.8 * length + 12 if length < 7 else 0 for length in longest]
    weights = [0 if fix else min(length, 42) + 3 for fix, length in zip(fixed, longest, strict=False)]
    free = width - sum(fixed)
    return [fix or free * weight / sum(weights) for fix, weight in zip(fixed, weights, strict=False)]


def make_table(rows, styles, colour, width):
    """Lay out a table, its first row as the heading."""
    cells = [
        [Paragraph(markup(cell), styles["cell" if index else "th"]) for cell in row] for index, row in enumerate(rows)
    ]
    return Table(
        cells,
        colWidths=column_widths(rows, styles["th"].fontSize, width),
        repeatRows=1,
        spaceAfter=8,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), colour),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, PALE]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, GREY),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ],
    )


def make_block(line, styles, colour):
    """Turn one line of the body into a flowable."""
    if line.startswith("[photo] "):
        caption = Paragraph(markup(line[8:]), styles["caption"])
        return KeepTogether([Spacer(1, 4), Photo(colour), caption, Spacer(1, 4)])
    for prefix, name in (("### ", "h3"), ("## ", "h2"), ("! ", "label")):
        if line.startswith(prefix):
            return Paragraph(markup(line[len(prefix) :]), styles[name])
    if line.startswith("- "):
        return Paragraph(markup(line[2:]), styles["item"], bulletText="–")
    return Paragraph(markup(line), styles["body"])


def make_story(lines, styles, colour, width):
    """Turn the lines of the body into flowables, gathering the rows of each table."""
    story, rows = [], []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("| ").split("|")])
            continue
        if rows:
            story.append(make_table(rows, styles, colour, width))
            rows = []
        if line:
            story.append(make_block(line, styles, colour))
    return story


def make_opening(meta, styles, colour, width):
    """Title, subtitle and the boxed line that says the text is a restatement."""
    notice = Table(
        [[Paragraph(NOTICE.replace(" :", "\u00a0:"), styles["body"])]],
        colWidths=[width],
        style=[("BOX", (0, 0), (-1, -1), 1.2, colour), ("BACKGROUND", (0, 0), (-1, -1), HexColor("#fff8e1"))],
    )
    return [
        Paragraph(markup(meta["collectivity"]), styles["subtitle"]),
        Paragraph(markup(meta["title"]), styles["h1"]),
        Paragraph(markup(meta["subtitle"]), styles["subtitle"]),
        notice,
    ]


def column_frames(pagesize, columns, top):
    """Return the frames of the text columns below the height `top`."""
    width = (pagesize[0] - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    return [
        Frame(
            MARGIN + i * (width + GUTTER),
            MARGIN + FOOT,
            width,
            top - MARGIN - FOOT,
            leftPadding=0,
            rightPadding=0,
            id=f"column{i}",
        )
        for i in range(columns)
    ], width


def make_furniture(meta, pagesize, colour):
    """Return the callback that draws the running head, the source line and the page number."""

    def draw(canvas, document):
        right, top = pagesize[0] - MARGIN, pagesize[1] - HEAD
        canvas.setStrokeColor(colour)
        canvas.setFillColor(GREY)
        canvas.setFont("Vera", 7)
        canvas.drawString(MARGIN, top, meta["running_head"])
        canvas.line(MARGIN, top - 4, right, top - 4)
        canvas.line(MARGIN, MARGIN + 6, right, MARGIN + 6)
        if document.page == 1:
            canvas.drawString(MARGIN, MARGIN - 4, meta["source"])
        canvas.setFont("Vera-Bold", 8)
        canvas.drawRightString(right, MARGIN - 4, str(document.page))

    return draw


def build(path, target):
    """Build one PDF file."""
    meta, lines = read_document(path)
    pagesize, columns, size, opening_height = LAYOUTS[meta["layout"]]
    colour, full_width = HexColor(meta["colour"]), pagesize[0] - 2 * MARGIN
    styles = make_styles(size, colour, columns)
    top = pagesize[1] - HEAD - 4 * mm
    opening = Frame(
        MARGIN, top - opening_height, full_width, opening_height, leftPadding=0, rightPadding=0, id="opening"
    )
    first, width = column_frames(pagesize, columns, top - opening_height)
    later, _ = column_frames(pagesize, columns, top)
    draw = make_furniture(meta, pagesize, colour)
    document = BaseDocTemplate(
        str(target),
        pagesize=pagesize,
        invariant=1,
        title=meta["title"],
        lang="fr-FR",
        author="Projet Engagements (restitution de démonstration)",
        subject=f"{meta['collectivity']} – {meta['subtitle']}",
    )
    document.addPageTemplates(
        [
            PageTemplate("first", [opening, *first], onPage=draw, pagesize=pagesize),
            PageTemplate("later", later, onPage=draw, pagesize=pagesize),
        ]
    )
    story = make_opening(meta, styles, colour, full_width)
    story += [NextPageTemplate("later"), FrameBreak()]
    document.build(story + make_story(lines, styles, colour, width))


def main(output):
    register_fonts()
    output.mkdir(parents=True, exist_ok=True)
    for path in sorted(HERE.glob("*.md")):
        target = output / f"{path.stem}.pdf"
        build(path, target)
        print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "pdf")
