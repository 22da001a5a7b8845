"""Dataclasses → rows of the tables CONTRACT.md names. No SQL here, and nothing that knows a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from urllib.parse import quote, urldefrag

from pipeline.changes import Change
from pipeline.link import stable_id
from pipeline.types import (
    Amount,
    Collectivity,
    Commitment,
    Extraction,
    Indicator,
    Partner,
    PartnerMention,
    Passage,
    Period,
    Snapshot,
    Source,
)

Row = dict[str, Any]
LINK_WORDS = 8
"""Words of a commitment that a link's text fragment quotes from its start, and from its end."""


def collectivity_row(c: Collectivity) -> Row:
    return {
        "id": c.id,
        "name": c.name,
        "level": c.level,
        "insee": c.insee,
        "latitude": c.latitude,
        "longitude": c.longitude,
        "population": c.population,
    }


def source_row(source: Source) -> Row:
    return {
        "id": source.id,
        "collectivity_id": source.collectivity.id,
        "url": source.url,
        "title": source.title,
        "kind": source.kind,
    }


def document_id(source: Source, extraction: Extraction) -> str:
    """The same text of the same source is the same document, whenever it was fetched."""
    return stable_id("document", source.id, extraction.text)


def document_row(document: str, source: Source, snapshot: Snapshot, extraction: Extraction) -> Row:
    return {
        "id": document,
        "source_id": source.id,
        "collectivity_id": source.collectivity.id,
        "url": source.url if source.path is not None else snapshot.url,
        "title": extraction.title,
        "published_on": None if extraction.published is None else extraction.published.isoformat(),
        "modified_on": None if extraction.modified is None else extraction.modified.isoformat(),
        "author": extraction.author,
        "fetched_at": snapshot.fetched_at.isoformat(timespec="seconds"),
        "sha256": snapshot.sha256,
        "media_type": snapshot.media_type,
        "pages": extraction.pages,
        "characters": len(extraction.text),
        "language": extraction.language,
        "text": extraction.text,
        "is_current": 1,
    }


def passage_row(document: str, p: Passage) -> Row:
    return {
        "id": stable_id("passage", document, p.position),
        "document_id": document,
        "position": p.position,
        "kind": p.kind,
        "heading": p.heading,
        "page": p.page,
        **dict(zip(("x0", "top", "x1", "bottom"), p.box or (None,) * 4, strict=True)),
        "start_char": p.start,
        "end_char": p.end,
        "text": p.text,
        "ocr": int(p.ocr),
    }


def commitment_row(document: str, source: Source, c: Commitment, first_seen: str, today: str) -> Row:
    return {
        "id": c.id,
        "document_id": document,
        "collectivity_id": source.collectivity.id,
        "passage_id": stable_id("passage", document, c.passage),
        "text": c.text,
        "status": c.status,
        "probability": c.probability,
        "page": c.page,
        "start_char": c.start,
        "end_char": c.end,
        "heading": c.heading,
        "source_link": source_link(source, c),
        "first_seen": first_seen,
        "last_seen": today,
        "withdrawn_on": None,
        "by_person": int(c.by_person),
    }


def sdg_rows(c: Commitment) -> Iterator[Row]:
    for s in c.sdgs:
        yield {"commitment_id": c.id, "sdg_id": s.sdg, "score": s.score, "declared": int(s.declared)}


def partner_row(p: Partner) -> Row:
    return {
        "id": p.id,
        "name": p.name,
        "kind": p.kind,
        "country": p.country,
        "latitude": p.latitude,
        "longitude": p.longitude,
    }


def change_row(run_id: str, c: Change) -> Row:
    return {
        "run_id": run_id,
        "commitment_id": c.commitment,
        "change": c.kind,
        "previous_id": c.previous,
        "similarity": c.similarity,
        "difference": c.difference,
    }


class FactRows:
    """Rows of one document's mentions, amounts, periods and indicators.

    Their ids are stable: the nth time a commitment (or, outside one, the source) says these words.
    """

    def __init__(self, source: Source, document: str) -> None:
        self.source = source
        self.document = document
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def mention(self, m: PartnerMention, commitment: str | None) -> Row:
        return {**self._span("mention", m, commitment), "partner_id": m.partner.id}

    def amount(self, a: Amount, commitment: str | None) -> Row:
        return {**self._span("amount", a, commitment), **_but_the_span(a)}

    def period(self, p: Period, commitment: str | None) -> Row:
        return {**self._span("period", p, commitment), **_but_the_span(p), "resolved": int(p.resolved)}

    def indicator(self, i: Indicator, commitment: str) -> Row:
        return {**self._span("indicator", i, commitment), **_but_the_span(i)}

    def _span(self, table: str, fact: PartnerMention | Amount | Period | Indicator, commitment: str | None) -> Row:
        owner = self.source.id if commitment is None else commitment
        self.counts[table, owner, fact.text] += 1
        return {
            "id": stable_id(table, owner, fact.text, self.counts[table, owner, fact.text]),
            "document_id": self.document,
            "commitment_id": commitment,
            "text": fact.text,
            "start_char": fact.start,
            "end_char": fact.end,
        }


def _but_the_span(fact: Amount | Period | Indicator) -> Row:
    return {name: value for name, value in asdict(fact).items() if name not in {"start", "end", "text"}}


def source_link(source: Source, commitment: Commitment) -> str:
    """The document's address with the page of a PDF, or the words of a web page as a text fragment."""
    address, fragment = urldefrag(source.url)
    if commitment.page is not None:
        return f"{address}#page={commitment.page}"
    if source.path is not None:
        return source.url
    words = commitment.text.split()
    if len(words) <= 2 * LINK_WORDS:
        quoted = _fragment(words)
    else:
        quoted = f"{_fragment(words[:LINK_WORDS])},{_fragment(words[-LINK_WORDS:])}"
    return f"{address}#{fragment}:~:text={quoted}"


def _fragment(words: list[str]) -> str:
    """Percent-encoded, the hyphen too: in a text fragment it marks what stands before or after."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
