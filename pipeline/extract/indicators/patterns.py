"""How French says by how much: units, verbs of change, and the numbers that measure nothing. Data only."""

# Unit as written after a number (regular expression, case as written) beside its canonical name.
UNITS = (
    (r"%|pour\s?cents?\b", "%"),
    (r"points?(?=\s(?:(?:en\s|de\s)?(?:moins|plus)|d['’]ici|entre|par\srapport|les?\s|la\s|l['’]))", "point"),
    (r"points?\sde\s(?:pourcentage|%)", "point"),
    (r"(?:t|tonnes?)\s?(?:(?:d['’]\s?)?(?:éq|eq|équivalents?)\.?[\s-]?(?:de\s|en\s)?)?CO[2₂]e?q?\b", "tCO2e"),
    (r"t(?:éq|eq)CO[2₂]\b", "tCO2e"),
    (r"(?:m[2²]|mètres?[\s-]carrés?)(?!\w)", "m²"),
    (r"(?:m[3³]|mètres?[\s-]cubes?)(?!\w)", "m³"),
    (r"(?:km[2²]|kilomètres?[\s-]carrés?)(?!\w)", "km²"),
    (r"(?:kms?|KM|kilomètres?)(?!\w)(?!/h)", "km"),
    (r"(?:ha|hectares?)(?!\w)", "ha"),
    (r"(?:ETP|équivalents?[\s-]temps[\s-]pleins?)(?!\w)", "ETP"),
    (r"(?:kWh|KWh|kilowatts?[\s-]?heures?)(?!\w)", "kWh"),
    (r"(?:MWh|mégawatts?[\s-]?heures?)(?!\w)", "MWh"),
    (r"(?:GWh|gigawatts?[\s-]?heures?)(?!\w)", "GWh"),
    (r"TWh(?!\w)", "TWh"),
    (r"kWc(?!\w)", "kWc"),
    (r"MWc(?!\w)", "MWc"),
    (r"(?:kW|kilowatts?)(?!\w)", "kW"),
    (r"(?:MW|mégawatts?)(?!\w)", "MW"),
    (r"GW(?!\w)", "GW"),
    (r"(?:kg|kilos?|kilogrammes?)(?!\w)", "kg"),
    (r"(?:tonnes?|T|t)(?![\w.°'’])", "t"),
    (r"(?:litres?)(?!\w)", "l"),
    (r"hectolitres?(?!\w)", "hl"),
    (r"(?:mètres?(?:[\s-]linéaires?)?|ml|m)(?![\w.'’])", "m"),
    (r"°\s?C(?!\w)|degrés?(?!\w)", "°C"),
)  # fmt: skip
# A number before one of these counts them, and they are what figures of a plan are compared by.
NOMINAL_UNITS = {
    "arbre": "arbre", "arbres": "arbre", "berceau": "place", "berceaux": "place", "emploi": "emploi",
    "emplois": "emploi", "lit": "lit", "lits": "lit", "logement": "logement", "logements": "logement",
    "place": "place", "places": "place", "poste": "poste", "postes": "poste",
}  # fmt: skip

# What one unit comes with, after "par" or "/": nouns that are none.
NOT_PER = frozenset(
    "ailleurs avance ces cette conséquent contre exemple exception les la le leur leurs nos notre rapport ses son "
    "suite tous toutes un une voie".split()
)

# After "un … par": of one thing each of these gets a plan speaks as a measure.
EACH = (
    "an", "arrondissement", "canton", "classe", "collège", "commune", "enfant", "foyer", "habitant", "jour", "mois",
    "naissance", "quartier", "semaine", "trimestre", "village", "école", "élève",
)  # fmt: skip
# Nouns of ``STRUCTURE`` that these words after them make things one can count: "points lumineux", "points d'eau".
THINGS = (
    r"points?\s(?:lumineux|noirs|relais|d['’](?:accueil|apport|arrêt|eau|écoute|information)|"
    r"de\s(?:charge|collecte|contact|lecture|livraison|recharge|restauration|retrait|vente))"
)

# Verbs that tell the way of a change, by their stems.
INCREASE = (
    "accroî", "accroiss", "accru", "agrand", "ajout", "aménag", "amplifi", "augment", "bât", "constru", "cré",
    "densifi", "développ", "doubl", "embauch", "équip", "élarg", "élev", "étend", "gagn", "implant", "install",
    "intensifi", "multipl", "ouvr", "ouvert", "plant", "progress", "quadrupl", "recrut", "renforc", "replant",
    "réimplant", "tripl",
)  # fmt: skip
DECREASE = (
    "abaiss", "abatt", "allég", "amput", "baiss", "chut", "coup", "diminu", "divis", "décroî", "désimperméabilis",
    "déminéralis", "econom", "effac", "élimin", "économ", "évit", "ferm", "recul", "retir", "rédu", "supprim",
    "raccourc",
)  # fmt: skip
MAINTAIN = (
    "conserv",
    "garant",
    "maint",
    "pérennis",
    "préserv",
    "reconduir",
    "reconduit",
    "sanctuaris",
    "sauvegard",
    "stabilis",
)
REACH = ("atteign", "atteind", "atteint", "parven", "parvien", "pass", "port", "ramen", "tend", "vis")
# Nouns that do, before "de", a colon or an adjective.
NOUNS_OF_INCREASE = (
    "agrandissement", "ajout", "aménagement", "augmentation", "construction", "croissance", "création",
    "développement", "doublement", "embauche", "extension", "gain", "hausse", "implantation", "installation",
    "ouverture", "plantation", "progression", "recrutement", "renforcement",
)  # fmt: skip
NOUNS_OF_DECREASE = (
    "abaissement", "baisse", "diminution", "désimperméabilisation", "economie", "fermeture", "recul", "réduction",
    "suppression", "économie",
)  # fmt: skip
NOUNS_OF_MAINTAIN = ("conservation", "maintien", "préservation", "sauvegarde")
NOUNS_OF_REACH = ("atteinte", "cible", "objectif")
# After the quantity.
MORE_AFTER = r"\s*(?:de\splus|en\splus|supplémentaires?|additionnel(?:le)?s?)(?!\w)"
LESS_AFTER = r"\s*(?:de\smoins|en\smoins)(?!\w)"

# A number directly after one of these is a name, a place in a series or a reference.
LABEL_WORDS = (
    "action", "agenda", "alinéa", "allée", "annexe", "arrêté", "art\\.", "article", "avis", "axe", "bât\\.?",
    "bâtiment", "bd", "BP", "bureau", "bureaux", "catégorie", "cedex", "chapitre", "circulaire", "code", "cop", "CP",
    "critère", "CS", "D", "décision", "décret", "défi", "délibération", "dossier", "édition", "EN", "engagement",
    "enjeu", "étage", "étape", "fax", "fiche", "figure", "fonction", "formulaire", "graphique", "groupe", "hall",
    "horizon", "îlot", "immeuble", "indicateur", "indice", "ISO", "kilomètre", "levier", "ligne", "loi", "lot",
    "module", "N", "n\\s?[°ºo]s?", "nature", "NF", "niveau", "no\\.?", "numéro", "objectif", "ODD", "opération",
    "ordonnance", "orientation", "p\\.", "page", "paragraphe", "parcelle", "partie", "phase", "pièce", "pilier",
    "pp\\.", "priorité", "proposition", "quai", "question", "R\\+", "rang", "RD", "RE", "règle", "RN", "RT",
    "rubrique", "saison", "salle", "scope", "séance", "secteur", "section", "SIREN", "SIRET", "T", "tableau",
    "tél\\.?", "téléphone", "thème", "titre", "tome", "tram", "tranche", "version", "volet", "volume", "zone",
)  # fmt: skip
LABELS = rf"(?:(?<![\w'’-])(?:{'|'.join(LABEL_WORDS)})s?\s?|[#§@&+$€£]|\w/|\d[/.:]|(?<!\w)(?-i:[A-Z]{{1,4}})[-\s]?)$"
# After a number: a rank, an hour, an age or a time, an address, a date, a vote, a code, a fraction of another number.
_TIMES = (
    "ans?", "années?", "décennies?", "exercices?", "journées?(?!\\sde\\s)", "jours?(?!\\sde\\s)", "mandats?", "min",
    "minutes?", "mn", "mois", "nuits?", "secondes?", "semaines?", "semestres?", "siècles?", "trimestres?",
    "week-ends?",
)  # fmt: skip
_STREETS = (
    "allées?", "av\\.", "avenue", "bd", "boulevard", "chemin", "cours", "esplanade", "impasse", "mail", "passage",
    "place", "quai", "route", "rte", "rue", "square",
)  # fmt: skip
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre", "janv\\.", "févr?\\.", "avr\\.", "juil\\.", "sept\\.", "oct\\.", "nov\\.", "déc\\.",
)  # fmt: skip
_VOTES = (
    "abstentions?",
    "bulletins?",
    "cas",
    "contre",
    "fois",
    "pour",
    "reprises?",
    "suffrages?",
    "voix",
    "votants?",
    "votes?",
)
_MONEY = ("€", "\\$", "£", "euros?", "k€", "M€", "Md€", "francs?", "dollars?")
_TECHNICAL = (
    "bits?",
    "cm",
    "dB",
    "dpi",
    "Gbit/s",
    "Go",
    "Hz",
    "km/h",
    "Ko",
    "Mbit/s",
    "mg",
    "mm",
    "Mo",
    "px",
    "µg",
    "V",
)
NOT_MEASURED_AFTER = (
    r"(?:\s?(?:er|re|ère|e|ème|eme|ième|nd|nde|ers|es|èmes|ᵉ|ᵉʳ|º)(?![\w'’])|\s?°(?!\s?C)|"
    r"\s?[hH](?![\w'’é])|\s?[hH]\s?\d|\s?heures?(?!\sd)(?!\w)|"
    rf"[\s-](?:{'|'.join(_TIMES)})(?!\w)|,?\s?(?:bis|ter|quater)(?!\w)|,?\s(?:{'|'.join(_STREETS)})\s|"
    rf"\s(?:{'|'.join(_MONTHS)})(?!\w)|\s(?:{'|'.join(_VOTES)})(?!\w)|"
    rf"\s?(?:{'|'.join(_MONEY)})|\s?(?:{'|'.join(_TECHNICAL)})(?!\w)|"
    r"\s?/\s?\d|\s?[:x×*]\s?\d|-\d{2,}|\.\d|[A-Za-zÀ-ÿ]|\)(?!\s[a-z])|\.\s?[A-Z]|[ \u00a0]\d{2}[ \u00a0]\d{2})"
)
# Nouns of which a number tells how a text or a body is built, not what is to be done.
STRUCTURE = frozenset(
    """an années ans article articles aspect aspects atout atouts autre autres axe axes but buts cas catégorie
    catégories champ champs chantiers-clés chapitre chapitres chiffre chiffres choix cible cibles clés
    conditions constat constats convictions critères côtés degrés dimension dimensions domaine domaines défi
    défis démarche démarches enjeu enjeux ensemble exemples exercices facteurs fois fonctions formes formules
    grandes grands idées leviers logiques mandats manières mois motifs mots moyens niveaux objectif objectifs
    odd options ordres orientations outils partie parties phases pilier piliers point points postes-clés
    principe principes priorité priorités périodes pôles questions raison raisons registres rubriques rôles
    saisons scénarios sections semaines sens siècles sortes sujets temps thème thèmes thématiques titres
    tranche tranches trimestres types univers valeurs versants visages voies voix volet volets échelles échelons
    étages étape étapes étoiles""".split()
)
# "les deux villes" points back at something; "deux villes" counts.
_POINTERS = (
    "autres", "aux", "ces", "derniers", "dernières", "des", "les", "leurs", "mes", "nos", "premiers", "premières",
    "prochaines", "prochains", "ses", "tes", "tous", "toutes", "vos",
)  # fmt: skip
POINTING = rf"(?<!\w)(?:{'|'.join(_POINTERS)})(?:\s(?:seuls|seules))?\s$"

# Nouns after "de", "à", "en"… with which an adverb begins, not more of what is counted.
ADVERBIAL = frozenset(
    """accord année ans août avril cause compter concertation concours cours côté destination direction début
    décembre exemple faveur fin février hauteur horizon ici janvier juillet juin lien mai mars moins mois
    moyenne novembre octobre parallèle part partenariat particulier partir place plus proximité présence raison
    rapport sein semaine septembre suite terme termes titre travers vue échelle œuvre""".split()
)
# Before "zéro": it is a level to be at, not part of a name ("la démarche zéro déchet").
ZERO_BEFORE = (
    r"(?:^(?:\d{1,2}[.)]\s)?|[:;(–-]\s?|(?<!\w)(?:objectif|vis\w+|atteindre|atteign\w+|vers|devenir|passer|tendre|au|le)\s"
    r"(?:(?:un|le|au|à)\s)?)$"
)
FACTORS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "décupl": 10.0}
FRACTIONS = {
    "moitié": 50.0, "tiers": 100 / 3, "quart": 25.0, "deux tiers": 200 / 3, "trois quarts": 75.0,
    "cinquième": 20.0, "dixième": 10.0,
}  # fmt: skip
THE = (
    r"(?:l['’]|les?\s|la\s|nos\s|notre\s|ses\s|son\s|sa\s|leurs?\s|ces\s|cette\s|ce\s|du\s|des\s|de\sl['’]|de\sla\s|"
    r"d['’])"
)
# Before a year: the sentence says when something began or was decided, not when a value is reached.
BEGUN = (
    r"(?<!\w)(?:adopt|approuv|attribu|arrêt|conçu|cré|décid|dat|début|déliber|fond|inaugur|inscri|institu|lanc|mis\sen\splace|n|ouvert|"
    r"publi|sign|vot)(?:é|ée|és|ées|e|es|ant|s)?\s(?:en|le|au|dès|depuis|de|du)?\s?$|"
    r"(?<!\w)(?:arrêté|délibération|décret|loi|séance|édition|convention|plan|rapport|contrat|accord|recensement|bilan)\s(?:du|de)?\s?$"
)
# Before a year: it is the one that is compared with.
BASELINE = (
    r"(?:par\srapport\s(?:à|au\sniveau\sde|aux?)|comparé\w*\sà|vs\.?|sur\sla\sbase\sde|"
    r"(?:année|niveau|valeur|base|référence|réf\.)s?(?:\sde(?:\sréférence)?)?\s?:?|"
    r"contre|relativement\sà)(?:\s(?:l['’]année|ceux\sde|celui\sde|celles?\sde|de|en|à))?\s*$"
)
