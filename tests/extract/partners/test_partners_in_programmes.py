"""Partners in election programmes: sentences written after the rules, hits beside misses. See ``marked``."""

from __future__ import annotations

from marked import share_right

FLOOR = 0.91
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""

PROGRAMME_COMMUNE = [
    "Nous créerons une Maison du vélo dans l'ancienne gare de marchandises.",
    "Avec la [CAF]s et la [MSA]s, nous ouvrirons une crèche de trente berceaux.",
    "Notre liste est soutenue par le Parti communiste, Europe Écologie et Génération.s.",
    "Nous prolongerons le tramway jusqu'au centre commercial Auchan.",
    "Nous confierons à l'association [Vélocité]a la vélo-école des adultes.",
    "Nous demanderons à [Enedis]c d'enfouir les lignes du quartier Saint-Jean.",
    "La rue Gambetta et l'avenue Foch seront plantées d'arbres.",
    "Nous rendrons hommage à Lucie Aubrac au collège Jean-Moulin.",
    "Le stade Roger-Couderc accueillera le club [Brume XV]a dès 2027.",
    "Nous ferons de Brume une ville amie des aînés, comme Lyon et Quimper.",
    "Le bus Citadis passera toutes les dix minutes entre Beaulieu et la Rotonde.",
    "Nous signerons avec l'[Éducation nationale]s et la [Police nationale]s un pacte pour l'école.",
    "Nous travaillerons main dans la main avec la [Chambre de commerce et d'industrie]c et les commerçants.",
    "L'incinérateur de Suez pollue l'air depuis vingt ans.",
    "Nous obtiendrons le label Terre de jeux et quatre fleurs au concours des Villes et villages fleuris.",
    "Nous voulons bâtir avec [Brume Agglo]t et la [Région Nouvelle-Aquitaine]t un vrai RER.",
    "Un comité des usagers du parc Pasteur sera élu.",
    "Nous soutiendrons les bénévoles des [Restos du Cœur]a et du [Secours catholique]a.",
    "La loi SRU impose 25 % de logements sociaux.",
    "Nous rejoindrons l'[Association nationale des villes et territoires accueillants]n.",
    "Nous signerons la charte Cancer@Work et la pétition contre Amazon.",
    "Nous nous appuierons sur l'association [Terre de Liens]a pour installer des maraîchers.",
    "Le marché de Noël reviendra place Saint-Michel, et la foire aux vins au Zénith.",
    "Nous négocierons avec [Action Logement]c et [Soliha]a la rénovation du centre.",
    "Jean Castex a promis une gare nouvelle que personne n'a vue.",
]


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right((PROGRAMME_COMMUNE, "programme", "commune"))
    assert right >= FLOOR, "\n".join(wrong)
