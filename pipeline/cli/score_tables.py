"""Scores as tables on a terminal or in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from pipeline.console import printable
from pipeline.evaluate.judged import QUESTIONS, Mistake
from pipeline.evaluate.summary import Evaluation, Group, Reliability, Score

if TYPE_CHECKING:
    from rich.console import Console

LESS_IS_BETTER = "_error"


def before_after(before: dict[str, Any] | None, after: dict[str, Any], console: Console) -> None:
    """The scores of two model cards side by side; ``before`` is None where there was no model."""
    table = Table(title="Cross-validated, split by collectivity", title_justify="left")
    table.add_column("Score")
    for name in ("Before", "After", "Change"):
        table.add_column(name, justify="right")
    for name, value in after["scores"].items():
        old = (before or {}).get("scores", {}).get(name)
        table.add_row(name, "–" if old is None else f"{old:.4f}", f"{value:.4f}", _change(name, old, value))
    console.print(table)
    for line in _examples(before, after):
        console.print(line, highlight=False, soft_wrap=True)


def component(card: dict[str, Any], folder: Path, console: Console) -> None:
    """The scores of the partner component, and where it is."""
    table = Table(title="On collectivities not learnt from", title_justify="left")
    table.add_column("Score")
    table.add_column("Value", justify="right")
    for name, value in card["scores"].items():
        table.add_row(name, f"{value:.4f}")
    console.print(table)
    console.print(
        f"Learnt from {card['documents']} documents, judged on {card['judged']}. "
        f"The component is in {folder}: spacy.load({str(folder)!r})",
        highlight=False, soft_wrap=True, markup=False,
    )  # fmt: skip


def _change(name: str, old: float | None, new: float) -> str:
    if old is None:
        return "new"
    change = round(new - old, 4)
    if change == 0:
        return "="
    better = (change < 0) == name.endswith(LESS_IS_BETTER)
    return f"[{'green' if better else 'red'}]{change:+.4f}[/]"


def _examples(before: dict[str, Any] | None, after: dict[str, Any]) -> Iterator[str]:
    yield "Measured on {documents} documents, {units} units.".format(**after)
    if before is not None and before.get("annotations_sha256") != after["annotations_sha256"]:
        yield (
            "Before was measured on other examples ({documents} documents, {units} units): "
            "part of the change is theirs.".format(**before)
        )


def evaluation(found: Evaluation, console: Console) -> None:
    """Every table of an evaluation."""
    console.print(f"Measured on {found.measured_on}.", highlight=False, soft_wrap=True, markup=False)
    console.print(_scores(found))
    if found.by is not None:
        console.print(_groups(found.by, found.groups))
    console.print(_confusion(found))
    for name, reliability in found.calibration.items():
        if reliability.bins:
            console.print(_reliability(name, reliability))
    for number, mistake in enumerate(found.mistakes, 1):
        console.print(_mistake(number, mistake), highlight=False, soft_wrap=True, markup=False)


def _figures(score: Score) -> tuple[str, ...]:
    return tuple(
        f"{getattr(score.counts, name):.3f}\n[dim]{low:.3f}–{high:.3f}[/]"
        for name, (low, high) in (("precision", score.precision), ("recall", score.recall), ("f1", score.f1))
    )


def _scores(found: Evaluation) -> Table:
    title = "Scores, with what 95 in 100 resamplings of the documents give"
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in ("Precision", "Recall", "F1", "Said", "True"):
        table.add_column(name, justify="right")
    for question, score in found.scores.items():
        table.add_row(QUESTIONS[question], *_figures(score), str(score.counts.said), str(score.counts.true))
    return table


def _groups(by: str, groups: tuple[Group, ...]) -> Table:
    """F1 of each question, a row a group; a class of answers has its one question in full."""
    table = Table(title=f"By {by}: F1", title_justify="left")
    asked = [q for q in QUESTIONS if any(q in g.scores for g in groups)]
    for name in ("", "Documents", *(QUESTIONS[q] for q in asked)):
        table.add_column(name, justify="right" if name else "left")
    for group in groups:
        cells = [_figures(group.scores[q])[2] if group.scores[q].counts.true else "–" for q in asked]
        table.add_row(escape(printable(group.name)), str(group.documents), *cells)
    return table


def _confusion(found: Evaluation) -> Table:
    table = Table(title="Status: true in rows, said in columns", title_justify="left")
    for name in ("", *found.classes):
        table.add_column(name, justify="right" if name else "left")
    for true in found.classes:
        table.add_row(true, *(str(found.confusion[true, said]) for said in found.classes))
    return table


def _reliability(name: str, reliability: Reliability) -> Table:
    table = Table(title=f"Calibration of {name}: error {reliability.error:.3f}", title_justify="left")
    for column in ("Chance", "Claims", "Stated", "Observed"):
        table.add_column(column, justify="right")
    for b in reliability.bins:
        table.add_row(f"{b.low:.1f}–{b.high:.1f}", str(b.count), f"{b.stated:.3f}", f"{b.observed:.3f}")
    return table


def _mistake(number: int, mistake: Mistake) -> str:
    chance = "missed" if mistake.chance is None else f"{mistake.chance:.2f}"
    said = f"{number:3}. true {mistake.true}, said {mistake.said} ({chance}), {mistake.document}"
    return printable(f"{said}\n     {' '.join(mistake.text.split())}")
