"""F1 as the project counts it, by nested grouped cross-validation, with what it costs."""

from __future__ import annotations

import time
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from joblib import Parallel, delayed, parallel_config
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import GroupKFold

from benchmarks.models.data import Fold, Question, fold_of
from benchmarks.models.families import Family, scores_of
from pipeline.calibration import calibration_error
from pipeline.classify import given_goals
from pipeline.dataset import GOALS

INNER = 2


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    f1: float
    """Mean over the outer folds."""
    spread: float
    """Between the best and the worst of them."""
    error: float | None
    """Expected calibration error, None for a family without chances."""
    fit_seconds: float
    """One fit on an outer fold's training rows, columns ready."""
    units_a_second: float


def compared(question: Question, families: tuple[Family, ...]) -> list[Result]:
    """Each family, its setting chosen in inner folds of the training rows alone; the best first."""
    folds = [fold_of(question, train, test) for train, test in question.folds()]
    goals = question.name == "goals"
    jobs = (delayed(_result)(family, folds, goals) for family in families)
    # One thread each: on a busy machine, threads that wait for one another cost more than they bring.
    with parallel_config(backend="loky", inner_max_num_threads=1):
        return sorted(Parallel(n_jobs=2)(jobs), key=lambda r: -r.f1)


def _result(family: Family, folds: list[Fold], goals: bool) -> Result:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        warnings.simplefilter("ignore", UserWarning)
        runs = [_outer(family, fold, goals) for fold in folds]
    f1, errors, seconds, speeds = zip(*runs, strict=True)
    error = None if errors[0] is None else float(np.mean(errors))
    spread = max(f1) - min(f1)
    return Result(family.name, float(np.mean(f1)), spread, error, float(np.mean(seconds)), float(np.mean(speeds)))


def _outer(family: Family, fold: Fold, goals: bool) -> tuple[float, float | None, float, float]:
    train, test = (fold.train, fold.test) if family.form == "sparse" else (fold.dense_train, fold.dense_test)
    setting = _chosen(family, train, fold, goals)
    began = time.perf_counter()
    model: Any = family.model(setting, goals).fit(train, fold.train_target)
    fitted = time.perf_counter()
    scores = scores_of(family, model, test)
    speed = len(scores) / (time.perf_counter() - fitted)
    f1 = f1_of(scores, fold.test_target, model.classes_, family.chances, goals)
    error = _error(scores, fold.test_target, model.classes_, goals) if family.chances else None
    return f1, error, fitted - began, speed


def _chosen(family: Family, train: Any, fold: Fold, goals: bool) -> float:
    if len(family.settings) == 1:
        return family.settings[0]
    splits = list(GroupKFold(INNER).split(fold.train_target, groups=fold.train_groups))
    means = [np.mean([_inner(family, setting, train, fold, goals, s) for s in splits]) for setting in family.settings]
    return family.settings[int(np.argmax(means))]


def _inner(family: Family, setting: float, train: Any, fold: Fold, goals: bool, split: tuple) -> float:
    learn, judge = split
    model: Any = family.model(setting, goals).fit(train[learn], fold.train_target[learn])
    scores = scores_of(family, model, train[judge])
    return f1_of(scores, fold.train_target[judge], model.classes_, family.chances, goals)


def f1_of(scores: np.ndarray, target: np.ndarray, classes: Any, are_chances: bool, goals: bool) -> float:
    """Statements with their status, or micro-F1 of the goals given; decisions are made above 0."""
    if goals:
        said = _given(scores if are_chances else 1 / (1 + np.exp(0.5 - 4 * scores)))
        return float(2 * (said & (target == 1)).sum() / (said.sum() + target.sum()))
    answer = np.asarray(classes)[scores.argmax(axis=1)]
    right = (answer == target) & (target != "none")
    return float(2 * right.sum() / ((answer != "none").sum() + (target != "none").sum()))


def _given(chances: np.ndarray) -> np.ndarray:
    return np.array([[goal in given for goal in GOALS] for given in map(given_goals, chances)])


def _error(scores: np.ndarray, target: np.ndarray, classes: Any, goals: bool) -> float:
    if goals:
        return calibration_error(scores.ravel(), target.ravel() == 1)
    return calibration_error(scores.max(axis=1), np.asarray(classes)[scores.argmax(axis=1)] == target)
