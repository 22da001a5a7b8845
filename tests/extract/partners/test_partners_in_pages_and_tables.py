"""Partners in web pages and tables: sentences written after the rules, hits beside misses. See ``marked``."""

from __future__ import annotations

from marked import share_right

FLOOR = 0.61
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""

PAGE_DEPARTMENT = [
    "Le Département soutient la [Banque alimentaire du Jura]a et l'[Épicerie solidaire de Dole]a.",
    "Le collège Mont-Roland a ouvert une section ski.",
    "La [Maison de l'Europe]a tient une permanence au siège du Département.",
    "Le service de PMI se trouve 17, rue Rouget-de-Lisle, près de la gare de Lons.",
    "Un bus du [Planning familial]a sillonne le Haut-Jura avec l'aide du Département.",
    "Les Sapeurs-pompiers du Jura recrutent ; contactez le centre de secours de Champagnole.",
    (
        "Avec [Initiative Jura]a et la [Chambre de métiers et de l'artisanat]c, le Département aide les "
        "reprises de commerces."
    ),
    "Le festival Percéphonies et le Marathon des forts ont lieu en juin.",
    "Le Département gère les cascades du Hérisson avec le [Conservatoire d'espaces naturels]a.",
    "La Transjurassienne attire des skieurs de Norvège et de Suède.",
    "Le [Centre hospitalier Louis-Pasteur]s a reçu un scanner financé pour moitié par le Département.",
    "Le musée de la Vache qui rit a été vu par 40 000 personnes.",
    "Une aide de 600 € est versée par le Fonds de solidarité pour le logement.",
    "Le Département a confié à [Jura Tourisme]c la promotion du vélo.",
    "Les [Francas du Jura]a organisent les mercredis du lac de Vouglans pour le Département.",
]

TABLE_COMMUNE = [
    "row | Association | Montant || [Club de lecture]a | 300 € || [Tennis club]a | 900 € || [Chorale Arpège]a | 450 €",
    "row | Attributaire | Objet || [Sogetrel]c | Fibre des écoles || [Imprimerie Moderne]c | Bulletin municipal",
    "row | Ville | Pays || [Trèves]t | Allemagne || [Pécs]t | Hongrie || [Fort Worth]t | États-Unis",
    "row | Équipement | Adresse || Gymnase Pasteur | rue Pasteur || Piscine Tournesol | avenue Foch",
    "row | Rue | Travaux || Rue Haute | Enrobé || Place Carnot | Pavage",
    (
        "row | Réseau | Cotisation || [Villes de France]n | 1 900 € || [Amorce]n | 700 € || [Réseau français "
        "Villes-Santé]n | 500 €"
    ),
]


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right((PAGE_DEPARTMENT, "page", "department"), (TABLE_COMMUNE, "report", "commune"))
    assert right >= FLOOR, "\n".join(wrong)
