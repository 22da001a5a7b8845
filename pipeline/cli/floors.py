"""``engagements floors``: state the figures the quality gate holds the project to."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.cli.frame import SOME_FAILED, WrongUsage, clear_errors
from pipeline.cli.options import FOLDER, settings, stderr
from pipeline.settings import ROOT


@click.command()
@click.option("--lower", is_flag=True, help="Let floors fall to what is measured now.")
@click.option("--check", is_flag=True, help="Only say whether they are reached; exit status 1 where not.")
@click.option("--annotations", type=FOLDER, help="Labelled examples.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Models, and the floors beside them.  [default: models/]")
@click.option("--shared", type=FOLDER, help="Folder with dev/ and dev/more/.  [default: shared/ beside the checkout]")
@clear_errors
def floors(lower: bool, check: bool, annotations: Path | None, models: Path | None, shared: Path | None) -> None:
    """State the floors of the quality gate.

    They are what is measured now: cross-validated scores from the models' card, and those against the shared
    gold where it is there. A floor
    rises by itself; one that would fall is named and nothing is written, unless --lower says so.

    \b
    Example:  engagements floors
    """
    from pipeline.cli.steps import steps
    from pipeline.floors import FILE, load_floors, measure, restated, save_floors, shortfalls

    config = settings(annotations=annotations, models=models)
    stated = load_floors(config.models) if check or (config.models / FILE).exists() else {}
    with steps(stderr()) as tell:
        measured = measure(shared or ROOT.parent / "shared", config, tell)
    if check:
        found = list(shortfalls(stated, measured))
        for line in found:
            click.echo(line)
        sys.exit(SOME_FAILED if found else 0)
    new, falling = restated(stated, measured)
    if falling and not lower:
        raise WrongUsage(f"floors would fall: {'; '.join(falling)}. Nothing was written; let them fall with --lower")
    save_floors(config.models, new)
    for line in falling:
        click.echo(f"lowered  {line}")
    count = sum(len(section.figures) for section in measured.values())
    click.echo(f"{config.models / FILE}: {count} floors of {', '.join(measured)}")
