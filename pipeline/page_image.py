"""A page of a PDF as an image, with the words of one sentence boxed.

A program of its own (``python -m pipeline.page_image``), because a PDF is a stranger's file: one that
crashes, hangs or swells the library ends this process and not the site that asked. It reads one line of
JSON (``Wanted``) and then the file's bytes from stdin, and writes a WebP image to stdout.
"""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from pipeline.types import Box

WIDTH, MOST_HEIGHT = 1100, 2200
"""Pixels of the image; a page is scaled to fit."""
SECONDS, MEMORY = 20, 2_000_000_000
FEWEST_WORDS = 4
"""A sentence cut by the page's end is looked for by its beginning, down to so many words."""
COLOURS = {
    "statement": ("#fff3bf", "#b45309"),
    "partner": ("#c9e4ff", "#2b6cb0"),
    "amount": ("#c8efcf", "#2f7d43"),
    "period": ("#ead7fb", "#7c3fb3"),
}
"""Kind → filling and frame: those of the site's highlights (static/marks.css)."""

Rectangle = tuple[float, float, float, float]
"""left, top, right, bottom in pixels."""
Marked = list[tuple[str, list[Rectangle]]]
"""Kind and its rectangles, one a line; later ones lie above."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``marks`` are (kind, start, end) in code points of ``text``; ``box`` is where its passage stands."""

    page: int
    text: str
    marks: tuple[tuple[str, int, int], ...] = ()
    box: Box | None = None


def letters(characters: Iterable[str]) -> tuple[str, list[int]]:
    """The letters and digits, small and without ligatures, and for each the index it came from.

    Line breaks, hyphens and spaces are where a page and its text differ.
    """
    found: list[str] = []
    places: list[int] = []
    for index, character in enumerate(characters):
        for plain in unicodedata.normalize("NFKC", character).casefold():
            if plain.isalnum():
                found.append(plain)
                places.append(index)
    return "".join(found), places


def place(text: str, page: Sequence[str]) -> dict[int, int]:
    """Index in ``text`` → index in the page's characters, for what of it stands on the page."""
    said, from_text = letters(text)
    shown, from_page = letters(page)
    length = len(said)
    while (at := shown.find(said[:length])) < 0 or not length:
        words = text[: from_text[length - 1]].rsplit(maxsplit=1)[:-1] if length else []
        if not words or len(words[0].split()) < FEWEST_WORDS:
            return {}
        length = len(letters(words[0])[0])
    return {from_text[i]: from_page[at + i] for i in range(length)}


def rectangles(boxes: Iterable[Rectangle]) -> list[Rectangle]:
    """Boxes of characters in reading order → one rectangle a line."""
    lines: list[Rectangle] = []
    for left, top, right, bottom in boxes:
        if lines:
            l0, t0, r0, b0 = lines[-1]
            height = max(bottom - top, b0 - t0, 1)
            if min(bottom, b0) - max(top, t0) > 0.3 * height and -height < left - r0 < 3 * height:
                lines[-1] = (min(l0, left), min(t0, top), max(r0, right), max(b0, bottom))
                continue
        lines.append((left, top, right, bottom))
    return lines


def draw(image: Image.Image, marked: Marked) -> Image.Image:
    """Fill as a highlighter does, dark letters stay dark; then frame."""
    ink = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(ink)
    for kind, lines in marked:
        for line in lines:
            pen.rectangle(line, fill=COLOURS[kind][0])
    image = ImageChops.multiply(image, ink)
    pen = ImageDraw.Draw(image)
    for kind, lines in marked:
        room = 3 if kind == "statement" else 1
        for left, top, right, bottom in lines:
            pen.rectangle((left - room, top - room, right + room, bottom + room), outline=COLOURS[kind][1], width=2)
    return image


def render(content: bytes, wanted: Wanted) -> bytes:
    """The image. Raises ValueError where the PDF has no such page, and the library's own errors.

    ``wanted.page`` is where the passage begins: its sentence may stand on the next.
    """
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(content)
    if not 1 <= wanted.page <= len(pdf):
        raise ValueError(f"page runs from 1 to {len(pdf)}. Got {wanted.page}")
    for page in (pdf[i] for i in range(wanted.page - 1, min(wanted.page + 1, len(pdf)))):
        textpage = page.get_textpage()
        if where := place(wanted.text, _characters(textpage)):
            bitmap = page.render(scale=_scale(page))
            return _webp(
                draw(bitmap.to_pil().convert("RGB"), _marked(textpage, bitmap.get_posconv(page), where, wanted))
            )
    page = pdf[wanted.page - 1]
    image = page.render(scale=_scale(page)).to_pil().convert("RGB")
    return _webp(draw(image, _framed(wanted.box, _scale(page))))


def _scale(page: Any) -> float:
    width, height = page.get_size()
    return min(WIDTH / max(width, 1), MOST_HEIGHT / max(height, 1))


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=80)
    return out.getvalue()


def _characters(textpage: Any) -> list[str]:
    """One by one, as the page counts them: its text as a whole leaves some out."""
    from pypdfium2 import raw

    return [chr(raw.FPDFText_GetUnicode(textpage.raw, i)) for i in range(textpage.count_chars())]


def _marked(textpage: Any, convert: Any, where: dict[int, int], wanted: Wanted) -> Marked:

    def box(character: int) -> Rectangle:
        left, bottom, right, top = textpage.get_charbox(character, loose=True)
        (x0, y0), (x1, y1) = convert.to_bitmap(left, top), convert.to_bitmap(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    marks = (("statement", 0, len(wanted.text)), *wanted.marks)
    found = [(kind, rectangles(box(where[i]) for i in range(start, end) if i in where)) for kind, start, end in marks]
    return [(kind, lines) for kind, lines in found if lines]


def _framed(box: Box | None, scale: float) -> Marked:
    """Where the words cannot be found (a scan), their passage."""
    if box is None:
        return []
    x0, top, x1, bottom = (value * scale for value in box)
    return [("statement", [(min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))])]


def _limit() -> None:
    """A hostile file may not take all of the machine."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    _limit()
    given = json.loads(sys.stdin.buffer.readline())
    marks = tuple((kind, start, end) for kind, start, end in given["marks"] if kind in COLOURS)
    box = None if given["box"] is None else tuple(given["box"])
    wanted = Wanted(given["page"], given["text"], marks, box)
    sys.stdout.buffer.write(render(sys.stdin.buffer.read(), wanted))


if __name__ == "__main__":
    main()
