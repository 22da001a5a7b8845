"""How French writes years and dates. Data only; the logic is in ``find``."""

YEAR = r"(?:1[5-9]|20)\d\d"

MONTHS = (
    r"janvier|janv\.|février|fév\.|févr\.|mars|avril|avr\.|mai|juin|juillet|juil\.|août|aout|"
    r"septembre|sept\.|octobre|oct\.|novembre|nov\.|décembre|déc\."
)
DAY = r"(?:1\s?er|\d{1,2})"
WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)"

# Parts of a year, written before it; they belong to the period's words.
PARTS = (
    r"(?:(?:le|au|du|un|en)\s+)?(?:cours\s+du\s+)?"
    r"(?:premier|second|deuxième|troisième|quatrième|dernier|1er|2e|2nd|2ème|3e|3ème|4e|4ème)\s+"
    r"(?:semestre|trimestre|quadrimestre)(?:\s+de)?|"
    r"(?:début|fin|courant|mi-?|milieu|rentrée(?:\s+scolaire)?|printemps|été|automne|hiver|saison|exercice|année)(?:\s+de)?"
)

# Words that open or close a range. All end before the date they govern.
SINCE = r"depuis|dès|à\s+(?:partir|compter)\s+(?:de|du)|à\s+partir\s+d['’]|après"
UNTIL = (
    r"d['’]ici\s+(?:à\s+)?|à\s+l['’]\s?horizon(?:\s+de)?\s+|(?:pour\s+)?l['’]horizon\s+|jusqu['’](?:en|au|à)\s+|"
    r"avant\s+|au\s+plus\s+tard\s+(?:en|le|au)\s+"
)
# What may stand between such a word and the date.
FILLER = r"(?:(?:la\s+|le\s+|l['’]|en\s+)?)"

# Before a four-digit number: it is no year.
NOT_A_YEAR_BEFORE = (
    r"(?:\bn\s?[°ºo]\s?|\bno\.?\s|\bnuméro\s|\bISO\s|\bEN\s|\bNF\s|\barticles?\s|\bArt\.\s|\b[LRD]\.?\s?\*?|"
    r"\bagenda\s|\bHorizon\s|\bAgenda\s|\bloi\s(?:de\s)?|\bassociation\s|\bSIRET\s|\bcode\s|\blignes?\s|\bnature\s|"
    r"\bfonction\s|\bchapitre\s|\bcompte\s|\bdossier\s|\bparcelles?\s|\bNatura\s|\bCP\s|\bPEP\s|\bRD\s|\bRN\s|#)$"
)
# After a four-digit number: it counts something, or is part of another number.
NOT_A_YEAR_AFTER = (
    r"^(?:\s?[€$£%‰]|\s?(?:k€|M€|m²|m2|m³|m3|km|kg|g|t|ha|l|mm|cm|kW|MW|GW|kWh|MWh|GWh|kWc|MWc|euros?|EUR|F\b|"
    r"habitants?|hab\b|élèves?|tonnes?|mètres?|places?|logements?|personnes?|emplois?|heures?|arbres?)\b|"
    r"[\u00a0\u202f ]\d{3}\b(?!\d)|\d|,\d|\.\d{3}\b)"
)
