"""Models as files: the same bytes for the same training, nothing loaded that is not trusted."""

from __future__ import annotations

import pickle
import zipfile
from datetime import date

import numpy as np
import pytest
from skops.io import dump

from pipeline import models
from pipeline.errors import ModelMissing

WORDS = ["nous planterons des arbres", "la ville a planté des arbres", "le climat change", "nous aiderons"] * 3


def rows() -> np.ndarray:
    found = np.empty((len(WORDS), 9), dtype=object)
    for i, words in enumerate(WORDS):
        found[i] = (
            words,
            "nature",
            f"nous {words}",
            words,
            f"kind=paragraph tense={i % 3} subject=nous deed=fait",
            f"g{i % 2}",
            0.1,
            0.2,
            i / 9,
        )
    return found


def trained() -> dict:
    return {"model": models.status_model().fit(rows(), ["pledge", "result", "none", "pledge"] * 3)}


def test_two_trainings_give_the_same_bytes(tmp_path):
    models.save(trained(), tmp_path / "one.skops")
    models.save(trained(), tmp_path / "two.skops")
    assert (tmp_path / "one.skops").read_bytes() == (tmp_path / "two.skops").read_bytes()


def test_a_model_read_back_says_the_same(tmp_path):
    model = trained()
    models.save(model, tmp_path / "m.skops")
    again = models.load(tmp_path / "m.skops")
    assert again["model"].predict_proba(rows()).tolist() == model["model"].predict_proba(rows()).tolist()


def test_nothing_is_pickled(tmp_path):
    models.save(trained(), tmp_path / "m.skops")
    names = zipfile.ZipFile(tmp_path / "m.skops").namelist()
    assert {name.rsplit(".", 1)[1] for name in names} <= {"npy", "npz", "json"}


@pytest.mark.parametrize(
    "content", [None, b"", b"not a zip", pickle.dumps([1])], ids=["absent", "empty", "text", "pickle"]
)
def test_what_is_no_model_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "m.skops").write_bytes(content)
    with pytest.raises(ModelMissing, match="engagements train"):
        models.load(tmp_path / "m.skops")


def test_an_unknown_type_is_not_loaded(tmp_path):
    dump({"model": date(2024, 1, 1)}, tmp_path / "m.skops")
    with pytest.raises(ModelMissing, match=r"not trusted: datetime\.date$"):
        models.load(tmp_path / "m.skops")
