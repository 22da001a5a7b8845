"""Words that are forgotten after each document change nothing of what is found in it."""

from __future__ import annotations

import pytest
from made_by_hand import DEMO

import pipeline.analyse as path
from pipeline.fetch.files import read_file
from pipeline.nlp import load_pipeline
from pipeline.settings import Settings
from pipeline.sources import load_manifest

SETTINGS = Settings()


@pytest.fixture(scope="module")
def snapshots():
    sources = [s for s in load_manifest(DEMO) if s.path is not None and not s.path.endswith(".pdf")][:2]
    assert sources
    return [(read_file(source, SETTINGS), source) for source in sources]


def test_the_same_with_and_without(snapshots, monkeypatch):
    def found(kept: int) -> list:
        monkeypatch.setattr(path, "KEPT_WORDS", kept)
        return [path.analyse(snapshot, source, SETTINGS) for snapshot, source in snapshots]

    def remembered() -> set[int]:
        # len(vocab) counts what was ever added
        return {word.orth for word in load_pipeline(SETTINGS.models).vocab}

    zoned, words = found(0), remembered()
    assert found(0) == zoned
    assert remembered() == words
    assert any(extraction.commitments and extraction.mentions for extraction in zoned)
    assert found(10**9) == zoned
    assert remembered() > words
