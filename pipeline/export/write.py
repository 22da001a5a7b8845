"""Tables as files: CSV, JSON lines, Parquet, Excel. A file is whole or it is not there."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from pipeline.drafts import whole
from pipeline.export.dictionary import Dictionary
from pipeline.export.excel import write_workbook
from pipeline.export.tables import Reader, Table, Value

Batches = Iterable[list[tuple[Value, ...]]]
ARROW = {"integer": "int64", "number": "float64"}


def write_tables(reader: Reader, tables: Sequence[Table], folder: Path, form: str) -> list[Path]:
    """One file a table, named after it, with the extension ``form``: csv, jsonl or parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables:
        with whole(folder / f"{table.name}.{form}") as draft:
            WRITERS[form](draft, table, reader.rows(table))
        written.append(folder / f"{table.name}.{form}")
    return written


def write_excel(reader: Reader, tables: Sequence[Table], folder: Path, dictionary: Dictionary) -> list[Path]:
    """One workbook, a sheet a table, with the dictionary first."""
    folder.mkdir(parents=True, exist_ok=True)
    with whole(folder / "engagements.xlsx") as draft:
        workbook(reader, tables, draft, dictionary)
    return [folder / "engagements.xlsx"]


def workbook(reader: Reader, tables: Sequence[Table], target: Path | IO[bytes], dictionary: Dictionary) -> None:
    """One Excel file: a sheet that says what the columns mean, then a sheet a table."""
    said = (
        (table.name, column.name, column.kind, dictionary.column(table.name, column.name))
        for table in tables
        for column in table.columns
    )
    sheets = ((table.name, [c.name for c in table.columns], _each(reader.rows(table))) for table in tables)
    write_workbook(target, [("dictionnaire", ["table", "colonne", "type", "description"], said), *sheets])


def write_csv(target: Path, table: Table, batches: Batches) -> None:
    """UTF-8, commas, a heading line; nothing where there is no value."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in table.columns])
        for batch in batches:
            writer.writerows(batch)


def write_jsonl(target: Path, table: Table, batches: Batches) -> None:
    names = [column.name for column in table.columns]
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for row in _each(batches):
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")


def write_parquet(target: Path, table: Table, batches: Batches) -> None:
    """Batch by batch, so that a large table does not fill the memory; numbers have their type, all else is text."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(c.name, getattr(pyarrow, ARROW.get(c.kind, "string"))()) for c in table.columns])
    with pyarrow.parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        for batch in batches:
            columns = zip(*batch, strict=True)
            arrays = [pyarrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


WRITERS: dict[str, Callable[[Path, Table, Batches], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}


def _each(batches: Batches) -> Iterator[tuple[Value, ...]]:
    for batch in batches:
        yield from batch
