"""``engagements train``: from labelled examples to classifiers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.frame import clear_errors
from pipeline.cli.options import FOLDER, settings, stderr, stdout


@click.command()
@click.option("--annotations", type=FOLDER, help="Labelled examples.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Where the models go.  [default: models/]")
@click.option(
    "--include", multiple=True, metavar="NAME",
    help="Learn from this as well: labels (people's), or a data set of annotations/outside/.",
)  # fmt: skip
@click.option("--partners", is_flag=True, help="Only the partner model again, from what the others say held out.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def train(
    annotations: Path | None, models: Path | None, include: tuple[str, ...], partners: bool, as_json: bool
) -> None:
    """Train the classifiers from the labelled examples.

    Prints scores by cross-validation, split by collectivity, beside those of the models shipped before.
    They are always of the labelled documents alone, whatever is included.

    \b
    Example:  engagements train --models /tmp/models
    """
    from pipeline.cli.score_tables import before_after
    from pipeline.cli.steps import steps
    from pipeline.train import card_of
    from pipeline.train import train as run
    from pipeline.train import train_partners_alone as alone

    config = settings()
    shipped = card_of(config.models)
    with steps(stderr()) as tell:
        where = (annotations or config.annotations, models or config.models, tell)
        card = alone(*where) if partners else run(*where, include)
    if as_json:
        click.echo(json.dumps(card, ensure_ascii=False))
    else:
        before_after(shipped, card, stdout())
