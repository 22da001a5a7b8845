"""The readers of Word and OpenDocument texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document as its library gives it: what it holds, and what it says of itself."""

    drafts: Iterator[Draft]
    title: str | None
    author: str | None
    created: date | datetime | None
    modified: date | datetime | None


def read_docx(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a Word document (.docx).

    Raises ReadFailed for a damaged, protected or swelling file, EmptyDocument for one without text.
    """
    return _read(snapshot, settings, _word, "Word document")


def read_odt(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of an OpenDocument text (.odt).

    Raises ReadFailed for a damaged, protected or swelling file, EmptyDocument for one without text.
    """
    return _read(snapshot, settings, _open_document, "OpenDocument text")


def _word(file: io.BytesIO) -> _Opened:
    document = docx.Document(file)
    about = document.core_properties
    return _Opened(word.drafts_of(document), about.title, about.author, about.created, about.modified)


def _open_document(file: io.BytesIO) -> _Opened:
    document = odfdo.Document(file)
    about = document.meta
    author = about.creator or about.initial_creator
    return _Opened(odt.drafts_of(document), about.title, author, about.creation_date, about.date)


def _read(snapshot: Snapshot, settings: Settings, opened: Callable[[io.BytesIO], _Opened], what: str) -> Reading:
    check_package(snapshot, settings)
    try:
        document = opened(io.BytesIO(snapshot.content))
        drafts, warnings = _bounded(document.drafts, settings)
    except Exception as error:  # a package may lack any of its parts, and each is missed in another way
        raise ReadFailed(f"{snapshot.url}: no readable {what} ({_named(error)})") from error
    blocks = plain_blocks(drafts)
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: a document without text")
    heading = next((block.text for block in blocks if block.kind == "heading"), None)
    return Reading(
        tuple(blocks),
        title=clean(document.title or "") or heading,
        author=clean(document.author or "") or None,
        published=_day(document.created),
        modified=_day(document.modified),
        language=language_of(block.text for block in blocks),
        warnings=warnings,
    )


def _bounded(found: Iterator[Draft], settings: Settings) -> tuple[list[Draft], tuple[str, ...]]:
    drafts: list[Draft] = []
    total = 0
    for draft in found:
        total += len(draft.text)
        if total > settings.max_characters:
            return drafts, (f"stopped after {len(drafts)} paragraphs: max_characters = {settings.max_characters}",)
        drafts.append(draft)
    return drafts, ()


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
