"""Limits and places in one frozen object; the environment may set each as ``ENGAGEMENTS_<NAME>``."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field, fields
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
    fetch_pause_seconds: float = 1.0
    """Between two requests to one host, which is asked one thing at a time; its robots.txt may ask for longer."""
    fetch_patience_seconds: float = 120.0
    """The longest wait for a host that asks for one (Retry-After); for longer, it is left to the next run."""
    fetch_threads: int = 8
    """Hosts asked at the same time."""
    max_followed: int = 500
    """Links of one index page that become sources."""
    allow_private_addresses: bool = False
    """Whether a source may lie on this machine or in its network: for tests and sources of one's own."""
    proxy: str | None = None
    """http(s) address of a proxy that all requests go through."""
    read_seconds: float = 600.0
    """For one document, OCR included."""
    log: str | None = None
    """File that JSON lines are written to; "-" for stderr."""
    alert_blocks: str | None = None
    """Names of Prefect blocks that are told of failures, with commas between them."""
    alert_urls: str | None = field(default=None, repr=False)
    """Apprise addresses that are told of failures; they hold secrets."""
    dask_address: str | None = None
    """Scheduler of a Dask cluster; without it, workers are started on this machine."""
    max_bytes: int = 50_000_000
    max_pages: int = 2_000
    max_characters: int = 5_000_000
    max_unpacked_bytes: int = 200_000_000
    """What a zipped document (.docx, .odt) may swell to."""
    max_memory_bytes: int = 1_000_000_000
    """Address space of the process that reads a document, and of each it starts."""

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


_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
_MAY_BE_ZERO = {"ENGAGEMENTS_FETCH_PAUSE_SECONDS"}


def _value(name: str, raw: str, default: object) -> object:
    if isinstance(default, bool):
        return _choice(name, raw)
    if name in _MAY_BE_ZERO and raw.strip() in {"0", "0.0"}:
        return 0.0
    if isinstance(default, int | float):
        return _positive(name, raw, type(default))
    if not raw.strip():
        raise ValueError(f"{name}={raw!r} is empty; give a value or unset it")
    if isinstance(default, Path):
        return Path(raw)
    if not raw.isascii() or not raw.isprintable():
        raise ValueError(f"{name}={raw!r} holds more than printable ASCII, which an HTTP header does not carry")
    return raw


def _choice(name: str, raw: str) -> bool:
    if raw.strip().lower() not in {*_YES, *_NO}:
        raise ValueError(f"{name}={raw!r} is neither yes nor no")
    return raw.strip().lower() in _YES


def _positive(name: str, raw: str, kind: type[int] | type[float]) -> int | float:
    try:
        number = kind(raw)
    except ValueError:
        number = kind(0)
    if not (number > 0 and math.isfinite(number)):
        what = "a whole number above 0" if kind is int else "a number above 0"
        raise ValueError(f"{name}={raw!r} is not {what}")
    return number
