"""Labelled documents → what the classifiers are trained on, seen exactly as a document is when it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotations import Label, LabelledDocument
from pipeline.document import lay_out
from pipeline.features import Describer
from pipeline.folds import Tell, quiet
from pipeline.nlp import load_nlp
from pipeline.types import Collectivity, Passage
from pipeline.units import Bounds, Unit, units_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

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


@dataclass(frozen=True, slots=True)
class Annotated:
    """A labelled document with what the pipeline makes of it; ``units`` are those the annotator drew."""

    document: LabelledDocument
    doc: Doc
    passages: tuple[Passage, ...]
    units: list[Unit]


def analyse(documents: Sequence[LabelledDocument], tell: Tell = quiet) -> list[Annotated]:
    laid_out = [lay_out(d.blocks()) for d in documents]
    docs = load_nlp().pipe(d.text for d in laid_out)
    found: list[Annotated] = []
    for document, layout, doc in zip(documents, laid_out, docs, strict=True):
        units = units_of(layout.passages, bounds_from(document.labels))
        found.append(Annotated(document, doc, layout.passages, units))
        tell("reading documents", len(found), len(documents))
    return found


def build_dataset(annotated: Sequence[Annotated]) -> Dataset:
    rows: list[np.ndarray] = []
    units: list[Unit] = []
    slices: list[slice] = []
    for a in annotated:
        collectivity = Collectivity("annotated", a.document.collectivity, a.document.level)  # type: ignore[arg-type]
        rows.append(describe(Describer(a.doc, a.units, collectivity, a.document.kind)))
        slices.append(slice(len(units), len(units) + len(a.units)))
        units.extend(a.units)
    labels = [label for a in annotated for label in a.document.labels]
    return Dataset(
        rows=np.vstack(rows),
        units=tuple(units),
        status=np.array([label.status for label in labels]),
        sdgs=np.array([[goal in label.sdgs for goal in GOALS] for label in labels]),
        groups=np.array([a.document.collectivity for a in annotated for _ in a.document.labels]),
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
