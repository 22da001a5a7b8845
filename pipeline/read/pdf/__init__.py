"""PDF → blocks with page and box.

``segments`` takes words and boxes from pypdfium2, ``ocr`` from Tesseract where a page has no text,
``rules`` tells where ruled tables may be and ``tables`` reads them, with pdfplumber where they are
grids, ``furniture`` drops running heads and page numbers, ``order`` finds the columns,
``paragraphs`` makes their lines whole, ``kinds`` says what each is.
"""

from __future__ import annotations

from pipeline.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
