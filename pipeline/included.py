"""Examples to train on besides our own documents: phrases, labels by people, data sets of others. None is judged on.

Each stands alone, so it is laid out as a small document of its heading, its lead-in and itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.annotate.labels import load_labels, settled
from pipeline.annotate.outside import OutsideExample, load_outside
from pipeline.dataset import GOALS, describe
from pipeline.document import lay_out
from pipeline.errors import InvalidAnnotation
from pipeline.features import Describer
from pipeline.nlp import load_nlp
from pipeline.phrases import load_phrases
from pipeline.types import Block, Passage
from pipeline.units import Bounds, units_of

LABELS = "labels"
"""The name under which ``--include`` knows people's labels."""


@dataclass(frozen=True, slots=True)
class Included:
    """Row ``i`` of every array is one example."""

    rows: np.ndarray
    """Object array as ``Dataset.rows``."""
    status: np.ndarray
    """"" where unknown."""
    sdgs: np.ndarray
    """Boolean array, examples × 17."""
    knows_goals: np.ndarray

    @property
    def for_status(self) -> tuple[np.ndarray, np.ndarray]:
        known = self.status != ""
        return self.rows[known], self.status[known]

    @property
    def for_goals(self) -> tuple[np.ndarray, np.ndarray]:
        """Of statements; a text of unknown status with goals is taken for one."""
        known = self.knows_goals & (self.status != "none")
        return self.rows[known], self.sdgs[known].astype(int)


def include(folder: Path, names: Sequence[str]) -> Included | None:
    """The phrases, and what the names stand for: "labels", or files of ``outside/``; None where there is nothing.

    Raises InvalidAnnotation naming one that is not there.
    """
    outside = load_outside(folder, [name for name in names if name != LABELS])
    examples = [*load_phrases(folder), *(_labels(folder) if LABELS in names else ()), *outside]
    return _described(examples) if examples else None


def _labels(folder: Path) -> list[OutsideExample]:
    found = [
        OutsideExample(label.text, label.status, label.sdgs, label.heading, label.lead)
        for label in settled(load_labels(folder)).values()
    ]
    if not found:
        raise InvalidAnnotation(f"{folder}: no labels to include; make some with: engagements annotate next")
    return found


def _described(examples: Sequence[OutsideExample]) -> Included:
    laid_out = [lay_out(list(_blocks(e))) for e in examples]
    rows = []
    for layout, doc in zip(laid_out, load_nlp().pipe(x.text for x in laid_out), strict=True):
        units = units_of(layout.passages, _whole)
        rows.append(describe(Describer(doc, units, None, None))[-1:])
    return Included(
        np.vstack(rows),
        np.array([e.status or "" for e in examples]),
        np.array([[goal in (e.sdgs or ()) for goal in GOALS] for e in examples]),
        np.array([e.sdgs is not None for e in examples]),
    )


def _blocks(example: OutsideExample) -> Iterable[Block]:
    """The example itself is the last unit."""
    if example.heading:
        yield Block(example.heading, "heading", 2)
    if example.lead:
        yield Block(example.lead, "paragraph")
    yield Block(example.text, "list_item" if example.lead else "paragraph", 1 if example.lead else 0)


def _whole(passage: Passage) -> Bounds:
    return [(0, len(passage.text))]
