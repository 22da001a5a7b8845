"""How far a long computation is, on stderr: a bar a step on a terminal, a line a step elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from pipeline.folds import Tell


@contextmanager
def steps(console: Console) -> Iterator[Tell]:
    """What to tell of each step: its name, how much is done, of how much."""
    if not console.is_terminal:
        yield _Lines(console).tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step.capitalize(), total=total)
            bars.update(tasks[step], completed=done)

        yield tell


class _Lines:
    def __init__(self, console: Console) -> None:
        self.console = console
        self.began: dict[str, float] = {}

    def tell(self, step: str, done: int, total: int) -> None:
        self.began.setdefault(step, time.monotonic())
        if done == total:
            seconds = time.monotonic() - self.began[step]
            self.console.print(f"{step}: {done} of {total} in {seconds:.0f} s", highlight=False, soft_wrap=True)
