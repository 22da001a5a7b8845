"""Agreement of annotators, and what they differ on, on a terminal or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from pipeline.annotate.agreement import agreement
from pipeline.annotate.labels import PersonLabel, conflicts
from pipeline.console import printable
from pipeline.evaluate.judged import goals_named

if TYPE_CHECKING:
    from rich.console import Console


def agreement_told(labels: Sequence[PersonLabel], console: Console) -> None:
    """A row for every two annotators who have units in common; nothing where there are none."""
    pairs = agreement(labels)
    if not pairs:
        return
    table = Table(title="Agreement (Cohen's kappa)", title_justify="left")
    for name in ("Annotators", "Units", "Status", "Goals", "Same label"):
        table.add_column(name, justify="left" if name == "Annotators" else "right")
    for pair in pairs:
        names = escape(printable(f"{pair.one}, {pair.other}"))
        kappas = ("–" if kappa is None else f"{kappa:.3f}" for kappa in (pair.status, pair.goals))
        table.add_row(names, str(pair.units), *kappas, f"{pair.same:.0%}")
    console.print(table)


def conflicts_told(labels: Sequence[PersonLabel], console: Console) -> None:
    """The units annotators differ on, with their words; none of them is followed."""
    found = list(conflicts(labels))
    for given in found:
        said = "; ".join(f"{label.annotator} {label.status}, goals {goals_named(label.sdgs)}" for label in given)
        line = f"differ: {said}\n        {given[0].source}: {' '.join(given[0].text.split())}"
        console.print(printable(line), highlight=False, soft_wrap=True, markup=False)
    if found:
        line = f"{len(found)} units annotators differ on are left to the model; settle them with --decides."
        console.print(line, highlight=False, soft_wrap=True)
