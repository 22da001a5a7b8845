"""What the command line shows: progress on a terminal, plain lines elsewhere, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

if TYPE_CHECKING:
    from pipeline.refresh import Outcome, Report

STATES = {"stored": "stored", "unchanged": "unchanged", "failed": "FAILED"}
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def printable(text: str) -> str:
    """The text without control characters: what a document or a server says may hold a terminal's commands."""
    return text.translate(_CONTROLS)


@contextmanager
def progress(count: int, console: Console) -> Iterator[Callable[[Outcome], None]]:
    """A callback to tell of each outcome: a bar with its lines above on a terminal, lines elsewhere."""
    if not console.is_terminal:
        yield lambda outcome: console.print(_line(outcome), highlight=False, soft_wrap=True, markup=False)
        return
    columns = (TextColumn("[bold]Refreshing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("sources", total=count)

        def tell(outcome: Outcome) -> None:
            style = "red" if outcome.state == "failed" else "dim" if outcome.state == "unchanged" else ""
            bar.console.print(escape(_line(outcome)), style=style, highlight=False, soft_wrap=True)
            bar.advance(task)

        yield tell


def _line(outcome: Outcome) -> str:
    line = f"{STATES[outcome.state]:9} {outcome.source_id}"
    if outcome.state == "failed":
        return printable(f"{line}: {outcome.stage}: {_joined(outcome.cause)}")
    if outcome.state == "stored":
        line += f": {outcome.commitments} commitments"
        changes = ", ".join(f"{n} {kind}" for kind, n in sorted(outcome.changes.items()))
        line += f" ({changes})" if changes else ""
    return printable(line + "".join(f"\n          warning: {_joined(w)}" for w in outcome.warnings))


def _joined(words: str | None) -> str:
    return " ".join((words or "").split())


def summary(report: Report, totals: Sequence[dict], console: Console) -> None:
    """The closing table by collectivity, then what failed."""
    table = Table(title="Commitments by collectivity", title_justify="left")
    table.add_column("Collectivity")
    for name in ("Documents", "Pledges", "Actions", "Results", "Partners", "Euros"):
        table.add_column(name, justify="right")
    for row in totals:
        euros = "–" if row["euros"] is None else f"{row['euros']:,.0f}".replace(",", " ")
        counts = [str(row[k]) for k in ("documents", "pledges", "actions", "results", "partners")]
        table.add_row(escape(printable(row["name"])), *counts, euros)
    console.print(table)
    stored, unchanged, failed = (report.count(s) for s in ("stored", "unchanged", "failed"))  # type: ignore[arg-type]
    console.print(f"{stored} stored, {unchanged} unchanged, {failed} failed.", highlight=False)
    for outcome in report.failed:
        text = printable(f"FAILED {outcome.source_id} ({outcome.stage}): {_joined(outcome.cause)}")
        console.print(text, style="red", highlight=False, soft_wrap=True, markup=False)
