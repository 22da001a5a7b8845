"""What a name does in its sentence decides where the judge hesitates."""

from __future__ import annotations

import pytest
from nlp_fixtures import process


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emmaüs Connect tient trois permanences numériques dans nos maisons de quartier.", {"Emmaüs Connect"}),
        ("Cités unies France coordonne le groupe-pays Sénégal, que la Ville copréside.", {"Cités unies France"}),
        ("Le CNRS et l'INRAE y délèguent six chercheurs.", {"CNRS", "INRAE"}),
        ("Selon l'INSEE, la population a crû de 1,2 % par an.", set()),
        ("Les jeunes de la commune ont passé une semaine à Berlin.", set()),
        ("Une délégation d'élus s'est rendue à Montréal pour étudier le déneigement.", set()),
    ],
    ids=["acts", "coordinates", "act together", "is a source", "stayed at", "went to"],
)
def test_who_acts_is_a_partner_and_where_people_went_is_not(text, expected):
    assert {m.text for m in process(text)._.partners} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cofinanceurs : CAF, MSA, Banque des Territoires", {"CAF", "MSA", "Banque des Territoires"}),
        ("Financeur : ADEME", {"ADEME"}),
        ("En lien avec : Cerema ; ADEME et CNRS", {"Cerema", "ADEME", "CNRS"}),
        ("Partenaires : MSA / ADEME", {"MSA", "ADEME"}),
        ("Villes jumelles : Galway, Kazanlak", {"Galway", "Kazanlak"}),
        ("Lieux : Galway, Kazanlak", set()),
        ("Partenaires : direction de la culture, service Jeunesse", set()),
        ("Au Moyen Âge, les drapiers commerçaient avec Bruges et Gênes.", set()),
    ],
    ids=["funders", "one", "semicolon and et", "slash", "twins", "another label", "own services", "long ago"],
)
def test_a_label_and_a_colon_announce_partners(text, expected):
    assert {m.text for m in process(text)._.partners} == expected
