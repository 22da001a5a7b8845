"""Grouped cross-validation that tells how far it is: every row is judged by models that have not seen its group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from sklearn.base import BaseEstimator, clone
from sklearn.model_selection import GroupKFold

FOLDS = 5
Tell = Callable[[str, int, int], None]
"""Told of progress: the step, how much of it is done, and of how much."""


def quiet(step: str, done: int, total: int) -> None:
    """Tells nobody."""


def held_out(
    model: BaseEstimator,
    rows: np.ndarray,
    target: np.ndarray,
    groups: np.ndarray,
    tell: Tell = quiet,
    step: str = "cross-validation",
    more: tuple[np.ndarray, np.ndarray] | None = None,
) -> np.ndarray:
    """Probabilities, rows × classes, by FOLDS models none of which saw the group of the rows it judges.

    ``more`` are rows and targets every model is trained on as well, and none is judged on.
    """
    folds = list(GroupKFold(FOLDS).split(rows, target, groups))
    jobs = (delayed(_judged)(model, rows, target, *fold, more) for fold in folds)
    tell(step, 0, FOLDS)
    found: list[np.ndarray] = []
    for chances in Parallel(n_jobs=2, return_as="generator")(jobs):
        found.append(chances)
        tell(step, len(found), FOLDS)
    out = np.empty((len(rows), found[0].shape[1]))
    for (_, test), chances in zip(folds, found, strict=True):
        out[test] = chances
    return out


def _judged(
    model: BaseEstimator,
    rows: np.ndarray,
    target: np.ndarray,
    train: np.ndarray,
    test: np.ndarray,
    more: tuple[np.ndarray, np.ndarray] | None,
) -> np.ndarray:
    return fitted(model, rows[train], target[train], more).predict_proba(rows[test])


def fitted(
    model: BaseEstimator, rows: np.ndarray, target: np.ndarray, more: tuple[np.ndarray, np.ndarray] | None = None
) -> Any:
    """A fresh model trained on the rows, and on ``more`` (rows and targets) where there are any."""
    if more is not None:
        rows, target = np.concatenate([rows, more[0]]), np.concatenate([target, more[1]])
    return clone(model).fit(rows, target)
