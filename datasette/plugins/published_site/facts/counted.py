"""Counts of what stands: those kept since the refresh ended, or counted now where something changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from published_site import database

from pipeline.kept_counts import LIVE

if TYPE_CHECKING:
    from datasette.app import Datasette

ARE_KEPT = "select exists (select 1 from kept_counts) as kept"


async def are_kept(datasette: Datasette) -> bool:
    """A database no refresh has touched since it was of an older shape has no such table yet."""
    if not await database.of(datasette).table_exists("kept_counts"):
        return False
    found = await database.first(datasette, ARE_KEPT)
    return bool(found and found["kept"])


async def sources(datasette: Datasette) -> dict[str, str]:
    """What ``{counts}``, ``{relations}``, ``{partners}`` of a query stand for: a table, or the question it answers."""
    kept = await are_kept(datasette)
    return {name.removeprefix("kept_"): name if kept else f"({sql})" for name, sql in LIVE.items()}
