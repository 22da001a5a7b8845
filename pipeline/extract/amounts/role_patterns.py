"""How French says what a sum is for and who pays it. Data only, sorted; the logic is in ``roles``."""

# Stems of words before (or right after) a sum beside what they make of it.
ROLE_WORDS = {
    "budget": (
        "AP/CP", "affect", "autorisations? de programme", "budg(?<!\\bau budg)", "budg(?!et annexe)",
        "chiffre d['’]affaires", "consacr", "crédits?",
        "dot(?:e|é|ée|és|ées|er|era|ent)\\b", "débloqu", "dédi", "engag", "enveloppe", "finance\\b", "financer",
        "financer[ao]", "flèch", "inscri", "invest", "mobilis", "plan de", "programm", "réserv",
    ),
    "cofinancing": (
        "abond", "apport", "co-?financ", "contribu", "cotis(?:e|ent|era)\\b", "financement", "financeur", "financé",
        "fonds de concours", "particip(?:e|era|ent|ation)\\b", "participation", "prend en charge", "prise? en charge",
        "quote-part", "à hauteur de",
    ),
    "cost": (
        "achats?", "acheté?", "acquis",
        "attribu\\w* (?:à (?:la |l['’])|au )(?:cabinet|entreprise|groupement|société)",
        "confi(?:e|é|ée|és|ées)\\b", "acquisition", "acquéri", "charges?\\b", "chiffr", "coût", "dépens", "estim",
        "factur(?!é|(?:e|ent|era|eront)\\s*$)", "frais", "honoraires", "indemnis", "marché",
        "montant de l['’]opération", "montant des travaux",
        "pa(?:ie|ye|yé|iement)", "rachat", "rachet", "rembours", "reste à charge", "revient", "réglé", "surcoût",
        "travaux", "évalu",
    ),
    "loan": (
        "annuité", "avance remboursable", "dette", "emprunt", "encours", "garanti", "préfinanc", "prêt",
    ),
    "price": (
        "abonnement", "adhér", "adhésion", "amende", "billet", "caution", "cotisation", "droit d['’]entrée",
        "droits? de place", "entrée", "factur(?:é|(?:e|ent|era|eront)\\s*$)", "forfait", "inscription", "loué",
        "loyer", "paiera",
        "paieront", "pass\\b", "plafonn",
        "prix", "redevance", "repas", "tarif", "taxe", "ticket", "vendu", "à partir de",
    ),
    "revenue": (
        "(?:a|ont|avons) vendu", "bénéfices?", "cession", "collect", "céd", "dons\\b", "encaiss", "excédent", "legs",
        "levé", "mécénat",
        "percevra", "perçoi", "perçu", "produit", "rapport(?:e|er|era|é|ent)\\b", "recett", "recueill", "vend\\b",
        "vente",
    ),
    "saving": (
        "gagn", "gain", "économie", "économis", "épargn",
    ),
    "subsidy": (
        "accord", "aider", "aides?\\b", "aidé", "alloc(?!ataire)", "allou", "appui", "attribu", "bonification", "bonus",
        "bourse", "chèque", "don\\b", "donn", "dotation", "gratification", "indemnité", "octro", "prime", "prix de",
        "récompens", "secours", "soutenu", "soutien", "subvention", "vers",
    ),
}  # fmt: skip

# After a sum: "20 000 € de subvention", "300 000 € d'économies", "12 € le repas".
AFTER_WORDS = {
    "budget": (
        "autorisations? de programme", "budget", "crédits?", "d['’]engagements?", "engagée?s?", "investissements?",
    ),
    "cofinancing": (
        "cofinancements?", "contributions?", "fonds de concours", "participations?",
    ),
    "cost": (
        "(?:HT|TTC|H\\.T\\.|T\\.T\\.C\\.)(?!\\w)", "charges?", "coût", "dépenses?", "frais", "travaux",
    ),
    "loan": (
        "dette", "emprunts?", "encours", "prêts?",
    ),
    "price": (
        "cotisation", "loyer",
    ),
    "revenue": (
        "(?:a|ont|avons) vendu", "bénéfices?", "chiffre d['’]affaires", "dons", "loyers perçus", "produits?",
        "recettes?",
    ),
    "saving": (
        "gagnés", "économies?", "économisés?", "épargnés?",
    ),
    "subsidy": (
        "aides?", "bourses?", "dons? à", "dotations?", "primes?", "soutien", "subventions?",
    ),
}  # fmt: skip
# What one unit is paid for where a sum without other words is a price.
PRICED = frozenset(
    """heure jour kWh kg litre m² m³ nuitée participant passager personne place repas séance trajet visite
    visiteur""".split()
)

# Who may pay, by the noun that opens the name, upper and lower case where both are written.
PAYERS = (
    "ADEME", "AFD", "ANAH", "ANS", "Agence de l'eau", "Agence de l’eau", "Agence nationale", "Anah", "CNC", "CNSA",
    "Communauté d'agglomération", "Communauté d’agglomération", "Communauté de communes", "Communauté urbaine",
    "Fonds vert", "LEADER", "Leader", "communauté d'agglomération", "communauté d’agglomération",
    "communauté de communes", "communauté urbaine", "fonds vert", "ANCT", "ANRU", "ARS", "Ademe", "Agence", "Agglo",
    "Agglomération", "Assemblée", "Association",
    "Bailleur", "Banque", "CAF", "Caisse", "Chambre", "Collectivité", "Comité", "Commune", "Communauté", "Conseil",
    "DETR", "DRAC", "DREAL", "DSIL", "Département", "Etat", "Eurométropole", "Europe", "FEADER", "FEDER", "FIPHFP",
    "FNADT", "FSE", "FSE+", "Fonds", "Fondation", "Fédération", "Intercommunalité", "Mairie", "Ministère",
    "Municipalité", "Métropole", "Office", "Parc", "Région", "Société", "Syndicat", "Union", "Ville", "agence",
    "agglomération", "assemblée", "association", "bailleur", "bailleurs", "collectivité", "commune", "communauté",
    "conseil", "département", "entreprise", "entreprises", "familles", "fondation", "fonds", "habitants",
    "intercommunalité", "locataires", "mairie", "ministère", "municipalité", "mécènes", "métropole", "office",
    "particuliers", "propriétaires", "préfecture", "région", "société", "syndicat", "usagers", "ville", "État",
)  # fmt: skip
# What may follow such a noun in lower case.
PUBLIC = (
    "communal", "communautaire", "communes", "départemental", "départementale", "européen", "européenne",
    "intercommunal", "intercommunale", "mixte", "municipal", "municipale", "métropolitain", "métropolitaine",
    "national", "nationale", "régional", "régionale",
)  # fmt: skip
# Participles of a passive whose agent pays, by their stems.
PAID = (
    "abondé", "accordé", "alloué", "apporté", "assumé", "attribué", "co-financé", "cofinancé", "consenti", "couvert",
    "donné", "financé", "offert", "octroyé", "payé", "pris", "réglé", "soutenu", "subventionné", "supporté", "versé",
)  # fmt: skip
# Nouns for what somebody gives: "la subvention de la Région, de".
THEIRS = (
    "aide", "apport", "appui", "bourse", "co-financement", "cofinancement", "concours", "contribution", "don",
    "dotation", "financement", "legs", "mécénat", "parrainage", "participation", "prêt", "soutien", "subvention",
)  # fmt: skip
# Verbs by which their subject pays, by their stems.
PAYS = (
    "abond", "accord", "achet", "achèt", "acquiert", "affect", "allou", "apport", "attribu", "cofinanc", "consacr",
    "contribu", "cotis", "débloqu", "dépens", "dot", "engag", "financ", "inscri", "invest", "mobilis", "octroi",
    "octroy", "offr", "paie", "particip", "paye", "prend en charge", "prend à sa charge", "prendra à sa charge",
    "prendra en charge", "prévoi", "rembours",
    "réserv", "soutenu", "soutien", "subventionn", "vers", "vot",
)  # fmt: skip
# Verbs for getting from somebody, by their stems: "obtient du Département une aide de".
ASKED = ("bénéfici", "demand", "espèr", "obten", "obtien", "perç", "reç", "sollicit", "touch")
# In the title of a table or above its first column: the rows are those who pay…
FUNDING = (
    r"co-?financ", r"financeur", r"origine", r"partenaires?\sfinanc", r"plan\sde\sfinancement", r"recettes",
    r"ressources",
    r"financements?\b",
)  # fmt: skip
# … or those who receive.
RECEIVING = (
    r"associations?\b", r"attributaire", r"bénéficiaire", r"club", r"comités?\b", r"dépenses", r"fédération",
    r"intitulé",
    r"opérations?\b", r"organismes?\b", r"projets?\b", r"structures?\b",
    r"subventions?\s(?:20\d\d|accord|allou|attribu|aux|vers|vot)",
)  # fmt: skip
# Rows of such a table that name nobody.
NO_FUNDERS = (
    r"auto-?financement", r"cofinancement", r"emprunt", r"fonds\spropres", r"reste", r"solde", r"sous-total", r"total",
)  # fmt: skip
