"""The quality gate: every figure reaches its floor, measured on the data the floors were stated on."""

# One case a line, with the whole message that is shown:
# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.floors import (
    GOLD,
    OWN,
    Section,
    load_floors,
    measure_gold,
    measure_own,
    restated,
    save_floors,
    shortfalls,
)
from pipeline.settings import ROOT, Settings
from pipeline.train import annotations_hash

SHARED = ROOT.parent / "shared"


def test_own_figures_reach_their_floors():
    assert list(shortfalls(load_floors(ROOT / "models"), {OWN: measure_own(Settings())})) == []


@pytest.mark.parametrize("name", sorted(GOLD))
def test_figures_on_real_texts_reach_their_floors(name):
    corpus = SHARED / GOLD[name]
    if not corpus.is_dir():
        pytest.skip("../shared is not there")
    floors = load_floors(ROOT / "models")
    assert len(floors[name].figures) == 7
    assert list(shortfalls(floors, {name: measure_gold(corpus, Settings())})) == []


# The gate itself

STATED = {
    "own": Section("a1", {"status_f1": 0.8, "sdg_calibration_error": 0.02}),
    "dev": Section("d1", {"periods": 1.0}),
}


def own(data: str = "a1", **figures: float) -> dict[str, Section]:
    return {"own": Section(data, {"status_f1": 0.8, "sdg_calibration_error": 0.02, **figures})}


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        pytest.param(own(), [], id="as stated"),
        pytest.param(own(status_f1=0.9, sdg_calibration_error=0.01), [], id="better"),
        pytest.param(own(status_f1=0.7981, sdg_calibration_error=0.0219), [], id="within the slack"),
        pytest.param(own(status_f1=0.79), ["own status_f1: 0.7900, where 0.8000 was reached before"], id="lower"),
        pytest.param(own(sdg_calibration_error=0.03), ["own sdg_calibration_error: 0.0300, where 0.0200 was reached before"], id="an error, higher"),
        pytest.param(own("a2", status_f1=0.9), ["own: measured on other data than the floors were; state them again: make floors"], id="other data"),
        pytest.param(own(partner_f1=0.9), ["own partner_f1: no floor; state them again: make floors"], id="a new figure"),
        pytest.param({"own": Section("a1", {"status_f1": 0.8})}, ["own sdg_calibration_error: not measured; state them again: make floors"], id="one gone"),
        pytest.param({"more": Section("m1", {})}, ["more: measured on other data than the floors were; state them again: make floors"], id="never stated"),
    ],
)  # fmt: skip
def test_shortfalls(measured, expected):
    assert list(shortfalls(STATED, measured)) == expected


def test_floors_rise_and_within_the_slack_stay():
    new, falling = restated(STATED, own("a2", status_f1=0.85, sdg_calibration_error=0.021))
    assert falling == []
    assert new == {"own": Section("a2", {"status_f1": 0.85, "sdg_calibration_error": 0.02}), "dev": STATED["dev"]}


def test_a_floor_that_falls_is_named():
    new, falling = restated(STATED, {"own": Section("a1", {"status_f1": 0.7})})
    assert falling == ["own status_f1: 0.8000 → 0.7000", "own sdg_calibration_error: 0.0200 → gone"]
    assert new["own"].figures == {"status_f1": 0.7}


def test_written_and_read_back(tmp_path):
    save_floors(tmp_path, STATED)
    assert load_floors(tmp_path) == STATED
    assert (tmp_path / "floors.toml").read_text(encoding="utf-8").startswith("# What every figure must reach")


# The command


def run(folder: Path, *options: object) -> Result:
    places = ["--annotations", folder, "--models", folder, "--shared", folder / "absent"]
    return CliRunner().invoke(main, ["floors", *map(str, [*places, *options])])


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.jsonl").write_text("{}", encoding="utf-8")
    trained(tmp_path, 0.8)
    return tmp_path


def trained(folder: Path, f1: float) -> None:
    card = {"annotations_sha256": annotations_hash(folder), "scores": {"status_f1": f1}}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")


def test_floors_are_stated_raised_and_lowered_on_purpose(folder):
    first = run(folder)
    assert (first.exit_code, first.stderr, first.stdout) == (0, "", f"{folder / 'floors.toml'}: 1 floors of own\n")
    trained(folder, 0.9)
    assert run(folder).exit_code == 0
    trained(folder, 0.85)
    refused = run(folder)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "engagements: floors would fall: own status_f1: 0.9000 → 0.8500. "
        "Nothing was written; let them fall with --lower\n"
    )
    assert load_floors(folder)["own"].figures == {"status_f1": 0.9}
    assert run(folder, "--check").stdout == "own status_f1: 0.8500, where 0.9000 was reached before\n"
    lowered = run(folder, "--lower")
    assert (lowered.exit_code, lowered.stdout.splitlines()[0]) == (0, "lowered  own status_f1: 0.9000 → 0.8500")
    assert run(folder, "--check").exit_code == 0


def test_other_examples_than_the_models_were_made_from_are_refused(folder):
    (folder / "documents" / "b.jsonl").write_text("{}", encoding="utf-8")
    result = run(folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"engagements: {folder}: not trained on {folder} as it is; run: engagements train\n"


@pytest.mark.parametrize(
    "content", [None, "own = 1", "[own]\nstatus_f1 = 1", "["], ids=["absent", "no table", "no hash", "no TOML"]
)
def test_a_file_that_is_none_is_named(folder, content):
    if content is not None:
        (folder / "floors.toml").write_text(content, encoding="utf-8")
    result = run(folder, "--check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"engagements: {folder / 'floors.toml'}: ")
    assert "state the floors with: make floors" in result.stderr
