"""``engagements export``: the database as files."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import FILE, settings

FORMATS = ("csv", "jsonl", "parquet", "xlsx", "datapackage")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    required=True,
    help="One CSV, JSON lines or Parquet file a table; one Excel workbook; a Frictionless data package.",
)
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("export"),
    show_default=True,
    help="Folder for the files; for a data package also a file ending in .zip.",
)
@click.option("--table", "only", multiple=True, metavar="NAME", help="Only this table; may be given several times.")
@clear_errors
def export(form: str, database: Path | None, out: Path, only: tuple[str, ...]) -> None:
    """Write the tables as files, with what their columns mean.

    The data package holds CSV files, their types, their links and a dictionary in French.

    \b
    Example:  engagements export --format datapackage --db demo.db --out demo.zip
    """
    from pipeline.export.dictionary import load_dictionary
    from pipeline.export.tables import Reader

    config = settings()
    zipped = out.suffix == ".zip"
    if zipped and form != "datapackage":
        raise WrongUsage(f"--out {out}: only a data package goes into one file; give a folder")
    if not zipped and out.exists() and not out.is_dir():
        raise WrongUsage(f"--out {out}: is a file; give a folder")
    dictionary = load_dictionary(config.site)
    with Reader(database or config.database) as reader:
        tables = reader.tables(dictionary.public(), only)
        for file in _write(form, reader, tables, out, dictionary):
            click.echo(str(file))


def _write(form: str, reader, tables, out: Path, dictionary) -> list[Path]:  # type: ignore[no-untyped-def]
    from pipeline.export.datapackage import write_package, write_zip
    from pipeline.export.write import write_excel, write_tables

    if form == "datapackage":
        return (write_zip if out.suffix == ".zip" else write_package)(reader, tables, out, dictionary)
    if form == "xlsx":
        return write_excel(reader, tables, out, dictionary)
    return write_tables(reader, tables, out, form)
