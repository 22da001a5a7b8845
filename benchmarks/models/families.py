"""The families compared, each with the settings tried in the inner folds and the form of features it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier, SGDClassifier
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from sklearn.svm import LinearSVC

Form = Literal["sparse", "dense"]


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    form: Form
    make: Callable[[float], BaseEstimator]
    """A model with the one setting that is tuned."""
    settings: Sequence[float]
    several: bool = False
    """Whether it learns several goals at once by itself; else there is one model a goal."""
    chances: bool = True
    """Whether it gives chances; else decisions, positive above 0."""

    def model(self, setting: float, goals: bool) -> BaseEstimator:
        made = self.make(setting)
        return OneVsRestClassifier(made) if goals and not self.several else made


def _positive(matrix: csr_matrix) -> csr_matrix:
    """Naive Bayes counts: what is below zero (vectors) says nothing to it."""
    return matrix.maximum(0)


def _bayes(alpha: float) -> BaseEstimator:
    return make_pipeline(FunctionTransformer(_positive), ComplementNB(alpha=alpha))


def _machine(c: float) -> BaseEstimator:
    return CalibratedClassifierCV(LinearSVC(C=c), cv=2)


def _boosted(leaves: float) -> BaseEstimator:
    return HistGradientBoostingClassifier(max_iter=60, max_leaf_nodes=int(leaves), learning_rate=0.15, random_state=0)


def _trees(least: float) -> BaseEstimator:
    return ExtraTreesClassifier(150, min_samples_leaf=int(least), random_state=0)


def _neighbours(count: float) -> BaseEstimator:
    return KNeighborsClassifier(int(count), metric="cosine", weights="distance")


def _network(alpha: float) -> BaseEstimator:
    layer = MLPClassifier((64,), alpha=alpha, max_iter=40, early_stopping=True, random_state=0)
    return make_pipeline(StandardScaler(), layer)


FAMILIES = (
    Family("complement naive Bayes", "sparse", _bayes, (0.3, 1.0)),
    Family("logistic regression", "sparse", lambda c: LogisticRegression(C=c, max_iter=300), (1.0, 4.0)),
    Family("linear SVM, calibrated", "sparse", _machine, (0.1, 0.4)),
    Family("stochastic gradient", "sparse", lambda a: SGDClassifier("log_loss", alpha=a, random_state=0), (1e-4, 4e-4)),
    Family(
        "ridge", "sparse", lambda a: RidgeClassifier(alpha=a, solver="sparse_cg", tol=1e-3), (2.0, 6.0), chances=False
    ),
    Family("boosted trees", "dense", _boosted, (15,)),
    Family("extra trees", "dense", _trees, (1, 3), several=True),
    Family("nearest neighbours", "dense", _neighbours, (10, 30), several=True),
    Family("neural network, one layer", "dense", _network, (1e-3, 1.0), several=True),
)


def scores_of(family: Family, model: Any, rows: object) -> np.ndarray:
    """Chances or decisions, rows × classes."""
    if not family.chances:
        return model.decision_function(rows)
    found = model.predict_proba(rows)
    if isinstance(found, list):  # trees and neighbours: a pair of columns a goal, one where all are alike
        found = np.column_stack([c[:, 1] if c.shape[1] == 2 else np.zeros(len(c)) for c in found])
    return np.asarray(found)
