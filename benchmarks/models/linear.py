"""What each group of columns is worth, and what more documents would bring: the model in use, on part of either."""

from __future__ import annotations

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from benchmarks.models.data import Question
from benchmarks.models.measure import f1_of

SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)
SEED = 0
_Fold = tuple[np.ndarray, np.ndarray]


def ablation(question: Question) -> dict[str, float]:
    """F1 with all columns ("all") and with each group left out, the most missed first."""
    names = [name for name, _, _ in question.columns().transformers]
    tasks = [(left_out, fold) for left_out in (None, *names) for fold in question.folds()]
    scores = Parallel(n_jobs=2)(delayed(_f1)(question, fold, left_out) for left_out, fold in tasks)
    means = {left_out or "all": [] for left_out in (None, *names)}
    for (left_out, _), score in zip(tasks, scores, strict=True):
        means[left_out or "all"].append(score)
    return dict(sorted(((name, float(np.mean(found))) for name, found in means.items()), key=lambda item: item[1]))


def learning_curve(question: Question) -> dict[int, float]:
    """Collectivities trained on → F1 on the same test folds."""
    tasks = [(share, fold) for share in SHARES for fold in question.folds()]
    parts = [(_part(question, fold, share), fold[1]) for share, fold in tasks]
    scores = Parallel(n_jobs=2)(delayed(_f1)(question, fold, None, few=True) for fold in parts)
    found: dict[float, list[tuple[int, float]]] = {}
    for (share, _), (train, _), score in zip(tasks, parts, scores, strict=True):
        found.setdefault(share, []).append((len(np.unique(question.groups[train])), score))
    return {int(np.mean([n for n, _ in runs])): float(np.mean([s for _, s in runs])) for runs in found.values()}


def _part(question: Question, fold: _Fold, share: float) -> np.ndarray:
    """Training rows of a share of the collectivities, the smaller share within the larger."""
    train, _ = fold
    names = np.random.default_rng(SEED).permutation(np.unique(question.groups[train]))
    return train[np.isin(question.groups[train], names[: max(2, round(share * len(names)))])]


def _f1(question: Question, fold: _Fold, left_out: str | None, few: bool = False) -> float:
    train, test = fold
    goals = question.name == "goals"
    columns = question.columns(few)
    if left_out is not None:
        columns.set_params(**{left_out: "drop"})
    linear = LogisticRegression(C=5 if goals else 1, max_iter=300)
    model = OneVsRestClassifier(linear) if goals else linear
    model.fit(columns.fit_transform(question.rows[train]), question.target[train])
    chances = model.predict_proba(columns.transform(question.rows[test]))
    return f1_of(chances, question.target[test], model.classes_, True, goals)
