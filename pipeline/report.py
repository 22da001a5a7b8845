"""What a run did, for those who read it in the morning: a row a source, and in Markdown what changed and failed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.refresh import Outcome

SHOWN = 100
TITLES = {
    "added": "Added",
    "reworded": "Reworded",
    "withdrawn": "Withdrawn: the page answers and no longer says it",
    "source_gone": "The page is no more",
    "source_back": "The page is back",
}


def table(outcomes: Iterable[Outcome]) -> list[dict[str, object]]:
    """A row a source: source, state, commitments (their number), changes ("2 added, 1 withdrawn"), cause."""
    return [
        {
            "source": o.source_id,
            "state": o.state,
            "commitments": o.commitments,
            "changes": ", ".join(f"{n} {kind}" for kind, n in o.changes.items()),
            "cause": o.cause or "",
        }
        for o in outcomes
    ]


def markdown(outcomes: Iterable[Outcome], changes: Sequence[dict]) -> str:
    """``changes``: rows with change, source_id, text and difference. What documents say is escaped."""
    parts = ["# Refresh", ""]
    outcomes = list(outcomes)
    failed = [o for o in outcomes if o.state == "failed"]
    counts = ", ".join(f"{sum(o.state == s for o in outcomes)} {s}" for s in ("stored", "unchanged", "failed"))
    parts += [f"{len(outcomes)} sources: {counts}.", ""]
    if failed:
        parts += ["## Failed", "", *(f"- **{o.source_id}** ({o.stage}): {escaped(o.cause or '')}" for o in failed), ""]
    for kind, title in TITLES.items():
        of_kind = [c for c in changes if c["change"] == kind]
        if of_kind:
            parts += [f"## {title} ({len(of_kind)})", ""]
            parts += [f"- {c['source_id']}: {escaped(c['difference'] or c['text'])}" for c in of_kind[:SHOWN]]
            parts += [f"- … and {len(of_kind) - SHOWN} more"] * (len(of_kind) > SHOWN) + [""]
    return "\n".join(parts)


def escaped(text: str) -> str:
    """On one line, with nothing Markdown or HTML would read anything into."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~&])", r"\\\1", " ".join(text.split()))
