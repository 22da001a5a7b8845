"""Which pages are pictures of text: scans, with no words of their own, a stamp's, or unreadable ones."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from pipeline.read.pdf.geometry import PageText

_FEW = 250
"""Characters: what a stamp of the prefecture, a running head and a page number come to."""
_COVERS = 0.5
"""Share of the page that a scan fills."""
_STRANGE = 0.3
"""Share of characters of no script from which text is that of a font without a table of its characters."""
_MOST_OBJECTS = 500
_UNKNOWN = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff\U000f0000-\U0010ffff]")


def is_picture(page: pdfium.PdfPage, text: PageText) -> bool:
    """Is the page one to recognise: nothing readable on it but something drawn, or few words over a scan?"""
    if not text.characters:
        return next(page.get_objects(max_depth=2), None) is not None
    if text.characters > _FEW:
        return not _is_readable(text)
    return _has_scan(page) or (text.characters > 0.2 * _FEW and not _is_readable(text))


def _is_readable(text: PageText) -> bool:
    """Are few of its characters of no script: private use, unassigned, the sign for what is unknown?"""
    letters = "".join(word.text for segment in text.segments for word in segment.words)
    strange = len(_UNKNOWN.findall(letters))
    return strange < _STRANGE * len(letters)


def _has_scan(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    for i, image in enumerate(images):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _COVERS * width * height:
            return True
        if i > _MOST_OBJECTS:
            break
    return False
