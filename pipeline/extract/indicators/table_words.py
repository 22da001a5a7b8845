"""How the headers and labels of tables say what their numbers count. Data only, sorted; the logic is in ``tables``."""

# "Nombre de logements", "Nb d'élèves": what follows is counted.
NUMBER_OF = r"(?:nombre|nb(?:re)?\.?|quantité|effectifs?)\s(?:total\s)?(?:de\s(?:la\s|l['’])?|d['’]|des\s|du\s)"
# Headers that say nothing of what is counted, by their beginnings: the label of the row does.
GENERIC = (
    "année", "atteint", "bilan", "cible", "en", "fin", "horizon", "mesure", "nombre", "objectif", "prévi", "quantité",
    "réalis", "référence", "résultat", "situation", "total", "valeur", "visé", "à", "état", "l['’]",
)  # fmt: skip
UNIT_COLUMN = r"unités?(?:\sde\smesure)?"
# Headers and labels that say where a level is to be.
AIMED = ("cible", "horizon", "objectif", "visé")
# Numbers below these words are sums, dates, ranks, references or nothing that is counted.
NOT_COUNTED = (
    "aides?", "ans", "articles?", "bp", "budgets?", "chapitres?", "charges", "coûts?", "crédits?", "dates?",
    "durées?", "délais?", "dépenses?", "euros?", "financements?", "fonctions?", "heures d['’]ouverture", "horaires",
    "imputations?", "indices?", "k€", "lots?", "mois", "montants?", "m€", "notes?", "numéros?", "n°", "pages?",
    "parcelles?", "participations?", "prix", "produits?", "rangs?", "recettes?", "références?", "soldes?",
    "subventions?", "tarifs?", "téléphones?", "voix", "votants", "votes?",
)  # fmt: skip
PLURALS = ("s", "x")
