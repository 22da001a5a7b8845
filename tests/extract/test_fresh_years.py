"""Periods in 60 passages written before the rules were looked at again, in the manner of other collectivities.

Those that begin with a date were published on it: "l'an dernier" is told from there. Hits beside misses.
"""

from __future__ import annotations

from datetime import date

import pytest
from marked_passages import documents, read

PASSAGES = """
@2024-05-12 Les travaux, engagés [[l'an dernier|2023]], s'achèveront [[d'ici deux ans|..2026]].
@2024-05-12 [[L'an prochain|2025]], la cantine passera au bio.
@2024-05-12 [[Depuis cinq ans|2019..]], la commune éteint la nuit.
@2024-05-12 Le pôle culturel ouvrira en [[septembre prochain|2024]].
@2024-05-12 En [[novembre dernier|2023]], le conseil a voté le plan.
@2024-05-12 [[Cette année|2024]], trois rues seront refaites.
@2024-05-12 [[Il y a dix ans|2014]] naissait la communauté de communes.
@2024-05-12 [[Au cours des trois prochaines années|2024..2027]], nous planterons des haies.
@2024-05-12 [[Ces deux dernières années|2022..2024]], la fréquentation a doublé.
@2024-05-12 Le contrat court [[jusqu'à la fin de l'année|..2024]].
@2024-05-12 [[L'année passée|2023]], 48 familles ont été aidées.
@2024-05-12 Les agents travaillent 35 heures par semaine toute l'année.
@2024-05-12 Les bacs seront livrés [[avant l'été prochain|..2024]].
@2024-05-12 Cette année-là, la Loire déborda.
@2024-05-12 Un bail de neuf ans a été signé.
@2024-05-12 Le dispositif s'adresse aux jeunes de 16 à 25 ans depuis leur inscription.
@2024-05-12 Le prochain conseil municipal se tiendra le 3 juin.
@2024-05-12 [[Dans un délai de trois ans|2027]], tous les bâtiments seront équipés.
@2024-05-12 [[Dès l'année prochaine|2025..]], les lycéens voyageront gratuitement.
@2024-05-12 La restauration scolaire a été reprise en régie [[il y a un an|2023]].
@2024-05-12 À la [[rentrée prochaine|2024]], deux classes ouvriront.
@2024-05-12 [[L'hiver dernier|2023..2024]], la patinoire a fermé.
Le PLUi sera révisé [[entre 2025 et 2027|2025..2027]].
[[2021-2026|2021..2026]] : contrat de relance
Un plan pluriannuel [[2024/2030|2024..2030]]
[[Depuis 2017|2017..]], la Ville est jumelée avec Tata.
[[D'ici à 2050|..2050]], zéro artificialisation nette.
Réduire de 30 % [[à l'horizon 2035|..2035]].
Convention conclue [[jusqu'au 31 décembre 2027|..2027]]
Délibération du [[17 décembre 2024|2024]]
Séance du [[04/07/2023|2023]]
Année scolaire [[2023-24|2023..2024]]
Le pont fut bâti au [[XIXe siècle|1801..1900]] et élargi dans les [[années 1960|1960..1969]].
Mandat [[2020-2026|2020..2026]]
[[De janvier à juin 2025|2025]], la rue sera fermée.
[[Du 1er mars au 30 septembre 2024|2024]]
[[Premier trimestre 2026|2026]] : lancement des études
[[Fin 2028|2028]], la ligne sera en service.
L'appel à projets [[2025|2025]] est ouvert.
Loi n° 2015-991 du [[7 août 2015|2015]] portant nouvelle organisation territoriale
Vu l'arrêté préfectoral n° 2022-1043,
La norme ISO 50001 et l'Agenda 2030 guident l'action.
Le programme Horizon 2020 a financé l'étude.
Le chemin rural n° 1995 est déclassé.
La commune compte 2018 habitants.
Le terrain de 1 950 m² est viabilisé.
Rendez-vous au 2024 route de Lyon.
Tél. 04 70 20 19 88
Code postal 20250 Corte
RE2020 et RT2012 s'appliquent aux bâtiments.
[[À partir de 2025|2025..]] et pour [[2026|2026]], le tri s'étend.
[[Avant 2030|..2030]], toutes les écoles seront isolées.
Le bilan [[2019|2019]], [[2020|2020]] et [[2021|2021]] est joint.
Les exercices [[2022|2022]] et [[2023|2023]] sont clos.
Le schéma [[2023 – 2028|2023..2028]] succède à celui de [[2017|2017]].
Les élections de [[mars 2026|2026]] ne changeront rien.
Publié le [[12 février 2025|2025]] à 14 h 30
[[Été 2027|2027]] : réouverture du bassin
[[Après 2030|2030..]], le site sera dépollué.
T| Action | Échéance
  T| Plan vélo | [[2027|2027]]
  T| Logements | [[2025-2029|2025..2029]]
  T| Coût | 2 100
"""
DOCUMENTS = documents(PASSAGES)
FIRST_TRY = "58 of 60"


@pytest.mark.parametrize("marked", DOCUMENTS)
def test_periods(marked):
    published = date.fromisoformat(marked[1:11]) if marked.startswith("@") else None
    doc, golds = read(marked[12:] if published else marked, published)
    assert [(p.text, p.start_year, p.end_year) for p in doc._.periods] == [(w, *_years(g)) for w, g in golds]


def _years(gold: str) -> tuple[int | None, int | None]:
    first, dots, last = gold.partition("..")
    start = int(first) if first else None
    return start, (int(last) if last else None) if dots else start


def test_there_are_enough_of_them():
    assert len(DOCUMENTS) >= 60
