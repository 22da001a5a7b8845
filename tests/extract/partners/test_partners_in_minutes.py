"""Partners in minutes and deliberations: sentences written after the rules, hits beside misses. See ``marked``."""

from __future__ import annotations

from marked import share_right

FLOOR = 0.79
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""

MINUTES_COMMUNE = [
    "Le conseil attribue une subvention de 2 500 € à l'association [Les Jardins de la Source]a.",
    "Le conseil municipal approuve la convention avec le [Syndicat intercommunal des eaux du Val d'Ance]t.",
    "Le marché est attribué à la société [Bâti Ouest]c pour un montant de 45 300 € HT.",
    "M. Legrand estime que la société Vinci s'enrichit sur le dos des usagers.",
    "Mme Petit, conseillère du groupe Brume à gauche, demande l'avis de l'Architecte des bâtiments de France.",
    "Le maire informe que la kermesse aura lieu place du Champ-de-Mars, devant le café de la Gare.",
    "Vu l'avis du Comité technique et de la Commission des finances, le conseil délibère.",
    "Il est proposé de solliciter une aide de la [DRAC Occitanie]s et du [Conseil départemental de l'Aude]t.",
    "Le conseil autorise le maire à signer le bail avec le [Cercle laïque de Brume]a.",
    "Une subvention exceptionnelle est versée au [Football club de Brume]a.",
    "M. Dumas rappelle que Carcassonne et Narbonne ont refusé ce projet.",
    "Le conseil décide d'adhérer au [Conseil d'architecture, d'urbanisme et de l'environnement]a.",
    "Pouvoir de Mme Anne Faure à M. Jean Vidal.",
    "Le conseil garantit l'emprunt de [Brume Habitat]c auprès de la [Caisse des dépôts]s.",
    "La tribune du groupe Rassemblement citoyen a été publiée dans La Dépêche du Midi.",
    "L'association compte des bénévoles venus de Limoux, de Quillan et de Mirepoix.",
    "Le lot n° 2 revient à l'entreprise [Ferronnerie Costes]c.",
    "Le conseil cède la parcelle AB 112 à la [SCI Les Acacias]c pour un euro.",
    "Le conseil désigne M. Roux pour siéger à la [Mission locale de l'Ouest audois]a.",
    "La motion dénonce la fermeture de la maternité de l'hôpital Joseph-Ducuing.",
]

MINUTES_REGION = [
    "La commission permanente affecte 300 000 € au [Comité régional du tourisme]c.",
    "Elle attribue 50 000 € à la [Fédération régionale des Maisons des jeunes et de la culture]a.",
    "Le président du groupe Rassemblement national intervient sur la ligne Paris-Limoges.",
    "La Région signe un contrat d'objectifs avec le [Parc naturel régional des Grands Causses]t.",
    "Elle vote une aide de 1,2 M€ à l'[Institut national des sciences appliquées]r.",
    "La convention liant la Région à [SNCF Voyageurs]s est prolongée d'un an.",
    "M. Barthe cite l'exemple de la Bavière et du Bade-Wurtemberg.",
    "Le rapport de la Chambre régionale des comptes est présenté à l'assemblée.",
    "Une avance de 800 000 € est accordée à la société [Aéro Composites]c.",
    "L'assemblée approuve l'adhésion de la Région à l'[Assemblée des régions d'Europe]n.",
]


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right((MINUTES_COMMUNE, "minutes", "commune"), (MINUTES_REGION, "minutes", "region"))
    assert right >= FLOOR, "\n".join(wrong)
