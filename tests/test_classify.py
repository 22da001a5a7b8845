"""Statements, their status and goals: plain cases the shipped models must get right, and what holds always."""

from __future__ import annotations

import numpy as np
import pytest
from nlp_fixtures import process

from pipeline.classify import declared_goals, with_siblings
from pipeline.types import Block
from pipeline.units import units_of

CASES = [
    ("Nous ouvrirons une deuxième crèche municipale d'ici 2028.", "pledge"),
    ("La Ville souhaite développer les échanges scolaires avec l'Allemagne.", "pledge"),
    ("La Ville s'engage à réduire ses émissions de gaz à effet de serre.", "pledge"),
    ("La Ville est membre du réseau des villes éducatrices.", "action"),
    ("La Ville soutient chaque année les associations de solidarité internationale.", "action"),
    ("En 2022, la Ville a accueilli une délégation de Douala.", "result"),
    ("La Ville a versé 20 000 € à la banque alimentaire.", "result"),
    ("Le changement climatique menace les littoraux du monde entier.", None),
    ("Photo : service communication", None),
    ("Adopté à l'unanimité.", None),
]


@pytest.mark.parametrize(("sentence", "status"), CASES, ids=[c[0][:40] for c in CASES])
def test_status(sentence, status):
    found = process(sentence)._.statements
    assert [s.status for s in found] == ([] if status is None else [status])


GOALS = [
    ("Nous servirons des repas bio et locaux dans les cantines.", 2),
    ("Nous créerons une maison de santé pour attirer des médecins.", 3),
    ("Nous rénoverons l'école et embaucherons des animateurs périscolaires.", 4),
    ("La Ville lutte contre les violences faites aux femmes.", 5),
    ("Nous réparerons les fuites du réseau d'eau potable.", 6),
    ("Nous installerons des panneaux photovoltaïques sur les toits.", 7),
    ("Nous doublerons les pistes cyclables et les lignes de bus.", 11),
    ("Nous ouvrirons une ressourcerie et trierons mieux les déchets.", 12),
    ("Nous planterons 5 000 arbres et des haies pour la biodiversité.", 15),
    ("La Ville est jumelée avec une ville allemande et développe ses partenariats internationaux.", 17),
]


@pytest.mark.parametrize(("sentence", "goal"), GOALS, ids=[str(g) for _, g in GOALS])
def test_goal(sentence, goal):
    (statement,) = process(sentence, kind="programme" if sentence.startswith("Nous") else "page")._.statements
    assert goal in {link.sdg for link in statement.sdgs}


def test_every_statement_has_one_to_three_goals_and_probabilities():
    doc = process(*(sentence for sentence, _ in CASES + GOALS))
    assert len(doc._.statements) > 10
    for statement in doc._.statements:
        assert 1 <= len(statement.sdgs) <= 3
        assert 0 < statement.probability <= 1
        assert all(0 < link.score <= 1 for link in statement.sdgs)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Cette action répond à l'ODD 6.", [6]),
        ("Objectifs 11 et 13 de l'Agenda 2030", [11, 13]),
        ("ODD 4, 5 et 10", [4, 5, 10]),
        ("ODD 18", []),
        ("Objectif 5 000 arbres", []),
        ("Objectif 10 % de bio", []),
        ("les 17 Objectifs du développement durable", []),
        ("Objectif : 12 logements", []),
    ],
)
def test_goals_named_by_number(text, goals):
    assert declared_goals(text) == goals


def test_a_declared_goal_is_certain_and_kept_apart():
    (statement,) = process("La Ville rénovera ses réseaux d'assainissement (ODD 6).")._.statements
    declared = [link for link in statement.sdgs if link.declared]
    assert [(link.sdg, link.score) for link in declared] == [(6, 1.0)]


def test_list_items_lean_towards_their_siblings():
    from pipeline.document import lay_out

    blocks = [Block("Nous allons :", "paragraph"), *(Block(t, "list_item", 1) for t in ("planter", "semer", "tailler"))]
    units = units_of(lay_out(blocks).passages)
    chances = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
    leaning = with_siblings(chances, units)
    assert leaning[0].tolist() == [1.0, 0.0]
    assert leaning[3].tolist() == pytest.approx([0.7, 0.3])
    assert leaning[1].tolist() == pytest.approx([0.15, 0.85])


def test_what_follows_in_an_item_stands_by_itself():
    from pipeline.document import lay_out

    items = ("planter. Les arbres manquent.", "semer")
    blocks = [Block("Nous allons :", "paragraph"), *(Block(text, "list_item", 1) for text in items)]
    units = units_of(lay_out(blocks).passages)
    chances = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    assert [u.text for u in units if u.answers_lead] == ["planter.", "semer"]
    assert with_siblings(chances, units).tolist() == chances.tolist()


def test_an_empty_document_has_no_statements():
    assert process("…")._.statements == []


def test_a_document_without_context_is_refused():
    from pipeline.nlp import load_pipeline
    from pipeline.settings import Settings

    with pytest.raises(ValueError, match="is not set; set it before the pipeline runs"):
        load_pipeline(Settings().models)("La Ville agit.")
