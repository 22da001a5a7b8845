"""Every canned query is explained in French and answers with rows."""

from __future__ import annotations

import json

import httpx
import pytest
from site_answers import ANSWERS
from site_contents import QUESTIONS

ASKED = {
    "qui-travaille-avec": {"partenaire": "seve"},
    "engagements-a-l-horizon": {"annee": "2031"},
    "engagements-dans-un-pays": {"pays": "Sénégal"},
    "partenaires-d-une-collectivite": {"collectivite": "clairval"},
    "plus-grosses-sommes": {"devise": "eur", "collectivite": "haut"},
    "chercher-des-mots": {"mots": "jumelage"},
    "derniers-ajouts": {"depuis": "2026-09-01"},
    "ce-qui-a-disparu": {"depuis": "2026-11-01"},
    "promesses-sans-date-ni-somme": {"collectivite": ""},
}


def rows(get, name, **parameters):
    answer = get(f"/engagements/{name}.json?{httpx.QueryParams({**parameters, '_shape': 'array'})}")
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


def test_there_are_enough_questions():
    assert len(QUESTIONS) >= 15


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_explained(name):
    question = QUESTIONS[name]
    assert len(question["title"]) > 8
    assert len(question["description"]) > 30


def test_every_question_has_its_answer_written_down():
    assert list(ANSWERS) == list(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_answers_with_these_rows(get, name):
    columns, *expected = ANSWERS[name]
    found = rows(get, name, **ASKED.get(name, {}))
    assert [tuple(row) for row in found] == [columns] * len(expected)
    assert [tuple(row.values()) for row in found] == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_answers_without_parameters(get, name):
    assert rows(get, name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_page(get, name):
    answer = get(f"/engagements/{name}")
    assert answer.status_code == 200
    assert "Comment cette réponse est calculée" in answer.text


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("qui-travaille-avec", {"partenaire": "racines"}, {"Ville de Clairval", "Département du Haut-Pays"}),
        ("qui-travaille-avec", {"partenaire": 'des "ponts'}, {"Ville de Clairval"}),
        ("chercher-des-mots", {"mots": "plante*"}, {"Ville de Clairval"}),
        ("chercher-des-mots", {"mots": "Port-Azur"}, {"Ville de Clairval", "Département du Haut-Pays"}),
        ("plus-grosses-sommes", {"collectivite": "haut"}, {"Département du Haut-Pays"}),
        ("engagements-a-l-horizon", {"annee": "2031"}, {"Ville de Clairval"}),
        ("engagements-dans-un-pays", {"pays": "sn"}, {"Ville de Clairval", "Département du Haut-Pays"}),
    ],
)
def test_who(get, name, parameters, expected):
    assert {row["collectivité"] for row in rows(get, name, **parameters)} == expected
