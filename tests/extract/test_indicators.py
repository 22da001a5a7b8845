# ruff: noqa: E501  one sentence a line
"""Quantities that measure an act: French sentences with inline gold, hits beside intended misses.

``[[words|value]]`` marks an indicator; the value may carry a maximum (``500..600``) and, after a stroke each, what is
said of it: ``unit=km``, ``counted=pistes``, ``way=increase``, ``per=an``, ``from=30`` (baseline value), ``base=2015``
(baseline year), ``by=2030`` (target year). Unit and what is counted are always compared, the rest where any is
given. A sentence without marks holds none. The sentences are invented and are read as one document.
"""

from __future__ import annotations

import pytest
from marked_quantities import SAID, as_said, lines, marked_indicators

CHANGES = """
Nous réduirons de [[40 % les émissions de gaz à effet de serre|40|unit=%|counted=émissions de gaz à effet de serre|way=decrease|base=2015|by=2030]] d'ici 2030 par rapport à 2015.
Objectif : [[-40 % d'émissions|40|unit=%|counted=émissions|way=decrease]]
[[+ 15 % de fréquentation|15|unit=%|counted=fréquentation|way=increase]] en deux ans
Les consommations ont baissé de [[30 %|30|unit=%|counted=consommations|way=decrease|base=2010]] depuis 2010.
[[Diviser par deux les déchets enfouis|2|unit=fois|counted=déchets enfouis|way=decrease]]
Les émissions seront [[divisées par trois|3|unit=fois|counted=émissions|way=decrease]].
[[Doubler le nombre de places en crèche|2|unit=fois|counted=nombre de places en crèche|way=increase]].
La part du bio [[passera de 30 à 50 %|50|unit=%|counted=part du bio|way=increase|from=30|by=2026]] en 2026.
Porter la part des énergies renouvelables à [[32 %|32|unit=%|counted=part des énergies renouvelables|way=reach|from=12|base=2015|by=2030]] en 2030, contre 12 % en 2015.
Réduire [[de moitié l'usage des pesticides|50|unit=%|counted=usage des pesticides|way=decrease]].
Réduire [[d'un tiers la consommation d'eau|33.33|unit=%|counted=consommation d'eau|way=decrease]].
Baisser de [[25 points le taux de vacance|25|unit=point|counted=taux de vacance|way=decrease]].
[[Zéro artificialisation nette|0|counted=artificialisation nette|way=reach|by=2050]] en 2050.
"""

SHARES = """
Des cantines [[100 % bio|100|unit=%|counted=bio]] dès la rentrée.
[[Un logement sur trois|33.33|unit=%|counted=logement]] sera social.
[[La moitié des repas|50|unit=%|counted=repas]] sera végétarienne.
Maintenir [[60 % de produits locaux|60|unit=%|counted=produits locaux|way=maintain]] dans les menus.
[[90 % des bâtiments publics rénovés|90|unit=%|counted=bâtiments publics rénovés]]
[[38 % : part des énergies renouvelables|38|unit=%|counted=part des énergies renouvelables]]
"""

COUNTS = """
En 2022, [[15 collectivités|15|counted=collectivités|by=2022]] ont été accompagnées.
Depuis 2014, [[10 571 jeunes aidés|10571|counted=jeunes aidés|base=2014]].
[[Trois projets|3|counted=projets]] sont cofinancés au Sénégal.
Planter [[1 arbre par naissance|1|unit=arbre|counted=arbre|way=increase|per=naissance]].
[[Une centaine de logements|100|unit=logement|counted=logements]] seront rénovés chaque année.
[[11,2 millions de repas par an|11200000|counted=repas|per=an]]
Nous planterons [[entre 500 et 600 arbres|500..600|unit=arbre|counted=arbres|way=increase]] chaque hiver.
Recruter [[20 policiers municipaux supplémentaires|20|counted=policiers municipaux supplémentaires|way=increase]].
Accueillir [[45 réfugiés|45|counted=réfugiés]], dont [[12 enfants|12|counted=enfants]].
"""

UNITS = """
Nous créerons [[12 km de pistes cyclables|12|unit=km|counted=pistes cyclables]] et [[200 places de crèche|200|unit=place|counted=places de crèche]].
Produire [[25 GWh d'électricité solaire par an|25|unit=GWh|counted=électricité solaire|per=an]].
Atteindre [[50 000 m² de toitures solaires|50000|unit=m²|counted=toitures solaires]].
Économie de [[300 MWh par an|300|unit=MWh|way=decrease|per=an]], soit [[40 tonnes de CO2|40|unit=t|counted=CO2]].
"""

MISSES = """
La loi n° 2014-773 fixe 17 objectifs.
La mairie est ouverte de 9 h à 17 h 30.
Adopté par 33 voix contre 6.
Les jeunes de 16 à 25 ans sont accueillis au 12 rue des Lilas.
Les deux villes coopèrent.
Trois axes structurent la stratégie.
La vitesse est limitée à 30 km/h.
Contactez le 02 99 10 20 30.
Une subvention de 12 000 € est versée en 2024.
Le parc est à 12 km de la gare.
L'article 12 du règlement est modifié le 4 mars.
Le marché se tient deux fois par semaine.
"""

SENTENCES = lines(CHANGES, SHARES, COUNTS, UNITS, MISSES)


@pytest.fixture(scope="module")
def answers(found_in) -> dict[str, list[tuple]]:
    texts = [marked_indicators(marked)[0] for marked in SENTENCES]
    return dict(zip(texts, found_in(texts), strict=True))


def compared(found: list[tuple], gold: list[tuple]) -> list[tuple]:
    """What was found, in the form of the gold: of direction, years… what the gold speaks of, if it speaks of any."""
    rows = []
    for n, (start, i) in enumerate(found):
        asked = gold[n][-1] if n < len(gold) else {}
        said = {key: value for key, name in SAID.items() if asked and (value := getattr(i, name)) is not None}
        rows.append((start, i.text, i.value, i.max_value, i.unit, i.counted, {k: as_said(v) for k, v in said.items()}))
    return rows


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked, answers):
    text, gold = marked_indicators(marked)
    assert compared(answers[text], gold) == gold
