"""One document outside any corpus: ``engagements extract``."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pipeline.errors import InvalidManifest
from pipeline.manifest_entries import check_url
from pipeline.types import Collectivity, Extraction, PartnerMention, Source, SourceKind


def single_source(target: str, name: str, kind: SourceKind | str) -> Source:
    """A source for a file or an http(s) address. Raises InvalidManifest where it is neither."""
    collectivity = Collectivity("document", name or "la collectivité", "commune", (name,) if name else ())
    if "://" in target:
        return Source("document", collectivity, check_url(target), kind)  # type: ignore[arg-type]
    path = Path(target)
    if "\0" in target or not path.is_file():
        raise InvalidManifest(f"{target}: neither an http(s) address nor a file")
    return Source("document", collectivity, path.name, kind, str(path.resolve()))  # type: ignore[arg-type]


def write(extraction: Extraction, form: str) -> None:
    """To stdout: one JSON object, one JSON line a commitment, or a table."""
    rows = commitments(extraction)
    if form == "json":
        whole = {
            "title": extraction.title,
            "author": extraction.author,
            "published": _day(extraction.published),
            "modified": _day(extraction.modified),
            "language": extraction.language,
            "pages": extraction.pages,
            "warnings": extraction.warnings,
            "text": extraction.text,
            "commitments": rows,
            "partners": [_fact(m, c, partner=asdict(m.partner)) for m, c in extraction.mentions],
            "amounts": [{**asdict(a), "commitment": c} for a, c in extraction.amounts],
            "periods": [{**asdict(p), "commitment": c} for p, c in extraction.periods],
            "indicators": [{**asdict(i), "commitment": c} for i, c in extraction.indicators],
        }
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        _table(extraction, rows)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def commitments(extraction: Extraction) -> list[dict]:
    """One row a commitment with its own facts."""
    rows = []
    for c in extraction.commitments:
        rows.append(
            {
                "id": c.id,
                "status": c.status,
                "probability": c.probability,
                "sdgs": [s.sdg for s in c.sdgs],
                "page": c.page,
                "ocr": extraction.passages[c.passage].ocr,
                "heading": c.heading,
                "start": c.start,
                "end": c.end,
                "text": c.text,
                "partners": [m.partner.name for m, owner in extraction.mentions if owner == c.id],
                "amounts": [a.text for a, owner in extraction.amounts if owner == c.id],
                "periods": [p.text for p, owner in extraction.periods if owner == c.id],
                "indicators": [i.text for i, owner in extraction.indicators if owner == c.id],
            }
        )
    return rows


def _fact(mention: PartnerMention, commitment: str | None, partner: dict) -> dict:
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "partner": partner, "commitment": commitment
    }  # fmt: skip


def _table(extraction: Extraction, rows: list[dict]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from pipeline.console import printable

    table = Table(title=escape(printable(extraction.title or "")), show_lines=True)
    for column in ("Status", "SDGs", "Page", "Words", "Partners", "Amounts", "Periods", "Indicators"):
        table.add_column(column, overflow="fold")
    for row in rows:
        joined = (", ".join(row[k]) for k in ("partners", "amounts", "periods", "indicators"))
        cells = [row["status"], ", ".join(map(str, row["sdgs"])), str(row["page"] or ""), row["text"], *joined]
        table.add_row(*(escape(printable(cell)) for cell in cells))
    console = Console()
    console.print(table)
    for warning in extraction.warnings:
        console.print(printable(f"warning: {warning}"), markup=False)
