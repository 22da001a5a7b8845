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
PRONOUNS = frozenset("ce cela celle-ci celles-ci celui-ci ceux-ci elle elles il ils je on vous".split())
"""Subjects that stand for another; all but "je", "on" and "vous" for what the sentences before speak of."""
DEMONSTRATIVES = frozenset("ce ces cet cette".split())
POSSESSIVES = frozenset("leur leurs sa ses son".split())

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

# Auxiliaries, and what stands around them (lower case, straight or curly apostrophes as texts have them).
HAVING = frozenset("a ai as avons avez ont ait aient ayant avait avaient avions aura auront aurons aurait".split())
BEING = frozenset(
    "est sont sommes suis êtes soit soient était étaient étions sera seront serons serait fut furent".split()
)
PAST_AUXILIARIES = frozenset("avait avaient avions fut furent était étaient étions".split())
NEGATIONS = frozenset("aucun aucune guère jamais pas plus rien".split())
OPENING_DETERMINERS = frozenset(
    {"aux", "ce", "cet", "cette", "ces", "chaque", "l'", "l’", "la", "le", "les", "leur", "leurs", "nos", "notre", "sa",
     "ses", "son", "toute", "tous", "toutes", "tout", "un", "une"}
)  # fmt: skip
ARTICLES = frozenset(
    {"aux", "ces", "cet", "cette", "des", "du", "l'", "l’", "la", "le", "les", "nos", "notre", "sa", "ses", "son", "un",
     "une"}
)  # fmt: skip
CLITICS = frozenset({"l'", "l’", "la", "le", "les"})
"""Articles that may also stand for a thing before a verb."""
INDEFINITE = frozenset({"des", "un", "une"})
REFLEXIVES = frozenset({"nous", "s'", "s’", "se"})
# Their clause is not the main one; but a "que" that opens the unit governs nothing ("Que la Ville agisse").
SUBORDINATORS = frozenset(
    {"comme", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "lorsqu'", "lorsqu’", "lorsque", "où", "puisque",
     "qu'", "qu’", "quand", "que", "qui", "si"}
)  # fmt: skip
# Participles that take "être" without being passive: "est devenue", "sont venus".
TAKING_BEING = re.compile(
    r"(?:all|arriv|demeur|entr|mont|n|rentr|rest|retourn|tomb)ée?s?$|(?:de|inter|par|re)?(?:venu|parti|sorti)e?s?$"
)

# What a main clause commits to, by its words.
COMMITTING = re.compile(
    r"(?<!\w)(?:s'engage(?:nt)? (?:à|dans|pour)|nous engageons (?:à|pour|vers)|souhait(?:e|ons|ent)(?!\w)|"
    r"entend(?:ons|ent)? (?!par )|propos(?:e|ons|ent) (?:de |d'|une?|la|le)|vis(?:e|ons|ent)(?!\w)|voulons|"
    r"veut|veulent|ambition(?:ne|nons)(?!\w)|prévoi(?:t|ent)|prévoyons|projet(?:te|ons) d|"
    r"(?:a|ont|avons) (?:\w+ )?pour (?:objectifs?|ambition|but|vocation)|se fixe|nous fixons|"
    r"(?:l'|notre |leur |un |premier |cet )(?:objectif|ambition)(?: \S+){0,8} est |"
    r"objectifs? :|la priorité est|doi(?:t|vent)|devons|(?:est|sont) prévue?s?|"
    r"en cours de (?:finalisation|négociation|définition)|il est proposé|à l'étude|s'attachera|aller plus loin|"
    r"(?:est|sont|reste|restent) à (?!noter|souligner|signaler|rappeler)\w+(?:er|ir|re)(?!\w))"
)
