"""A database of any release is brought to the shape of this one; ``migrations`` holds the steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlite_utils import Database

from pipeline.errors import StoreFailed
from pipeline.migrations import STEPS


def ensure_shape(db: Database, steps: Sequence[Callable[[Database], None]] = STEPS) -> None:
    """Apply the steps the database has not had; its version is SQLite's ``user_version``.

    Raises StoreFailed for a database a later release made.
    """
    while (done := _version(db)) < len(steps):
        db.execute("BEGIN IMMEDIATE")
        with _whole(db):
            if _version(db) == done:  # else another process took this step while we waited
                steps[done](db)
                db.execute(f"PRAGMA user_version = {done + 1}")
    if done > len(steps):
        raise StoreFailed(f"its shape is number {done}, this release knows {len(steps)}; upgrade engagements")


@contextmanager
def _whole(db: Database) -> Iterator[None]:
    """End the open transaction: all of it or nothing."""
    try:
        yield
        db.conn.commit()
    except BaseException:
        db.conn.rollback()
        raise


def _version(db: Database) -> int:
    return db.execute("PRAGMA user_version").fetchone()[0]
