"""The comparison of models, on a handful of made-up rows: every family runs, is judged and told."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from joblib import parallel_config

from pipeline.settings import ROOT

sys.path.insert(0, str(ROOT))

from benchmarks.models import tables
from benchmarks.models.data import Question, fold_of
from benchmarks.models.families import FAMILIES
from benchmarks.models.linear import learning_curve
from benchmarks.models.measure import _result, f1_of

WORDS = {"pledge": "nous planterons des arbres", "result": "la ville a planté des arbres", "none": "le climat change"}


def question(name: str) -> Question:
    """Twelve collectivities that say the same three things: anybody can learn it."""
    rows, target = np.empty((36, 9), dtype=object), []
    for i in range(36):
        status = sorted(WORDS)[i % 3]
        rows[i] = (
            WORDS[status],
            "titre",
            "nos actions",
            "avant",
            f"tense={status} subject=nous deed=fait",
            f"g{i % 3}",
            0.1,
            0.2,
            i % 3,
        )
        target.append(status if name == "status" else [int(goal == 12 + i % 3) for goal in range(17)])
    return Question(name, rows, np.array(target), np.repeat(np.arange(12), 3))


@pytest.mark.parametrize("name", ["status", "goals"])
@pytest.mark.parametrize("family", [f for f in FAMILIES if f.form == "sparse"], ids=lambda f: f.name)
def test_every_linear_family_learns_what_anybody_can(family, name):
    asked = question(name)
    found = _result(family, [fold_of(asked, *fold) for fold in asked.folds()], name == "goals")
    assert (found.name, found.f1) == (family.name, 1.0)
    assert (found.error is None) == (family.name == "ridge")


def test_no_collectivity_is_on_both_sides():
    asked = question("status")
    for train, test in asked.folds():
        assert not set(asked.groups[train]) & set(asked.groups[test])


@pytest.mark.parametrize("name", ["status", "goals"])
def test_learning_curves_begin_with_few_collectivities(name):
    with parallel_config(backend="threading"):
        found = learning_curve(question(name))
    assert list(found) == [2, 3, 5, 6, 8]
    assert found[8] == 1.0


def test_f1_counts_statements_with_their_status():
    target = np.array(["none", "pledge", "result", "result"])
    scores = np.array([[0.1, 0.9, 0.0], [0.1, 0.9, 0.0], [0.0, 0.9, 0.1], [0.9, 0.1, 0.0]])
    # Said: pledge, pledge, pledge, none; one of three said is right, of three true.
    assert f1_of(scores, target, ["none", "pledge", "result"], True, False) == pytest.approx(2 / 6)


def test_tables_take_the_place_of_the_old_ones(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# Models\n\nOurs.\n", encoding="utf-8")
    tables.placed(readme, "one\n")
    readme.write_text(readme.read_text(encoding="utf-8") + "\n## After\n", encoding="utf-8")
    tables.placed(readme, tables.curve({5: 0.5, 10: 0.625}))
    assert readme.read_text(encoding="utf-8") == (
        f"# Models\n\nOurs.\n\n{tables.BEGIN}\n\n| collectivities learned from | F1 |\n| --- | --- |\n| 5 | 0.500 |\n"
        f"| 10 | 0.625 |\n\n{tables.END}\n\n## After\n"
    )
