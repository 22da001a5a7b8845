"""The French model put to work says what spaCy's own says: words embedded once, entities judged side by side."""

from __future__ import annotations

import json

import numpy as np
import pytest

import pipeline.embedded
from pipeline.extract.entities import Entities
from pipeline.nlp import load_nlp, load_pipeline
from pipeline.settings import Settings

SETTINGS = Settings()
TAGS = ["POS", "MORPH", "ENT_IOB", "ENT_TYPE"]


def documents() -> list[str]:
    """The labelled documents, some of each file, and what few documents hold."""
    files = sorted((SETTINGS.annotations / "documents").glob("*.jsonl"))
    rows = [[json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()[:60]] for file in files]
    odd = [
        "",
        "Rennes",
        " \n ",
        "La Ville coopère avec Saint-Louis du",
        "la ville de Kendari\n\nde Rennes\n Métropole",
        "Le maire, M. Paul \n\n Durand, et Nantes",
    ]
    return ["\n\n".join(texts) for texts in rows] + odd


@pytest.fixture(scope="module")
def expected():
    found = [load_nlp()(text) for text in documents()]
    assert sum(len(doc.ents) for doc in found) > 500
    return found


def at_work(nlp, text: str):
    """The document behind the parts that replace spaCy's."""
    doc = nlp.make_doc(text)
    for name in ("tok2vec", "morphologizer", "entities"):
        doc = nlp.get_pipe(name)(doc)
    return doc


def test_same_tags_and_entities(expected):
    nlp = load_pipeline(SETTINGS.models)
    for doc in expected:
        found = at_work(nlp, doc.text)
        assert [(e.text, e.label_) for e in found.ents] == [(e.text, e.label_) for e in doc.ents]
        assert np.array_equal(found.to_array(TAGS), doc.to_array(TAGS))
        np.testing.assert_allclose(found.tensor, doc.tensor, atol=1e-4)


def test_same_tags_where_the_memory_is_full(expected, monkeypatch):
    nlp = load_pipeline(SETTINGS.models)
    monkeypatch.setattr(pipeline.embedded, "KEPT_WORDS", 50)
    for doc in expected:
        assert np.array_equal(at_work(nlp, doc.text).to_array(TAGS), doc.to_array(TAGS))


def test_a_recogniser_that_looks_further_is_refused():
    ner = load_nlp().get_pipe("ner")
    ner.model.attrs["unseen_classes"] = {3}
    try:
        with pytest.raises(ValueError, match="unseen_classes"):
            Entities(ner)
    finally:
        ner.model.attrs["unseen_classes"] = set()
