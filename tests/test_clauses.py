"""The main clause says who acts and in which tense; what a subordinate clause says commits nobody."""

import pytest

from pipeline.clauses import main_clause
from pipeline.nlp import load_nlp

CASES = [
    ("La Ville accueille chaque année des délégations qui souhaitent découvrir ses écoles.", "present"),
    ("Le Département accompagne les communes dont les réseaux d'eau seront rénovés.", "present"),
    ("La Ville participe à trois réseaux européens.", "present"),
    ("Trois chantiers sont cofinancés par la Région.", "passive"),
    ("Deux écoles ont été rénovées en 2021.", "perfect"),
    ("La commune s'est dotée d'un plan vélo.", "perfect"),
    ("La Métropole est devenue membre du réseau en 2019.", "perfect"),
    ("Nous faciliterons les trajets à pied.", "future"),
    ("Un gymnase sera construit avant la fin du mandat.", "future"),
    ("La Région souhaite doubler ses aides aux cantines.", "commits"),
    ("L'expertise de nos agents doit être mieux partagée.", "commits"),
    ("Ces crédits sont à développer.", "commits"),
    ("Nous ne construirons pas de parking en centre-ville.", "negated"),
    ("Cette piste pourrait être étudiée.", "conditional"),
    ("Le village comptait alors trois écoles.", "past"),
    ("Végétaliser davantage les cours des collèges.", "infinitive"),
    ("Créer un fonds de solidarité pour l'eau.", "infinitive"),
    ("Appui technique au plan de drainage.", "nominal"),
    ("Atelier de réparation de vélos", "nominal"),
    # The only finite verb is governed and the unit needs none of its own…
    ("Isoler l'école Jean-Jaurès, qui représente un tiers des dépenses de chauffage.", "infinitive"),
    ("Une maison des associations qui ouvre tous les soirs", "nominal"),
    # …or there is a main one after the clause it governs.
    ("Un appel à projets unique, et non plus quatre comme auparavant, sera lancé au printemps.", "future"),
    ("La Ville, qui l'héberge, valorise le travail de ces bénévoles.", "present"),
    ("Gérée par une régie, elle emploiera six personnes.", "future"),
    # Nouns and adjectives the tagger takes for verbs.
    ("La télérelève du secteur nord", "nominal"),
    ("Marché de denrées à prix coûtant", "nominal"),
    # Verbs it takes for participles.
    ("L'exploitation du réseau de chaleur fait l'objet d'un financement.", "present"),
]


@pytest.mark.parametrize(("sentence", "tense"), CASES, ids=[text[:40] for text, _ in CASES])
def test_the_main_clause_sets_the_tense(sentence: str, tense: str) -> None:
    assert main_clause(load_nlp()(sentence)[:]).tense == tense


def test_the_deed_is_the_participle_and_the_subject_stands_before_the_verb() -> None:
    clause = main_clause(load_nlp()("L'an dernier, l'agglomération a financé deux puits.")[:])
    assert (str(clause.verb), str(clause.deed)) == ("a", "financé")
    assert [t.text for t in clause.before][-1] == "agglomération"


def test_a_unit_without_words_says_nothing() -> None:
    clause = main_clause(load_nlp()("***")[:])
    assert (clause.verb, clause.deed, clause.tense, clause.before) == (None, None, "nominal", ())


def test_the_french_model_multiplies_with_numpy():
    parts = [component.model for _, component in load_nlp().components]
    assert parts
    assert not any(node.ops.use_blis for part in parts for node in part.walk())
