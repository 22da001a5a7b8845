"""One page of one town."""

from __future__ import annotations

from pathlib import Path

from pipeline.fetch import Fetcher
from pipeline.settings import Settings
from pipeline.types import Collectivity, Snapshot, Source

TOWN = Collectivity("clairval", "Ville de Clairval", "commune")
SETTINGS = Settings(
    fetch_seconds=2, fetch_pause_seconds=0, fetch_attempts=2, fetch_patience_seconds=3, allow_private_addresses=True
)


def ask(url: str, folder: Path, settings: Settings = SETTINGS) -> Snapshot:
    """What the page answers, asked for in a run of its own; ``folder`` keeps what is known of it."""
    with Fetcher(settings, folder) as fetcher:
        return fetcher.fetch(Source("page", TOWN, url, "page"))
