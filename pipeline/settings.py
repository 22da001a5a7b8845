"""Limits and places in one frozen object; the environment may set each as ``ENGAGEMENTS_<NAME>``."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    corpus: Path = ROOT / "corpus"
    database: Path = Path("engagements.db")
    models: Path = ROOT / "models"
    annotations: Path = ROOT / "annotations"
    site: Path = ROOT / "datasette"
    user_agent: str = "engagements/0.1 (set ENGAGEMENTS_USER_AGENT to a contact address)"
    fetch_seconds: float = 30.0
    """Per attempt: connect, and between two chunks."""
    fetch_attempts: int = 3
    max_bytes: int = 50_000_000
    max_pages: int = 2_000
    max_characters: int = 5_000_000

    @classmethod
    def from_environment(cls) -> Settings:
        """Settings with the values the environment gives.

        Raises ValueError naming the variable whose value does not fit.
        """
        given: dict[str, object] = {}
        for f in fields(cls):
            name = f"ENGAGEMENTS_{f.name.upper()}"
            raw = os.environ.get(name)
            if raw is None:
                continue
            kind = type(getattr(cls(), f.name))
            try:
                given[f.name] = kind(raw)
            except ValueError as error:
                raise ValueError(f"{name}={raw!r} is not a valid {kind.__name__}") from error
        return cls(**given)  # type: ignore[arg-type]
