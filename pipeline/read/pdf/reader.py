"""The PDF reader: opens the file within limits and leads its pages through the steps."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from pipeline.errors import EmptyDocument, ReadFailed
from pipeline.read.joining import words_of
from pipeline.read.language import language_of
from pipeline.read.pdf import ocr
from pipeline.read.pdf.bands import bands_of, parting_rules
from pipeline.read.pdf.boxes import boxes_of, set_apart, set_captions_aside
from pipeline.read.pdf.bullets import write_bullets
from pipeline.read.pdf.furniture import without_furniture
from pipeline.read.pdf.geometry import PageText, Segment, Table, Word
from pipeline.read.pdf.junctions import uprights_at_junctions
from pipeline.read.pdf.kinds import blocks_of
from pipeline.read.pdf.line_numbers import drop_line_numbers
from pipeline.read.pdf.lines import Paragraph, text_lines
from pipeline.read.pdf.order import columns_of
from pipeline.read.pdf.paragraphs import paragraphs_of, table_rows
from pipeline.read.pdf.pictures import is_picture
from pipeline.read.pdf.raised import set_notes_aside
from pipeline.read.pdf.repair import repaired
from pipeline.read.pdf.rules import rules_of
from pipeline.read.pdf.segments import page_text
from pipeline.read.pdf.shapes import shapes_of
from pipeline.read.pdf.tables import read_banded, read_grids
from pipeline.read.pdf.turned import set_upright
from pipeline.read.pdf.unruled import read_unruled
from pipeline.settings import Settings
from pipeline.types import Block, Reading, Snapshot

_SOFT = 0.6
"""Share of ``read_seconds`` after which no further page is begun: the rest is for putting together what was read."""
_OCR_TOLERANCE = 0.45


@dataclass(slots=True)
class _Pages:
    """The pages read so far, and what could not be."""

    recogniser: ocr.Recogniser
    texts: list[PageText] = field(default_factory=list)
    pictures: int = 0
    recognised: int = 0
    warnings: list[str] = field(default_factory=list)


def read_pdf(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a PDF.

    Raises ReadFailed where the file is damaged or needs a password, EmptyDocument where no page
    holds text and OCR is not installed or finds none.
    """
    with _opened(snapshot) as document:
        count = len(document)
        pages = _read_pages(document, settings)
        title = _title(document)
    blocks = _blocks(pages.texts)
    warnings = tuple(pages.warnings + _ocr_warnings(pages))
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: {'; '.join(warnings) or f'{count} pages without text'}")
    language = language_of(block.text for block in blocks)
    return Reading(tuple(blocks), _best_title(title, blocks), None, language, count, warnings)


@contextmanager
def _opened(snapshot: Snapshot) -> Iterator[pdfium.PdfDocument]:
    try:
        document = _document(snapshot)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadFailed(f"{snapshot.url}: needs a password; publish it without one") from error
        what = "damaged PDF, or one without pages"
        raise ReadFailed(f"{snapshot.url}: {what}, of {len(snapshot.content)} bytes ({error})") from error
    try:
        if len(document) == 0:
            raise EmptyDocument(f"{snapshot.url}: a PDF of 0 pages")
        yield document
    finally:
        document.close()


def _document(snapshot: Snapshot) -> pdfium.PdfDocument:
    """As it is, or else with its list of pages made anew."""
    try:
        return pdfium.PdfDocument(snapshot.content)
    except pdfium.PdfiumError as error:
        mended = None if "password" in str(error).lower() else repaired(snapshot.content)
        if mended is None:
            raise
    return pdfium.PdfDocument(mended)


def _read_pages(document: pdfium.PdfDocument, settings: Settings) -> _Pages:
    deadline = time.monotonic() + _SOFT * settings.read_seconds
    pages = _Pages(ocr.Recogniser(deadline, min(len(document), settings.max_pages)))
    characters = 0
    for number in range(1, len(document) + 1):
        reason = _limit(number, characters, deadline, settings)
        if reason:
            pages.warnings.append(f"stopped after page {number - 1} of {len(document)}: {reason}")
            break
        _read_page(document, number, pages)
        if pages.texts:
            characters += pages.texts[-1].characters
    recognised = pages.recogniser.results()
    pages.recognised = len(recognised)
    pages.texts = sorted({page.number: page for page in pages.texts + recognised}.values(), key=lambda p: p.number)
    return pages


def _limit(number: int, characters: int, deadline: float, settings: Settings) -> str | None:
    if number > settings.max_pages:
        return f"max_pages = {settings.max_pages}"
    if characters > settings.max_characters:
        return f"max_characters = {settings.max_characters}"
    return f"read_seconds = {settings.read_seconds:g}" if time.monotonic() > deadline else None


def _read_page(document: pdfium.PdfDocument, number: int, pages: _Pages) -> None:
    try:
        page = document[number - 1]
        try:
            text = _page(page, number, pages)
        finally:
            page.close()
    except pdfium.PdfiumError:
        pages.warnings.append(f"page {number} is damaged")
        return
    if text is not None:
        pages.texts.append(text)


def _page(page: pdfium.PdfPage, number: int, pages: _Pages) -> PageText | None:
    text = page_text(page, number)
    turned = set_upright(text)
    drop_line_numbers(text)
    if is_picture(page, text):
        pages.pictures += 1
        if ocr.can_read():
            pages.recogniser.submit(page, number)
    if not text.characters:
        return None
    if not turned:  # what is drawn would have to be turned, too
        _look_for_tables(page, text)
    return text


def _look_for_tables(page: pdfium.PdfPage, text: PageText) -> None:
    rules = rules_of(shapes_of(page))
    write_bullets(text.segments, rules.dots)
    rules.upright += uprights_at_junctions(rules.level, text.segments)
    if rules.suggest_grid:
        read_grids(text, rules)
    if not text.tables:
        read_banded(text, rules)
    if not text.tables:
        read_unruled(text)
    set_captions_aside(text, rules)
    text.boxes = boxes_of(text, rules)
    text.parting = parting_rules(text, rules)


def _ocr_warnings(pages: _Pages) -> list[str]:
    unread = pages.pictures - pages.recognised
    warnings = []
    if pages.recognised:
        warnings.append(f"{_pages(pages.recognised)} read by OCR")
    if unread:
        why = "OCR found none" if ocr.can_read() else "OCR not installed"
        warnings.append(f"{_pages(unread)} without text, {why}")
    return warnings


def _pages(n: int) -> str:
    return f"{n} page" if n == 1 else f"{n} pages"


def _blocks(pages: list[PageText]) -> list[Block]:
    without_furniture(pages)
    for page in pages:
        set_notes_aside(page)
    words = words_of(s.text + "-" * s.hyphen for page in pages for s in page.segments)
    paragraphs: list[Paragraph] = []
    column = 0
    for page in pages:
        for part in _parts(page, words):
            column += 1
            for paragraph in part:
                paragraph.column, paragraph.ocr = column, page.ocr
            paragraphs += part
    return blocks_of(_without_repeated_heads(paragraphs), words)


def _parts(page: PageText, words: frozenset[str]) -> list[list[Paragraph]]:
    """The columns of a page in reading order, its tables at their places among them."""
    tolerance = _OCR_TOLERANCE if page.ocr else 0.12
    tables = [Segment([Word("", table.box)], 0.0, table.box, table=table) for table in page.tables]
    parts: list[list[Paragraph]] = []
    bands = bands_of(set_apart(page.segments + tables, page.boxes), page.parting)
    for column in (column for band in bands for column in columns_of(band)):
        for table, run in itertools.groupby(column, key=_table_in):
            if table is None:
                parts.append(paragraphs_of(text_lines(list(run)), page.number, words, tolerance))
            else:
                parts.append(table_rows(table, page.number))
    parts.append(paragraphs_of(text_lines([[aside] for aside in page.asides]), page.number, words, tolerance, "aside"))
    return [part for part in parts if part]


def _table_in(line: list[Segment]) -> Table | None:
    return next((segment.table for segment in line if segment.table), None)


def _without_repeated_heads(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A table that runs on over the page repeats its header; once is enough."""
    kept: list[Paragraph] = []
    header = ""
    for i, paragraph in enumerate(paragraphs):
        above = paragraphs[i - 1] if i else None
        first = paragraph.kind == "row" and (above is None or above.column != paragraph.column)
        runs_on = above is not None and above.kind in {"row", "cell item"} and paragraph.page == above.page + 1
        again = first and runs_on and paragraph.text == header
        if first:
            header = paragraph.text
        if not again:
            kept.append(paragraph)
    return kept


def _title(document: pdfium.PdfDocument) -> str | None:
    try:
        return document.get_metadata_value("Title") or None
    except (pdfium.PdfiumError, UnicodeError):
        return None


def _best_title(declared: str | None, blocks: list[Block]) -> str | None:
    """The largest heading of the first page, or what the file says of itself."""
    first = [block for block in blocks if block.kind == "heading" and block.page == 1]
    top = min((block.level for block in first), default=0)
    return next((block.text for block in first if block.level == top), declared)
