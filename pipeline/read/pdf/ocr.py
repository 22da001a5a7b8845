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
from pipeline.read.pdf.icons import without_icons
from pipeline.read.pdf.recognised import ReadLine, lines_of, segments_of
from pipeline.read.pdf.specks import with_specks
from pipeline.read.pdf.tints import joined, tinted

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 200
_MOST_PIXELS = 5_000
"""Longest side of the image a page is rendered to."""
_PAGE_SECONDS = 90.0
_MOST_AT_ONCE = 4
_LOCAL_THRESHOLD = "-c thresholding_method=2"
"""Sauvola's: what is ink is told from what is around it, not from the page as a whole."""


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

    def __init__(self, deadline: float, last: int) -> None:
        """``deadline``: on time.monotonic(); a page not read by then stays unread. ``last``: the last page's number."""
        self._deadline, self._last = deadline, last
        self._slowest = 0.0
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
        began = time.monotonic()
        lines = self._lines(image, scale)
        self._slowest = max(self._slowest, time.monotonic() - began)
        for strips in tinted(image):
            if self._has_time_after(page.number):
                lines = joined(lines, self._lines(strips, scale, _LOCAL_THRESHOLD))
        page.segments = with_specks(segments_of(without_icons(lines)), image, scale)
        return page if any(c.isalnum() for s in page.segments for c in s.text) else None

    def _has_time_after(self, number: int) -> bool:
        """Is more time left than it takes to read each later page once, as slowly as the slowest so far?"""
        needed = self._slowest * (self._last - number) / self._at_once
        return time.monotonic() + needed < self._deadline

    def _lines(self, image: Image, scale: float, options: str = "") -> list[ReadLine]:
        seconds = min(_PAGE_SECONDS, self._deadline - time.monotonic())
        table = _recognise(image, f"--dpi {round(scale * 72)} {options}", seconds) if seconds > 0 else None
        return lines_of(table, scale) if table else []


def _recognise(image: Image, options: str, seconds: float) -> dict[str, list] | None:
    """Tesseract's table of layout and words; None where it fails or takes too long.

    ``--psm 1``: it finds the columns, and turns a page that lies on its side.
    """
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = "1"  # pages are read at once, each by one thread
    try:
        return pytesseract.image_to_data(
            image,
            lang="fra",
            config=f"--psm 1 {options}",
            timeout=seconds,  # type: ignore[arg-type]  # a float will do
            output_type=pytesseract.Output.DICT,
        )
    except (OSError, RuntimeError, ValueError, KeyError):
        return None
