"""Examples are judged only by models that have not seen their collectivity."""

from __future__ import annotations

import json

import numpy as np
import pytest
from click.testing import CliRunner
from joblib import parallel_config
from remembering import Remembers
from rich.console import Console

from pipeline.cli import main
from pipeline.cli.steps import steps
from pipeline.errors import ModelMissing
from pipeline.evaluate.own import judge_own
from pipeline.folds import FOLDS, held_out
from pipeline.heldout import FILE, HeldOut, load_held_out
from pipeline.train import annotations_hash

CLASSES = ("action", "none", "pledge", "result")


def test_no_row_is_judged_by_a_model_that_saw_its_group():
    groups = np.repeat(np.arange(10), 3)
    told: list[tuple[str, int, int]] = []
    with parallel_config(backend="threading"):
        chances = held_out(Remembers(), groups[:, None], groups % 2, groups, lambda *said: told.append(said), "memory")
    assert chances.tolist() == [[0.0, 1.0]] * 30
    assert told == [("memory", n, FOLDS) for n in range(FOLDS + 1)]


def example() -> HeldOut:
    return HeldOut("abc", CLASSES, np.array([[0.1, 0.2, 0.61234, 0.1]]), np.array([[0.5] * 17]))


def test_kept_and_read_back(tmp_path):
    example().save(tmp_path)
    again = load_held_out(tmp_path)
    assert (again.annotations_sha256, again.classes, again.status.tolist(), again.goals.tolist()) == (
        "abc", CLASSES, [[0.1, 0.2, 0.6123, 0.1]], [[0.5] * 17]
    )  # fmt: skip


def test_the_same_bytes_each_time(tmp_path):
    example().save(tmp_path / "one")
    example().save(tmp_path / "two")
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"not gzip"], ids=["absent", "empty", "text"])
def test_what_is_no_such_file_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ModelMissing, match="engagements train"):
        load_held_out(tmp_path)


LABELS = [
    ("p", "Nous planterons mille arbres dans les cours.", "pledge", [15]),
    ("p", "Le printemps est doux à Brume.", "none", []),
    ("p", "La Ville soutient la chorale.", "action", [4]),
]
SAID = {
    "pledge": [0.05, 0.05, 0.8, 0.1],
    "none": [0.1, 0.7, 0.1, 0.1],
    "action": [0.6, 0.2, 0.1, 0.1],
}


@pytest.fixture
def annotated(tmp_path):
    """Three labelled units, and what was said of them: the second one is taken for an action."""
    (tmp_path / "documents").mkdir()
    document = {"document": "d", "collectivity": "Ville de Brume", "level": "commune", "kind": "report", "title": "B"}
    lines = [
        json.dumps({**document, "unit": unit, "text": text, "status": status, "sdgs": goals, "partners": []})
        for unit, text, status, goals in LABELS
    ]
    (tmp_path / "documents" / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    goals = np.full((2, 17), 0.01)
    goals[0, 14], goals[1, 2] = 0.9, 0.7
    status = np.array([SAID["pledge"], SAID["action"], SAID["action"]])
    HeldOut(annotations_hash(tmp_path), CLASSES, status, goals).save(tmp_path / "models")
    return tmp_path


def test_what_was_held_out_is_judged(annotated):
    (judged,) = judge_own(annotated, annotated / "models")
    assert (judged.document, judged.collectivity, judged.kind) == ("d", "Ville de Brume", "report")
    assert judged.counts == {"statements": (2, 3, 2), "status": (2, 3, 2), "sdgs_of_statements": (1, 2, 2)}
    assert judged.confusion == {("pledge", "pledge"): 1, ("none", "action"): 1, ("action", "action"): 1}
    assert judged.claims["status"] == [(0.8, True), (0.6, False), (0.6, True)]
    assert [(m.text, m.true, m.said) for m in judged.mistakes] == [
        ("Le printemps est doux à Brume.", "none", "action"),
        ("La Ville soutient la chorale.", "goals 4", "goals 3"),
    ]


def test_evaluate_needs_no_model_where_training_kept_what_was_held_out(annotated):
    options = ["--annotations", annotated, "--models", annotated / "models", "--by", "status", "--html"]
    result = CliRunner().invoke(main, ["evaluate", *map(str, [*options, annotated / "page.html", "--json"])])
    assert (result.exit_code, result.stderr) == (0, "")
    said = json.loads(result.stdout)
    assert said["measured_on"] == f"the labelled examples of {annotated}, by grouped cross-validation"
    assert (said["documents"], said["status"]["f1"], "partners" in said) == (1, 0.8, False)
    f1 = {g["name"]: g["status"]["f1"] for g in said["groups"]}
    assert f1 == {"action": 0.6667, "none": 0.0, "pledge": 1.0}
    assert "Le printemps est doux" in (annotated / "page.html").read_text(encoding="utf-8")


def test_other_examples_are_judged_anew(annotated, monkeypatch):
    """What is kept says nothing of examples that changed since."""
    again = HeldOut("new", CLASSES, np.array([SAID[status] for _, _, status, _ in LABELS]), np.full((2, 17), 0.1))
    asked = []
    monkeypatch.setattr("pipeline.train.cross_validate", lambda folder, tell: asked.append(folder) or again)
    file = annotated / "documents" / "a.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("doux", "beau"), encoding="utf-8")
    (judged,) = judge_own(annotated, annotated / "models")
    assert asked == [annotated]
    assert judged.counts["status"] == (2, 2, 2)


def test_steps_elsewhere_are_a_line_each():
    console = Console(width=80)
    with console.capture() as capture, steps(console) as tell:
        for done in range(3):
            tell("status", done, 2)
        tell("partners", 1, 1)
    assert capture.get() == "status: 2 of 2 in 0 s\npartners: 1 of 1 in 0 s\n"


def test_steps_on_a_terminal_are_bars():
    console = Console(width=80, force_terminal=True)
    with console.capture() as capture, steps(console) as tell:
        tell("status", 1, 2)
    assert "Status" in capture.get() and "1/2" in capture.get()
