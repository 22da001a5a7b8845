"""One document outside any corpus: ``engagements extract``."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import click

from pipeline.errors import FetchFailed
from pipeline.sources import check_url
from pipeline.types import Collectivity, Extraction, Source, SourceKind


def single_source(target: str, name: str, kind: SourceKind | str) -> Source:
    """A source for a file or an address. Raises FetchFailed where it is neither."""
    collectivity = Collectivity("document", name or "la collectivité", "commune", (name,) if name else ())
    if re.match(r"https?://", target, re.IGNORECASE):
        return Source("document", collectivity, check_url(target), kind)  # type: ignore[arg-type]
    path = Path(target)
    if not path.is_file():
        raise FetchFailed(f"{target}: neither an http(s) address nor a file")
    return Source("document", collectivity, path.name, kind, str(path.resolve()))  # type: ignore[arg-type]


def write(extraction: Extraction, form: str) -> None:
    """To stdout: one JSON object, one JSON line a commitment, or a table."""
    rows = commitments(extraction)
    if form == "json":
        whole = {
            "title": extraction.title,
            "language": extraction.language,
            "pages": extraction.pages,
            "warnings": extraction.warnings,
            "text": extraction.text,
            "commitments": rows,
            "partners": [_fact(m, c, partner=asdict(m.partner)) for m, c in extraction.mentions],
            "amounts": [{**asdict(a), "commitment": c} for a, c in extraction.amounts],
            "periods": [{**asdict(p), "commitment": c} for p, c in extraction.periods],
        }
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        _table(extraction, rows)


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
                "heading": c.heading,
                "start": c.start,
                "end": c.end,
                "text": c.text,
                "partners": [m.partner.name for m, owner in extraction.mentions if owner == c.id],
                "amounts": [a.text for a, owner in extraction.amounts if owner == c.id],
                "periods": [p.text for p, owner in extraction.periods if owner == c.id],
            }
        )
    return rows


def _fact(mention, commitment: str | None, partner: dict) -> dict:
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "partner": partner, "commitment": commitment
    }  # fmt: skip


def _table(extraction: Extraction, rows: list[dict]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(extraction.title or ""), show_lines=True)
    for column in ("Status", "SDGs", "Page", "Words", "Partners", "Amounts", "Periods"):
        table.add_column(column, overflow="fold")
    for row in rows:
        joined = (", ".join(row[k]) for k in ("partners", "amounts", "periods"))
        cells = [row["status"], ", ".join(map(str, row["sdgs"])), str(row["page"] or ""), row["text"], *joined]
        table.add_row(*(escape(cell) for cell in cells))
    console = Console()
    console.print(table)
    for warning in extraction.warnings:
        console.print(f"warning: {warning}", markup=False)
