"""Words that tell who acts and in what mood, for the status classifier. Data only, sorted."""

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
