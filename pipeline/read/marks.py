"""Shapes of bullets, numbers and line ends in French documents: data only."""

from __future__ import annotations

BULLETS = "->›–—−•●▪▫■□◦○◘‣⁃*·∙➢➤➔➜→►▶▸◆◇❖✓✔✅☑✗★☛❑❒"
"""Characters that open a list item when a space (or nothing more) follows."""

INLINE_BULLETS = "●▪■◆❖•➔➢►▸✓✔"
"""Of those, the ones that mean a list within a line, too: a dash or a middle dot may be anything there."""

LETTERS = ("a", "b", "c", "d", "e", "f", "g", "h")
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

PRIVATE_USE = "\ue000-\uf8ff"
"""Symbol fonts (Wingdings, Symbol) put their bullets there."""

CREDIT_STARTS = (
    "©",
    "(c)",
    "accusé de réception en préfecture",
    "copyright",
    "crédit",
    "crédits",
    "credit",
    "credits",
    "envoyé en préfecture",
    "illustration :",
    "légende :",
    "photo :",
    "photos :",
    "photographie :",
    "source :",
    "sources :",
    "visuel :",
    "reçu en préfecture",
    "transmis en préfecture",
)
"""How captions, credits and sources begin, in lower case."""

FINAL = ".!?…"
CLOSERS = "\"'”’»)]"
"""May follow the final mark of a sentence."""

OPEN_WORDS = frozenset(
    """
    a à ainsi au aux avec car ce ces cet cette chaque chez comme contre d' dans de depuis des dont du elle en
    entre est et il ils l' la le les leur leurs mais n' ne ni nos notre nous on ont ou où par pas pendant plus
    pour près qu' que quelle quelles quels qui s' sa sans sauf selon ses si soit son sont sous sur tous tout
    toute toutes très un une vers via vos votre vous y
    """.split()
)
"""A line that ends with one of these goes on in the next."""

HYPHENATED_STARTS = frozenset(
    """
    anti après arrière au avant bio celle celui ceux ci co contre demi deux eau éco elle est eux euro ex
    extra grand grande ici inter intra là lui macro mi micro mini moi moyen multi néo non nord nous ouest
    outre par para péri petit petite peut plein pluri post pré presque pro quasi quatre quelques radio rendez
    ré saint sainte savoir semi socio soi sous sud super supra sur toi tout trans trois ultra vice vidéo vous
    """.split()
)
"""First halves of hyphenated words: "co-financement", "rendez-vous", "vice-président"."""

AMBIGUOUS_STARTS = frozenset(
    "au bio co contre deux eau éco elle est ex extra inter intra macro micro mini moyen multi par para péri plein "
    "pluri post pré pro ré saint sou super supra sur trans ultra".split()
)
"""Of those, the ones a broken ordinary word starts with as often ("inter-/communal", "par-/tenaire")."""

CO_STEMS = (
    "accompagn",
    "animat",
    "anim",
    "auteur",
    "construc",
    "construi",
    "conce",
    "conçu",
    "décid",
    "décision",
    "dévelop",
    "écri",
    "édit",
    "éduc",
    "élabor",
    "financ",
    "fondat",
    "fondé",
    "gér",
    "gest",
    "habit",
    "locat",
    "maîtris",
    "organis",
    "pilot",
    "porté",
    "porteu",
    "présid",
    "produc",
    "produi",
    "proprié",
    "rapporteu",
    "réalis",
    "respons",
    "sign",
    "titul",
    "trait",
    "working",
)
"""What follows a "co-" that stays."""

HYPHENATED_ENDS = frozenset(
    "ce ci elle elles en il ils je là la le les leur lui moi même mêmes nous on toi tu vous y".split()
)
"""Second halves: "est-ce", "celui-ci", "nous-mêmes"."""

SESSION_LABELS = (
    "absent",
    "absents",
    "contact",
    "date",
    "excusé",
    "excusés",
    "lieu",
    "pilote",
    "pouvoir",
    "pouvoirs",
    "présent",
    "présents",
    "président",
    "présidente",
    "rapporteur",
    "rapporteure",
    "rapporteuse",
    "secrétaire",
    "votants",
)
"""What is said before a colon of a session or a sheet, and is no title: "Rapporteur : M. Le Bihan"."""

COMPOUNDS = frozenset(
    """
    abat-jour aide-mémoire aide-soignant aide-soignante aller-retour allers-retour après-demain après-midi
    au-delà au-dessous au-dessus au-devant auto-école avant-projet bande-annonce bas-côté bas-fond basse-ville
    bien-fondé bien-être blanc-seing bloc-notes bouche-trou brise-lames brise-vent café-théâtre carte-mère
    casse-croûte centre-bourg centre-ville centres-villes chauffe-eau chef-lieu ci-après ci-dessous ci-dessus
    ci-joint ciné-club cité-jardin compte-rendu comptes-rendus coupe-feu coupe-vent court-circuit crédit-bail
    demi-journée dos-d'âne double-sens essuie-mains faux-semblant franc-parler gagne-pain garde-barrière
    garde-champêtre garde-chasse garde-corps garde-côte garde-forestier garde-fou garde-manger garde-meuble
    garde-robe gardes-champêtres grand-mère grand-père grands-parents haut-débit haut-parleur haute-fidélité
    haute-ville hors-bord hors-d'œuvre hors-piste hors-sol hôtel-dieu laissez-passer lave-linge lave-vaisselle
    libre-service libre-échange lieu-dit lieux-dits là-bas main-d'œuvre mal-logement mal-logé mal-être
    mi-parcours mi-temps mieux-vivre mieux-être mot-clé mots-clés moyen-âge nord-est nord-ouest nouveau-né
    par-delà parc-relais pare-brise pare-feu passe-partout passe-temps petit-déjeuner petits-enfants peut-être
    pique-nique plate-forme plates-formes plein-air point-virgule porte-avions porte-bagages porte-clés
    porte-drapeau porte-fenêtre porte-monnaie porte-parole porte-voix poste-clé procès-verbal procès-verbaux
    quelques-unes quelques-uns rendez-vous rond-point ronds-points sage-femme sages-femmes sans-abri
    sans-abrisme sans-emploi sans-papiers sapeur-pompier sapeurs-pompiers savoir-faire savoir-vivre savoir-être
    serre-livres soi-disant sud-est sud-ouest sur-mesure sèche-linge taille-haie tiers-lieu tiers-monde
    timbre-poste tire-bouchon toit-terrasse tout-petit tout-terrain vice-président vide-grenier week-end
    état-major
    """.split()
)
"""Compounds whose hyphen stays at a line's end, in lower case; most in the singular."""
