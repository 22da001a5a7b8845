"""Quantities in 152 sentences and rows written afresh after the rules, in the manner of other collectivities.

Programmes, plans, reports, minutes, key figures and tables; hits beside misses. Here words, value, maximum and unit
are compared, and what else a sentence speaks of. The share right at first try, before anything was mended, is
stated in ``FIRST_TRY``.
"""

from __future__ import annotations

import pytest
from marked_quantities import SAID, as_said, lines, marked_indicators

PROGRAMMES = """
Ouvrir [[quatre centres de santé|4]] dans les quartiers nord.
Nous planterons [[30 000 arbres|30000|unit=arbre|way=increase]] avant la fin du mandat.
Recruter [[80 agents|80|way=increase]] de proximité dès la première année.
[[Doubler le nombre de caméras|2|unit=fois|way=increase]].
[[100 % des écoles équipées de capteurs de CO2|100|unit=%]].
Créer [[une dizaine de jardins partagés|10|way=increase]].
Réduire de [[15 % l'éclairage public|15|unit=%|way=decrease]].
Rénover [[deux gymnases|2]] et [[trois écoles|3]].
Passer à [[50 % de bio|50|unit=%|way=reach]] dans les cantines.
Offrir [[un repas végétarien sur deux|50|unit=%]].
Construire [[600 logements par an|600|unit=logement|way=increase|per=an]], dont [[30 % de logements sociaux|30|unit=%]].
[[Tripler les surfaces de pistes cyclables|3|unit=fois|way=increase]].
Installer [[25 fontaines à eau|25|way=increase]].
Fermer [[deux crèches|2|way=decrease]] n'est pas notre choix.
Garantir [[20 m² d'espaces verts par habitant|20|unit=m²|per=habitant]].
Les cinq priorités du mandat
Un maire à votre écoute 7 jours sur 7
N° 12 : un médiateur dans chaque quartier
Notre liste réunit [[45 candidats|45]] de 18 à 74 ans.
Rendez-vous le 15 mars au 3 rue Basse.
Maintenir les [[12 bureaux de poste du territoire|12|way=maintain]].
Diminuer [[d'un quart la consommation d'énergie des bâtiments|25|unit=%|way=decrease]].
"""

PLANS = """
Réduire les émissions du territoire de [[35 %|35|unit=%|way=decrease|base=2018|by=2030]] entre 2018 et 2030.
[[Porter la part modale du vélo de 4 à 12 %|12|unit=%|way=increase|from=4|by=2030]] d'ici 2030.
Restaurer [[18 km de haies|18|unit=km]] et [[42 ha de zones humides|42|unit=ha]].
Produire [[120 GWh d'énergie renouvelable|120|unit=GWh|by=2035]] à l'horizon 2035.
Équiper [[75 toitures publiques de panneaux|75|way=increase]], soit [[9 MWc|9|unit=MWc]].
Détourner [[3 500 tonnes de déchets de l'enfouissement|3500|unit=t]] chaque année.
Atteindre un taux de rendement de [[85 %|85|unit=%|way=reach]].
[[- 20 % de déplacements automobiles|20|unit=%|way=decrease]]
[[+ 10 points de couverture médicale|10|unit=point|way=increase]]
Désimperméabiliser [[12 000 m² de parkings|12000|unit=m²|way=decrease]].
Former [[250 élus|250]] et agents aux risques.
Stabiliser la population à [[48 000 habitants|48000|way=maintain]].
Baisser la vitesse à 30 km/h dans [[14 bourgs|14]].
Rénover [[1 500 à 2 000 logements par an|1500..2000|unit=logement|per=an]].
Éviter l'émission de [[4 200 teqCO2|4200|unit=tCO2e|way=decrease]].
[[Diviser par deux les fuites d'eau|2|unit=fois|way=decrease]].
Action 4.2 : protéger les captages
Le plan comporte 5 axes et [[32 fiches|32]].
La température moyenne a augmenté de [[1,4 °C|1.4|unit=°C|way=increase|base=1960]] depuis 1960.
Les 17 ODD servent de grille de lecture.
Objectif : [[zéro herbicide en ville|0|way=reach]]
Le chapitre 3 traite des mobilités.
"""

REPORTS = """
[[214 dossiers|214]] ont été instruits et [[187 aides versées|187]].
En 2022, [[3 418 personnes|3418|by=2022]] ont poussé la porte des maisons France Services.
[[Une quarantaine de familles|40]] ont été relogées.
[[9 collégiens sur 10|90|unit=%]] déjeunent à la demi-pension.
[[12 km de réseaux renouvelés|12|unit=km]], [[2 stations d'épuration mises|2]] aux normes
Le nombre de visiteurs a progressé de [[8 %|8|unit=%|way=increase]].
[[Deux cents jeunes|200]] sont partis en chantier international.
La Ville accompagne [[trois projets|3]] à Madagascar et [[un millier d'élèves|1000]].
[[27 000 plants|27000]] ont été mis en terre par [[410 bénévoles|410]].
Le taux d'absentéisme est [[passé de 9,2 à 7,8 %|7.8|unit=%|way=decrease|from=9.2]].
[[78 % des usagers|78|unit=%]] se disent satisfaits.
La flotte compte désormais [[34 véhicules électriques|34]], soit [[41 % du parc|41|unit=%]].
[[1,2 million de voyages|1200000]] sur le réseau
[[Le tiers des bénéficiaires|33.33|unit=%]] a retrouvé un emploi.
Sur la période, [[6 600 heures d'insertion|6600]] ont été réalisées.
Les quatre vice-présidents ont été réélus.
La séance a été levée à 22 h 45.
Le rapport de [[84 pages|84]] est consultable en ligne.
Les consommations ont été réduites [[de moitié|50|unit=%|way=decrease]].
M. Petit a quitté ses fonctions après 32 ans de service.
[[Un agent sur trois|33.33|unit=%]] a suivi une formation.
[[15 tonnes de biodéchets par mois|15|unit=t|per=mois]]
"""

MINUTES = """
Décide de créer [[deux postes d'adjoint technique à temps complet|2|unit=poste|way=increase]].
Adopté par 27 voix pour, 4 contre et 2 abstentions.
Article 2 : le maire est autorisé à signer.
Supprime un poste de rédacteur au tableau des effectifs.
Fixe à [[14 le nombre de conseillers délégués|14]].
La parcelle AB 118 d'une contenance de [[2 450 m²|2450|unit=m²]] est acquise.
Le taux de la taxe est fixé à [[38,5 %|38.5|unit=%]].
Vu les articles L. 2121-29 et R. 123-8,
Étaient présents [[33 conseillers sur 45|73.33|unit=%]].
Autorise l'implantation de [[six bornes de recharge|6]].
Attribue [[12 bourses|12]] aux étudiants boursiers.
Le quorum de [[17 membres|17]] est atteint.
La convention est conclue pour 3 ans, renouvelable 2 fois.
La séance du 12 est reportée au 19.
Accorde [[10 jours de congé supplémentaires|10]].
Approuve l'acquisition de [[4 bus à hydrogène|4]].
Rapporteur : M. Roux, 3e adjoint
Le délai de paiement est de 30 jours.
Le lot 5 est déclaré infructueux.
Déclasse [[380 mètres de voie communale|380|unit=m]].
"""

FIGURES = """
[[430 km de sentiers|430|unit=km]]
[[62 communes|62]]
[[1 750 places de crèche|1750|unit=place]]
[[98 %|98|unit=%]]
[[3 250 logements raccordés|3250|unit=logement]]
[[+ 24 % de cyclistes|24|unit=%|way=increase]] en trois ans
[[7 500 composteurs distribués|7500]]
[[40 000 tonnes d'ordures ménagères|40000|unit=t]]
[[145 ETP|145|unit=ETP]]
[[2 500 kWh|2500|unit=kWh]]
[[12 lits halte soins santé|12|unit=lit]]
[[5 villes jumelées|5]]
[[60 % de réemploi|60|unit=%]]
[[18 ha|18|unit=ha]]
[[220 emplois créés|220|unit=emploi]]
3e ville de la région
1er prix de l'innovation
06 12 34 56 78
35 000 Rennes Cedex
24h/24
"""

MORE = """
L'Agglomération coopère avec [[onze communes du Sénégal|11]].
[[Quinze puits|15]] seront creusés près de Ziguinchor.
Chaque année, [[deux délégations|2]] se rencontrent.
Le comité a collecté [[300 vélos|300]] et [[80 fauteuils roulants|80]].
Les deux collectivités ont signé un accord.
Cette coopération bénéficie à [[45 000 habitants|45000]].
[[Un élève sur quatre|25|unit=%]] apprend l'allemand.
Le jumelage fête ses 50 ans.
Il y a 20 ans naissait le comité.
La délégation est partie à 6 h 12.
Ces trois villes forment un réseau.
L'exposition a attiré [[4 500 visiteurs|4500]].
[[Multiplier par quatre la part du fret ferroviaire|4|unit=fois|way=increase]]
Plus de [[60 associations|60]] participent au forum.
L'école accueille des enfants de 3 à 11 ans.
Nous réserverons [[10 % des marchés|10|unit=%]] à l'insertion.
Abaisser à [[24 le nombre d'élèves par classe|24]].
Le stade de [[20 000 places|20000|unit=place]] sera vendu.
La nationale 12 passe à 2 x 2 voies.
Un parc de [[6 hectares|6|unit=ha]] verra le jour.
Éteindre l'éclairage de minuit à 5 heures.
Atteindre la parité : [[50 % de femmes|50|unit=%]] aux postes de direction.
Le score de 3 à 1 a ravi le public.
Appel à projets 2024 : [[12 lauréats|12]]
Au cœur des 4 saisons
Les moins de 25 ans voyageront gratuitement.
Le bâtiment consomme [[85 kWh/m²|85|unit=kWh]] par an.
L'hôtel 4 étoiles ouvrira en mai.
Tester [[2 lignes de covoiturage|2]] sur l'axe Nantes-Clisson.
Végétaliser [[une cour d'école sur deux|50|unit=%]].
Acheter [[95 % de papier recyclé|95|unit=%]].
Livrer [[trois cents places|300|unit=place]] en Ehpad.
La salle 12 est fermée pour travaux.
Un bus toutes les 10 minutes aux heures de pointe
Relever [[de 20 à 35 % la part des achats durables|35|unit=%|from=20]].
Soutenir [[la moitié des projets déposés|50|unit=%]].
Réserver [[1 200 m² de bureaux|1200|unit=m²]] aux associations.
Deux mandats suffisent.
Sauver les [[3 commerces du village|3]].
Curer [[5,5 km de fossés par an|5.5|unit=km]].
Donner une seconde vie à [[400 tonnes d'objets|400|unit=t]].
Ajouter [[2 rames supplémentaires|2|way=increase]] le soir.
Réunir [[30 citoyens tirés|30]] au sort.
Proposer [[5 000 places de cinéma|5000|unit=place]] aux lycéens.
Économiser [[10 millions de litres d'eau|10000000|unit=l|way=decrease]].
Le XXe siècle a vu naître [[six cités ouvrières|6]].
"""

SENTENCES = lines(PROGRAMMES, PLANS, REPORTS, MINUTES, FIGURES, MORE)
FIRST_TRY = "129 of 152 exact; 145 but for where the counted words end"


@pytest.fixture(scope="module")
def answers(found_in) -> dict[str, list[tuple]]:
    texts = [marked_indicators(marked)[0] for marked in SENTENCES]
    return dict(zip(texts, found_in(texts), strict=True))


def compared(found: list[tuple], gold: list[tuple]) -> list[tuple]:
    """What was found, in the form of the gold: words, value, maximum, unit and what the gold speaks of besides."""
    rows = []
    for n, (start, i) in enumerate(found):
        asked = gold[n][-1] if n < len(gold) else {}
        said = {key: getattr(i, SAID[key]) for key in asked}
        rows.append((start, i.text, i.value, i.max_value, i.unit, {k: as_said(v) for k, v in said.items()}))
    return rows


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked, answers):
    text, gold = marked_indicators(marked)
    assert compared(answers[text], gold) == [(*row[:5], row[-1]) for row in gold]


def test_there_are_enough_of_them():
    assert len(SENTENCES) >= 150
