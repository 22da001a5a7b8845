"""``engagements train`` as a data scientist meets it, on a few of our documents and a little more to learn from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from joblib import parallel_config
from remembering import Remembers
from sklearn.pipeline import Pipeline

from pipeline import models
from pipeline.annotate.labels import PersonLabel, save_labels
from pipeline.annotate.outside import OutsideExample, save_outside
from pipeline.annotations import load_documents
from pipeline.cli import main
from pipeline.folds import held_out
from pipeline.heldout import load_held_out
from pipeline.included import include
from pipeline.settings import ROOT

DOCUMENTS, FEW_FOLDS = 20, 3
OUTSIDE = OutsideExample("Le service creuse des puits.", None, (6,), "Eau", "Nos chantiers :")


def a_few(folder: Path) -> None:
    """Documents of DOCUMENTS collectivities, as they are labelled, the first of each file and on."""
    files = sorted((ROOT / "annotations" / "documents").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    documents = [list(rows) for _, rows in groupby(lines, key=lambda line: json.loads(line)["document"])]
    chosen = documents[:: len(documents) // DOCUMENTS][:DOCUMENTS]
    (folder / "documents").mkdir(parents=True)
    text = "".join(f"{line}\n" for rows in chosen for line in rows)
    (folder / "documents" / "few.jsonl").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[Path, Result]:
    """An annotations folder with models made from it, and what the command said."""
    folder = tmp_path_factory.mktemp("train")
    a_few(folder)
    save_labels(folder, [
        PersonLabel("plan", "Nous ouvrirons douze crèches.", "pledge", (4,), "anne", heading="Enfance"),
        PersonLabel("plan", "Le ciel est gris.", "none", (), "anne"),
        PersonLabel("plan", "Nous irons au bal.", "pledge", (3,), "anne"),
        PersonLabel("plan", "Nous irons au bal.", "none", (), "zoé"),
    ])  # fmt: skip
    save_outside(folder, "puits", [OUTSIDE])
    options = ["--annotations", folder, "--models", folder / "models", "--include", "labels", "--include", "puits"]
    with parallel_config(backend="threading"), pytest.MonkeyPatch.context() as patch:
        for name in ("status_model", "sdg_model"):
            patch.setattr(models, name, partial(without_characters, getattr(models, name)))
        for module in ("folds", "train"):
            patch.setattr(f"pipeline.{module}.FOLDS", FEW_FOLDS)
        return folder, CliRunner().invoke(main, ["train", *map(str, options)], env={"COLUMNS": "100"})


def without_characters(model: Callable[[], Pipeline]) -> Pipeline:
    """The model but for the tens of thousands of columns that take a minute and teach little from so few documents."""
    made = model()
    named = {name for name, *_ in made.named_steps["columns"].transformers}
    return made.set_params(columns__characters="drop") if "characters" in named else made


def test_progress_is_a_line_a_step_on_stderr(trained):
    _, result = trained
    assert result.exit_code == 0, result.stderr
    steps = [re.sub(r" in \d+ s$", "", line) for line in result.stderr.splitlines()]
    assert steps == [
        f"reading documents: {DOCUMENTS} of {DOCUMENTS}",
        f"status: {FEW_FOLDS} of {FEW_FOLDS}",
        f"goals, first look: {FEW_FOLDS} of {FEW_FOLDS}",
        f"goals, second look: {FEW_FOLDS} of {FEW_FOLDS}",
        "partners: 1 of 1",
    ]


def test_the_scores_stand_beside_those_of_the_shipped_models(trained):
    folder, result = trained
    before = json.loads((ROOT / "models" / "card.json").read_text(encoding="utf-8"))
    after = json.loads((folder / "models" / "card.json").read_text(encoding="utf-8"))
    for name, value in after["scores"].items():
        assert re.search(rf"│ {name} +│ {before['scores'][name]:.4f} │ {value:.4f} │", result.stdout)
    assert "Before was measured on other examples" in result.stdout
    assert after["included"] == ["labels", "puits"]


def test_only_labelled_documents_are_judged(trained):
    folder, _ = trained
    labels = [label for d in load_documents(folder) for label in d.labels]
    kept = load_held_out(folder / "models")
    assert (len(kept.status), len(kept.goals)) == (len(labels), sum(label.status != "none" for label in labels))
    options = ["--annotations", folder, "--models", folder / "models", "--json"]
    said = CliRunner().invoke(main, ["evaluate", *map(str, options)])
    assert (said.exit_code, said.stderr) == (0, "")
    card = json.loads((folder / "models" / "card.json").read_text(encoding="utf-8"))["scores"]
    found = json.loads(said.stdout)
    assert [found[k]["f1"] for k in ("statements", "status", "sdgs_of_statements")] == pytest.approx(
        [card["statement_f1"], card["status_f1"], card["sdg_micro_f1"]], abs=1e-3
    )


def test_what_is_included_is_seen_with_its_heading_and_lead_in(trained):
    folder, _ = trained
    found = include(folder, ["labels", "puits"])
    assert found is not None
    assert [row[0] for row in found.rows] == [
        "Le ciel est gris.", "Nous ouvrirons douze crèches.", "Le service creuse des puits."
    ]  # fmt: skip
    assert [(row[1], row[2]) for row in found.rows[1:]] == [("Enfance", ""), ("Eau", "Nos chantiers :")]
    assert found.for_status[1].tolist() == ["none", "pledge"], "of the outside example it is unknown"
    assert [np.flatnonzero(goals).tolist() for goals in found.for_goals[1]] == [[3], [5]]
    assert include(folder, []) is None


@pytest.mark.parametrize(
    ("name", "message"),
    [("osdg", "{f}/outside: no osdg.jsonl; there is puits"), ("labels", "{f}: no labels to include")],
)
def test_what_is_not_there_cannot_be_included(tmp_path, name, message):
    a_few(tmp_path)
    save_outside(tmp_path, "puits", [OUTSIDE])
    result = CliRunner().invoke(
        main, ["train", "--annotations", str(tmp_path), "--models", str(tmp_path), "--include", name]
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("engagements: " + message.replace("{f}", str(tmp_path)))


def test_what_is_included_is_learned_in_every_fold_and_never_judged():
    groups = np.repeat(np.arange(10), 3)
    more = (np.array([[n] for n in range(10)]), np.zeros(10, dtype=int))
    with parallel_config(backend="threading"):
        chances = held_out(Remembers(), groups[:, None], groups % 2, groups, more=more)
    assert chances.tolist() == [[1.0, 0.0]] * 30
