"""Answers kept until the database file changes: a refresh rewrites it at most a few times a day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.file_state import state_of

if TYPE_CHECKING:
    from datasette.app import Datasette

Facts = Callable[..., Awaitable[Any]]
KEPT_ANSWERS = 256
"""Per question; beyond that the oldest goes, so that strangers' addresses cannot fill the memory."""


def kept_until_refresh(facts: Facts) -> Facts:
    """Cache an async function of (datasette, *hashable arguments) for as long as the file is unchanged."""
    kept: dict[tuple[Any, ...], tuple[tuple[int, ...], Any]] = {}

    @wraps(facts)
    async def answer(datasette: Datasette, *args: Any) -> Any:
        path = database.of(datasette).path
        if path is None:
            return await facts(datasette, *args)
        state, key = state_of(path), (path, *args)
        if key not in kept or kept[key][0] != state:
            fresh = await facts(datasette, *args)
            kept.pop(key, None)
            if len(kept) >= KEPT_ANSWERS:
                kept.pop(next(iter(kept)))
            kept[key] = (state, fresh)
        return kept[key][1]

    return answer
