"""How French writes money. Data only; the logic is in ``find``."""

# Currency as written (regular expression, case-insensitive unless it says otherwise) beside its ISO 4217 code.
CURRENCIES = (
    (r"€", "EUR"),
    (r"euros?\b(?!\s+(?:constants?\s+)?symboliques?)", "EUR"),
    (r"(?-i:EUR)\b", "EUR"),
    (r"f(?:rancs?)?\.?\s?c\.?f\.?a\b\.?", "XOF"),
    (r"(?-i:XOF|XAF)\b", "XOF"),
    (r"f(?:rancs?)?\.?\s?(?:c\.?f\.?p|pacifique)\b", "XPF"),
    (r"francs?\s+suisses?\b", "CHF"),
    (r"(?-i:CHF)\b", "CHF"),
    (r"dollars?\s+canadiens?\b|\$\s?(?-i:CA)\b|(?-i:CAD)\b", "CAD"),
    (r"dollars?\b(?:\s+(?:américains?|US))?|\$(?:\s?(?-i:US)\b)?|(?-i:USD)\b", "USD"),
    (r"livres?\s+sterlings?\b|£|(?-i:GBP)\b", "GBP"),
    (r"francs?\b(?!\s*-)", "FRF"),
)

# Multiplier as written beside its factor; the short ones stick to the currency (M€, k€, Md€).
MULTIPLIERS = (
    (r"milliards?(?:\s+(?:d['’]|de\b))?", 1e9),
    (r"millions?(?:\s+(?:d['’]|de\b))?", 1e6),
    (r"milliers?(?:\s+(?:d['’]|de\b))?", 1e3),
    (r"mille", 1e3),
    (r"(?-i:Mds?|Mrds?|mds?)\.?(?:\s?d['’])?", 1e9),
    (r"(?-i:M|Mio)\.?(?:\s?d['’])?", 1e6),
    (r"k", 1e3),
)

# What one pays for, after "/", "par" or "le": canonical form.
PER = {
    "an": "an", "ans": "an", "année": "an", "annuel": "an", "annuels": "an", "élève": "élève", "enfant": "enfant",
    "foyer": "foyer", "habitant": "habitant", "habitante": "habitant", "habitants": "habitant",
    "habitant.e": "habitant", "habitant·e": "habitant", "heure": "heure", "jour": "jour", "kg": "kg", "kwh": "kWh",
    "logement": "logement", "m2": "m²", "m3": "m³", "m²": "m²", "m³": "m³", "mois": "mois", "personne": "personne",
    "repas": "repas", "semaine": "semaine", "tonne": "tonne", "trimestre": "trimestre", "hab": "habitant",
    "hectare": "hectare", "ha": "hectare", "place": "place", "agent": "agent", "projet": "projet",
    "association": "association", "commune": "commune", "jeune": "jeune", "ménage": "ménage", "litre": "litre",
    "km": "km", "trajet": "trajet", "nuit": "nuit", "nuitée": "nuitée", "famille": "famille",
}  # fmt: skip
