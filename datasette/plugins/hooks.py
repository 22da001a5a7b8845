"""The one plugin Datasette loads from here: it wires the package ``published_site`` to Datasette's hooks.

Datasette registers every ``*.py`` of this folder and none of its sub-folders, so what the site is made
of lies in ``published_site/`` beside this file, importable once this folder is on the path.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette import handle_exception as handle_exception_of_datasette
from datasette import hookimpl
from datasette.plugins import pm

sys.path.insert(0, str(Path(__file__).parent))

from published_site import (
    at_once,
    cells,
    database,
    errors,
    excel_output,
    formats,
    full_text,
    hits,
    list_filters,
    pages,
    settled_metadata,
    template_vars,
    typography,
    words,
)
from published_site.database import NAME
from published_site.security import with_security_headers

if pm.is_registered(handle_exception_of_datasette):  # it would answer too, after ours: see errors.py
    pm.unregister(handle_exception_of_datasette)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from datasette.app import Datasette
    from datasette.filters import FilterArguments
    from datasette.utils.asgi import Request, Response
    from jinja2 import Environment


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    async def inner() -> None:
        settled_metadata.settle(datasette)
        at_once.prepare(datasette)
        formats.prepare()
        await database.serve_under_its_name(datasette)

    return inner


@hookimpl
def prepare_connection(conn: Connection, database: str) -> None:
    conn.create_function("en_mots", 2, words.word, deterministic=True)
    conn.create_function("mots_cherches", 1, full_text.fts_query, deterministic=True)
    if database == NAME:
        conn.execute(full_text.COMMITMENT_WORDS)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.add_extension(typography.FrenchSpaces)
    env.filters.update(formats.FILTERS | hits.FILTERS | typography.FILTERS | words.FILTERS)
    env.globals.update(template_vars.GLOBALS)


@hookimpl
def extra_template_vars(
    template: str, table: str | None, request: Request | None, datasette: Datasette
) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def inner() -> dict[str, Any]:
        return await template_vars.for_template(template, table, request, datasette)

    return inner


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    return pages.ROUTES


@hookimpl
def filters_from_request(
    request: Request, table: str, datasette: Datasette
) -> Callable[[], Awaitable[FilterArguments]]:
    async def inner() -> FilterArguments:
        return await list_filters.asked(datasette, request, table)

    return inner


@hookimpl
def render_cell(value: Any, column: str, table: str | None, datasette: Datasette) -> Any:
    return cells.rendered(value, column, table, datasette)


@hookimpl
def register_output_renderer() -> dict[str, Any]:
    return excel_output.RENDERER


@hookimpl
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Callable[[], Awaitable[Response]]:
    async def inner() -> Response:
        return await errors.answer(datasette, request, exception)

    return inner


@hookimpl
def asgi_wrapper() -> Callable[[Any], Any]:
    return with_security_headers
