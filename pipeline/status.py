"""``engagements status``: how the last runs went, what fails and why, which sources have gone quiet."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.opened import reading

STALE_DAYS = 7
_ADDRESS = re.compile(r"^\S+: ")
SOURCES = """
SELECT s.id, st.answered_at, st.gone_on FROM sources s LEFT JOIN source_states st ON st.source_id = s.id ORDER BY s.id
"""


@dataclass(frozen=True, slots=True)
class Status:
    """What a database tells of its runs. Moments are ISO 8601 in UTC."""

    run: dict | None
    """The last run's row of ``runs``; None where there was none."""
    failures: dict[str, list[str]] = field(default_factory=dict)
    """Of the last run: cause without its address → sources, the commonest first."""
    stale: dict[str, str | None] = field(default_factory=dict)
    """Sources that have not answered for STALE_DAYS, with when they last did."""
    gone: dict[str, str] = field(default_factory=dict)
    """Sources whose page is no more, with the day it went."""
    last_good: str | None = None
    """When the last run without a failure ended."""

    @property
    def healthy(self) -> bool:
        return self.run is not None and self.run["status"] in {"ok", "running"} and not self.stale


def status(database: Path, now: datetime | None = None) -> Status:
    """Raises NoDatabase where there is none, or none of ours."""
    with reading(database) as connection:
        return _read(connection, now or datetime.now(UTC))


def _read(connection: sqlite3.Connection, now: datetime) -> Status:
    run = connection.execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    good = connection.execute("SELECT max(ended_at) FROM runs WHERE status = 'ok'").fetchone()[0]
    if run is None:
        return Status(None)
    failed = connection.execute(
        "SELECT source_id, stage, cause FROM failures WHERE run_id = ? ORDER BY id", [run["id"]]
    ).fetchall()
    limit = (now - timedelta(days=STALE_DAYS)).isoformat(timespec="seconds")
    sources = connection.execute(SOURCES).fetchall()
    return Status(
        {k: run[k] for k in run.keys() if k != "versions"},  # noqa: SIM118  # a Row iterates over its values
        _by_cause(failed),
        {s["id"]: s["answered_at"] for s in sources if (s["answered_at"] or "") < limit},
        {s["id"]: s["gone_on"] for s in sources if s["gone_on"] is not None},
        good,
    )


def _by_cause(failures: list[sqlite3.Row]) -> dict[str, list[str]]:
    """Addresses differ where causes are one: the one a cause starts with is left out."""
    found: dict[str, list[str]] = {}
    for row in failures:
        cause = f"{row['stage']}: {_ADDRESS.sub('', row['cause'], count=1)}"
        found.setdefault(cause, []).append(row["source_id"])
    order = Counter({cause: len(sources) for cause, sources in found.items()})
    return {cause: found[cause] for cause, _ in order.most_common()}
