"""The models at work say what the trained pipelines say, and refuse what they could not work out."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from pipeline import models
from pipeline.extract.partners.judge import kind_model, partner_model
from pipeline.scoring import Rows, Scorer, at_work

WORDS = ["nous planterons des arbres", "la ville a planté des arbres", "le climat change", "nous aiderons"] * 3
KINDS = ["network", "territory", "state", "network"] * 3


def units() -> np.ndarray:
    found = np.empty((len(WORDS), 9), dtype=object)
    for i, words in enumerate(WORDS):
        tokens = f"kind=paragraph tense={i % 3} subject=nous deed=fait"
        found[i] = (words, "nature", f"nous {words}", words, tokens, f"g{i % 2}", 0.1, 0.2, i / 9)
    return found


def names() -> np.ndarray:
    found = np.empty((len(WORDS), 2), dtype=object)
    for i, words in enumerate(WORDS):
        found[i] = (f"cue={i % 4} stated={i % 2}", words)
    return found


def unseen(rows: np.ndarray) -> np.ndarray:
    """Those rows, one of empty texts and one of words that no training held."""
    numbers = np.array([isinstance(cell, float) for cell in rows[0]])
    empty, other = rows[0].copy(), rows[1].copy()
    empty[~numbers], empty[numbers] = "", 0.0
    other[~numbers] = "Žluťoučký kůň, 42 arbres ARBRES arbres"
    return np.vstack([rows, empty, other])


GOALS = np.array([[i % 2 == 0, i % 3 == 0] for i in range(len(WORDS))])
CASES = {
    "status": (models.status_model, units, KINDS),
    "goals, of which several hold": (models.sdg_model, units, GOALS),
    "partner or not": (partner_model, names, [i % 2 == 0 for i in range(len(WORDS))]),
    "kind of partner": (kind_model, names, KINDS),
}


@pytest.mark.parametrize(("make", "rows", "target"), CASES.values(), ids=CASES)
def test_at_work_a_model_says_what_it_was_trained_to(make, rows, target):
    model = make().fit(rows(), target)
    at = at_work(model)
    assert isinstance(at, Scorer)
    np.testing.assert_allclose(at.predict_proba(unseen(rows())), model.predict_proba(unseen(rows())), atol=1e-12)
    if np.ndim(target) == 1:
        assert at.predict(unseen(rows())).tolist() == model.predict(unseen(rows())).tolist()


def test_texts_and_numbers_kept_apart_make_no_difference():
    model = at_work(models.status_model().fit(units(), KINDS))
    rows = unseen(units())
    apart = Rows(rows[:, :6], rows[:, 6:].astype(float))
    assert model.predict_proba(apart).tolist() == model.predict_proba(rows).tolist()
    assert model.predict_proba(apart[[3, 1]]).tolist() == model.predict_proba(rows[[3, 1]]).tolist()


def test_the_second_look_at_goals_too():
    rows = np.random.default_rng(3).random((12, 5))
    model = models.sdg_context_model().fit(rows, GOALS)
    np.testing.assert_allclose(at_work(model).predict_proba(rows), model.predict_proba(rows), atol=1e-12)


def test_a_pipeline_without_text_stays_as_it_is():
    model = Pipeline([("scale", StandardScaler()), ("classifier", LogisticRegression())])
    assert at_work(model) is model


def test_columns_of_another_kind_are_refused():
    columns = ColumnTransformer([("numbers", StandardScaler(), slice(6, None))])
    model = Pipeline([("columns", columns), ("classifier", LogisticRegression())]).fit(units(), KINDS)
    with pytest.raises(ValueError, match="vectorizers and a Normalizer"):
        at_work(model)
