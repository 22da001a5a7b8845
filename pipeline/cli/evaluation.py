"""``engagements evaluate``: how good the extraction is, as tables, JSON or a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import FILE, FOLDER, settings, stderr, stdout

if TYPE_CHECKING:
    from pipeline.evaluate.judged import Judged
    from pipeline.settings import Settings

GROUPS = ("collectivity", "kind", "status", "sdg")


@click.command()
@click.option("--gold", type=FOLDER, help="Folder with one gold file (JSON) a document.")
@click.option("--corpus", type=FOLDER, help="Folder with the gold's sources.toml.  [default: the one above --gold]")
@click.option("--annotations", type=FOLDER, help="Labelled examples, without --gold.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Models to judge.  [default: models/]")
@click.option("--by", type=click.Choice(GROUPS), help="F1 of each of these as well.")
@click.option("--worst", type=click.IntRange(0, 1000), default=10, show_default=True, help="Mistakes to list.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@click.option("--html", type=FILE, help="A page with plots, complete in one file, as well.")
@clear_errors
def evaluate(
    gold: Path | None,
    corpus: Path | None,
    annotations: Path | None,
    models: Path | None,
    by: str | None,
    worst: int,
    as_json: bool,
    html: Path | None,
) -> None:
    """Score what is extracted, against gold or held-out examples.

    With --gold, the documents that have gold are extracted and compared: statements, status, goals, partners,
    amounts and periods; no database is touched. Without, the labelled examples are judged by models that have
    not seen their collectivity (grouped cross-validation). Figures come with intervals: documents resampled.

    \b
    Example:  engagements evaluate --by kind
              engagements evaluate --gold ../shared/dev/gold --html report.html
    """
    from pipeline.evaluate.summary import summarise

    config = settings(models=models, annotations=annotations)
    if gold is None and corpus is not None:
        raise WrongUsage("--corpus names the sources of --gold; give --gold DIR as well, or leave it out")
    if html is not None and not html.absolute().parent.is_dir():
        raise WrongUsage(f"--html {html}: {html.parent} is no folder; make it first, or give another file")
    judged, measured_on = _judged(gold, corpus, config)
    found = summarise(judged, measured_on, by, worst)
    if html is not None:
        from pipeline.evaluate.page import write_page

        write_page(found, html)
    if as_json:
        click.echo(json.dumps(found.as_json(), ensure_ascii=False))
    else:
        from pipeline.cli.score_tables import evaluation

        evaluation(found, stdout())


def _judged(gold: Path | None, corpus: Path | None, config: Settings) -> tuple[list[Judged], str]:
    """The documents judged, and what they are, in words."""
    from pipeline.cli.steps import steps
    from pipeline.evaluate.extracted import judge_gold
    from pipeline.evaluate.own import judge_own

    with steps(stderr()) as tell:
        if gold is not None:
            return judge_gold(gold, corpus or gold.parent, config, tell), f"the gold of {gold}"
        measured_on = f"the labelled examples of {config.annotations}, by grouped cross-validation"
        return judge_own(config.annotations, config.models, tell), measured_on
