"""What the classifiers see, piece by piece."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.grammar import MODALS
from pipeline.modals import modals
from pipeline.nlp import load_nlp
from pipeline.vectors import mean_vectors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("xself doit agir, souhaite planter et entend le dire", ["doit", "entend", "souhait"]),
        ("nous pourrions, s'il s'agit d'eux", ["il s'agit"]),
        ("elle pourrait devenir prochaine", ["pourra", "pourrait", "prochain"]),
        ("l'endroit est ainsi vu", []),
        ("n'oublions pas ; (vu le code", ["n'", "vu "]),
        ("", []),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_verbs_that_commit_are_found_where_a_word_begins(text, found):
    assert modals(text) == found


def test_every_verb_that_commits_is_found():
    assert len(MODALS) > 30
    assert [verb for verb in MODALS if verb not in modals(f"elle {verb} aussi")] == []


def test_a_sentence_has_the_mean_of_its_content_words():
    doc = load_nlp()("La Ville plante des arbres fruitiers. Et alors ? Zorbélinque.")
    spans = [doc[0:7], doc[7:10], doc[10:12], doc[2:2]]
    content = [t for t in doc[0:7] if t.pos_ in {"NOUN", "VERB", "ADJ"}]
    assert [t.text for t in content] == ["Ville", "plante", "arbres", "fruitiers"]
    mean = np.mean([t.vector for t in content], axis=0)
    found = mean_vectors(doc, spans)
    np.testing.assert_allclose(found[0], mean / np.linalg.norm(mean), atol=1e-6)
    assert not found[1:].any()
