"""Results as Markdown, and their place in models/README.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.models.measure import Result

BEGIN, END = "<!-- compared: begin (make compare writes here) -->", "<!-- compared: end -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def families(results: Sequence[Result]) -> str:
    head = ("family", "F1", "spread of the folds", "calibration error", "seconds to fit", "units a second")
    return table(
        head,
        (
            (r.name, f"{r.f1:.3f}", f"{r.spread:.3f}", "–" if r.error is None else f"{r.error:.3f}",
             f"{r.fit_seconds:.1f}", f"{round(r.units_a_second, -2):,.0f}")
            for r in results
        ),
    )  # fmt: skip


def left_out(scores: Mapping[str, float]) -> str:
    whole = scores["all"]
    rows = ((name, f"{f1:.3f}", f"{f1 - whole:+.3f}") for name, f1 in scores.items() if name != "all")
    return table(("without", "F1", "change"), (("nothing: all columns", f"{whole:.3f}", ""), *rows))


def curve(scores: Mapping[int, float]) -> str:
    return table(("collectivities learned from", "F1"), ((str(n), f"{f1:.3f}") for n, f1 in scores.items()))


def placed(readme: Path, text: str) -> None:
    """Put the text between the marks, or at the end where there are none."""
    old = readme.read_text(encoding="utf-8") if readme.exists() else ""
    before, found, rest = old.partition(BEGIN)
    after = rest.partition(END)[2] if found else ""
    new = f"{before.rstrip()}\n\n{BEGIN}\n\n{text.strip()}\n\n{END}{after or chr(10)}"
    readme.write_text(new.lstrip(), encoding="utf-8")
