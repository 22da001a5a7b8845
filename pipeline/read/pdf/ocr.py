"""Pages without text → segments, by Tesseract with its French model, several pages at once.

An optional extra: ``pip install 'engagements[ocr]'`` (pytesseract, the kept wrapper of the command;
ocrmypdf would write the whole file anew to give the same words) and the system's ``tesseract-ocr``
and ``tesseract-ocr-fra``.
"""

from __future__ import annotations

import functools
import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from pipeline.read.pdf.geometry import PageText
from pipeline.read.pdf.recognised import segments_of

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 200
_MOST_PIXELS = 5_000
"""Longest side of the image a page is rendered to."""
_PAGE_SECONDS = 90.0
_MOST_AT_ONCE = 4


@functools.cache
def can_read() -> bool:
    """Are pytesseract, ``tesseract`` and its language ``fra`` installed?"""
    try:
        import pytesseract

        return "fra" in pytesseract.get_languages()
    except (ImportError, OSError, UnicodeError):  # pytesseract's own TesseractNotFoundError is an OSError
        return False


class Recogniser:
    """Renders pages here, as pdfium knows one thread only, and has them read by processes beside."""

    def __init__(self, deadline: float) -> None:
        """``deadline``: on time.monotonic(); a page not read by then stays unread."""
        self._deadline = deadline
        self._at_once = min(os.cpu_count() or 1, _MOST_AT_ONCE)
        self._threads = ThreadPoolExecutor(self._at_once)
        self._pages: list[Future[PageText | None]] = []

    def submit(self, page: pdfium.PdfPage, number: int) -> None:
        """Hand over a page; waits while enough of them are being read, so that few images are kept."""
        if len(self._pages) >= self._at_once:
            self._pages[-self._at_once].exception()
        width, height = page.get_size()
        scale = min(_DOTS_PER_INCH / 72, _MOST_PIXELS / max(width, height, 1.0))
        image = page.render(scale=scale, grayscale=True).to_pil()
        self._pages.append(self._threads.submit(self._read, image, PageText(number, width, height, ocr=True), scale))

    def results(self) -> list[PageText]:
        """The pages that text was found on."""
        found = [page for future in self._pages if (page := future.result()) is not None]
        self._threads.shutdown()
        return found

    def _read(self, image: Image, page: PageText, scale: float) -> PageText | None:
        seconds = min(_PAGE_SECONDS, self._deadline - time.monotonic())
        words = _recognise(image, round(scale * 72), seconds) if seconds > 0 else None
        page.segments = segments_of(words, scale) if words else []
        return page if any(c.isalnum() for s in page.segments for c in s.text) else None


def _recognise(image: Image, dots_per_inch: int, seconds: float) -> dict[str, list] | None:
    """Tesseract's table of layout and words; None where it fails or takes too long.

    ``--psm 1``: it finds the columns, and turns a page that lies on its side.
    """
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = "1"  # pages are read at once, each by one thread
    try:
        return pytesseract.image_to_data(
            image,
            lang="fra",
            config=f"--psm 1 --dpi {dots_per_inch}",
            timeout=seconds,  # type: ignore[arg-type]  # a float will do
            output_type=pytesseract.Output.DICT,
        )
    except (OSError, RuntimeError, ValueError, KeyError):
        return None
