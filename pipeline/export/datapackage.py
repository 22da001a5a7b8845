"""A Frictionless data package (https://specs.frictionlessdata.io): CSV files and ``datapackage.json``, which says

what every table and column means, of which type it is, and how the tables belong together.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.drafts import whole
from pipeline.export.dictionary import Dictionary
from pipeline.export.tables import Reader, Table
from pipeline.export.write import write_tables

DESCRIPTOR, DATA, READ_ME = "datapackage.json", "data", "LISEZ-MOI.md"
LICENSE = {"name": "Apache-2.0", "title": "Apache License 2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0"}
NOTES = (
    "Le relevé est automatique et peut se tromper : avant de citer, ouvrez le document original.",
    "Les fichiers sont en UTF-8, séparés par des virgules ; `datapackage.json` en donne les types",
    "et les liens.",
)
FORMATS = {"datetime": "%Y-%m-%dT%H:%M:%S%z"}


def write_package(reader: Reader, tables: Sequence[Table], folder: Path, dictionary: Dictionary) -> list[Path]:
    """The package in a folder. Returns the files, the descriptor last: where it is, the rest is complete."""
    files = write_tables(reader, tables, folder / DATA, "csv")
    with whole(folder / READ_ME) as draft:
        draft.write_text(_read_me(tables, dictionary), encoding="utf-8")
    said = descriptor(tables, files, dictionary)
    with whole(folder / DESCRIPTOR) as draft:
        draft.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [*files, folder / READ_ME, folder / DESCRIPTOR]


def write_zip(reader: Reader, tables: Sequence[Table], target: Path, dictionary: Dictionary) -> list[Path]:
    """The package in one file."""
    with TemporaryDirectory() as folder, whole(target) as draft:
        files = write_package(reader, tables, Path(folder), dictionary)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in reversed(files):  # the descriptor first, as readers look for it
                archive.write(file, file.relative_to(folder).as_posix())
    return [target]


def descriptor(tables: Sequence[Table], files: Sequence[Path], dictionary: Dictionary) -> dict[str, Any]:
    """``datapackage.json``; ``files`` are the tables' CSV files, in their order."""
    names = {table.name for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": "engagements",
        "title": dictionary.title,
        "description": dictionary.description,
        "licenses": [LICENSE],
        "resources": [
            _resource(table, file, dictionary, names) for table, file in zip(tables, files, strict=True)
        ],
    }  # fmt: skip


def _resource(table: Table, file: Path, dictionary: Dictionary, names: set[str]) -> dict[str, Any]:
    title, description = dictionary.table(table.name)
    content = file.read_bytes()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{DATA}/{file.name}",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table, dictionary, names),
    }


def _schema(table: Table, dictionary: Dictionary, names: set[str]) -> dict[str, Any]:
    fields = []
    for column in table.columns:
        field = {"name": column.name, "type": column.kind, "description": dictionary.column(table.name, column.name)}
        if column.kind in FORMATS:
            field["format"] = FORMATS[column.kind]
        fields.append(field)
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": list(table.key)}
    links = [
        # the standard says "" for the table itself
        {"fields": [k.column], "reference": {"resource": "" if k.table == table.name else k.table, "fields": [k.other]}}
        for k in table.links
        if k.table in names
    ]
    return schema | ({"foreignKeys": links} if links else {})


def _read_me(tables: Sequence[Table], dictionary: Dictionary) -> str:
    lines = [f"# {dictionary.title}", "", dictionary.description, "", *NOTES]
    for table in tables:
        title, description = dictionary.table(table.name)
        lines += ["", f"## {title} (`{DATA}/{table.name}.csv`)", "", description, "", "| colonne | type | sens |",
                  "|---|---|---|"]  # fmt: skip
        lines += [f"| `{c.name}` | {c.kind} | {dictionary.column(table.name, c.name)} |" for c in table.columns]
    return "\n".join(lines) + "\n"
