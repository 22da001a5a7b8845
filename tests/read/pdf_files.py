"""PDFs drawn with reportlab, and files no drawing program would write."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "La commune soutient les associations du port et rénove ses écoles avec le département."


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """The file that ``draw`` leaves on a canvas of A4 pages."""
    file = io.BytesIO()
    canvas = Canvas(file, **{"pagesize": A4, **options})
    draw(canvas)
    canvas.save()
    return file.getvalue()


def lines(canvas: Canvas, x: float, y: float, texts: list[str], size: float = 10, font: str = "Helvetica") -> None:
    """Texts one below the other, from a baseline ``y`` points above the page's foot."""
    canvas.setFont(font, size)
    for i, text in enumerate(texts):
        canvas.drawString(x, y - 1.25 * size * i, text)


def picture_of(content: bytes, page: int = 0, dots_per_inch: int = 150):
    """A page of a PDF as an image."""
    document = pdfium.PdfDocument(content)
    image = document[page].render(scale=dots_per_inch / 72).to_pil()
    document.close()
    return image


def scanned(canvas: Canvas, draw: Callable[[Canvas], None], turned: int = 0) -> None:
    """A page of the canvas with what ``draw`` draws as a picture only."""
    canvas.drawInlineImage(picture_of(drawn(draw)).rotate(turned), 0, 0, *A4)


def bomb(chunk: bytes, times: int) -> bytes:
    """A PDF of one page whose content is ``chunk`` again and again, packed small."""
    packer = zlib.compressobj(9)
    stream = b"".join([packer.compress(chunk) for _ in range(times)] + [packer.flush()])
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def written(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first its catalogue, with its table of references."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, b"".join(places))
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
