"""The whole database to take away: data package, workbook, SQLite file. Made once for each state of it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from published_site import database
from published_site.file_state import state_of

from pipeline.export.datapackage import write_zip
from pipeline.export.dictionary import load_dictionary
from pipeline.export.tables import Reader
from pipeline.export.write import workbook

if TYPE_CHECKING:
    from datasette.app import Datasette

SITE = Path(__file__).parents[2]
_folder = TemporaryDirectory(prefix="engagements-")
_made: dict[tuple[str, str], tuple[tuple[int, ...], Path]] = {}
_making: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def _package(source: Path, target: Path) -> None:
    dictionary = load_dictionary(SITE)
    with Reader(source) as reader:
        write_zip(reader, reader.tables(dictionary.public()), target, dictionary)


def _workbook(source: Path, target: Path) -> None:
    dictionary = load_dictionary(SITE)
    with Reader(source) as reader:
        workbook(reader, reader.tables(dictionary.public()), target, dictionary)


def _copy(source: Path, target: Path) -> None:
    """One whole state in one file: the file served may have its newest pages in a write-ahead log."""
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("vacuum into ?", [str(target)])


MAKERS: dict[str, Callable[[Path, Path], None]] = {
    "engagements.zip": _package,
    "engagements.xlsx": _workbook,
    "engagements.db": _copy,
}
MEDIA_TYPES = {
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".db": "application/vnd.sqlite3",
}


async def made(datasette: Datasette, name: str) -> Path | None:
    """The file of that name, up to date. None where the database is none on disk."""
    path = database.of(datasette).path
    if path is None:
        return None
    async with _making.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
        state = state_of(path)
        known = _made.get((path, name))
        if known is None or known[0] != state:
            target = Path(_folder.name) / f"{abs(hash((path, state)))}-{name}"
            target.unlink(missing_ok=True)
            await asyncio.to_thread(MAKERS[name], Path(path), target)
            if known is not None:
                known[1].unlink(missing_ok=True)
            _made[path, name] = (state, target)
        return _made[path, name][1]
