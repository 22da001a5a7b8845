"""A small PDF that says what the invented database says its first document does."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

SENTENCE = "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €."
LINES = [
    "Notre cap",
    "La Ville plantera 500 arbres avec l’asso-",
    "ciation Sève & Racines d’ici à 2031, pour 40 000 €.",
]


def pdf(*pages: list[str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    for lines in pages:
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(lines):
            canvas.drawString(40, 250 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
