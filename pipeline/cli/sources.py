"""``engagements refresh`` and ``add``: a corpus folder and the database made of it."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.frame import SOME_FAILED, clear_errors
from pipeline.cli.options import FILE, FOLDER, settings, stderr, stdout, writable_database
from pipeline.types import SOURCE_KINDS


@click.command()
@click.option("--corpus", type=FOLDER, help="Folder with sources.toml.  [default: corpus/]")
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--source", "only", multiple=True, metavar="ID", help="Only this source; may be given several times.")
@click.option("--offline", is_flag=True, help="Use the snapshots kept of web pages; fetch nothing.")
@click.option("--force", is_flag=True, help="Extract again what has not changed.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that extract.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout; progress goes to stderr.")
@clear_errors
def refresh(
    corpus: Path | None,
    database: Path | None,
    only: tuple[str, ...],
    offline: bool,
    force: bool,
    workers: int,
    as_json: bool,
) -> None:
    """Fetch, read, extract and store every source that changed.

    Exit status 0 when all went well, 1 when some sources failed (the rest is stored), 2 for wrong usage
    or an invalid manifest.

    \b
    Example:  engagements refresh --corpus corpus/demo --db demo.db --workers 2
    """
    from pipeline import console as show
    from pipeline.process import Options
    from pipeline.refresh import open_store
    from pipeline.refresh import refresh as run
    from pipeline.sources import load_manifest, select

    config = settings()
    options = Options(corpus or config.corpus, database or config.database, only, offline, force, workers)
    count = len(select(load_manifest(options.corpus), only))
    writable_database(options.database)
    with show.progress(count, stderr()) as tell:
        report = run(options, config, tell)
    with open_store(options.database) as store:
        totals = store.totals()
    if as_json:
        click.echo(json.dumps(_report(report, totals), ensure_ascii=False))
    else:
        show.summary(report, totals, stdout())
        same = "" if corpus is None else f" --corpus {shlex.quote(str(corpus))}"
        click.echo(f"Open the site:  engagements serve --db {options.database}{same}")
    sys.exit(SOME_FAILED if report.failed else 0)


def _report(report: Any, totals: list[dict]) -> dict:
    from dataclasses import asdict

    return {"run": report.run_id, "sources": [asdict(o) for o in report.outcomes], "collectivities": totals}


@click.command()
@click.argument("target", metavar="FILE_OR_URL")
@click.option("--collectivity", required=True, metavar="ID", help="One the manifest declares.")
@click.option("--title", help="Else taken from the document.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="page", show_default=True, help="What it is.")
@click.option("--corpus", type=FOLDER, help="Folder with sources.toml.  [default: corpus/]")
@clear_errors
def add(target: str, collectivity: str, title: str | None, kind: str, corpus: Path | None) -> None:
    """Append a source to the manifest, keeping its comments and order.

    \b
    Example:  engagements add https://www.exemple.fr/plan-climat.pdf --collectivity rennes --kind strategy
    """
    from pipeline.manifest_edit import add_source

    identifier = add_source(corpus or settings().corpus, target, collectivity, title, kind)
    same_corpus = f" --corpus {shlex.quote(str(corpus))}" if corpus else ""
    click.echo(f"added {identifier}; extract it with: engagements refresh{same_corpus} --source {identifier}")
