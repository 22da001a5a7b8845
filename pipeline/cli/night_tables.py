"""What ``status`` and ``doctor`` show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pipeline.console import printable

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.doctor import Finding
    from pipeline.status import Status

SHOWN = 10
"""Sources named in one list."""
MARKS = {"ok": ("ok     ", ""), "warning": ("warning", "yellow"), "missing": ("MISSING", "red")}


def show_status(found: Status, upcoming: str | None, console: Console) -> None:
    """The last run, failures by cause, quiet and gone sources, the next run."""
    say = partial(console.print, highlight=False, markup=False, soft_wrap=True)
    if found.run is None:
        say("No run yet; start one with: engagements refresh")
        return
    run = {k: 0 if v is None else v for k, v in found.run.items()}
    say(f"Last run:  {run['id']}, {run['status']}; of {run['sources']} sources {run['processed']} stored, "
        f"{run['unchanged']} unchanged, {run['failed']} failed")  # fmt: skip
    say(f"Last run without failures ended:  {found.last_good or 'never'}")
    say(f"Next run:  {upcoming or 'not known to a Prefect server; see systemctl list-timers, or crontab -l'}")
    for cause, sources in found.failures.items():
        named = ", ".join(sources[:SHOWN]) + ", …" * (len(sources) > SHOWN)
        say(printable(f"  {len(sources):4} × {cause}: {named}"))
    for source, answered in list(found.stale.items())[:SHOWN]:
        say(f"  stale: {source}, last answered {answered or 'never'}")
    if len(found.stale) > SHOWN:
        say(f"  … and {len(found.stale) - SHOWN} more stale sources; --json lists them all")
    for source, day in list(found.gone.items())[:SHOWN]:
        say(f"  gone: {source}, since {day}")


def show_findings(findings: Sequence[Finding], console: Console) -> None:
    say = partial(console.print, highlight=False, markup=False, soft_wrap=True)
    for finding in findings:
        mark, style = MARKS[finding.state]
        say(printable(f"{mark}  {finding.what}: {finding.found}"), style=style)
        if finding.remedy:
            say(f"         → {finding.remedy}")
