"""Every table and every answer as an Excel workbook: ``.xlsx`` beside Datasette's ``.csv`` and ``.json``."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response
from published_site import words

from pipeline.export.excel import write_workbook

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

EXTENSION = ".xlsx"
MOST_ROWS = 100_000
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def _all_rows(datasette: Datasette, request: Request) -> tuple[list[str], list[list[Any]]]:
    """All pages of what the address shows, as Datasette's own JSON tells them, foreign keys by their labels."""
    path = request.path.removesuffix(EXTENSION).removeprefix(datasette.setting("base_url").rstrip("/"))
    given = [(key, value) for key in request.args for value in request.args.getlist(key) if key != "_next"]
    asked = [*given, ("_shape", "arrays"), ("_labels", "on"), ("_size", "max")]
    columns: list[str] = []
    rows: list[list[Any]] = []
    following: str | None = ""
    while following is not None and len(rows) < MOST_ROWS:
        query = urlencode([*asked, *([("_next", following)] if following else [])])
        answer = (await datasette.client.get(f"{path}.json?{query}")).json()
        columns = answer.get("columns", [])
        # rows with labels come as objects, whatever the shape asked for
        rows += [[row[c] for c in columns] if isinstance(row, dict) else row for row in answer.get("rows", [])]
        following = answer.get("next")
    return columns, rows[:MOST_ROWS]


def _cell(value: Any, column: str) -> Any:
    if isinstance(value, dict):
        value = value.get("label") or value.get("value")
    said = words.word(column, value)
    return said if isinstance(said, str | int | float) or said is None else str(said)


def _workbook(name: str, columns: list[str], rows: list[list[Any]]) -> bytes:
    out = io.BytesIO()
    headings = [words.column_label(column) for column in columns]
    cells = ([_cell(value, column) for value, column in zip(row, columns, strict=True)] for row in rows)
    write_workbook(out, [(name, headings, cells)])
    return out.getvalue()


async def render(datasette: Datasette, request: Request, table: str | None, query_name: str | None) -> Response:
    name = query_name or table or "requete"
    columns, rows = await _all_rows(datasette, request)
    body = await asyncio.to_thread(_workbook, name, columns, rows)
    disposition = f'attachment; filename="{name}{EXTENSION}"'
    return Response(body, headers={"content-disposition": disposition}, content_type=MEDIA_TYPE)


RENDERER = {"extension": EXTENSION.removeprefix("."), "render": render}
