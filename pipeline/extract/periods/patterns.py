"""How French writes years and dates. Data only; the logic is in ``find``."""

YEAR = r"(?:1[5-9]|20)\d\d"

DASH = r"-‐‑–—−"
"""Hyphen, dashes, minus: what PDFs put between two years."""
DECADES = {
    "vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante-dix": 1970, "soixante": 1960,
    "quatre-vingt-dix": 1990, "quatre-vingts": 1980, "quatre-vingt": 1980,
}  # fmt: skip

MONTHS = (
    r"janvier|janv\.|février|fév\.|févr\.|mars|avril|avr\.|mai|juin|juillet|juil\.|août|aout|"
    r"septembre|sept\.|octobre|oct\.|novembre|nov\.|décembre|déc\."
)
# What a year or a century is recognised by: a cheap first look, case as written.
SIGN = (
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|/\d\d/\d\d(?!\d)|[Aa]nn[ée]es \d0(?!\d)|"
    r"[Aa]nnées (?:vingt|trente|quarante|cinquante|soixante|quatre)|si[eè]cle|SI[EÈ]CLE|[IVX]e s\."
)
DAY = r"(?:1\s?er|\d{1,2})"
WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)"

# Parts of a year, written before it; they belong to the period's words.
PARTS = (
    r"(?:(?:le|au|du|un|en)\s+)?(?:cours\s+du\s+)?"
    r"(?:premier|second|deuxième|troisième|quatrième|dernier|1er|2e|2nd|2ème|3e|3ème|4e|4ème)\s+"
    r"(?:semestre|trimestre|quadrimestre)(?:\s+de)?|"
    r"[QTS][1-4](?:\s?[-/])?|[1-4](?-i:[TS])|(?:début|fin|courant|mi-?|milieu|rentrée(?:\s+scolaire)?|printemps|été|automne|hiver|saison|exercice|année)(?:\s+de)?"
)

# Words that open or close a range. All end before the date they govern.
SINCE = r"depuis|dès|(?:à|(?-i:A))\s+(?:partir|compter|dater)\s+(?:de|du|d['’])|après|au-delà\s+de"
# "horizon 2030" counts in lower case only: "Horizon 2020" is a programme.
UNTIL = (
    r"d['’]ici\s+(?:au?\s+|à\s+)?(?:l['’]\s?horizon\s+)?|(?:à|(?-i:A))\s+l['’]\s?horizon(?:\s+de)?\s+|(?:pour\s+)?l['’]horizon\s+|"
    r"(?:à\s+)?(?-i:horizon)\s+|jusqu['’](?:en|au|aux|à)\s+|jusque\s+dans\s+|avant\s+|"
    r"au\s+plus\s+tard\s+(?:en|le|au|à)\s+|jusque\s+|(?:à|(?-i:A))\s+(?:l['’])?échéance\s+(?:de\s+)?"
)
# After a date: it is the latest one.
AT_LATEST = r"\s+au\s+plus\s+tard\b"
NOWADAYS = r"aujourd['’]hui|maintenant|nos\s+jours|ce\s+jour"
# What may stand between such a word and the date.
FILLER = r"(?:(?:la\s+|le\s+|les\s+|l['’]|en\s+)?)"

# "XVIIe siècle", "18e siècle", "dix-neuvième siècle": the ordinal alone.
CENTURIES = {
    "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15,
    "seizième": 16, "dix-septième": 17, "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20,
    "vingt-et-unième": 21, "vingt et unième": 21,
}  # fmt: skip
CENTURY = rf"(?:(?-i:[IVX]{{1,5}})|\d{{1,2}})\s?(?:i?[èe]me|er?|ᵉ)|{'|'.join(CENTURIES)}"

# Before a four-digit number: it is no year.
NOT_A_YEAR_BEFORE = (
    r"(?:\bn\s?[°ºo]\s?|\bno\.?\s|\bnuméro\s|\bISO\s|\bEN\s|\bNF\s|\barticles?\s|\bArt\.\s|\b[LRD]\.?\s?\*?|"
    r"\bagenda\s|\bHorizon\s|\bAgenda\s|\bloi\s(?:de\s)?|\bassociation\s|\bSIRET\s|\bcode\s|\blignes?\s|\bnature\s|"
    r"\bfonction\s|\b(?:lot|salle|bâtiment|bureau|porte)s?\s|\bsection\s|\bchapitre\s|\bcompte\s|\bdossier\s|\bparcelles?\s(?:cadastrales?\s)?(?:section\s)?(?:[A-Z]{1,2}\s)?|[Pp]arcelles?\scadastrales?\s(?:[A-Z]{1,2}\s)?|\bNatura\s|\bCP\s|\bPEP\s|\bRD\s|\bRN\s|\bRT\s|\bGR\s|[Cc]ompte\s|[Pp]roposition\s|[Cc]omposez\sle\s|[Aa]ppelez\sle\s|\bRE\s|\bpages?\s|\bp\.\s?|\b[Tt]él\.?\s|#)$"
)
# After a four-digit number: it counts something, or is part of another number.
NOT_A_YEAR_AFTER = (
    r"^(?:\s?[€$£%‰]|\s?(?:k€|M€|m²|m2|m³|m3|km|kg|g|t|ha|l|m(?!['’])|mm|cm|kW|MW|GW|kWh|MWh|GWh|kWc|MWc|euros?|EUR|F\b|"
    r"habitants?|hab\b|élèves?|tonnes?|mètres?|places?|logements?|personnes?|emplois?|heures?|arbres?)\b|"
    r"[\u00a0\u202f ]\d{3}\b(?!\d)|\d|,\d|\.\d{3}\b|\s?»|"
    r",?\s(?:allée|avenue|boulevard|chemin|impasse|quai|route|rue)\b)"
)
# Before a number with a dash or stroke: "circulaire 2018-12", "arrêté 2023-45".
ACT_BEFORE = (
    r"\b(?:arrêté|avis|circulaire|décision|décret|délibération|directive|instruction|ordonnance|règlement)s?\s$"
)
# Names that hold a year and are none, besides those told by the word before.
NAMES = r"\b(?:Europe 2020|France 2030)$"
# Before a bare number: a determiner or preposition, so that a plural noun after it is counted ("les 2024 spectateurs").
COUNTING = frozenset(
    "des les ces ses nos vos leurs mes tes plus moins près dans vers sous sans vous nous après".split()
)
# After a bare number: plural in form, but nothing counted.
NOT_COUNTED = frozenset(
    """ailleurs alors après avons certains certaines ces cours dans depuis dès entre hors jamais jeux lors leurs
    mais moins nous parfois plus plusieurs près puis quels sans ses sous sommes toujours tous toutes travers très
    vers vous""".split()
)
