"""Candidates → partner mentions and their kinds, by two small classifiers over ``evidence``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from pipeline.extract.partners.evidence import Evidence


def partner_model() -> Pipeline:
    """Column 0 features, column 1 name → is it a partner."""
    return _model(2.0)


def kind_model() -> Pipeline:
    """Column 0 features, column 1 name → kind of partner."""
    return _model(5.0)


def _model(strength: float) -> Pipeline:
    columns = ColumnTransformer(
        [
            ("evidence", CountVectorizer(token_pattern=r"\S+", binary=True, min_df=2, lowercase=False), 0),
            ("name", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True), 1),
        ],
        transformer_weights={"evidence": 0.5},
    )
    return Pipeline([("columns", columns), ("classifier", LogisticRegression(C=strength, max_iter=2000))])


def columns_of(evidence: Sequence[Evidence]) -> np.ndarray:
    """Object array, candidates × 2: features, name."""
    rows = np.empty((len(evidence), 2), dtype=object)
    for i, e in enumerate(evidence):
        rows[i] = (e.features, e.name)
    return rows


def judge(model: dict[str, Any], evidence: Sequence[Evidence]) -> tuple[np.ndarray, list[str]]:
    """Chance of each candidate to be a partner, and the likeliest kind of each."""
    if not evidence:
        return np.zeros(0), []
    rows = columns_of(evidence)
    return model["partner"].predict_proba(rows)[:, 1], list(model["kind"].predict(rows))
