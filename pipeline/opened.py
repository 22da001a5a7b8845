"""A database of ours, opened by those who only read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import NoDatabase

BUSY_SECONDS = 30.0


def open_for_reading(database: Path) -> sqlite3.Connection:
    """Raises NoDatabase, which says how to get one, where there is none or it is none of ours."""
    if not database.is_file():
        raise NoDatabase(f"{database}: no such database; make it with: engagements refresh --db {database}")
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        connection.execute("SELECT id FROM commitments LIMIT 1").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise NoDatabase(f"{database}: not a database of this project: {error}") from error
    return connection


@contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    """As long as the block; rows have names. What an earlier release's database lacks is a NoDatabase too."""
    connection = open_for_reading(database)
    connection.row_factory = sqlite3.Row
    try:
        yield connection
    except sqlite3.Error as error:
        raise NoDatabase(
            f"{database}: cannot be read by this release ({error}); bring it up to date with: "
            f"engagements refresh --db {database}"
        ) from error
    finally:
        connection.close()
