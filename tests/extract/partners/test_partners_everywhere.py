"""Partners in 62 passages of ten kinds of document, written before anything was mended: hits beside misses.

See ``marked``. At first try 47 were right as a whole: every partner found whole and of its kind, and nothing else.
Two of the marks were mended since: the FEDER is a fund, no body; the space agency's kind was told the other way.
"""

# ruff: noqa: E501

from __future__ import annotations

from marked import share_right

FLOOR = 0.86
"""Just under the share that is right; what is wrong is printed when it falls below. See models/README.md."""
FIRST_TRY = "47 of 62"

MINUTES_COMMUNE = [
    "Le conseil approuve l'adhésion au [Syndicat intercommunal d'énergie de la Haute-Lande]t et verse sa cotisation.",
    "Une subvention de 800 € est accordée à l'[Association sportive du collège Jean-Zay]a.",
    "Le conseil autorise le maire à signer une convention avec le [Centre de gestion de la fonction publique territoriale de la Gironde]s.",
    "M. Garnier fait remarquer que la société Veolia augmente ses tarifs partout en France.",
    "Le marché de maîtrise d'œuvre est confié au cabinet [Atelier Trois Rivières]c.",
    "Vu le courrier du préfet et l'avis de la commission des affaires scolaires, le conseil délibère.",
    "Il décide de garantir le prêt souscrit par [Clairsienne]c auprès de la [Caisse des dépôts et consignations]s.",
    "La commune sollicite l'aide financière du [Conseil départemental de la Gironde]t et de la [Région Nouvelle-Aquitaine]t.",
    "L'[Union sportive de Brume]a recevra 3 000 €, le [Secours catholique]a 500 €.",
    "Monsieur Bernard Lopez est élu délégué au comité syndical.",
    "Le conseil émet un avis favorable au jumelage avec [Óbidos]t, au Portugal.",
    "La rue Pierre-Curie sera mise en sens unique entre l'école Jules-Ferry et la mairie.",
]
STRATEGY_COMMUNE = [
    "La Ville poursuit sa coopération avec [Saint-Louis du Sénégal]t et [Agadir]t (Maroc).",
    "Avec l'appui de la [Délégation pour l'action extérieure des collectivités territoriales]s, la Ville répond à l'appel à projets annuel.",
    "Elle est membre de [Cités et Gouvernements Locaux Unis]n et de l'[Association internationale des maires francophones]n.",
    "La Ville accueille chaque année la Semaine de la solidarité internationale.",
    "Les élus ont visité Copenhague et Malmö pour étudier les réseaux cyclables.",
    "La Ville travaille main dans la main avec [Bordeaux Métropole]t et l'[Université Bordeaux Montaigne]r.",
    "Le programme Erasmus+ finance la mobilité de 40 apprentis.",
    "Le [Comité de jumelage Brume-Ludlow]a organise les échanges scolaires que la Ville subventionne.",
    "Notre projet d'adduction d'eau à [Dapaong]t (Togo) est soutenu par l'[Agence de l'eau Adour-Garonne]s et l'[Agence française de développement]s.",
    "Le Programme des Nations unies pour le développement a publié son rapport mondial.",
    "La Ville soutient [SOS Méditerranée]a et [Médecins du Monde]a.",
    "L'Agenda 2030 des Nations unies fixe dix-sept objectifs.",
]
PAGE_DEPARTMENT = [
    "Le Département du Jura et le [Canton du Jura]t, en Suisse, partagent un programme culturel.",
    "Le Département adhère à [Départements de France]n et finance [Jura Nature Environnement]a.",
    "Le [Service départemental d'incendie et de secours]s reçoit 12 M€ par an du Département.",
    "Le collège de l'Arc, à Dole, a été rénové.",
    "Avec la [Mutualité sociale agricole]s et la [CPAM du Jura]s, le Département lutte contre la désertification médicale.",
    "La [Chambre d'agriculture du Jura]c accompagne avec nous les circuits courts.",
    "Le musée d'Archéologie de Lons-le-Saunier expose un trésor romain.",
    "Le Département cofinance la [Mission locale du Haut-Jura]a.",
    "Nous avons confié l'étude au [Conseil d'architecture, d'urbanisme et de l'environnement du Jura]a.",
    "L'écrivain Bernard Clavel est né à Lons-le-Saunier.",
]
REPORT_EPCI = [
    "L'Agglomération a signé un contrat de ville avec l'[État]s, la [Région]t et [Action Logement]c.",
    "Le [Syndicat mixte du Pays vert et des Trois Vallées]t a repris la compétence rivières pour le compte de l'Agglomération.",
    "Deux thèses ont été cofinancées avec l'[INRAE]r et l'[École des mines de Saint-Étienne]r.",
    "Le salon Habitat durable a attiré 4 000 visiteurs au parc des expositions.",
    "La [Société d'équipement du Pays vert]c a livré la zone d'activités.",
    "Les communes de [Lormoy]t et de [Vaugny]t ont cédé leurs terrains à l'Agglomération.",
    "Le réseau de bus Tilt dessert 31 arrêts.",
    "L'Agglomération est actionnaire de la SPL [Pays vert Aménagement]c.",
    "Le Fonds européen de développement régional a versé 640 000 €.",
    "Le journal Le Progrès a consacré une page au projet.",
]
PAGE_REGION = [
    "La Région a ouvert un bureau à Bruxelles.",
    "La Région coopère depuis 2004 avec la [Région de l'Oriental]t, au Maroc, et le [Gouvernorat de Kasserine]t, en Tunisie.",
    "La [Banque européenne d'investissement]i prête 80 M€ à la Région pour les lycées.",
    "Avec [Régions de France]n, la Région défend une nouvelle étape de décentralisation.",
    "La Région finance le [Centre national du cinéma et de l'image animée]s et l'association [Films en Méridienne]a.",
    "Le TGV reliera Paris à Barcelone en cinq heures.",
    "La Région travaille avec le [CNES]r, [Airbus]c et l'[Institut supérieur de l'aéronautique et de l'espace]r.",
    "Les habitants de Mende et de Rodez seront consultés.",
]
PAGE_COMMUNE = [
    "row | Ville | Pays | Depuis || [Bamberg]t | Allemagne | 1974 || [Feltre]t | Italie | 1991 || [Bedford]t | Royaume-Uni | 1982",
    "row | Association | Subvention 2024 || [Les Restos du cœur]a | 1 500 € || [Harmonie municipale]a | 2 000 € || [Amicale laïque]a | 900 €",
    "row | Lieu | Horaires || Piscine Jean-Bouin | 9 h-19 h || Médiathèque Camus | 10 h-18 h",
    "row | Action | Partenaires || Plan vélo | [Vélo-Cité]a, [Département de la Gironde]t || Jardins partagés | [Les Incroyables Comestibles]a",
    "Nos partenaires : la [CAF de la Gironde]s, le [Planning familial]a, la [Ligue de l'enseignement]a.",
    "Crédit photo : Agence Andia / Julie Martin",
    "Retrouvez-nous sur Facebook, Instagram et YouTube.",
]
PROGRAMME_COMMUNE = [
    "Nous rejoindrons le réseau [Villes en transition]n et nous adhérerons à [Un Plus Bio]n.",
    "Nous renégocierons le contrat avec [Suez]c.",
    "Nous sommes soutenus par Europe Écologie Les Verts, le Parti socialiste et Génération·s.",
]

GROUPS = (
    (MINUTES_COMMUNE, "minutes", "commune"),
    (STRATEGY_COMMUNE, "strategy", "commune"),
    (PAGE_DEPARTMENT, "page", "department"),
    (REPORT_EPCI, "report", "epci"),
    (PAGE_REGION, "page", "region"),
    (PAGE_COMMUNE, "page", "commune"),
    (PROGRAMME_COMMUNE, "programme", "commune"),
)


def test_most_are_found_whole_and_of_their_kind():
    right, wrong = share_right(*GROUPS)
    assert right >= FLOOR, "\n".join(wrong)


def test_there_are_enough_of_them():
    assert sum(len(sentences) for sentences, _, _ in GROUPS) >= 60
