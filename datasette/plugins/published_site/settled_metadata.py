"""metadata.yaml as it was read, never copied: Datasette copies all of it for every table it asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from published_site.typography import spaced_metadata

if TYPE_CHECKING:
    from datasette.app import Datasette


class Settled(dict[str, Any]):
    """A dict that is its own copy: whoever copies it only reads, or changes the top level of a copy of its own."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Settled:
        return self


def settle(datasette: Datasette) -> None:
    """Where a later Datasette keeps it elsewhere this does nothing, and pages take 2 ms more a table."""
    known = getattr(datasette, "_metadata_local", None)
    if isinstance(known, dict):
        datasette._metadata_local = Settled(spaced_metadata(known))
