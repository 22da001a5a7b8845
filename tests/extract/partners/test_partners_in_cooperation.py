"""Partners in texts on cooperation: sentences written after the rules, hits beside misses. See ``marked``."""

from __future__ import annotations

from marked import share_right

FLOOR = 0.61
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""

COOPERATION_DEPARTMENT = [
    "Le Département accompagne depuis 2009 la [province de Tinghir]t au Maroc.",
    "Avec l'appui de l'[AFD]s, il forme les agents de la [commune de Kaolack]t.",
    "Le Département verse 12 000 € à l'association [Coton Vert]a pour un maraîchage à Koudougou.",
    "La coopération avec la [région de Saint-Louis]t a été reconduite pour trois ans.",
    "Notre comité de jumelage a visité Lisbonne et Porto l'an dernier.",
    "Le Sénégal compte quatorze régions et cinq cent cinquante-sept communes.",
    "Il est membre de [Cités Unies France]n et de l'[AFCCRE]n.",
    "L'[Université Gaston-Berger]r et l'[École des mines d'Alès]r encadrent le projet.",
    (
        "Une convention tripartite a été signée avec le [ministère de l'Europe et des Affaires étrangères]s "
        "et l'[Unicef]i."
    ),
    "Depuis la guerre, Homs et Alep manquent de tout.",
    "Le Département coopère avec le [gouvernorat de Sfax]t, en Tunisie, et avec la [voïvodie de Lubusz]t, en Pologne.",
    "Les Nations unies ont adopté l'Agenda 2030 à New York.",
    "Un chantier de jeunes est mené avec le [Gret]a et la [Croix-Rouge malgache]a.",
    "La [Banque mondiale]i cofinance la deuxième tranche du projet d'eau potable.",
    "Le rapport du PNUD classe le Niger au dernier rang.",
    "Le fonds de soutien FACECO, géré par le [Quai d'Orsay]s, a reçu 20 000 € du Département.",
]

COOPERATION_COMMUNE = [
    (
        "La Ville est jumelée avec [Heidenheim]t (Allemagne), [Newport]t (Pays de Galles) et [Jihlava]t "
        "(République tchèque)."
    ),
    "Brume entretient des liens d'amitié avec [Hirosaki]t, au Japon.",
    "La Ville adhère à [Energy Cities]n, à [ICLEI]n et au réseau [Cités interculturelles]n.",
    "La Ville a rejoint [Mayors for Peace]n en 2007.",
    "Avec [Bethléem]t et [Grenoble]t, la Ville porte un programme triangulaire d'assainissement.",
    "Nous soutenons l'ouverture d'une [Alliance française]a à [Gaziantep]t.",
    "La délégation a traversé Vienne, Bratislava et Budapest avant d'arriver.",
    "Le lycée Kléber correspond avec une école de Dresde.",
    "L'[Institut français]a et la Ville cofinancent la résidence d'un auteur haïtien.",
    (
        "Nos principaux partenaires sont [Médecins du Monde]a, le [Secours islamique France]a et "
        "[Solidarités International]a."
    ),
    "L'association [Brume-Ouahigouya]a reçoit chaque année 5 000 € de la Ville.",
    "La Ville participe au Forum urbain mondial et à la COP.",
    "Le prix Nobel de la paix a été remis au Programme alimentaire mondial.",
    "Un emprunt de 3 M€ a été contracté auprès de la [Banque de développement du Conseil de l'Europe]i.",
    "Les échanges avec la ville de [Tréguier]t concernent la langue bretonne.",
    "Le consulat d'Italie se trouve au 4, rue Dante.",
    "Nous accueillons des stagiaires de l'[Office franco-allemand pour la jeunesse]s.",
    "La Ville appuie la [commune urbaine de Mahajanga]t pour la collecte des déchets.",
]


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right(
        (COOPERATION_DEPARTMENT, "strategy", "department"), (COOPERATION_COMMUNE, "strategy", "commune")
    )
    assert right >= FLOOR, "\n".join(wrong)
