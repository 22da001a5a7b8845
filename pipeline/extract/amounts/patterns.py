"""How French writes money. Data only; the logic is in ``find``."""

# Anything a currency is recognised by: a cheap first look, case as written.
SIGN = r"[€$£]|[Ee][Uu][Rr]|[Ff]ranc|FRANC|[Dd]ollar|DOLLAR|[Ll]ivres? |[A-Z]{3}\b|[CFc]\.? ?[Ff]\.?[AaPp]|" + "|".join(
    (
        "ariary",
        "centime",
        "couronne",
        "dinar",
        "dirham",
        "gourde",
        "leu",
        "naira",
        "peso",
        "rand",
        "rouble",
        "roupie",
        "réal",
        "réais",
        "yen",
        "yuan",
        "zloty",
    )
)

# Currency as written (regular expression, case-insensitive unless it says otherwise) beside its ISO 4217 code.
_SYMBOLIC = r"(?!\s+(?:constants?\s+)?symboliques?)"
CENTS = r"(?:centimes?|cents?)\s(?:d['’])?(?:euros?\b)|centimes?\b"
CURRENCIES = (
    (CENTS, "EUR"),
    (rf"€{_SYMBOLIC}", "EUR"),
    (rf"euros?\b{_SYMBOLIC}", "EUR"),
    (r"(?-i:EUR)\b", "EUR"),
    (r"f(?:rancs?)?\.?\s?(?:c\.f\.a\.|cfa\b)", "XOF"),
    (r"(?-i:XOF|XAF)\b", "XOF"),
    (r"f(?:rancs?)?\.?\s?(?:c\.f\.p\.|cfp\b|pacifiques?\b)", "XPF"),
    (r"francs?\s+suisses?\b", "CHF"),
    (r"(?-i:CHF)\b", "CHF"),
    (r"dollars?\s+canadiens?\b|\$\s?(?-i:CA)\b|(?-i:CAD)\b", "CAD"),
    (r"dollars?\b(?:\s+(?:américains?|US)\b)?|(?-i:US)\s?\$|\$(?:\s?(?-i:US)\b)?|(?-i:USD)\b", "USD"),
    (r"livres?\s+sterlings?\b|£|(?-i:GBP)\b", "GBP"),
    (r"ariarys?\b|(?-i:MGA)\b", "MGA"),
    (r"dirhams?\b|(?-i:MAD)\b", "MAD"),
    (r"gourdes?\b|(?-i:HTG)\b", "HTG"),
    (r"yens?\b|(?-i:JPY)\b", "JPY"),
    (r"yuans?\b|(?-i:CNY)\b", "CNY"),
    (r"zlotys?\b|(?-i:PLN)\b", "PLN"),
    (r"francs?\b(?!\s*-)", "FRF"),
)

# Nouns that many currencies share; Babel tells which from the adjective ("dinars tunisiens").
NAMED = ("couronne", "dinar", "peso", "rand", "rouble", "roupie", "réal")

# Multiplier as written beside its factor; the short ones stick to the currency (M€, k€, Md€).
MULTIPLIERS = (
    (r"milliards?", 1e9),
    (r"millions?", 1e6),
    (r"milliers?", 1e3),
    (r"mille", 1e3),
    (r"(?-i:Mds?|Mrds?|mds?)\.?", 1e9),
    (r"(?-i:Mio|M)\.?", 1e6),
    (r"k", 1e3),
)

# Before a number that is a rank, not the lower end of a range: "lot 3 - 15 000 €".
LABEL = (
    r"(?:\b(?:action|annexe|article|art\.|axe|chapitre|compte|fiche|fonction|lot|opération|phase|tranche|année|an|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)s?|n[°º])\s?$"
)

# What one unit is paid for, after "/", "par" or "chaque": written form → canonical form.
PER = {
    **{word: word for word in (
        "action", "adhérent", "adulte", "agent", "apprenti", "arbre", "association", "atelier", "bénéficiaire",
        "candidat", "classe", "club", "collégien", "commune", "couple", "dossier", "duo", "enfant", "enseignant",
        "équipe", "étudiant", "famille", "foyer", "groupe", "habitant", "hectare", "heure", "jeune", "jour",
        "journée", "kg", "kilomètre", "km", "lauréat", "licencié", "lit", "litre", "logement", "lycéen", "ménage",
        "mois", "nuit", "nuitée", "participant", "passager", "personne", "place", "projet", "repas", "salarié",
        "séance", "semaine", "semestre", "session", "séjour", "stagiaire", "structure", "tonne", "trajet",
        "trimestre", "usager", "véhicule", "vélo", "visite", "visiteur", "volontaire", "voyage", "élève", "élu",
    )},
    "an": "an", "année": "an", "exercice": "an", "ha": "hectare", "hab": "habitant", "hab.": "habitant", "h": "heure",
    "habitante": "habitant", "j": "jour", "kilo": "kg", "kwh": "kWh", "l": "litre", "m2": "m²", "m3": "m³",
    "m²": "m²", "m³": "m³", "mwh": "MWh", "mètre carré": "m²", "mètre cube": "m³",
    "t": "tonne", "tco2": "tonne", "tonne de co2": "tonne",
}  # fmt: skip
# Of these the first named gives way to the second: "3 € par an et par habitant" is per inhabitant.
SPANS_OF_TIME = frozenset(("an", "nuit", "nuitée", "jour", "journée", "mois", "semaine", "semestre", "trimestre"))
# Written without "par": "1,62 € le litre", "9 € de l'heure". Nothing that may open a clause ("le mois dernier").
MEASURES = (
    "heure", "hectare", "journée", "kg", "kilo", "km", "kwh", "litre", "m2", "m3", "m²", "m³", "mwh", "mètre carré",
    "mètre cube", "nuitée", "repas", "séance", "tonne", "trajet",
)  # fmt: skip
PER_ADJECTIVE = {"annuel": "an", "hebdomadaire": "semaine", "journalier": "jour", "mensuel": "mois"}

# In the header of a column or the label of a row: its numbers are sums where a currency is given…
MONEY_WORDS = (
    "aide", "bp", "budget", "ca", "charge", "coût", "crédit", "dotation", "dépense", "emprunt", "enveloppe",
    "financement", "investissement", "montant", "participation", "prix", "produit", "recette", "solde", "somme",
    "subvention", "tarif", "total", "valeur",
)  # fmt: skip
# … and these are none, whatever the title of the table says.
NOT_MONEY = (
    "adhérents?", "année", "années", "article", "bénéficiaires?", "chapitre", "code", "compte", "date", "dossiers?",
    "durée", "effectifs?", "etp", "fonction", "ha", "habitants?", "heures?", "km", "lignes?", "logements?", "lots?",
    "mwh", "nb", "nombre", "numéro", "page", "part", "population", "pourcentage", "quantité", "surface", "taux",
    "tonnes?",
)  # fmt: skip
