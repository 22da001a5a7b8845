"""Forms of one name that French offices use side by side. Data only, sorted; logic is in ``naming`` and ``local``."""

# An acronym that opens a name before its place → the words it is short for: "PNR d'Armorique", "OT de Dinan".
SHORT_HEADS = {
    "ca": "communaute agglomeration", "cc": "communaute communes", "cd": "departement", "ch": "centre hospitalier",
    "chr": "centre hospitalier regional", "chru": "centre hospitalier regional universitaire",
    "chu": "centre hospitalier universitaire", "cr": "region", "cu": "communaute urbaine",
    "fdsea": "federation departementale syndicats exploitants agricoles", "mjc": "maison jeunes culture",
    "ot": "office tourisme", "oti": "office tourisme intercommunal", "pnr": "parc naturel regional",
    "ta": "tribunal administratif",
}  # fmt: skip
# Other names of French regions, folded.
REGION_ALIASES = {
    "ara": "auvergne rhone alpes", "aura": "auvergne rhone alpes", "bfc": "bourgogne franche comte",
    "hdf": "hauts france", "idf": "ile france", "ile de france": "ile france", "lr": "languedoc roussillon",
    "nouvelle aquitaine limousin poitou charentes": "nouvelle aquitaine", "npdc": "nord pas calais",
    "paca": "provence alpes cote azur", "sud": "provence alpes cote azur",
    "sud provence alpes cote azur": "provence alpes cote azur",
}  # fmt: skip
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}

# Bodies of which each place has its own, though many texts name them without it.
LOCAL_BODIES = frozenset(
    {"centre social", "mission locale", "missions locales", "office de tourisme", "syndicat d'initiative"}
)
# Standing bodies of which each department, or each region, has its own: "la CAF" is that of where the text is written.
DEPARTMENTAL_BODIES = frozenset(
    {"adil", "caf", "caue", "cdg", "cdos", "cidff", "cpam", "ddcs",
     "ddets", "ddpp", "ddt", "ddtm", "dsden", "mdph", "sdis", "udaf"}
)  # fmt: skip
REGIONAL_BODIES = frozenset({"ars", "carsat", "draaf", "drac", "dreal", "dreets", "drfip"})
# Heads whose name is mostly that of a person, the same in many towns: "lycée Jean-Moulin".
LOCAL_HEADS = frozenset(
    """amicale association associations atelier bibliotheque cercle chorale club collectif comite ecole ensemble
    fanfare foyer groupe harmonie maison orchestre section societe theatre troupe union""".split()
)
NAMED_AFTER_PEOPLE = frozenset("""college creche ecole ehpad gymnase lycee mediatheque mjc""".split())
# Words that may be capitalised in the name of a body every town has: "Comité des Fêtes", "Judo Club".
LOCAL_WORDS = frozenset(
    """agricole ainee aines amicale amis anciens arts athletic athletique athletisme basket bibliotheque boules boxe
    carnaval centre chasse chasseurs choeur chorale cine cinema club combattants comice comite communal communale
    cooperative culture culturelle cyclisme cyclo danse donneurs ecole ecoles eleves enfance ensemble fanfare fetes
    foot football foyer gymnastique handball harmonie jardins jeunes jeunesse judo jumelage laique lecture loisirs
    maison maternelle municipal municipale musicale musique orchestre ouvriers parents patrimoine paysans peche
    pecheurs petanque pompiers quartier randonnee retraites rugby rural ruraux sang sapeurs scolaire scolaires
    seniors social societe solidaire sport sportif sportive sports tennis theatre tir troupe union usagers vie
    volley volontaire volontaires yoga""".split()
)
# Words that tell of a body of the whole country or more.
NATIONAL_WORDS = frozenset(
    """europe europeen europeenne federal federale francais francaise france francophone francophones interieur
    international internationale internationaux monde mondial mondiale national nationale nationaux""".split()
)
