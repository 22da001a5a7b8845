"""``engagements extract``: one document, without a database."""

from __future__ import annotations

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import settings
from pipeline.errors import ReadFailed
from pipeline.types import SOURCE_KINDS


@click.command()
@click.argument("target", metavar="FILE_OR_URL")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "table"]),
    default="table",
    show_default=True,
    help="One JSON object, one JSON line a commitment, or a table.",
)
@click.option("--name", default="", help="How the text names the collectivity, to leave it out of the partners.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="page", show_default=True, help="What it is.")
@clear_errors
def extract(target: str, form: str, name: str, kind: str) -> None:
    """Extract one document to stdout, without a database.

    Exit status 1 when it could not be fetched, 2 when it is no document that can be read.

    \b
    Example:  engagements extract programme.pdf --kind programme --format json
    """
    from pipeline.fetch import fetch
    from pipeline.process import extract as run
    from pipeline.single import single_source, write

    config = settings()
    source = single_source(target, name, kind)
    snapshot = fetch(source, config)
    try:
        extraction = run(source, snapshot, config)
    except ReadFailed as error:
        raise WrongUsage(str(error)) from error
    write(extraction, form)
