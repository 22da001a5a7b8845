"""``engagements train`` and ``evaluate``: the classifiers and their scores."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import FOLDER, settings, stdout


@click.command()
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
        scores("Cross-validated, split by collectivity", [(k, f"{v:.3f}") for k, v in card["scores"].items()], stdout())


@click.command()
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
        score_table(found, stdout())
