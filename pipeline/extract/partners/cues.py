"""The words around a name that tell a partner from a name in passing. Data only; logic is in ``surroundings``."""

# Words just before a partner, by how they announce it; compared in lower case, apostrophes straight.
CUES = {
    "with": ("avec", "aux côtés de", "aux côtés du", "aux côtés des", "en lien avec", "en partenariat avec",
             "en relation avec", "en collaboration avec", "en coopération avec", "associant", "conjointement avec",
             "partenariat avec", "collaboration avec", "coopération avec", "en coordination avec", "partenariat entre",
             "coopère avec", "travaille avec", "partenaire", "partenaires", "partenariat", "s'appuie sur",
             "s'appuyant sur", "associe", "associera", "en association avec", "en concertation avec",
             "à nos côtés", "main dans la main avec", "de concert avec", "co-construit avec"),
    "support": ("soutien", "soutien à", "soutien de", "soutien du", "appui de", "appui du", "appui à", "aide de",
                "soutient", "subvention à", "subvention de", "concours de", "concours du", "accompagné par",
                "financé par", "cofinancé par", "cofinancés par", "financée par", "porté par", "portée par",
                "soutenu par", "soutenue par", "auprès de", "auprès du", "auprès des", "contribution de", "attribuer à",
                "attribue à", "verse à", "versée à", "confie à", "confié à", "délègue à", "titulaire", "société",
                "entreprise", "association", "alloue à", "accorde à", "octroie à", "cofinancée par", "cofinancées par",
                "subventionne", "confiée à", "mis à disposition de", "garantie à", "participation de",
                "participation du", "aides de", "appui technique de", "soutenons", "soutiendrons", "soutenir"),
    "member": ("membre de", "membre du", "membres de", "adhère à", "adhésion à", "adhésion au", "réseau", "réseaux",
               "rejoint", "rejoindre", "préside", "participe à", "implication dans", "adhérente de", "adhérent de",
               "adhère au", "siège à", "siège au", "affiliée à", "cotisation à", "adhérer à", "adhérer au",
               "adhésion aux", "actionnaire de", "sociétaire de"),
    "twin": ("jumelée avec", "jumelage avec", "jumelages avec", "jumelé avec", "jumelle", "jumelles", "ville de",
             "villes de", "région de", "province de", "accord de coopération avec", "relations avec", "liens avec",
             "jumelée à", "jumelage à", "pacte d'amitié avec", "accord avec", "convention avec", "amitié avec",
             "échanges avec", "coopération décentralisée avec", "jumelages :", "ville partenaire",
             "villes partenaires"),
    "place": ("au pied de", "au sein de", "boulevard", "dans", "derrière", "devant", "en face de", "en passant par",
              "face à", "gare", "habitants de", "implanté à", "implantée à", "inspiré de", "installé à",
              "installée à", "jusqu'à", "locaux de", "organisé à", "originaire de", "place", "près de", "quartier",
              "route de", "rue", "salle", "secteur", "sis à", "située à", "situées à", "situé à", "situés à",
              "stade", "venue de", "venus de"),
    "toward": ("à", "au", "aux", "chez", "depuis", "en", "entre", "par", "sous", "sur", "vers", "via"),
    "list": (":", ";", ","),
}  # fmt: skip

# Words in a sentence that say its tie is broken, refused, yet to be made or somebody else's.
DENIED = ("suspend", "rompu", "mis fin", "mettre fin", "refus", "sans ", "résilié", "ne sera pas", "n'est plus",
          "n'a pas", "démission", "s'est retiré", "se retire", "dénonc", "abandonn", "malgré", "contre ")  # fmt: skip
# What is made new and is nobody's partner yet: "nous créerons une Agence locale du climat".
CREATED = ("créer", "créera", "créerons", "création d", "crée ", "lancer", "lancera", "lancerons", "instaur",
           "mettre en place", "mettra en place", "mettrons en place", "mise en place d", "baptis", "doter d",
           "ouvrirons", "institu", "installerons")  # fmt: skip
# A debate quotes bodies that are nobody's partners.
SPOKEN = ("considère", "demande si", "déclare", "estime", "indique que", "intervient", "j'", "je ", "précise que",
          "rappelle", "regrette", "répond", "s'abst", "s'étonne", "s'interroge", "souligne", "vous ")  # fmt: skip

# Words of a heading, a lead-in or a sentence that tell what a list is about.
TOPICS = ("adhésion", "adhère", "associé", "bénéficiaire", "cofinanc", "convention", "coopération", "coopére",
          "financeur", "financement", "jumel", "membre", "partenaire", "partenariat", "réseau", "signataire",
          "soutien", "subvention", "attributaire", "titulaire", "pilote", "lauréat", "organisme", "opérateur",
          "cofinanceur", "élu", "groupe", "contact", "adresse", "horaire", "lieu", "quartier", "secteur",
          "équipement", "source", "commune", "pays")  # fmt: skip

# Of these topics, those that as the header of a column say that the names below are partners…
PARTNER_COLUMNS = ("cofinanc", "financeur", "partenaire", "signataire")
# … but for services of the collectivity itself, by their heads.
OWN_HEADS = frozenset(("direction", "pôle", "service"))

# What a body does that acts with or for a collectivity, as it stands right after its name.
ACTS = ("accompagne", "accompagnent", "anime", "animent", "apporte", "apportent", "assure", "assurent", "cofinance",
        "cofinancent", "conduit", "conduisent", "contribue", "contribuent", "coordonne", "coordonnent", "coorganise",
        "délègue", "délèguent", "élabore", "finance", "financent", "gère", "gèrent", "intervient", "interviennent",
        "participe", "participent", "pilote", "pilotent", "siège", "siègent", "soutient", "soutiennent", "subventionne",
        "tient", "tiennent", "verse", "versent")  # fmt: skip
# What people do who only go to a place.
VISITS = ("allé", "allés", "déplacé", "déplacée", "déplacés", "passé", "rendu", "rendue", "rendus", "rendues",
          "séjourné", "visité", "voyagé")  # fmt: skip

# Labels before a colon after which a line enumerates partners: "Financeurs : CAF, MSA, Département".
LABELS = ("associations? soutenues?", "avec", "cofinanceurs?", "en lien avec", "en partenariat avec", "financeurs?",
          "maîtrise d'ouvrage", "membres?", "partenaires?(?: financiers?| techniques?| associés?)?", "porteurs?",
          "villes? jumelles?", "villes? jumelées?")  # fmt: skip
# What others did with each other long ago: "les marchands commerçaient avec Gênes".
LONG_AGO = ("alliaient", "alliait", "combattaient", "combattait", "commerçaient", "commerçait", "guerroyaient",
            "guerroyait", "rivalisaient", "rivalisait", "trafiquaient", "trafiquait")  # fmt: skip
