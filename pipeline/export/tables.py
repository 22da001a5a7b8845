"""Tables of a database with the types of their columns and their keys, and their rows a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InvalidInput
from pipeline.opened import open_for_reading

BATCH = 2_000
DATES = ("_on", "_seen")
INSTANTS = ("_at",)
"""Endings of the names of columns that hold ISO dates and instants: SQLite has no type for them."""

Value = str | int | float | None


class UnknownTable(InvalidInput):
    """A table that is not there, or that is not for readers."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: str
    """string, integer, number, date or datetime."""


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key of one column."""

    column: str
    table: str
    other: str


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...]


class Reader:
    """A database open for reading only. Raises NoDatabase where it is none of ours."""

    def __init__(self, database: Path) -> None:
        self.connection = open_for_reading(database)
        self.connection.execute("BEGIN")  # what is read is one state, whatever a refresh writes meanwhile

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def tables(self, public: Sequence[str], only: Sequence[str] = ()) -> list[Table]:
        """Those of ``public`` that exist, or ``only`` some of them. Raises UnknownTable naming what there is."""
        there = {name for (name,) in self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        known = [name for name in public if name in there]
        for name in only:
            if name not in known:
                raise UnknownTable(f"table {name!r} is not one of {', '.join(known)}")
        return [self._table(name) for name in known if not only or name in only]

    def _table(self, name: str) -> Table:
        info = self.connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", [name]).fetchall()
        links = self.connection.execute(
            'SELECT "from", "table", coalesce("to", \'id\') FROM pragma_foreign_key_list(?)', [name]
        ).fetchall()
        return Table(
            name,
            tuple(Column(column, _kind(column, declared)) for column, declared, _ in info),
            tuple(column for column, _, rank in sorted(info, key=lambda row: row[2]) if rank),
            tuple(Link(*link) for link in sorted(links)),
        )

    def rows(self, table: Table) -> Iterator[list[tuple[Value, ...]]]:
        """Batches of rows, in the order of the key."""
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        order = ", ".join(f'"{column}"' for column in table.key) or "rowid"
        query = f'SELECT {columns} FROM "{table.name}" ORDER BY {order}'  # noqa: S608
        with closing(self.connection.execute(query)) as cursor:
            while batch := cursor.fetchmany(BATCH):
                yield batch


def _kind(column: str, declared: str) -> str:
    if declared.upper() == "INTEGER":
        return "integer"
    if declared.upper() in {"FLOAT", "REAL", "NUMERIC"}:
        return "number"
    if column.endswith(DATES):
        return "date"
    return "datetime" if column.endswith(INSTANTS) else "string"
