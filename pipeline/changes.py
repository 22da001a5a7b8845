"""What a document says now against what it said before: added, reworded, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from pipeline.types import Commitment

ChangeKind = Literal["added", "reworded", "withdrawn"]
REWORDED = 75.0
"""Token-sort similarity, 0–100, from which two wordings are one commitment."""


@dataclass(frozen=True, slots=True)
class Change:
    """``commitment`` is the id of the row the change is about; a rewording also has the ``previous`` one."""

    kind: ChangeKind
    commitment: str
    previous: str | None = None
    similarity: float | None = None
    """0–1."""

    @property
    def gone(self) -> bool:
        """Whether a row stops standing: the withdrawn one, or the previous wording."""
        return self.kind != "added"


def compare(before: Sequence[tuple[str, str]], after: Sequence[Commitment]) -> list[Change]:
    """Changes from the (id, text) of before to the commitments of now; what stayed is not listed."""
    now = {c.id for c in after}
    then = {identifier for identifier, _ in before}
    lost = {identifier: text for identifier, text in before if identifier not in now}
    changes: list[Change] = []
    for commitment in after:
        if commitment.id in then:
            continue
        match = process.extractOne(commitment.text, lost, scorer=fuzz.token_sort_ratio, score_cutoff=REWORDED)
        if match is None:
            changes.append(Change("added", commitment.id))
        else:
            _, similarity, previous = match
            del lost[previous]
            changes.append(Change("reworded", commitment.id, previous, round(similarity / 100, 4)))
    return changes + [Change("withdrawn", identifier) for identifier in lost]
