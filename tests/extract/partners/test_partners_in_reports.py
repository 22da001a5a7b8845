"""Partners in reports and strategies: sentences written after the rules, hits beside misses. See ``marked``."""

from __future__ import annotations

from marked import share_right

FLOOR = 0.72
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""

REPORT_EPCI = [
    "L'Agglomération a financé l'[Agence d'urbanisme du Pays vert]a à hauteur de 210 000 €.",
    "En 2022, [Citeo]c a versé 640 000 € à l'Agglomération pour le tri des emballages.",
    "La ressourcerie [Le Rebond]a a évité 300 tonnes de déchets, avec l'aide de l'[Ademe]s.",
    "La délégation de service public a été confiée à [Keolis]c jusqu'en 2029.",
    "Le nombre de visiteurs a augmenté, notamment ceux venus de Belgique et d'Allemagne.",
    "Le Fonds vert et le plan France Relance ont changé la donne.",
    "Le technopôle a accueilli Airbus et Thales lors de la Semaine de l'industrie.",
    "Les données proviennent de l'Insee, de la DREES et de Météo-France.",
    "Le syndicat mixte [Pays vert Numérique]t a raccordé 12 000 foyers.",
    "Un diagnostic a été réalisé par le bureau d'études [Ceresco]c.",
    "La piscine Laure-Manaudou a rouvert en juin et la patinoire Mériadeck en octobre.",
    "L'[Office public de l'habitat du Pays vert]s a livré 84 logements.",
    "La convention avec [France Travail]s et la [Mission locale du Pays vert]a a permis 312 embauches.",
    "L'Agglomération est actionnaire de la [SEM Énergies du Pays vert]c.",
    "L'[Université de Technologie de Compiègne]r et le [Cetim]r animent la chaire Batteries.",
    "Selon la Cour des comptes, le ratio d'endettement demeure sain.",
    "Le programme LIFE Rivières est cofinancé par la [Commission européenne]i et l'[Agence de l'eau Artois-Picardie]s.",
    "La Communauté de communes du Haut-Pays n'a pas souhaité fusionner.",
    "Les travaux de la zone Actipôle ont commencé ; Lidl et Action y ouvriront un magasin.",
    "Des ateliers ont été animés par l'association [Nature en ville]a et le [CPIE Villes de l'Artois]a.",
]

REPORT_REGION = [
    "La Région a mobilisé 14 M€ avec l'[Union européenne]i pour les lycées.",
    "Les entreprises Safran et Michelin ont créé 2 000 emplois.",
    "Le [Conservatoire botanique national]r a inventorié les tourbières pour le compte de la Région.",
    "Le train des Merveilles relie Nice à Tende.",
    "La Région a délégué à [Campus France]s la gestion des bourses Excellence.",
    (
        "L'[Agence régionale de la biodiversité]a réunit la Région, l'[Office français de la biodiversité]s "
        "et le [Département du Var]t."
    ),
    (
        "Le Mistral Gagnant, bateau de pêche de Sète, a été équipé par la [Coopérative maritime de Sète]c "
        "avec une aide régionale."
    ),
    "Le prix littéraire des lycéens a récompensé Leïla Slimani.",
]

STRATEGY_EPCI = [
    (
        "Le plan climat est élaboré avec la [Chambre d'agriculture de l'Orne]c, [Enedis]c et le [Syndicat "
        "départemental d'énergie]t."
    ),
    "L'Agglomération rejoindra la [Convention des maires pour le climat et l'énergie]n.",
    "Le GIEC recommande de ne pas dépasser 1,5 °C.",
    "La démarche Territoire engagé est animée par notre direction de la Transition.",
    "Un contrat local de santé sera signé avec l'[ARS Normandie]s et l'[Assurance maladie]s.",
    "L'étude menée par l'Université de Caen en 2015 avait alerté sur la nappe.",
    "Le réseau de chaleur sera construit par [Dalkia]c sur la presqu'île.",
    "La trame verte relie la forêt d'Écouves au bois de Goult.",
    "Le [Parc naturel régional Normandie-Maine]t copilotera la fiche 12.",
    "Dans le cadre de la loi Egalim, les cantines devront servir 20 % de bio.",
    "Un partenariat est noué avec [Biocoop]c et l'[Épicerie sociale de l'Orne]a.",
    "La charte de l'arbre s'inspire de celles de Lyon et de Bordeaux.",
    "L'association [Les Petits Débrouillards]a interviendra dans les écoles.",
    "Le conseil de développement sera consulté chaque année.",
    "Le projet Interreg sera déposé avec la [ville de Portsmouth]t et le [Kent County Council]t.",
]


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right(
        (REPORT_EPCI, "report", "epci"), (REPORT_REGION, "report", "region"), (STRATEGY_EPCI, "strategy", "epci")
    )
    assert right >= FLOOR, "\n".join(wrong)
