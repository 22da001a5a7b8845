"""Candidates → which names are partners, and of what kind, by three small classifiers over ``evidence``.

The first looks at each mention by itself. The second looks at a name as a whole: what the first says of
its mentions and of the names enumerated or listed beside it. The third tells the kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from pipeline.extract.partners.evidence import Evidence

MOST = 6.0
"""Logits beyond are as good as certain."""


def partner_model() -> Pipeline:
    """Column 0 features, column 1 name → is this mention one of a partner."""
    return _model(2.0)


def name_model() -> Pipeline:
    """Rows of ``name_rows`` → is this name a partner's."""
    return Pipeline([("scale", StandardScaler()), ("classifier", LogisticRegression(C=1.0))])


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


def judge(
    model: dict[str, Any], evidence: Sequence[Evidence], names: Sequence[str]
) -> tuple[dict[str, float], list[str]]:
    """Chance of each name to be a partner's, and the likeliest kind of each candidate; ``names`` tells whose it is."""
    if not evidence:
        return {}, []
    rows = columns_of(evidence)
    chances = model["partner"].predict_proba(rows)[:, 1]
    found, looks = name_rows(evidence, names, chances)
    likely = model["name"].predict_proba(looks)[:, 1]
    return dict(zip(found, map(float, likely), strict=True)), [str(kind) for kind in model["kind"].predict(rows)]


def name_rows(evidence: Sequence[Evidence], names: Sequence[str], chances: np.ndarray) -> tuple[list[str], np.ndarray]:
    """The names of one document, and for each what the first look says of it and of its company."""
    logits = np.clip(np.log(chances + 1e-9) - np.log(1 - chances + 1e-9), -MOST, MOST)
    mentions: dict[str, list[int]] = defaultdict(list)
    chains: dict[int, list[int]] = defaultdict(list)
    runs: dict[int, list[int]] = defaultdict(list)
    for i, (e, name) in enumerate(zip(evidence, names, strict=True)):
        mentions[name].append(i)
        chains[e.chain].append(i)
        runs[e.run].append(i)
    rows = []
    for name, places in mentions.items():
        best = max(places, key=lambda i: logits[i])
        row = [logits[best], np.log(len(places))]
        for company in (chains[evidence[best].chain], runs[evidence[best].run]):
            row += _company([i for i in company if names[i] != name], logits)
        row.append(float(any("stated=True" in evidence[i].features for i in places)))
        rows.append(row)
    return list(mentions), np.array(rows, dtype=float)


def _company(others: Sequence[int], logits: np.ndarray) -> list[float]:
    """Mean and best of the names beside, and how many they are."""
    if not others:
        return [0.0, 0.0, 0.0]
    return [float(logits[list(others)].mean()), float(logits[list(others)].max()), float(np.log1p(len(others)))]
