"""``engagements annotate``: what to label next, to and from annotators' tools, and a check of all there is."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.frame import SOME_FAILED, Commands, WrongUsage, clear_errors
from pipeline.cli.options import FILE, FOLDER, settings, stderr, stdout

if TYPE_CHECKING:
    from pipeline.annotate.tasks import Task

database = click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
folder = click.option("--annotations", type=FOLDER, help="Where labels are kept.  [default: annotations/]")
form = click.option(
    "--format", "form", type=click.Choice(["jsonl", "label-studio"]), default="jsonl", show_default=True,
    help="Plain JSON lines, or Label Studio's JSON.",
)  # fmt: skip
output = click.option("--output", type=FILE, help="Where to write.  [default: stdout]")
sources = click.option(
    "--source", "only", multiple=True, metavar="ID", help="Only this source; may be given several times."
)


@click.group(cls=Commands)
def annotate() -> None:
    """Label units by hand: what next, export, import, check.

    \b
    Example:  engagements annotate next --db demo.db --n 50 --output to-label.jsonl
              engagements annotate import to-label.jsonl --annotator anne
    """


@annotate.command("next")
@database
@folder
@click.option("--n", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Units to pick.")
@click.option(
    "--documents", "most", type=click.IntRange(1, 100_000), default=25, show_default=True,
    help="Documents to read again, the least certain of each collectivity first.",
)  # fmt: skip
@sources
@form
@output
@clear_errors
def next_(
    database: Path | None,
    annotations: Path | None,
    n: int,
    most: int,
    only: tuple[str, ...],
    form: str,
    output: Path | None,
) -> None:
    """Pick what is worth labelling from a database.

    Units the model is unsure of, near misses among them, unlike one another, from every collectivity and
    status in turn. Units that have a label are left out.

    \b
    Example:  engagements annotate next --db demo.db --n 50 --output to-label.jsonl
    """
    from pipeline.annotate.choose import candidates, choose, documents_to_read, had_before
    from pipeline.annotate.labels import load_labels
    from pipeline.annotate.stored import open_documents, wanted
    from pipeline.classify import load_classifier
    from pipeline.cli.steps import steps

    config = settings(annotations=annotations, database=database)
    labels = load_labels(config.annotations)
    with open_documents(config.database) as stored, steps(stderr()) as tell:
        documents = wanted(stored.documents(), only)
        read = documents_to_read(documents, most)
        classifier = load_classifier(config.models)
        found = list(candidates(stored, read, classifier, {label.unit for label in labels}, tell))
    _write(choose(found, n, had_before(labels, documents)), form, output)


@annotate.command("export")
@database
@folder
@sources
@form
@output
@clear_errors
def export(
    database: Path | None, annotations: Path | None, only: tuple[str, ...], form: str, output: Path | None
) -> None:
    """Write a database's commitments as tasks.

    Each comes with the model's prediction and the labels it has so far.

    \b
    Example:  engagements annotate export --db demo.db --format label-studio --output tasks.json
    """
    from pipeline.annotate.labels import by_unit, load_labels
    from pipeline.annotate.stored import open_documents, wanted
    from pipeline.annotate.tasks import with_labels

    config = settings(annotations=annotations, database=database)
    given = by_unit(load_labels(config.annotations))
    with open_documents(config.database) as stored:
        tasks = [task for d in wanted(stored.documents(), only) for task in stored.tasks(d)]
    _write(with_labels(tasks, given), form, output)


def _write(tasks: Iterable[Task], form: str, output: Path | None) -> None:
    from pipeline.annotate.label_studio import write_tasks
    from pipeline.annotate.tasks import write_jsonl

    tasks = list(tasks)
    text = write_tasks(tasks) + "\n" if form == "label-studio" else "".join(f"{line}\n" for line in write_jsonl(tasks))
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"{len(tasks)} units in {output}", err=True)


@annotate.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@folder
@click.option("--annotator", metavar="NAME", help="Who labelled, where the file does not say.")
@click.option("--decides", is_flag=True, help="These labels settle what annotators differ on.")
@click.option("--mapping", type=FILE, help="TOML that says what an outside data set's columns mean.")
@click.option("--name", metavar="NAME", help="With --mapping: what to call the data set.")
@click.option("--drop-duplicates", is_flag=True, help="With --mapping: leave out what is there already.")
@clear_errors
def import_(
    file: Path,
    annotations: Path | None,
    annotator: str | None,
    decides: bool,
    mapping: Path | None,
    name: str | None,
    drop_duplicates: bool,
) -> None:
    """Take in labels, or with --mapping an outside data set.

    Labels come as the JSON lines of next and export, filled in, or as Label Studio's JSON export. They
    outrank the model in the next refresh, but for those annotators differ on: these are listed. An outside
    data set is kept apart and trained on only when asked: engagements train --include NAME.

    \b
    Example:  engagements annotate import to-label.jsonl --annotator anne
              engagements annotate import osdg.csv --mapping annotations/mappings/osdg.toml --name osdg
    """
    config = settings(annotations=annotations)
    if mapping is not None:
        _import_outside(file, mapping, name, drop_duplicates, config.annotations)
    elif name is not None or drop_duplicates:
        raise WrongUsage("--name and --drop-duplicates go with --mapping; give the data set's mapping")
    else:
        _import_labels(file, annotator, decides, config.annotations)


def _import_labels(file: Path, annotator: str | None, decides: bool, annotations: Path) -> None:
    from pipeline.annotate.labels import load_labels, merged, save_labels
    from pipeline.annotate.reading import read_labels
    from pipeline.cli.annotation_tables import agreement_told, conflicts_told

    new, empty = read_labels(file, annotator, decides)
    old = load_labels(annotations)
    labels = merged(old, new)
    known = {(label.unit, label.annotator): label.answer for label in old}
    changed = sum(known.get((label.unit, label.annotator), label.answer) != label.answer for label in new)
    save_labels(annotations, labels)
    added = len(labels) - len(old)
    same = len(new) - added - changed
    click.echo(f"{len(new)} labels: {added} new, {changed} changed, {same} as before; {empty} units are empty")
    agreement_told(labels, stdout())
    conflicts_told(labels, stdout())


def _import_outside(file: Path, mapping: Path, name: str | None, drop: bool, annotations: Path) -> None:
    from pipeline.annotate.check import own_examples
    from pipeline.annotate.mapping import load_mapping
    from pipeline.annotate.outside import read_outside, save_outside, without_duplicates

    if name is None or not name.replace("-", "").isalnum() or not name.isascii():
        raise WrongUsage(f"--name {name or ''}: letters, digits and hyphens, as in --name osdg")
    found, twice = without_duplicates(read_outside(file, load_mapping(mapping)), own_examples(annotations))
    if twice and not drop:
        raise WrongUsage(
            f"{file}: {len(twice)} rows repeat others: {'; '.join(twice[:3])}{'; …' if len(twice) > 3 else ''}. "
            "Leave them out with --drop-duplicates"
        )
    written = save_outside(annotations, name, found)
    click.echo(f"{len(found)} examples in {written}, {len(twice)} repeated ones left out")
    click.echo(f"Say in {annotations / 'README.md'} where they are from: a row with `{written.name}`.")
    click.echo(f"Train on them with:  engagements train --include {name}")


@annotate.command("check")
@folder
@clear_errors
def check(annotations: Path | None) -> None:
    """Look for duplicates, unstated origins, mixed groups and conflicts.

    Exit status 1 where something is wrong; each is told in a line.

    \b
    Example:  engagements annotate check
    """
    from pipeline.annotate.check import problems
    from pipeline.annotate.labels import load_labels
    from pipeline.annotations import load_documents
    from pipeline.cli.annotation_tables import agreement_told

    config = settings(annotations=annotations)
    found = list(problems(config.annotations))
    for line in found:
        click.echo(line)
    agreement_told(load_labels(config.annotations), stdout())
    documents = load_documents(config.annotations)
    units = sum(len(d.labels) for d in documents)
    click.echo(f"{len(documents)} documents, {units} units: {len(found) or 'no'} problem{'s' * (len(found) != 1)}")
    sys.exit(SOME_FAILED if found else 0)
