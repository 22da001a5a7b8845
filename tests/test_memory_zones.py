"""Words that are forgotten after each document change nothing of what is found in it."""

from __future__ import annotations

import pytest

import pipeline.analyse as path
from pipeline.fetch.files import read_file
from pipeline.nlp import load_pipeline
from pipeline.settings import Settings
from pipeline.sources import load_manifest

SETTINGS = Settings()
INVENTED = "Zorbélinque-sur-Ouvroise"
"""A word no other test has taught the process."""
MANIFEST = """
[[collectivities]]
id = "clairval"
name = "Ville de Clairval"
level = "commune"

[[sources]]
id = "page"
collectivity = "clairval"
path = "page.md"
kind = "page"
"""
PAGE = f"""# Clairval et le monde

La Ville de Clairval est jumelée avec la ville de {INVENTED} depuis 2012. En 2024, elle a versé 12 000 € à
l'association Les Amis de l'eau pour un puits. Nous planterons 500 arbres d'ici 2030.
"""


@pytest.fixture
def source(tmp_path):
    (tmp_path / "sources.toml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    (found,) = load_manifest(tmp_path)
    return found


def test_the_same_with_and_without(source, monkeypatch):
    snapshot = read_file(source, SETTINGS)

    def found(kept: int):
        monkeypatch.setattr(path, "KEPT_WORDS", kept)
        return path.analyse(snapshot, source, SETTINGS)

    def remembers() -> bool:
        # len(vocab) counts what was ever added
        return INVENTED in {word.text for word in load_pipeline(SETTINGS.models).vocab}

    zoned = found(0)
    assert not remembers()
    assert found(0) == zoned
    assert zoned.commitments
    assert zoned.mentions
    assert zoned.amounts
    assert found(10**9) == zoned
    assert remembers()
