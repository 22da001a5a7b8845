"""The ``engagements`` command. Heavy imports happen where they are used, so that ``--help`` answers at once."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.errors import EngagementsError, InvalidManifest, ReadFailed, StoreFailed
from pipeline.settings import Settings
from pipeline.types import SOURCE_KINDS

if TYPE_CHECKING:
    from rich.console import Console

SOME_FAILED, WRONG_USAGE = 1, 2
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


class WrongUsage(EngagementsError):
    """An option, an argument or a setting that does not fit."""


class Failed(click.ClickException):
    """Shown as one line on stderr."""

    exit_code = SOME_FAILED

    def show(self, file: Any = None) -> None:
        line = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in self.message))
        click.echo(f"engagements: {line.strip()}", file=file, err=file is None)


class Refused(Failed):
    exit_code = WRONG_USAGE


@contextmanager
def usage_in_one_line() -> Iterator[None]:
    """click's own errors of usage take three lines and a frame."""
    try:
        yield
    except click.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # click 8.2 and later; its message is the help
            raise
        path = error.ctx.command_path if error.ctx else "engagements"
        raise Refused(f"{error.format_message()} See: {path} --help") from None


class Commands(click.Group):
    """A group whose every error is one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with usage_in_one_line():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with usage_in_one_line():
            return super().invoke(ctx)


def clear_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Errors raised on purpose end in one line on stderr: status 2 where what was given does not fit, else 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except (InvalidManifest, WrongUsage) as error:
            raise Refused(str(error)) from error
        except EngagementsError as error:
            raise Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # "engagements … | head": click ends quietly
                raise
            raise Failed(str(error)) from error

    return wrapped


def settings() -> Settings:
    """The settings of the environment. Raises WrongUsage naming the variable that does not fit."""
    try:
        return Settings.from_environment()
    except ValueError as error:
        raise WrongUsage(str(error)) from None


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


def check_port_is_free(host: str, port: int) -> None:
    """Raises WrongUsage where nothing can listen there: the server itself would say so in its own words."""
    import socket

    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise WrongUsage(f"{host}:{port} cannot be listened on: {error.strerror}; give another --port") from None


@click.group("engagements", cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="engagements")
def main() -> None:
    """What French local governments promise, with whom, for how much, by when.

    \b
    Start:  engagements refresh --corpus corpus/demo --db demo.db
            engagements serve --db demo.db
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if encoding.lower().replace("-", "") != "utf8" and isinstance(sys.stdout, io.TextIOWrapper):
        # French and JSON both need more than a terminal of old knows; what goes to a file is UTF-8.
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=encoding if terminal else "utf-8", errors="replace")


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
    """Fetch, read, extract and store every source that changed.

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
    writable_database(options.database)
    with show.progress(count, Console(stderr=True)) as tell:
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


@main.command()
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
    from pipeline.refresh import extract as run
    from pipeline.single import single_source, write

    config = settings()
    source = single_source(target, name, kind)
    snapshot = fetch(source, config)
    try:
        extraction = run(source, snapshot, config)
    except ReadFailed as error:
        raise WrongUsage(str(error)) from error
    write(extraction, form)


@main.command()
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 to be reached from elsewhere.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="TCP port.")
@clear_errors
def serve(database: Path | None, host: str, port: int) -> None:
    """Open the site: Datasette, configured, on a database.

    \b
    Example:  engagements serve --db demo.db --port 8001
    """
    from pipeline.serve import serve as run

    config = settings()
    check_port_is_free(host, port)
    try:
        run(database or config.database, config.site, host, port)
    except StoreFailed as error:
        raise WrongUsage(str(error)) from error


@main.command()
@click.option("--annotations", type=FOLDER, help="Labelled examples.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Where the models go.  [default: models/]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def train(annotations: Path | None, models: Path | None, as_json: bool) -> None:
    """Train the classifiers from the labelled examples.

    Prints scores by cross-validation, split by collectivity.

    \b
    Example:  engagements train --models /tmp/models
    """
    from pipeline.annotations import InvalidAnnotation
    from pipeline.console import scores
    from pipeline.train import train as run

    config = settings()
    try:
        card = run(annotations or config.annotations, models or config.models)
    except InvalidAnnotation as error:
        raise WrongUsage(str(error)) from error
    if as_json:
        click.echo(json.dumps(card, ensure_ascii=False))
    else:
        scores(
            "Cross-validated, split by collectivity", [(k, f"{v:.3f}") for k, v in card["scores"].items()], _stdout()
        )


@main.command()
@click.option("--gold", type=FOLDER, required=True, help="Folder with one gold file (JSON) a document.")
@click.option("--corpus", type=FOLDER, help="Folder with the documents' sources.toml.  [default: the one above --gold]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def evaluate(gold: Path, corpus: Path | None, as_json: bool) -> None:
    """Extract the documents that have gold, score what is found.

    Precision, recall and F1 of statements, status, goals, partners, amounts and periods; no database is touched.

    \b
    Example:  engagements evaluate --gold ../shared/dev/gold
    """
    from pipeline.console import score_table
    from pipeline.evaluate import InvalidGold
    from pipeline.evaluate import evaluate as run

    config = settings()
    try:
        found = run(gold, corpus or gold.parent, config)
    except InvalidGold as error:
        raise WrongUsage(str(error)) from error
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        score_table(found, _stdout())
