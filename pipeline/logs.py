"""Structured logs: a JSON object a line, with run and source, for whatever gathers logs on the machine."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

FIELDS = ("run", "source", "stage", "state", "changes")
_current: dict[str, str] = {}
"""The run under way: one refresh at a time in a process."""


class JsonLines(logging.Formatter):
    """Of a record: time, level, logger, message, the FIELDS it carries, and the cause of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "time": moment,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= _current
        line |= {f: v for f in FIELDS if (v := getattr(record, f, None)) not in (None, {})}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to(place: str) -> None:
    """Write our logs to a file, behind what is there, or to stderr where ``place`` is "-". Raises OSError."""
    handler = logging.StreamHandler() if place == "-" else logging.FileHandler(Path(place), encoding="utf-8")
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("pipeline")
    for before in [*ours.handlers]:
        ours.removeHandler(before)
        before.close()
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    ours.propagate = False


@contextmanager
def of_run(run_id: str) -> Iterator[None]:
    """Lines written inside bear the run's id, those of other threads too."""
    _current["run"] = run_id
    try:
        yield
    finally:
        _current.clear()
