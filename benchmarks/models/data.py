"""The labelled documents as matrices, for one question at a time: status of units, or goals of statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import TruncatedSVD
from sklearn.model_selection import GroupKFold

from pipeline import models
from pipeline.annotations import load_documents
from pipeline.dataset import analyse, build_dataset

OUTER = 3
VOCABULARY = 15_000
"""Most words or character sequences a column may have here."""
REDUCED = 120
"""Dimensions the sparse columns are projected on, for families that want few and dense ones."""


@dataclass(frozen=True, slots=True)
class Question:
    """Rows to learn from. ``target`` is a status each, or a row of 17 zeros and ones."""

    name: str
    rows: np.ndarray
    target: np.ndarray
    groups: np.ndarray

    def columns(self, few: bool = False) -> ColumnTransformer:
        """The trained pipeline's own columns, unfitted. Of ``few`` rows, words that stand once count as well."""
        whole = models.status_model() if self.name == "status" else models.sdg_model()
        columns = whole.named_steps["columns"]
        for _, transformer, _ in columns.transformers:
            if hasattr(transformer, "max_features"):
                transformer.set_params(max_features=VOCABULARY, **({"min_df": 1} if few else {}))
        return columns

    def folds(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        return GroupKFold(OUTER).split(self.rows, self.target, self.groups)


@dataclass(frozen=True, slots=True)
class Fold:
    """One outer fold: columns are fitted on its training rows alone."""

    train: csr_matrix
    test: csr_matrix
    train_target: np.ndarray
    test_target: np.ndarray
    train_groups: np.ndarray
    dense_train: np.ndarray
    dense_test: np.ndarray


def questions(annotations: Path, most: int | None = None) -> tuple[Question, Question]:
    """Status and goals, of ``most`` documents spread evenly over the files, or of all."""
    documents = load_documents(annotations)
    step = 1 if most is None else max(1, len(documents) // most)
    data = build_dataset(analyse(documents[::step][:most]))
    said = data.statements
    return (
        Question("status", data.rows, data.status, data.groups),
        Question("goals", data.rows[said], data.sdgs[said].astype(int), data.groups[said]),
    )


def fold_of(question: Question, train: np.ndarray, test: np.ndarray) -> Fold:
    columns = question.columns()
    sparse_train = csr_matrix(columns.fit_transform(question.rows[train]))
    sparse_test = csr_matrix(columns.transform(question.rows[test]))
    projection = TruncatedSVD(min(REDUCED, sparse_train.shape[1] - 1), random_state=0)
    return Fold(
        sparse_train,
        sparse_test,
        question.target[train],
        question.target[test],
        question.groups[train],
        projection.fit_transform(sparse_train),
        projection.transform(sparse_test),
    )
