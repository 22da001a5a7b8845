"""The ``engagements`` command. Heavy imports happen where they are used, so that ``--help`` answers at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.errors import EngagementsError, InvalidManifest, SourceFailed
from pipeline.settings import Settings
from pipeline.types import SOURCE_KINDS

if TYPE_CHECKING:
    from rich.console import Console

SOME_FAILED, WRONG_USAGE = 1, 2
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


def clear_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Errors raised on purpose end in one line on stderr: status 2 for a manifest or a setting, else 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except (InvalidManifest, EngagementsError) as error:
            click.echo(f"engagements: {error}", err=True)
            sys.exit(WRONG_USAGE if isinstance(error, InvalidManifest) else SOME_FAILED)

    return wrapped


def settings() -> Settings:
    try:
        return Settings.from_environment()
    except ValueError as error:
        raise InvalidManifest(str(error)) from None


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="engagements")
def main() -> None:
    """What French local governments promise, with whom, for how much, by when.

    \b
    Start:  engagements refresh --corpus corpus/demo --db demo.db
            engagements serve --db demo.db
    """


@main.command()
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
    """Fetch, read, extract, classify and store every source that changed.

    Exit status 0 when all went well, 1 when some sources failed (the rest is stored), 2 for wrong usage
    or an invalid manifest.

    \b
    Example:  engagements refresh --corpus corpus/demo --db demo.db --workers 2
    """
    from rich.console import Console

    from pipeline import console as show
    from pipeline.refresh import Options, open_store
    from pipeline.refresh import refresh as run
    from pipeline.sources import load_manifest, select

    config = settings()
    options = Options(corpus or config.corpus, database or config.database, only, offline, force, workers)
    count = len(select(load_manifest(options.corpus), only))
    stderr = Console(stderr=True)
    with show.progress(count, stderr if as_json else _stdout()) as tell:
        report = run(options, config, tell)
    with open_store(options.database) as store:
        totals = store.totals()
    if as_json:
        click.echo(json.dumps(_report(report, totals), ensure_ascii=False))
    else:
        show.summary(report, totals, _stdout())
        click.echo(f"Open the site:  engagements serve --db {options.database}")
    sys.exit(SOME_FAILED if report.failed else 0)


def _stdout() -> Console:
    from rich.console import Console

    return Console()


def _report(report: Any, totals: list[dict]) -> dict:
    from dataclasses import asdict

    return {"run": report.run_id, "sources": [asdict(o) for o in report.outcomes], "collectivities": totals}


@main.command()
@click.argument("target", metavar="FILE_OR_URL")
@click.option("--collectivity", required=True, metavar="ID", help="One the manifest declares.")
@click.option("--title", help="Else taken from the document.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="page", show_default=True)
@click.option("--corpus", type=FOLDER, help="Folder with sources.toml.  [default: corpus/]")
@clear_errors
def add(target: str, collectivity: str, title: str | None, kind: str, corpus: Path | None) -> None:
    """Append a source to the manifest, keeping its comments and order.

    \b
    Example:  engagements add https://www.exemple.fr/plan-climat.pdf --collectivity rennes --kind strategy
    """
    from pipeline.manifest_edit import add_source

    identifier = add_source(corpus or settings().corpus, target, collectivity, title, kind)
    click.echo(f"added {identifier}; extract it with: engagements refresh --source {identifier}")


@main.command()
@click.argument("target", metavar="FILE_OR_URL")
@click.option("--format", "form", type=click.Choice(["json", "jsonl", "table"]), default="table", show_default=True)
@click.option("--name", default="", help="How the text names the collectivity, to leave it out of the partners.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="page", show_default=True)
@clear_errors
def extract(target: str, form: str, name: str, kind: str) -> None:
    """Extract one document to stdout, without a database.

    \b
    Example:  engagements extract programme.pdf --kind programme --format json
    """
    from pipeline.analyse import analyse
    from pipeline.fetch import fetch
    from pipeline.single import single_source, write

    config = settings()
    try:
        source = single_source(target, name, kind)
        extraction = analyse(fetch(source, config), source, config)
    except SourceFailed as error:
        raise EngagementsError(str(error)) from None
    write(extraction, form)


@main.command()
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@clear_errors
def serve(database: Path | None, host: str, port: int) -> None:
    """Open the site on a database: Datasette with this project's configuration.

    \b
    Example:  engagements serve --db demo.db --port 8001
    """
    from pipeline.serve import serve as run

    config = settings()
    run(database or config.database, config.site, host, port)


@main.command()
@click.option("--annotations", type=FOLDER, help="Labelled examples.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Where the models go.  [default: models/]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def train(annotations: Path | None, models: Path | None, as_json: bool) -> None:
    """Train the classifiers from the labelled examples; print scores by grouped cross-validation.

    \b
    Example:  engagements train --models /tmp/models
    """
    from pipeline.console import scores
    from pipeline.train import train as run

    config = settings()
    card = run(annotations or config.annotations, models or config.models)
    if as_json:
        click.echo(json.dumps(card, ensure_ascii=False))
    else:
        scores(
            "Cross-validated, split by collectivity", [(k, f"{v:.3f}") for k, v in card["scores"].items()], _stdout()
        )
