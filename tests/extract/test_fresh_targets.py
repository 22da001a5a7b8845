"""Quantities in 60 passages written before the rules for tables, in the manner of other collectivities.

Marked ``[[words|value..max|unit=…|way=…]]`` with what else is asked of them; hits beside misses. At first try 47 were
right to the word, 50 but for where the words end or what the marks took for a second quantity.
"""

from __future__ import annotations

import pytest
from marked_passages import documents, read
from marked_quantities import SAID, as_said

PASSAGES = """
T| Indicateur | Objectif 2030 | Unité
  T| Logements sociaux | [[45|45|unit=logement|by=2030]] | logements
T| Commune | Nombre de logements
  T| Lormoy | [[120|120|unit=logement]]
  T| Vaugny | [[34|34|unit=logement]]
T| Objectif 2030 | [[45|45|unit=logement|by=2030]] | logements
T| Action | Surface (ha) | Arbres plantés
  T| Bois du Roy | [[12|12|unit=ha]] | [[3 500|3500|unit=arbre]]
T| Indicateur | 2019 | Cible 2030
  T| Part du bio à la cantine (%) | [[18|18|unit=%|by=2019]] | [[60|60|unit=%|by=2030]]
T| Action | Pilote | Calendrier
  T| Plan vélo | M. Petit | 2027
H| Linéaire de haies (km)
  T| Secteur | 2023 | 2024
  T| Nord | [[4|4|unit=km|by=2023]] | [[7|7|unit=km|by=2024]]
T| N° | Action | Budget (€)
  T| 12 | Rénover | 45 000
Nous créerons [[35 places en crèche|35|unit=place|way=increase]] avant la fin du mandat.
Réduire de [[40 % les émissions|40|unit=%|way=decrease|base=2015|by=2030]] d'ici 2030 par rapport à 2015.
Objectif : [[500 logements rénovés par an|500|unit=logement|per=an]]
Atteindre [[32 % d'énergies renouvelables|32|unit=%|way=reach|by=2030|from=19|base=2020]] en 2030, contre 19 % en 2020.
[[Diviser par deux la consommation d'eau des stades|2|unit=fois|way=decrease]].
Planter [[un arbre par habitant|1|unit=arbre|per=habitant]].
[[Passer de 12 à 25 km de pistes cyclables|25|unit=km|from=12]].
Le Département a aménagé [[86 km de voies vertes|86|unit=km|way=increase]] depuis 2016.
[[1 240 bénéficiaires du RSA|1240]] ont été accompagnés.
La Région forme [[8 500 apprentis par an|8500|per=an]].
[[Trois collèges sur quatre|75|unit=%]] servent des produits locaux.
Accueillir [[une vingtaine de volontaires en service civique|20]].
[[100 % des bus|100|unit=%]] rouleront sans diesel en 2028.
Baisser la consommation d'énergie de [[15 %|15|unit=%|way=decrease]] en trois ans.
Nous ouvrirons [[deux maisons de santé|2|way=increase]] et recruterons [[six médecins|6|way=increase]].
L'agglomération collecte [[310 kg de déchets par habitant|310|unit=kg|per=habitant]].
Vers [[zéro bouteille plastique|0|way=reach]] dans les services.
[[+ 12 % de voyageurs|12|unit=%|way=increase]] sur le réseau
Le conseil s'est réuni 8 fois.
Ouvert de 9 h à 17 h, 6 jours sur 7.
Le règlement comporte 24 articles.
Les trois maires ont signé.
Adopté par 31 voix pour et 2 abstentions.
Rue du 8 mai 1945
L'axe 3 prévoit la fiche 14.
Le loyer est de 450 €.
La salle 204 est au 2e étage.
Le quartier est à 3 km du centre.
Les plus de 65 ans voyagent à moitié prix.
Doter la Ville d'un parc de [[15 hectares|15|unit=ha]].
Installer [[4 500 m² de panneaux solaires|4500|unit=m²|way=increase]] sur les toits publics.
Raccorder [[95 % des foyers|95|unit=%|by=2025]] à la fibre d'ici 2025.
Éviter [[1 800 tonnes de CO2 par an|1800|unit=t|way=decrease|per=an]].
Remplacer [[2 300 points lumineux|2300]].
Supprimer [[450 places de stationnement|450|unit=place|way=decrease]].
[[Tripler la part modale du vélo|3|unit=fois|way=increase]].
Maintenir [[14 classes bilingues|14|way=maintain]].
Réserver [[un tiers des places|33.33|unit=%]] aux familles monoparentales.
Les [[52 communes du territoire|52]] bénéficieront du dispositif.
Plus de [[600 personnes|600]] ont assisté au forum.
Limiter la hausse à [[2 %|2|unit=%]].
Au moins [[20 % de matériaux biosourcés|20|unit=%]] dans chaque chantier.
Faire [[passer le taux d'équipement de 48 % à 70 %|70|unit=%|from=48|by=2027]] d'ici fin 2027.
Restaurer [[25 à 30 mares|25..30]] chaque hiver.
Créer près de [[200 emplois|200|unit=emploi|way=increase]] sur l'ancienne friche.
Un objectif de [[1 500 repas par jour|1500|per=jour]].
[[7 écoles|7]] ont été végétalisées.
Former tous les agents, soit [[1 150 personnes|1150]].
Économiser [[3,5 GWh|3.5|unit=GWh|way=decrease]].
Réduire [[d'un quart le gaspillage alimentaire|25|unit=%|way=decrease]].
H| [[2 400 élèves accueillis|2400]]
Chiffres clés : [[27 écoles|27]], [[3 collèges|3]], [[1 lycée|1]].
"""
DOCUMENTS = documents(PASSAGES)
FIRST_TRY = "47 of 60 exact; 50 but for where the words end"


@pytest.mark.parametrize("marked", DOCUMENTS)
def test_quantities(marked):
    doc, golds = read(marked)
    asked = [_asked(*gold) for gold in golds]
    found = [
        (i.text, i.value, i.max_value, i.unit, {k: as_said(getattr(i, SAID[k])) for k in said})
        for i, (*_, said) in zip(doc._.indicators, asked, strict=True)
    ]
    assert found == asked


def _asked(words: str, gold: str) -> tuple:
    value, *more = gold.split("|")
    low, _, high = value.partition("..")
    said = dict(pair.split("=") for pair in more)
    return words, float(low), float(high) if high else None, said.pop("unit", None), said


def test_what_a_column_counts_is_said_above_it():
    doc, _ = read("T| Commune | Nombre de logements sociaux\nT| Lormoy | 120")
    (found,) = doc._.indicators
    assert (found.unit, found.counted) == ("logement", "logements sociaux")


def test_there_are_enough_of_them():
    assert len(DOCUMENTS) >= 60
