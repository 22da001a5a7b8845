"""Pages without text → segments by Tesseract, where it is installed with its French model."""

from __future__ import annotations

import csv
import functools
import io
import os
import shutil
import subprocess

import pypdfium2 as pdfium

from pipeline.read.characters import clean
from pipeline.read.pdf.geometry import PageText, Segment, Word, union
from pipeline.read.pdf.segments import spelt_together

_DOTS_PER_INCH = 200
_MOST_PIXELS = 5_000
"""Longest side of the image a page is rendered to."""
_PAGE_SECONDS = 90
_LOWEST_CONFIDENCE = 30.0


@functools.cache
def can_read() -> bool:
    """Is ``tesseract`` on the PATH, with the language ``fra``?"""
    if shutil.which("tesseract") is None:
        return False
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "fra" in listed.stdout.split()


def recognise(page: pdfium.PdfPage, number: int) -> PageText | None:
    """The page's text as Tesseract reads it; None where it fails or takes longer than 90 seconds."""
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, _MOST_PIXELS / max(width, height, 1.0))
    image = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(image, "PNG", compress_level=1)
    table = _tesseract(image.getvalue(), round(scale * 72))
    if table is None:
        return None
    return PageText(number, width, height, _segments(table, scale), ocr=True)


def _tesseract(image: bytes, dots_per_inch: int) -> str | None:
    command = ["tesseract", "stdin", "stdout", "-l", "fra", "--dpi", str(dots_per_inch), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=image,
            capture_output=True,
            timeout=_PAGE_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="replace")


def _segments(table: str, scale: float) -> list[Segment]:
    """Tesseract's lines as segments, words of little confidence left out."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    heights: dict[tuple[str, ...], float] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        key = (row["block_num"], row["par_num"], row["line_num"])
        if row["level"] == "4":
            heights[key] = float(row["height"]) / scale
        elif row["level"] == "5" and (word := _word(row, scale)):
            lines.setdefault(key, []).append(word)
    return [_segment(words, heights.get(key)) for key, words in lines.items()]


def _word(row: dict[str, str], scale: float) -> Word | None:
    text = clean(row["text"] or "")
    if not text or float(row["conf"]) < _LOWEST_CONFIDENCE:
        return None
    x, y, w, h = (float(row[name]) / scale for name in ("left", "top", "width", "height"))
    return Word(text, (x, y, x + w, y + h))


def _segment(words: list[Word], height: float | None) -> Segment:
    words = spelt_together(words)
    box = union([word.box for word in words])
    return Segment(words, height if height is not None else box[3] - box[1], box)
