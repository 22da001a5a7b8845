"""Labelled documents → what the classifiers are trained on, seen exactly as a document is when it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.annotations import Label, LabelledDocument
from pipeline.document import lay_out
from pipeline.features import Describer
from pipeline.nlp import load_nlp
from pipeline.types import Collectivity, Passage
from pipeline.units import Bounds, Unit, units_of

GOALS = tuple(range(1, 18))


@dataclass(frozen=True, slots=True)
class Dataset:
    """Row ``i`` of every array is one labelled unit; documents are contiguous."""

    rows: np.ndarray
    """Object array, units × (feature columns + vector)."""
    units: tuple[Unit, ...]
    status: np.ndarray
    sdgs: np.ndarray
    """Boolean array, units × 17."""
    groups: np.ndarray
    """The collectivity of each unit: splits are by group, never by row."""
    documents: tuple[slice, ...]

    @property
    def statements(self) -> np.ndarray:
        """Boolean array: the units that are statements."""
        return self.status != "none"


def build_dataset(documents: Sequence[LabelledDocument]) -> Dataset:
    nlp = load_nlp()
    laid_out = [lay_out(d.blocks()) for d in documents]
    rows, units, slices = [], [], []
    docs = nlp.pipe((d.text for d in laid_out), disable=["ner"])
    for document, layout, doc in zip(documents, laid_out, docs, strict=True):
        found = units_of(layout.passages, bounds_from(document.labels))
        collectivity = Collectivity("annotated", document.collectivity, document.level)  # type: ignore[arg-type]
        rows.append(describe(Describer(doc, found, collectivity, document.kind)))
        slices.append(slice(len(units), len(units) + len(found)))
        units.extend(found)
    labels = [label for d in documents for label in d.labels]
    return Dataset(
        rows=np.vstack(rows),
        units=tuple(units),
        status=np.array([label.status for label in labels]),
        sdgs=np.array([[goal in label.sdgs for goal in GOALS] for label in labels]),
        groups=np.array([d.collectivity for d in documents for _ in d.labels]),
        documents=tuple(slices),
    )


def describe(describer: Describer) -> np.ndarray:
    """Object array, units × (``features.COLUMNS`` + vector)."""
    return np.hstack([describer.rows(), describer.vectors().astype(object)])


def bounds_from(labels: Sequence[Label]) -> Callable[[Passage], Bounds]:
    """The units of each passage in turn, as the annotator drew them."""
    remaining = iter(labels)

    def bounds_of(passage: Passage) -> Bounds:
        bounds: Bounds = []
        position = 0
        while passage.text[position:].strip():
            text = next(remaining).text
            start = passage.text.index(text, position)
            position = start + len(text)
            bounds.append((start, position))
        return bounds

    return bounds_of
