"""Which words weighed: of the models' own coefficients, and silent about other models."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline

from pipeline.settings import ROOT
from pipeline.weights import FILE, MODELS, Words, hashes, load, write

TEXTS = {
    "pledge": ["nous planterons des arbres", "nous planterons une haie en 2030"],
    "action": ["la ville plante des arbres", "la ville soutient xself"],
    "result": ["la ville a planté", "des arbres ont été plantés"],
    "none": ["un texte", "un autre texte"],
}


def model(classifier, rows, labels) -> Pipeline:
    columns = ColumnTransformer([("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), 0)])
    return Pipeline([("columns", columns), ("classifier", classifier)]).fit(rows, labels)


@pytest.fixture
def folder(tmp_path):
    rows = np.array([[text] for texts in TEXTS.values() for text in texts], dtype=object)
    labels = [label for label, texts in TEXTS.items() for _ in texts]
    goals = np.zeros((len(rows), 17), dtype=int)
    goals[:, 14] = ["arbres" in text for (text,) in rows]
    goals[0, :] = 1
    goals[-1, :] = 0
    for file in MODELS.values():
        (tmp_path / file).write_bytes(b"a model")
    load.cache_clear()
    status, one_a_goal = (OneVsRestClassifier(LogisticRegression(C=10)) for _ in range(2))
    write(tmp_path, model(status, rows, labels), model(one_a_goal, rows, goals))
    return tmp_path


def test_the_words_that_weighed_come_heaviest_first(folder):
    words = load(folder)
    assert words.reasons("Nous planterons cinq arbres", "pledge")[0] in {"nous planterons", "planterons", "nous"}
    assert "arbres" in words.reasons("Des arbres ont été plantés", "15")
    assert words.reasons("Rien de connu", "pledge") == []
    assert words.reasons("Nous planterons", "none") == []


def test_masks_and_years_are_no_reasons(folder):
    said = {gram for weights in load(folder).weights.values() for gram in weights}
    assert "planterons" in said and "haie" in said
    assert not [gram for gram in said if "2030" in gram or "xself" in gram]


def test_what_stands_within_another_is_said_once():
    words = Words({"pledge": {"nous planterons": 3.0, "nous": 2.0, "des": 9.0, "arbres": 1.0}})
    assert words.reasons("Nous planterons des arbres", "pledge") == ["nous planterons", "arbres"]


def test_of_other_models_nothing_is_said(folder):
    (folder / MODELS["status"]).write_bytes(b"another model")
    load.cache_clear()
    assert load(folder).weights == {}
    (folder / FILE).unlink()
    load.cache_clear()
    assert load(folder).weights == {}


def test_the_file_is_of_the_models_beside_it():
    said = json.loads((ROOT / "models" / FILE).read_text(encoding="utf-8"))
    assert said["models"] == hashes(ROOT / "models"), "make it anew: python -m pipeline.weights"
