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
