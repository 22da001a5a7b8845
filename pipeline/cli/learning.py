"""``engagements train``: from labelled examples to classifiers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import FOLDER, settings, stderr, stdout


@click.command()
@click.option("--annotations", type=FOLDER, help="Labelled examples.  [default: annotations/]")
@click.option("--models", type=FOLDER, help="Where the models go.  [default: models/]")
@click.option(
    "--include", multiple=True, metavar="NAME",
    help="Learn from this as well: labels (people's), or a data set of annotations/outside/.",
)  # fmt: skip
@click.option("--partners", is_flag=True, help="Only the partner model again, from what the others say held out.")
@click.option(
    "--spans", type=FOLDER, metavar="DIR",
    help="Instead: a spaCy component that finds partners, into DIR; refresh does not use it.",
)  # fmt: skip
@click.option("--epochs", type=click.IntRange(min=1), help="With --spans: passes over the examples.  [default: 8]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@clear_errors
def train(
    annotations: Path | None,
    models: Path | None,
    include: tuple[str, ...],
    partners: bool,
    spans: Path | None,
    epochs: int | None,
    as_json: bool,
) -> None:
    """Train the classifiers from the labelled examples.

    Prints scores by cross-validation, split by collectivity, beside those of the models shipped before.
    They are always of the labelled documents alone, whatever is included.

    \b
    Example:  engagements train --models /tmp/models
              engagements train --spans /tmp/partners
    """
    if spans is not None:
        if models is not None or include or partners:
            raise WrongUsage("--spans trains the component alone: leave out --models, --include and --partners")
        _component(annotations, spans, epochs, as_json)
        return
    if epochs is not None:
        raise WrongUsage("--epochs goes with --spans DIR; the classifiers have no passes to count")
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


def _component(annotations: Path | None, folder: Path, epochs: int | None, as_json: bool) -> None:
    from pipeline.cli.score_tables import component
    from pipeline.cli.steps import steps
    from pipeline.component import train_component
    from pipeline.extract.partners.spans import EPOCHS

    with steps(stderr()) as tell:
        card = train_component(annotations or settings().annotations, folder, epochs or EPOCHS, tell)
    if as_json:
        click.echo(json.dumps(card, ensure_ascii=False))
    else:
        component(card, folder, stdout())
