"""Years and ranges of years: French sentences with inline gold, hits beside intended misses.

``[[words|start..end]]`` marks a period; ``2012..`` has no end, ``..2030`` no start, and one year
alone starts and ends the period. A sentence without marks holds no period. The sentences are
invented; each is compared whole.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_quantities import found_periods, lines, marked_periods

from pipeline.extract.amounts import find_amounts
from pipeline.extract.periods import find_periods

YEARS = """
La Ville a signé la charte en [[2019|2019]].
Le jumelage avec Coblence date de [[1967|1967]].
Budget primitif [[2024|2024]]
Rapport d'activité [[2021|2021]] du service des relations internationales
Les éditions [[2018|2018]], [[2019|2019]] et [[2022|2022]] ont réuni 400 jeunes.
Le festival, créé en [[1998|1998]], attire 12 000 visiteurs.
L'association a été fondée en [[1901|1901]].
La halle ([[1889|1889]]) abrite le marché.
Le plan climat de [[2020|2020]] sera révisé.
En [[2023|2023]], 64 % des repas étaient bio.
Bilan [[2022|2022]] : 1 250 élèves accueillis.
Le lycée ouvert en [[2011|2011]] compte 1 800 élèves.
L'édition [[2025|2025]] se tiendra à Quimper.
Les comptes de l'[[exercice 2023|2023]] sont approuvés.
Élections municipales de [[2026|2026]]
Les Jeux de Paris [[2024|2024]] ont mobilisé 300 bénévoles.
"""

RANGES = """
La stratégie [[2021-2026|2021..2026]] comporte trois axes.
Le programme [[2020/2026|2020..2026]] a été débattu.
Le contrat de ville [[2015 – 2020|2015..2020]] a été prolongé.
Le plan vélo [[2022—2028|2022..2028]] prévoit 60 km de pistes.
Les actions menées [[entre 2021 et 2022|2021..2022]] sont évaluées.
L'étude a porté [[de 2018 à 2023|2018..2023]] sur la nappe.
La période [[2014-2020|2014..2020]] a vu 45 projets aboutir.
Le schéma départemental [[2023-27|2023..2027]] est adopté.
Le mandat [[2014-2020|2014..2020]] s'est achevé.
Les chantiers se sont succédé [[de 1995 à 2003|1995..2003]].
Le dispositif a fonctionné [[de 2009 jusqu'en 2014|2009..2014]].
Les fonds européens [[2021 à 2027|2021..2027]] sont ouverts.
Le quartier a été rénové [[entre 2008 et 2012|2008..2012]].
La [[saison 2023/24|2023..2024]] s'ouvre à l'opéra.
La programmation pluriannuelle ([[2024-2028|2024..2028]]) est présentée.
Les travaux dureront [[de mars 2024 à juin 2026|2024..2026]].
L'accueil a eu lieu [[du 3 mai 2021 au 15 juin 2022|2021..2022]].
L'exposition est visible [[du 12 au 28 avril 2024|2024]].
Les rencontres des [[7 et 8 novembre 2023|2023]] ont réuni 80 élus.
Le séjour se déroule [[entre janvier et avril 2022|2022]].
La convention couvre [[2022|2022]] et [[2023|2023]].
"""

OPEN = """
[[Depuis 2012|2012..]], la commune achète de l'électricité verte.
La Région soutient [[depuis 1996|1996..]] la province de Tuléar.
[[Dès 2025|2025..]], les cantines passeront au tout bio local.
[[À partir de 2024|2024..]], le tri à la source est obligatoire.
Le tarif solidaire s'applique [[à compter de 2023|2023..]].
[[A compter du 1er janvier 2022|2022..]], la collecte change.
Nous réduirons l'éclairage [[d'ici 2030|..2030]].
Nous planterons 5 000 arbres [[d'ici à 2026|..2026]].
La neutralité carbone est visée [[à l'horizon 2050|..2050]].
Le prêt court [[jusqu'en 2035|..2035]].
La mission est prolongée [[jusqu'au 31 décembre 2024|..2024]].
[[Avant 2028|..2028]], toutes les écoles seront isolées.
Les effectifs ont crû [[depuis septembre 2020|2020..]].
La mesure vaut [[dès la rentrée 2023|2023..]].
[[D’ici la fin 2027|..2027]], le tram atteindra l'hôpital.
[[D'ici fin 2025|..2025]], 80 % des rues seront apaisées.
Le site sera dépollué [[à l’horizon de 2040|..2040]].
Le dispositif existe [[depuis le début des années 2000|2000..]].
[[Depuis l'été 2019|2019..]], la navette est gratuite.
[[Depuis le 4 mars 2021|2021..]], le guichet est ouvert.
Nos émissions baisseront de 55 % [[d'ici à l'horizon 2030|..2030]].
L'objectif est atteint [[jusqu'à 2022|..2022]] seulement.
Le fonds sera doté [[au plus tard en 2026|..2026]].
La flotte sera électrique [[en 2035 au plus tard|..2035]].
Une baisse est constatée [[après 2015|2015..]].
[[Jusqu’en décembre 2023|..2023]], l'accès est libre.
[[D'ici au 1er juillet 2026|..2026]], la régie sera créée.
Horizon 2040 : un territoire autonome en énergie.
"""

DATES = """
La convention a été signée le [[14 mars 2022|2022]].
Séance du [[1er juillet 2021|2021]]
Publié le [[03/11/2020|2020]]
Mis à jour le [[7.2.2019|2019]]
Date de dépôt : [[2021-09-30|2021]]
Le comité s'est réuni le [[12 janv. 2023|2023]].
Délibération du [[28 sept. 2020|2020]]
Atelier du [[15 févr. 2022|2022]] à Dinan.
La Ville a inauguré la crèche en [[septembre 2016|2016]].
La fête aura lieu au [[printemps 2024|2024]].
Livraison prévue à l'[[automne 2025|2025]].
Les inscriptions ouvriront à l'[[été 2023|2023]].
Le marché sera notifié au [[premier trimestre 2025|2025]].
L'enquête publique a eu lieu au [[2e trimestre 2021|2021]].
Livraison : [[T3 2026|2026]]
Le diagnostic sera rendu au [[second semestre 2024|2024]].
Le chantier débute [[fin 2023|2023]].
La crèche a ouvert [[début 2020|2020]].
La station sera livrée [[mi-2026|2026]].
Convocation du [[mardi 5 décembre 2023|2023]]
Le [[Lundi 2 Mai 2022|2022]], le maire a reçu la délégation.
Le jumelage a été scellé le [[11 NOVEMBRE 1985|1985]].
Le marché de Noël se tient en [[décembre 2022|2022]] et le salon en [[mars 2023|2023]].
Affiché le [[04/12/23|2023]]
Le [[1er août 1944|1944]], la ville était libérée.
Exposition [[du 10/05/2022 au 30/06/2022|2022]]
Réunion du [[21 juin 2024|2024]] à 18 h 30, salle 204.
Le bus roulera à l'hydrogène à la [[mi-juin 2025|2025]].
"""

SCHOOL = """
L'année scolaire [[2022-2023|2022..2023]] compte 310 jours de classe découverte.
À la [[rentrée 2024|2024]], deux classes ouvriront.
L'accueil de 12 étudiants est prévu pour l'année universitaire [[2021/2022|2021..2022]].
Le mandat municipal ([[2020-2026|2020..2026]]) est placé sous le signe du climat.
Dans les [[années 1990|1990..1999]], la friche accueillait une filature.
Le quartier date des [[années 1960|1960..1969]].
Les [[années 60|1960..1969]] ont vu naître le grand ensemble.
L'hôtel-Dieu du [[XVIIe siècle|1601..1700]] sera restauré.
Le théâtre du [[XIXe siècle|1801..1900]] accueille 600 personnes.
Au [[XXe siècle|1901..2000]], le port a changé de visage.
Les remparts des [[XIIe et XIIIe siècles|1101..1300]] sont classés.
Les défis du [[XXIe siècle|2001..2100]] imposent la sobriété.
Une chapelle du [[18e siècle|1701..1800]] abrite la médiathèque.
Le pont du [[XVe s.|1401..1500]] sera consolidé.
La décennie [[2020-2030|2020..2030]] est décisive.
"""

MISSES = """
La loi n° 2014-773 encadre la coopération.
La loi 2015-991 a renforcé les régions.
Le décret n°2019-1040 précise la procédure.
Délibération n° 2022-145 adoptée à l'unanimité.
Le site est certifié ISO 14001.
La norme ISO 2008 n'existe pas ici.
La norme NF EN 1991 s'applique aux ponts.
Nous inscrivons notre action dans l'Agenda 2030.
Le projet est financé par Horizon 2020.
La feuille de route suit l'Agenda 2063 de l'Union africaine.
Mairie, place de la République, 35000 Rennes.
Contactez le 02 20 19 20 21.
Le règlement (UE) 2021/1060 fixe les règles.
L'article 2023 du code civil s'applique.
Le stade peut accueillir 2 024 spectateurs.
L'association compte 1 990 adhérents.
Le club réunit 1987 licenciés.
Nous avons planté 2000 arbres.
Environ 2020 habitants ont répondu.
Une subvention de 2000 euros est accordée.
Une aide de 1 950 € est versée.
La surface est de 2010 m².
Le sommet culmine à 1912 m.
Le bus n° 2019 est affecté à la ligne 4.
Code INSEE 22019
Référence : DEL-2021-034
Le lot 2012 est attribué.
L'école Jean-Moulin accueille 250 élèves sur 2 sites.
Le compte 2031 est abondé.
Nous visons 40 % de surfaces végétalisées.
La réunion aura lieu à 20h15.
Le circuit fait 1970 km.
La directive 2000/60/CE protège l'eau.
Le label Natura 2000 couvre la vallée.
La salle 2022 est réservée.
Le budget est de 2020 k€.
Tél. 01 40 20 19 90
L'avenue du 11 novembre est piétonne.
La note est de 3/10.
Le bassin compte 1999 emplois.
La circulaire 2018-12 du préfet fait foi.
Parcelle cadastrale AB 1985
L'arrêté n° 2023-T-118 réglemente la place.
Le règlement (CE) n° 1907/2006 s'applique.
Pétition : 2050 signatures recueillies.
"""

MIXED = """
La loi n° 2014-773 du [[7 juillet 2014|2014]] encadre la coopération.
L'Agenda 2030, adopté en [[2015|2015]], fixe 17 objectifs.
En [[2021|2021]], 2 000 arbres ont été plantés dans 12 écoles.
Le projet Horizon 2020 s'est achevé en [[2022|2022]].
Délibération n° 2023-45 du [[16 mai 2023|2023]]
[[Depuis 2014|2014..]], 10 571 jeunes ont été aidés ; l'objectif est de 15 000 [[d'ici 2030|..2030]].
Le budget [[2024|2024]] s'élève à 2 024 000 €.
La Ville a versé 2 000 € en [[2020|2020]] et 2 500 € en [[2021|2021]].
Certifiée ISO 50001 [[depuis 2017|2017..]], la régie poursuit ses efforts.
Les objectifs de l'Agenda 2030 seront atteints [[à l'horizon 2030|..2030]].
Le plan [[2018-2022|2018..2022]] a mobilisé 1 950 agents.
Le décret n° 2020-1310 du [[29 octobre 2020|2020]] a été appliqué.
Selon la directive 2008/98/CE, le tri s'impose [[dès 2024|2024..]].
Rennes, le [[3 février 2023|2023]] — 35 000 foyers concernés
Jumelage | Coblence | Allemagne | [[1963|1963]]
Novi Sad | Serbie | [[1974|1974]]
Par rapport à [[2010|2010]], les consommations ont chuté de 30 %.
Le niveau de [[1990|1990]] sert de référence.
Objectif : -40 % [[entre 2019 et 2030|2019..2030]].
L'accord de Paris ([[2015|2015]]) engage les villes.
L'ordonnance n° 2021-1310 du [[7 octobre 2021|2021]] s'applique [[à compter du 1er juillet 2022|2022..]].
© Ville de Vannes, [[2021|2021]]
"""


SENTENCES = lines(YEARS, RANGES, OPEN, DATES, SCHOOL, MISSES, MIXED)


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked: str) -> None:
    text, gold = marked_periods(marked)
    assert found_periods(text) == gold


# Written after the rules, for what the first sentences showed missing.
@pytest.mark.parametrize(
    "marked",
    lines("""
[[Depuis les années 1990|1990..]], la ville accueille des réfugiés.
[[Depuis le XIXe siècle|1801..]], le marché se tient le samedi.
Des demeures du [[XVIIe au XIXe siècle|1601..1900]] bordent la rue.
Une fabrique du [[dix-neuvième siècle|1801..1900]]
Le chantier s'étale sur [[fin 2023 - début 2024|2023..2024]].
Convention [[01/09/2020 - 31/08/2023|2020..2023]]
Stratégie énergie [[à horizon 2030|..2030]]
Visée [[à l'horizon 2030-2035|..2035]]
[[De 2014 à aujourd'hui|2014..]], 300 jeunes ont été accueillis.
Les crédits [[2023|2023]] ouverts sont consommés.
Les comptes [[2022|2022]] approuvés sont publiés.
La course a réuni 1987 licenciés ; les 2024 spectateurs ont applaudi.
L'arrêté 2023-45 est abrogé.
Lauréate de France 2030, la commune avance.
Une villa du IIe siècle av. J.-C. est fouillée.
Un bilan sera présenté [[avant la fin de l'année 2026|..2026]].
[[À L'HORIZON 2030|..2030]], NOUS AURONS RÉUSSI.
La nuit [[du 31 décembre 2023 au 1er janvier 2024|2023..2024]] est gratuite.
L'accueil débute [[à compter d'avril 2024|2024..]].
Le [[premier semestre 2024|2024]] a été calme, l'[[hiver 2022-2023|2022..2023]] aussi.
Rendez-vous [[du lundi 3 au vendredi 7 juin 2024|2024]].
"""),
)
def test_mended(marked: str) -> None:
    text, gold = marked_periods(marked)
    assert found_periods(text) == gold


def test_the_list_is_not_empty() -> None:
    assert len(SENTENCES) >= 150


@given(st.lists(st.sampled_from([*SENTENCES, " ", "2020", "-", "/", "\n", "de", " à ", "fin ", "mars "]), max_size=12))
def test_spans_are_exact_and_disjoint(pieces: list[str]) -> None:
    text = "".join(pieces)
    sums = [(a.start, a.end) for a in find_amounts(text)]
    found = find_periods(text, sums)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not any(a < p.end and p.start < b for a, b in sums for p in found)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert all(text[p.start : p.end] == p.text for p in find_periods(text))


def test_years_among_many_sums_are_all_found() -> None:
    text = "2 000 € en 2021. " * 12_000
    sums = [(a.start, a.end) for a in find_amounts(text)]
    assert len(find_periods(text, sums)) == 12_000
