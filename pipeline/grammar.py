"""Words that tell who acts and in what mood, for the status classifier. Data only, sorted."""

import re

# Local governments and their voices when they speak of themselves, whatever their name.
SELF_NOUNS = frozenset(
    """agglo agglomération bourg collectivité commune communauté conseil département intercommunalité mairie
    maire maires majorité municipalité métropole région village ville""".split()
)
# How texts name the collectivity itself, by its level, with the article.
GENERIC_NAMES = {
    "any": ("la collectivité", "notre collectivité"),
    "commune": ("la ville", "la commune", "la municipalité", "la mairie", "notre ville", "notre commune",
                "le conseil municipal", "notre village"),
    "epci": ("l'agglomération", "l'agglo", "la métropole", "la communauté", "la communauté de communes",
             "la communauté d'agglomération", "la communauté urbaine", "l'intercommunalité",
             "le conseil communautaire", "le conseil métropolitain", "notre agglomération"),
    "departement": ("le département", "le conseil départemental", "le conseil général", "l'assemblée départementale",
                    "notre département"),
    "region": ("la région", "le conseil régional", "l'assemblée régionale", "notre région"),
}  # fmt: skip

SELF_PRONOUNS = frozenset("nos notre nous".split())

# Own services, schemes and funds: grammatical subjects by which a collectivity acts.
OWN_MEANS = frozenset(
    """action actions agenda aide appel axe bourse budget cantine chantier charte contrat convention crédits
    dispositif direction démarche enveloppe feuille fonds guichet initiative mesure mission médiathèque musée
    objectif opération orientation plan politique programme projet réseau schéma service services soutien
    stratégie subvention travaux équipe équipes équipement""".split()
)

THIRD_PARTIES = frozenset(
    """association associations banque bailleur bailleurs entreprise entreprises europe experts france
    gouvernement habitants ministère monde ong organisation parlement pays propriétaires préfecture préfet
    riverains scientifiques société syndicat état opposition""".split()
)

# Verbs and phrases that commit, whatever their tense; stems are compared at the start of a word.
MODALS = (
    "adopte", "afin de", "aimerait", "ambition", "approuve", "attribue", "autorise", "abandonn", "considérant",
    "décide", "devons", "devr", "doit", "en cours", "entend", "il est demandé", "il est proposé", "il s'agit",
    "n'", "ne ", "nous engageons", "objectif", "pourra", "pourrait", "priorité", "prochain", "propos", "prévo",
    "prévu", "renonc", "reporté", "s'engage", "si ", "souhait", "veut", "vise", "voul", "vu ",
)  # fmt: skip

# What a unit says as a whole, by its phrases (lower case, straight apostrophes); the first that fits wins.
PHRASES = {
    "negated": re.compile(
        r"(?<!\w)(?:ne |n')(?:(?:\w|['-])+ ){1,5}?(?:pas|plus|jamais|rien|aucune?)(?!\w)|renonce|abandonné|reporté"
    ),
    "conditional": re.compile(r"(?<!\w)(?:pourrai|devrai|faudrai|serai|aimerai|aurai|permettrai)(?:t|ent)(?!\w)"),
    "commits": re.compile(
        r"(?<!\w)(?:s'engage(?:nt)? (?:à|dans|pour)|nous engageons (?:à|pour|vers)|souhait(?:e|ons|ent)|"
        r"entend(?:ons|ent)? |propos(?:e|ons|ent) (?:de |d'|une?|la|le)|vis(?:e|ons|ent) |voulons|veut|veulent|"
        r"ambition(?:ne|nons)?|prévoi(?:t|ent)|prévoyons|projet(?:te|ons)|"
        r"(?:a|ont) pour (?:objectif|ambition|but|vocation)|se fixe|nous fixons|il s'agit (?:de |d')|l'objectif est|"
        r"objectifs? :|la priorité est|doi(?:t|vent)|devons|afin de|est prévue?|sont prévue?s|"
        r"en cours de finalisation|il est proposé|à l'étude|s'attachera|aller plus loin)"
    ),
    "perfect": re.compile(
        r"(?<!\w)(?:a|ont|avons|est|sont|sommes|s'est|se sont)"
        r"(?: (?:été|déjà|ainsi|également|aussi|notamment|permis)){0,2} "
        r"\w+(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|u|ue|us|ues|ert|erte|erts|ertes)(?!\w)"
    ),
}
