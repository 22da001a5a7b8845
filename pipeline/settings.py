"""Limits and places in one frozen object; the environment may set each as ``ENGAGEMENTS_<NAME>``."""

from __future__ import annotations

import math
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
    """The wait for a connection, and between two chunks."""
    fetch_total_seconds: float = 300.0
    """One attempt as a whole, so that a server that drips does not hold up a run."""
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
            if raw is not None:
                given[f.name] = _value(name, raw, f.default)
        return cls(**given)  # type: ignore[arg-type]


def _value(name: str, raw: str, default: object) -> object:
    if isinstance(default, int | float):
        return _positive(name, raw, type(default))
    if not raw.strip():
        raise ValueError(f"{name}={raw!r} is empty; give a value or unset it")
    if isinstance(default, Path):
        return Path(raw)
    if not raw.isascii() or not raw.isprintable():
        raise ValueError(f"{name}={raw!r} holds more than printable ASCII, which an HTTP header does not carry")
    return raw


def _positive(name: str, raw: str, kind: type[int] | type[float]) -> int | float:
    try:
        number = kind(raw)
    except ValueError:
        number = kind(0)
    if not (number > 0 and math.isfinite(number)):
        what = "a whole number above 0" if kind is int else "a number above 0"
        raise ValueError(f"{name}={raw!r} is not {what}")
    return number
