"""The labelled documents: enough, well formed, each written once, and the shipped models made from them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.annotate.check import problems
from pipeline.annotations import InvalidAnnotation, load_documents
from pipeline.train import annotations_hash

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "annotations"
ROW = {
    "document": "d", "collectivity": "Ville de Brume", "level": "commune", "kind": "page", "title": "Brume",
    "unit": "p",
    "text": "La Ville soutient la chorale.", "status": "action", "sdgs": [4], "partners": [[18, 28, "association"]],
}  # fmt: skip


@pytest.fixture(scope="module")
def documents():
    return load_documents(FOLDER)


def test_there_are_enough(documents):
    labels = [label for d in documents for label in d.labels]
    assert len(documents) >= 180
    assert len(labels) >= 3000
    assert sum(label.status == "none" for label in labels) >= 1000
    goals = Counter(goal for label in labels for goal in label.sdgs)
    assert min(goals[goal] for goal in range(1, 18)) >= 120


def test_every_statement_has_a_goal_at_most_three(documents):
    counts = {len(label.sdgs) for d in documents for label in d.labels if label.status != "none"}
    assert counts == {1, 2, 3}


def test_nothing_is_written_twice_each_file_is_accounted_for_and_no_group_is_mixed():
    assert list(problems(FOLDER)) == []


def test_the_shipped_models_are_made_from_these_files():
    card = json.loads((ROOT / "models" / "card.json").read_text(encoding="utf-8"))
    assert card["annotations_sha256"] == annotations_hash(FOLDER), "run: engagements train"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"status": "promise"}, "status is one of pledge, action, result, none. Got 'promise'"),
        ({"unit": "title"}, "unit is one of"),
        ({"sdgs": [18]}, "sdgs are 1–17"),
        ({"status": "none"}, "none where status is none"),
        ({"partners": [[20, 99, "association"]]}, "leaves the text"),
        ({"partners": [[0, 5, "club"]]}, "partner kind is one of"),
        ({"mood": "glad"}, "keys are"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, change, message):
    (tmp_path / "documents").mkdir()
    file = tmp_path / "documents" / "a.jsonl"
    file.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, **change}) + "\n", encoding="utf-8")
    with pytest.raises(InvalidAnnotation, match=re.escape(message)) as error:
        load_documents(tmp_path)
    assert str(error.value).startswith(f"{file}:2: ")


def test_no_file_is_an_error(tmp_path):
    with pytest.raises(InvalidAnnotation, match=r"no \.jsonl file"):
        load_documents(tmp_path)
