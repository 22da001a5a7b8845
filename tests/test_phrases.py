"""Phrases that teach the goals: what a line may hold, what is refused, and that training learns from them."""

import json

import pytest

from pipeline.annotate.check import problems
from pipeline.errors import InvalidAnnotation
from pipeline.included import include
from pipeline.phrases import load_phrases

DOCUMENT = {
    "document": "d", "collectivity": "Ville de Clairval", "level": "commune", "kind": "page", "title": "Clairval",
    "unit": "p", "text": "La Ville soutient la chorale.", "status": "action", "sdgs": [4], "partners": [],
}  # fmt: skip


def folder_of(tmp_path, *lines: object):
    for part, rows in (("documents", [DOCUMENT]), ("phrases", lines)):
        (tmp_path / part).mkdir()
        text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
        (tmp_path / part / "some.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("`some.jsonl`", encoding="utf-8")
    return tmp_path


def test_phrases_teach_goals_and_say_nothing_of_status(tmp_path):
    folder = folder_of(tmp_path, {"text": "pistes cyclables", "sdgs": [11, 13]}, {"text": "épicerie", "sdgs": [1]})
    assert [(p.text, p.status, p.sdgs) for p in load_phrases(folder)] == [
        ("pistes cyclables", None, (11, 13)),
        ("épicerie", None, (1,)),
    ]
    found = include(folder, ())
    assert found is not None
    rows, goals = found.for_goals
    assert list(rows[:, 0]) == ["pistes cyclables", "épicerie"]
    assert [[n + 1 for n in range(17) if row[n]] for row in goals] == [[11, 13], [1]]
    assert len(found.for_status[0]) == 0


def test_no_folder_no_phrases(tmp_path):
    assert load_phrases(tmp_path) == []
    assert include(tmp_path, ()) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"text": "pistes cyclables", "sdgs": []}, "at least one"),
        ({"text": "pistes cyclables", "sdgs": [18]}, r"sdgs are 1–17.*Got \[18\]"),
        ({"text": " ", "sdgs": [1]}, "text is not empty"),
        ({"text": "pistes cyclables", "goals": [11]}, "a phrase is text and sdgs"),
        ("pistes cyclables", "Expecting value"),
    ],
    ids=["no-goal", "goal-18", "blank", "another-key", "no-json"],
)
def test_a_broken_line_is_named(tmp_path, line, told):
    with pytest.raises(InvalidAnnotation, match=r"some\.jsonl:2: .*" + told):
        load_phrases(folder_of(tmp_path, {"text": "école", "sdgs": [4]}, line))


def test_the_check_names_a_phrase_that_is_there_twice(tmp_path):
    folder = folder_of(tmp_path, {"text": "École bilingue", "sdgs": [4]}, {"text": "école bilingue", "sdgs": [4]})
    assert list(problems(folder)) == ["some.jsonl line 1 and some.jsonl line 2: the same phrase: école bilingue"]


def test_the_check_asks_where_phrases_are_from(tmp_path):
    folder = folder_of(tmp_path, {"text": "école bilingue", "sdgs": [4]})
    (folder / "README.md").write_text("", encoding="utf-8")
    assert [line.split(": ")[0] for line in problems(folder)] == [
        str(folder / "documents/some.jsonl"),
        str(folder / "phrases/some.jsonl"),
    ]
