"""What a person says of a unit outranks the model, in the next refresh."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace

import pytest

from pipeline.annotate.labels import (
    PersonLabel,
    conflicts,
    labels_hash,
    labels_of,
    load_labels,
    merged,
    save_labels,
    settled,
)
from pipeline.annotate.outrank import outranked
from pipeline.classify import Statement
from pipeline.errors import InvalidAnnotation
from pipeline.refresh import Options, refresh
from pipeline.settings import Settings
from pipeline.types import SdgLink
from pipeline.units import Unit

TREES = PersonLabel("plan", "Nous planterons mille arbres.", "pledge", (13, 15), "anne")


def said(label: PersonLabel = TREES, **change: object) -> PersonLabel:
    return replace(label, **change)


# The file


def test_labels_are_kept_sorted_a_line_each(tmp_path):
    labels = [said(annotator="zoé"), said(source="bilan"), TREES]
    save_labels(tmp_path, labels)
    assert load_labels(tmp_path) == [labels[1], labels[2], labels[0]]
    lines = (tmp_path / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == {
        "source": "plan", "text": "Nous planterons mille arbres.", "status": "pledge", "sdgs": [13, 15],
        "annotator": "anne", "decides": False, "heading": "", "lead": "",
    }  # fmt: skip


def test_no_file_is_no_label(tmp_path):
    assert load_labels(tmp_path) == [] and labels_of(tmp_path, "plan") == {}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"status": "promise"}, "status is one of pledge, action, result, none. Got 'promise'"),
        ({"sdgs": [18]}, "sdgs are 1–17, and none where status is none. Got [18]"),
        ({"status": "none"}, "sdgs are 1–17, and none where status is none. Got [15]"),
        ({"annotator": " "}, "annotator is a text that is not empty. Got ' '"),
        ({"source": None}, "source is a text that is not empty. Got None"),
        ({"mood": "glad"}, "unexpected keyword argument 'mood'"),
    ],
    ids=["status", "goal", "none with goals", "annotator", "source", "key"],
)
def test_a_wrong_line_is_named(tmp_path, change, message):
    row = {"source": "plan", "text": "Nous planterons.", "status": "pledge", "sdgs": [15], "annotator": "anne"}
    (tmp_path / "labels.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps({**row, **change})}\n", encoding="utf-8")
    with pytest.raises(InvalidAnnotation, match=re.escape(message)) as error:
        load_labels(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'labels.jsonl'}:2: ")


def test_an_annotator_may_think_again():
    again = said(status="result", sdgs=())
    assert merged([TREES, said(annotator="zoé")], [again]) == [again, said(annotator="zoé")]


# Agreement


def test_what_all_say_is_followed():
    assert settled([TREES, said(annotator="zoé")]) == {TREES.unit: TREES}


@pytest.mark.parametrize("change", [{"status": "action"}, {"sdgs": (15,)}], ids=["status", "goals"])
def test_what_they_differ_on_is_not_followed(change):
    labels = [TREES, said(annotator="zoé", **change)]
    assert settled(labels) == {}
    assert list(conflicts(labels)) == [labels]


def test_until_one_decides():
    labels = [TREES, said(annotator="zoé", sdgs=(15,)), said(annotator="max", sdgs=(13,), decides=True)]
    assert settled(labels) == {TREES.unit: labels[2]}
    assert list(conflicts(labels)) == []


def test_the_same_words_are_the_same_unit_however_they_are_set():
    assert said(text="NOUS  planterons mille\narbres ;").unit == TREES.unit != said(source="bilan").unit


# What the model says


def unit(text: str, start: int) -> Unit:
    return Unit(start, start + len(text), text, 0, "paragraph", 0, 0, "", "", "", None)


UNITS = [unit("Nous planterons mille arbres.", 0), unit("Le climat change (ODD 13).", 40)]
BY_MODEL = Statement(UNITS[0], "action", 0.6, (SdgLink(4, 0.5),))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param([], [("action", 0.6, [(4, 0.5, False)], False)], id="no label"),
        pytest.param([TREES], [("pledge", 1.0, [(13, 1.0, False), (15, 1.0, False)], True)], id="another status"),
        pytest.param([said(status="none", sdgs=())], [], id="no statement"),
        pytest.param(
            [said(text="Le climat change (ODD 13).", status="result", sdgs=(13,))],
            [("action", 0.6, [(4, 0.5, False)], False), ("result", 1.0, [(13, 1.0, True)], True)],
            id="one more, its goal declared",
        ),
        pytest.param([said(text="Autre chose.")], [("action", 0.6, [(4, 0.5, False)], False)], id="elsewhere"),
    ],
)
def test_a_label_outranks_the_model(labels, expected):
    found = outranked([BY_MODEL], UNITS, {label.unit[1]: label for label in labels})
    assert [(s.status, s.probability, [(g.sdg, g.score, g.declared) for g in s.sdgs], s.by_person) for s in found] == (
        expected
    )


def test_what_is_extracted_depends_on_the_labels_of_its_source_alone(tmp_path):
    empty = labels_hash(tmp_path, "plan")
    save_labels(tmp_path, [said(source="bilan")])
    assert labels_hash(tmp_path, "plan") == empty
    save_labels(tmp_path, [TREES, said(source="bilan")])
    labelled = labels_hash(tmp_path, "plan")
    save_labels(tmp_path, [TREES, said(source="bilan"), said(annotator="zoé")])
    assert labels_hash(tmp_path, "plan") == labelled != empty
    save_labels(tmp_path, [TREES, said(annotator="zoé", status="action")])
    assert labels_hash(tmp_path, "plan") == empty, "a conflict is not followed"


# In a refresh, with the models

MANIFEST = """\
[[collectivities]]
id = "brume"
name = "Ville de Brume"
level = "commune"

[[sources]]
id = "plan"
collectivity = "brume"
path = "plan.txt"
kind = "programme"

[[sources]]
id = "autre"
collectivity = "brume"
path = "autre.txt"
kind = "page"
"""
WORDS = "La Ville plantera mille arbres dans les cours d'école.\n\nLe printemps est doux sur les quais.\n"


def test_a_refresh_follows_people_and_only_the_labelled_source_is_read_again(tmp_path):
    for name, text in (
        ("sources.toml", MANIFEST),
        ("plan.txt", WORDS),
        ("autre.txt", "La Ville soutient la chorale.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    options, settings = Options(tmp_path, tmp_path / "a.db"), replace(Settings(), annotations=tmp_path / "labels")
    query = "SELECT text, status, probability, by_person FROM commitments WHERE withdrawn_on IS NULL AND text LIKE ?"

    def stored(start: str) -> list[tuple]:
        return sqlite3.connect(tmp_path / "a.db").execute(query, [f"{start}%"]).fetchall()

    refresh(options, settings)
    ((_, status, probability, by_person),) = stored("La Ville plantera")
    assert (status, by_person) == ("pledge", 0) and probability < 1
    assert stored("Le printemps") == []
    save_labels(settings.annotations, [
        said(text="La Ville plantera mille arbres dans les cours d’école", status="result", sdgs=(15,)),
        said(text="Le printemps est doux sur les quais.", status="action", sdgs=()),
    ])  # fmt: skip
    report = refresh(options, settings)
    assert {o.source_id: o.state for o in report.outcomes} == {"plan": "stored", "autre": "unchanged"}
    assert stored("La Ville plantera") == [(WORDS.split("\n", maxsplit=1)[0], "result", 1.0, 1)]
    assert stored("Le printemps") == [("Le printemps est doux sur les quais.", "action", 1.0, 1)]


def test_wrong_labels_are_named_before_anything_is_fetched(tmp_path):
    (tmp_path / "sources.toml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "labels.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(InvalidAnnotation, match=r"labels\.jsonl:1: 'sdgs'"):
        refresh(Options(tmp_path, tmp_path / "a.db"), replace(Settings(), annotations=tmp_path))
    assert not (tmp_path / "a.db").exists()
