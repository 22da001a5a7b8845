"""``engagements schedule``, ``status`` and ``doctor``: what keeps a nightly refresh going."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from pipeline.cli.frame import SOME_FAILED, WrongUsage, clear_errors
from pipeline.cli.options import FILE, FOLDER, settings, stdout

FIELDS = 5


@click.command()
@click.option("--cron", metavar="EXPR", help='When, in five fields.  [default: "0 3 * * *", each night at three]')
@click.option("--timezone", default="Europe/Paris", show_default=True, help="Whose clock.")
@clear_errors
def schedule(cron: str | None, timezone: str) -> None:
    """Set up the nightly refresh on a Prefect server.

    Creates the work pool and the deployment of prefect.yaml, and says where to look. The server is the one of
    PREFECT_API_URL.

    \b
    Example:  engagements schedule --cron "30 2 * * *"
    """
    if cron is not None and len(cron.split()) != FIELDS:
        raise WrongUsage(f"--cron {cron!r}: five fields are wanted, as in '0 3 * * *'")
    check_timezone(timezone)
    from pipeline.schedule import NoScheduler
    from pipeline.schedule import schedule as run

    try:
        done = run(cron, timezone)
    except NoScheduler as error:
        raise WrongUsage(str(error)) from error
    click.echo(f"{done.deployment} runs at {done.cron} ({timezone}).")
    click.echo(f"Runs, logs and reports:  {done.site}/deployments")
    click.echo(f"A worker must run:       {done.worker}")
    click.echo("At once:                 prefect deployment run " + done.deployment)


def check_timezone(name: str) -> None:
    """Raises WrongUsage where there is none of that name: Prefect would say so in a page."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise WrongUsage(f"--timezone {name!r}: no such time zone; write one as in Europe/Paris") from None


@click.command()
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def status(database: Path | None, as_json: bool) -> None:
    """Say how the last refresh went.

    Shows failures by cause, sources that have not answered for a week, pages that are gone, the next run.
    Exit status 1 where the last run failed or a source is stale.

    \b
    Example:  engagements status --db engagements.db
    """
    from pipeline.cli.night_tables import show_status
    from pipeline.status import status as run

    found = run(database or settings().database)
    upcoming = _next_run()
    if as_json:
        click.echo(json.dumps({**asdict(found), "healthy": found.healthy, "next_run": upcoming}, ensure_ascii=False))
    else:
        show_status(found, upcoming, stdout())
    sys.exit(0 if found.healthy else SOME_FAILED)


def _next_run() -> str | None:
    """When Prefect will run next; None without a server, which takes seconds to ask."""
    if not os.environ.get("PREFECT_API_URL"):
        return None
    from pipeline.schedule import next_run

    return next_run()


@click.command()
@click.option("--corpus", type=FOLDER, help="Folder with sources.toml.  [default: corpus/]")
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--json", "as_json", is_flag=True, help="One JSON array on stdout.")
@clear_errors
def doctor(corpus: Path | None, database: Path | None, as_json: bool) -> None:
    """Check that all is there: models, OCR, disk, permissions.

    Says what is missing and how to get it. Exit status 1 where something is missing.

    \b
    Example:  engagements doctor
    """
    from pipeline.cli.night_tables import show_findings
    from pipeline.doctor import examine

    findings = examine(settings(corpus=corpus, database=database))
    if as_json:
        click.echo(json.dumps([asdict(f) for f in findings], ensure_ascii=False))
    else:
        show_findings(findings, stdout())
    sys.exit(SOME_FAILED if any(f.state == "missing" for f in findings) else 0)
