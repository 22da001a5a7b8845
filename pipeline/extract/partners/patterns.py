"""How French names organisations, and the words around a partner. Data only, sorted; logic is in ``find``."""

# Head noun of an organisation's name → its kind ("" where the noun alone does not tell).
HEADS = {
    "académie": "research", "agence": "state", "agglomération": "territory", "alec": "association",
    "alliance": "association", "amicale": "association", "archives": "state", "assemblée": "",
    "association": "association", "atelier": "association", "bailleur": "company", "banque": "company",
    "bibliothèque": "", "bureau": "", "cabinet": "company", "caisse": "state", "canton": "territory",
    "centrale": "company", "centre": "association", "centre-hospitalier": "state", "cercle": "", "cfa": "research",
    "chambre": "company", "chambres": "company", "chantier-école": "association", "chu": "state", "cie": "association",
    "cinémathèque": "association", "club": "association", "cluster": "company", "coalition": "network",
    "collectif": "association", "collectivité": "territory", "collège": "research", "comité": "association",
    "commissariat": "state", "commission": "", "communauté": "territory", "commune": "territory",
    "compagnie": "association", "comté": "territory", "confédération": "association", "conférence": "network",
    "conseil": "", "conservatoire": "association", "consortium": "company", "consulat": "state",
    "coopérative": "company", "cour": "state", "crous": "state", "délégation": "state", "département": "territory",
    "direction": "state", "district": "territory", "ehpad": "association", "ensemble": "association",
    "entente": "territory", "entreprise": "company", "espace": "association", "école": "research",
    "éditions": "company", "établissement": "state", "état": "territory", "faculté": "research", "festival": "",
    "fédération": "association", "fondation": "association", "forum": "network", "foyer": "association",
    "gal": "territory", "gendarmerie": "state", "gouvernement": "territory", "gouvernorat": "territory",
    "groupe": "company", "groupement": "company", "haut-commissariat": "international", "hôpital": "state",
    "inspection": "state", "institut": "research", "intercommunale": "territory", "județ": "territory",
    "judeţ": "territory", "laboratoire": "research", "land": "territory", "ligue": "association", "lycée": "research",
    "mairie": "territory", "maison": "association", "médiathèque": "", "métropole": "territory", "ministère": "state",
    "mission": "association", "mouvement": "association", "municipalité": "territory", "musée": "association",
    "muséum": "association", "mutualité": "association", "mutuelle": "association", "oblast": "territory",
    "observatoire": "association", "office": "state", "ong": "association", "opéra": "association",
    "orchestre": "association", "ordre": "association", "organisation": "network", "papeterie": "company",
    "parc": "territory", "parlement": "state", "parquet": "state", "pays": "territory", "plate-forme": "association",
    "plateforme": "association", "pnr": "territory", "port": "company", "pôle": "company", "préfecture": "state",
    "préfet": "state", "province": "territory", "raion": "territory", "rectorat": "state", "recyclerie": "association",
    "regroupement": "", "régie": "company", "régiment": "state", "région": "territory", "réseau": "network",
    "safer": "company", "scène": "association", "scic": "company", "scop": "company", "secours": "association",
    "section": "", "sem": "company", "service": "", "société": "company", "sous-préfecture": "state", "spl": "company",
    "station": "", "studio": "company", "syndicat": "territory", "théâtre": "association", "tribunal": "state",
    "union": "association", "université": "research", "ville": "territory", "voïvodie": "territory",
}  # fmt: skip

# Those that announce a company whatever its name begins with: "cabinet Atelier Trois Rivières".
COMPANY_HEADS = frozenset("cabinet coopérative entreprise scic scop sem société spl".split())

# Heads that open a name even in lower case ("le ministère de l'Europe", "l'association Les Amis").
LOWER_HEADS = frozenset(
    """académie agence alec alliance association bailleur banque cabinet caisse cfa chambre chantier-école chu club
    coalition collectif comité commissariat gal intercommunale județ lycée muséum
    parquet plateforme plate-forme raion recyclerie régiment safer scic sem spl sous-préfecture station tribunal
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
    """agence association associations atelier bailleur cabinet club collectif commune compagnie coopérative
    entreprise fédération groupement laboratoire municipalité office ong recyclerie réseau scic sem société spl
    syndicat ville""".split()
)
# Heads whose name may be a list: "ministère de l'Agriculture, de l'Alimentation et de la Forêt".
ENUMERATING = frozenset(
    "agence centre conseil direction délégation fédération institut maison ministère office secrétariat".split()
)
# Capitalised nouns that open the name of a stretch of country: "Alpes du Nord", "Val d'Orbe".
LANDSCAPES = frozenset(
    """Alpes Bassin Coeur Cœur Coteaux Côte Haut Haute Hauts Marais Monts Pays Plaine Plateau Pointe Pointes Portes
    Presqu'île Rives Terres Val Vallée Vallées""".split()
)
# Adjectives that make a lower-case "centre" or "conseil" open a name.
OF_BODIES = frozenset("départemental général hospitalier régional social socioculturel universitaire".split())
# What a number counts: it is no part of the name before ("la Région 8 %").
UNITS_OF_COUNT = frozenset("% € eur euros k€ m€ md€ meur million millions milliards".split())

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
