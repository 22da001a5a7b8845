"""The readers of Word and OpenDocument texts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime

import docx
import odfdo

from pipeline.errors import EmptyDocument, ReadFailed
from pipeline.read.characters import clean
from pipeline.read.html.drafts import Draft, plain_blocks
from pipeline.read.language import language_of
from pipeline.read.office import docx as word
from pipeline.read.office import odt
from pipeline.read.office.package import check_package
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot


def read_docx(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a Word document (.docx).

    Raises ReadFailed for a damaged, protected or swelling file, EmptyDocument for one without text.
    """
    check_package(snapshot, settings)
    try:
        document = docx.Document(io.BytesIO(snapshot.content))
        drafts, warnings = _bounded(word.drafts_of(document), settings)
        about = document.core_properties
        title, author, created, modified = about.title, about.author, about.created, about.modified
    except Exception as error:  # a package may lack any of its parts, and each is missed in another way
        raise ReadFailed(f"{snapshot.url}: no readable Word document ({_named(error)})") from error
    return _reading(snapshot, drafts, warnings, title, author, created, modified)


def read_odt(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of an OpenDocument text (.odt).

    Raises ReadFailed for a damaged, protected or swelling file, EmptyDocument for one without text.
    """
    check_package(snapshot, settings)
    try:
        document = odfdo.Document(io.BytesIO(snapshot.content))
        drafts, warnings = _bounded(odt.drafts_of(document), settings)
        about = document.meta
        title, author = about.title, about.creator or about.initial_creator
        created, modified = about.creation_date, about.date
    except Exception as error:
        raise ReadFailed(f"{snapshot.url}: no readable OpenDocument text ({_named(error)})") from error
    return _reading(snapshot, drafts, warnings, title, author, created, modified)


def _bounded(found: Iterator[Draft], settings: Settings) -> tuple[list[Draft], tuple[str, ...]]:
    drafts: list[Draft] = []
    total = 0
    for draft in found:
        total += len(draft.text)
        if total > settings.max_characters:
            return drafts, (f"stopped after {len(drafts)} paragraphs: max_characters = {settings.max_characters}",)
        drafts.append(draft)
    return drafts, ()


def _reading(
    snapshot: Snapshot,
    drafts: list[Draft],
    warnings: tuple[str, ...],
    title: str | None,
    author: str | None,
    created: date | datetime | None,
    modified: date | datetime | None,
) -> Reading:
    blocks = plain_blocks(drafts)
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: a document without text")
    heading = next((block.text for block in blocks if block.kind == "heading"), None)
    return Reading(
        tuple(blocks),
        title=clean(title or "") or heading,
        author=clean(author or "") or None,
        published=_day(created),
        modified=_day(modified),
        language=language_of(block.text for block in blocks),
        warnings=warnings,
    )


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
