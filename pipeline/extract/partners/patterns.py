"""How French names organisations, and the words around a partner. Data only, sorted; logic is in ``find``."""

# Head noun of an organisation's name → its kind ("" where the noun alone does not tell).
HEADS = {
    "académie": "research", "agence": "state", "agglomération": "territory", "alliance": "association",
    "amicale": "association", "archives": "state", "assemblée": "", "association": "association",
    "atelier": "association", "banque": "company", "bibliothèque": "", "bureau": "", "caisse": "state",
    "canton": "territory", "centrale": "company", "centre": "association", "chambre": "company",
    "chambres": "company", "cie": "association", "cinémathèque": "association", "club": "association",
    "cluster": "company", "coalition": "network", "collectif": "association", "collectivité": "territory",
    "collège": "research", "comité": "association", "commissariat": "state", "commission": "",
    "commune": "territory", "communauté": "territory", "compagnie": "association", "comté": "territory",
    "confédération": "association", "conférence": "network", "conseil": "", "conservatoire": "association",
    "consortium": "company", "consulat": "state", "coopérative": "company", "crous": "state",
    "cour": "state", "direction": "state", "district": "territory", "délégation": "state",
    "département": "territory", "ehpad": "association", "entente": "territory", "entreprise": "company",
    "ensemble": "association", "espace": "association", "établissement": "state",
    "état": "territory", "faculté": "research", "festival": "", "fondation": "association",
    "forum": "network", "foyer": "association", "fédération": "association", "gouvernement": "territory",
    "gouvernorat": "territory", "groupe": "company", "groupement": "company",
    "haut-commissariat": "international", "hôpital": "state", "institut": "research", "laboratoire": "research",
    "land": "territory", "ligue": "association", "lycée": "research", "mairie": "territory",
    "maison": "association", "ministère": "state", "mission": "association", "mouvement": "association",
    "mutualité": "association", "mutuelle": "association", "centre-hospitalier": "state",
    "municipalité": "territory", "musée": "association", "médiathèque": "", "métropole": "territory",
    "observatoire": "association", "office": "state", "opéra": "association", "ong": "association",
    "orchestre": "association", "ordre": "association", "organisation": "network", "oblast": "territory",
    "parc": "territory", "parlement": "state", "pays": "territory", "pnr": "territory", "port": "company",
    "préfecture": "state", "province": "territory", "préfet": "state", "pôle": "company", "rectorat": "state",
    "régie": "company", "région": "territory", "réseau": "network", "scène": "association",
    "scop": "company", "section": "", "secours": "association", "service": "", "société": "company",
    "station": "", "studio": "company", "syndicat": "territory", "théâtre": "association", "tribunal": "state",
    "union": "association", "université": "research", "voïvodie": "territory", "ville": "territory",
    "école": "research", "éditions": "company",
}  # fmt: skip

# Heads that open a name even in lower case ("le ministère de l'Europe", "l'association Les Amis").
LOWER_HEADS = frozenset(
    """académie agence alliance association banque caisse chambre club coalition collectif comité commissariat
    compagnie comté confédération conservatoire consulat coopérative district département entreprise fondation
    fédération gouvernement gouvernorat groupement hôpital institut laboratoire land ligue ministère mission
    municipalité métropole observatoire office ong oblast province préfecture rectorat région
    réseau société syndicat union université voïvodie ville commune communauté""".split()
)

# Heads whose name ends with the place: nothing but capitalised words goes on after it.
PLACE_HEADS = frozenset(
    """agglomération canton commune comté district département gouvernement gouvernorat land mairie
    municipalité métropole oblast préfecture province région ville voïvodie état""".split()
)
# Lower-case heads that announce a name rather than belong to it ("l'association Gevalor").
ANNOUNCING = frozenset(
    "association associations commune compagnie entreprise municipalité ong réseau société ville".split()
)

# Words that go on with a name between two capitalised ones.
CONNECTORS = frozenset("& - ’ ' à au aux contre d' d’ de des du en et l' l’ la le les pour sans sous sur".split())
# Those after which even a lower-case noun goes on with a name opened by a head ("syndicat d'énergie").
GENITIVES = frozenset("d' d’ de des du pour".split())

# Words that open a sentence with a capital and no name.
FUNCTION_WORDS = frozenset(
    """à afin ainsi alors après au aucun aujourd'hui aussi autour aux avant avec c' ce cela celle celui ces cet cette
    chaque chez comme comment d' dans de depuis des dès du elle elles en enfin entre et hors il ils j' je jusqu' l'
    la le les leur leurs lors mais malgré mes mon n' nos notre nous on or ou où par parce parmi pendant plus plusieurs
    pour pourquoi près puis qu' quand que quelle quelles quels qui quoi s' sa sans se selon ses si soit son sous sur
    tous tout toute toutes très trois un une vers via voici voir vos votre vous y deux quatre cinq six sept huit neuf
    dix onze douze grâce concernant également notamment outre face suite d’ l’ n’ qu’ s’ c’ j’""".split()
)
# Heads that name one body when they stand alone with a capital.
STANDING_ALONE = frozenset({"Département", "Métropole", "Région", "État", "Etat", "Agglomération", "Préfecture"})

# Titles of persons: what follows is nobody's organisation.
PERSON_TITLES = frozenset("m. mm. mme mmes mlle dr me madame monsieur docteur pr adjoint adjointe".split())

# Named things that are no bodies: a name that starts so is never a partner.
NOT_BODIES = frozenset(
    """accord agenda allée appel article atlas avenue biennale boulevard budget cahier carnaval challenge charte
    chemin cité concours contrat convention cop coupe directive déclaration décret dispositif droits esplanade
    facilité feuille fiche fête fonds forêt gare grand halle impasse jardin jeux journée journées label lac lettre loi
    lot marché mois mont montagne nuit objectif objectifs opération pacte parcours passeport place plan plaine pont
    prix programme projet quai quartier rapport rencontres rivière rue règlement salle salon schéma semaine sommet
    stade stratégie square tour traité trophée trophées vallée volet zac zone""".split()
)

# Words just before a partner, by how they announce it; compared in lower case, apostrophes straight.
CUES = {
    "with": ("avec", "aux côtés de", "aux côtés du", "aux côtés des", "en lien avec", "en partenariat avec",
             "en relation avec", "en collaboration avec", "en coopération avec", "associant", "conjointement avec",
             "partenariat avec", "collaboration avec", "coopération avec", "en coordination avec", "partenariat entre",
             "coopère avec", "travaille avec", "partenaire", "partenaires", "partenariat", "s'appuie sur"),
    "support": ("soutien", "soutien à", "soutien de", "soutien du", "appui de", "appui du", "appui à", "aide de",
                "soutient", "subvention à", "subvention de", "concours de", "concours du", "accompagné par",
                "financé par", "cofinancé par", "cofinancés par", "financée par", "porté par", "portée par",
                "soutenu par", "soutenue par", "auprès de", "auprès du", "auprès des", "contribution de", "attribuer à",
                "attribue à", "verse à", "versée à", "confie à", "confié à", "délègue à", "titulaire", "société",
                "entreprise", "association"),
    "member": ("membre de", "membre du", "membres de", "adhère à", "adhésion à", "adhésion au", "réseau", "réseaux",
               "rejoint", "rejoindre", "préside", "participe à", "implication dans"),
    "twin": ("jumelée avec", "jumelage avec", "jumelages avec", "jumelé avec", "jumelle", "jumelles", "ville de",
             "villes de", "région de", "province de", "accord de coopération avec", "relations avec", "liens avec"),
    "place": ("à", "au", "en", "dans", "depuis", "vers", "sur", "chez", "près de", "rue", "place", "quartier", "gare"),
    "list": (":", ";", ","),
}  # fmt: skip
