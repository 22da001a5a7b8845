"""Scores against gold: what counts as found, what as missed, and gold that cannot be used."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from pipeline.evaluate import InvalidGold, View, load_gold, match, score


def view(*statements, partners=(), amounts=(), periods=()) -> View:
    return View(tuple(statements), tuple(partners), Counter(amounts), Counter(periods))


PLANT = ("Nous planterons mille arbres en ville.", "pledge", frozenset({15}))
HELP = ("La Ville aide les associations.", "action", frozenset({17}))


def test_all_right():
    same = view(PLANT, HELP, partners=[("Oran",)], amounts=[(5.0, "EUR")], periods=[(2020, None)])
    assert {name: s["f1"] for name, s in score([(same, same)]).items()} == dict.fromkeys(
        ("statements", "status", "sdgs", "partners", "amounts", "periods"), 1.0
    )


def test_wrong_status_and_goal_count_apart():
    found = view((PLANT[0], "action", frozenset({13})))
    scores = score([(found, view(PLANT))])
    assert scores["statements"]["f1"] == 1.0
    assert scores["status"]["f1"] == scores["sdgs"]["f1"] == 0.0


def test_missed_and_spurious():
    scores = score([(view(PLANT, ("Bienvenue.", "action", frozenset())), view(PLANT, HELP))])
    assert scores["statements"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}


def test_a_quote_matches_once_the_likeliest_first():
    found = view(("planterons mille arbres", "pledge", frozenset()), PLANT)
    assert match(found, view(PLANT)) == [(1, 0)]


def test_partners_match_by_any_name():
    found = view(partners=[("AFD", "Agence française de développement"), ("Lyon",)])
    gold = view(partners=[("Agence Française de Développement",), ("Nantes",)])
    assert score([(found, gold)])["partners"]["f1"] == 0.5


def test_amounts_and_periods_count_each_time():
    found, gold = view(periods=[(2020, 2020)]), view(periods=[(2020, 2020), (2020, 2020)])
    assert score([(found, gold)])["periods"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}


def test_gold_is_read(tmp_path):
    gold = {
        "statements": [{"quote": PLANT[0], "status": "pledge", "sdgs": [15]}],
        "partners": [{"name": "Oran", "aliases": ["ville d'Oran"]}],
        "amounts": [{"value": 5, "currency": "EUR"}],
        "periods": [{"start": 2020, "end": None}],
    }
    (tmp_path / "un_plan.json").write_text(json.dumps(gold), encoding="utf-8")
    expected = view(PLANT, partners=[("Oran", "ville d'Oran")], amounts=[(5.0, "EUR")], periods=[(2020, None)])
    assert load_gold(tmp_path) == {"un-plan": expected}


@pytest.mark.parametrize("content", ["{", "{}", '{"statements": [{}]}'])
def test_wrong_gold_is_named(tmp_path, content):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidGold, match=r"a\.json"):
        load_gold(tmp_path)


def test_no_gold_is_an_error(tmp_path):
    with pytest.raises(InvalidGold, match=r"no \.json file"):
        load_gold(tmp_path)
