"""PDF → blocks with page and box.

``segments`` takes words and boxes from pypdfium2, ``ocr`` from Tesseract where a page has no text (twice where
it has ``tints``), ``raised`` marks of notes are dropped, ``turned`` sets text on its side upright, ``shapes`` and
``rules`` say what is drawn (``junctions``: where rules meet columns do), ``tables`` reads ruled tables with
pdfplumber's search for cells (``spans`` are merged ones), ``unruled`` the others, ``bullets`` and ``boxes``
are those that are drawn, ``furniture`` and ``line_numbers`` drop what is no text, ``order`` finds the
columns (of ``frames``, cut at ``gutters``; ``floats`` stand in their way), ``paragraphs`` makes their
``lines`` whole (``continuing``, ``entries``), ``kinds`` says what each is (``captions`` apart).
"""

from __future__ import annotations

from pipeline.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
