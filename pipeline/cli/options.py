"""What commands share: kinds of options, the settings, where results are shown."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.frame import WrongUsage
from pipeline.logs import log_to
from pipeline.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


def settings(**given: Path | None) -> Settings:
    """The settings of the environment, and what options say otherwise (None: nothing).

    Raises WrongUsage naming the variable that does not fit.
    """
    try:
        found = Settings.from_environment()
    except ValueError as error:
        raise WrongUsage(str(error)) from None
    if found.log is not None:
        try:
            log_to(found.log)
        except OSError as error:
            raise WrongUsage(f"ENGAGEMENTS_LOG={found.log!r} cannot be written: {error.strerror}") from None
    return replace(found, **{name: path for name, path in given.items() if path is not None})  # type: ignore[arg-type]


def stdout() -> Console:
    from rich.console import Console

    return Console()


def stderr() -> Console:
    """Where progress goes."""
    from rich.console import Console

    return Console(stderr=True)


def writable_database(path: Path) -> Path:
    """The path, where a database is or can be made. Raises WrongUsage, before any model is loaded."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            if not os.access(path.parent, os.W_OK | os.X_OK):
                raise WrongUsage(f"--db {path}: {path.parent} cannot be written; give another file")
            return path
        with path.open("rb+") as file:
            start = file.read(16)
    except OSError as error:
        raise WrongUsage(
            f"--db {path}: cannot be written: {error.filename}: {error.strerror}; give another file"
        ) from None
    if start not in {b"", b"SQLite format 3\0"}:
        raise WrongUsage(f"--db {path}: not an SQLite database; give another file")
    return path
