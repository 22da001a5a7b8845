"""Words by which French local policy speaks of each goal. Data only.

A stem is compared at the start of a word ("aliment": "alimentation"); one that ends in a full stop is
the whole word or its plural ("mer.": "mers", not "mercredi"). Precise but far from complete: the classifier
learns how much each goal's list is worth. Source of the borders between goals: annotations/GUIDELINES.md, "SDG links".
"""

STEMS = {
    1: "accueil de jour|accès aux droits|aide d'urgence|aides d'urgence|bidonville|bons alimentaires|catastrophe|"
       "ccas.|domiciliation|démuni|expuls|fragiles.|hébergement d'urgence|impayé|logement d'urgence|"
       "logements d'urgence|maraude|minima sociaux|minimum vieillesse|non-recours|pauvre|post-urgence|précar|"
       "rsa.|sans abri|sans domicile|sans-abri|secours|surendett|urgence humanitaire|urgences humanitaires|"
       "vestiaire|vulnérab|épicerie",
    2: "agricol|agricult|agroalimentaire|agro-alimentaire|aliment|amap.|bio.|cantine|circuits courts|céréal|"
       "famine|ferme.|jardins familiaux|jardins ouvriers|jardins partagés|jardin partagé|lait.|laitière|légume|"
       "maraîch|nourri|paysan|potager|producteur|produits locaux|repas|restauration scolaire|semence|terroir|"
       "verger|viande|élevage|éleveur",
    3: "activité physique|addict|alcool|aînés.|autonomie|bien-être|bruit.|dentaire|drogue|dépist|ehpad.|gymnase|"
       "gérontolog|handisport|hospital|hôpit|infirm|maternité|médec|médic|personnes âgées|"
       "perturbateurs endocriniens|piscine|pollution de l'air|premiers secours|psych|qualité de l'air|sage-femme|"
       "santé|seniors.|sida.|soign|soin|sport|stade.|sécurité routière|insécurité routière|tabac|vaccin|vieilli|"
       "écrans.",
    4: "accueil de loisirs|apprenti|archives.|art.|artist|atsem.|bibliothèque|centre de loisirs|cinéma|"
       "citoyenneté|collèg|concert.|conservatoire|crèche|culture.|culturel|danse.|enfants.|enseign|exposition|"
       "festival|formation|francophon|illettrisme|jeunes.|jeunesse|langue|lecture|linguist|littéra|livre.|lycée|"
       "mobilité des jeunes|musique|musée|médiathèque|orchestre|petite enfance|pédagog|périscolaire|scolaire|"
       "spectacle|stages.|théâtre|universit|écol|éducat|élève.|étudiant",
    5: "endométriose|femme|filles.|féminis|genre.|mixité des|parité|précarité menstruelle|sexis|"
       "violences conjugales|violences domestiques|violence domestique|violences faites|"
       "violences intrafamiliales|égalité femmes|égalité professionnelle",
    6: "assainiss|bassin versant|captage|cours d'eau|cycle de l'eau|eau.|fontaine|forage|fuites|hygiène|"
       "inondation|latrine|nappe|pluvial|puits.|rivière|ruissel|sanitaire|station d'épuration|toilettes",
    7: "biomasse|bois-énergie|chaudière|chaufferie|géotherm|hydrogène|isolation|led.|méthanis|photovolt|"
       "pompe à chaleur|précarité énergétique|rénovation énergétique|rénovations énergétiques|réseau de chaleur|"
       "réseaux de chaleur|solaire|thermique|éclairage|électricité|énerg|éolien",
    8: "alternance|artisan|attractiv|chômage|commerce|commerçant|congrès.|coopérative|coworking|"
       "demandeurs d'emploi|embauche|emploi|entrepr|ess.|filière|insertion|industri|marché.|monnaie locale|"
       "office de tourisme|pme.|pépinière|recrut|salari|start-up|tourism|touris|travail.|télétravail|tpe.|viti|"
       "zone d'activité|zones d'activité|économ",
    9: "application.|cyber|dématérialis|digital|données|fablab|fibre|haut débit|infrastruct|innov|"
       "intelligence artificielle|internet|laboratoire|logiciel|numéri|open data|portail|recherche.|route.|"
       "scientif|site internet|technolog|thèse.|très haut débit|télécom|wifi",
    10: "accessib|allophone|antisémit|asile|cohésion sociale|demandeurs d'asile|discrimin|diversité|déplacées|"
        "esclavage|exclus|exilé|falc.|gens du voyage|handicap|inclusi|intercultur|intergénération|isolement|"
        "langue des signes|lgbt|lutte contre les exclusions|malvoyant|migrant|mineurs non accompagnés|"
        "mixité sociale|mobilité réduite|mémoire de l'esclavage|pmr.|quotient familial|racisme|réfugi|"
        "solidarité territoriale|tarification sociale|xénophob|égalité des chances|inégalit",
    11: "aménag|architect|autopartage|bailleur|bourg.|bus.|centre-bourg|centre-ville|chaussée|cimetière|"
        "circulation|covoitur|crue.|cycl|cœur de ville|dos d'âne|espace public|espaces publics|friche|gare.|"
        "habitat.|halle.|hlm.|immobili|insalubr|intermodal|locataire|locati|logement|loyer|monument|métro.|"
        "mobilité|navette|nids de poule|parking|patrimoine|piste|piéton|place.|plu.|pluih.|plui.|propreté|"
        "quartier|ralentisseur|risques majeurs|rue.|rénovation urbaine|scot.|square|stationn|train.|tram|"
        "transport|trottoir|urban|vélo|ville durable|voie verte|voirie|véhicule|zone 30|écoquartier",
    12: "achat.|biodéchets|circulaire.|commande publique|compost|consigne.|consomm|couches lavables|déchet|"
        "déchèterie|dépôts sauvages|emballage|gaspill|incinér|marchés publics|ordures|plastique|poubelle|recycl|"
        "ressourcerie|réemploi|réparation|seconde main|sobriété|tri.|vrac.|zéro déchet|équitable",
    13: "adaptation|bilan carbone|canicul|carbone|chaleur.|climat|décarbon|désimperméab|fraîcheur|"
        "gaz à effet de serre|ges.|neutralité carbone|ombrage|ombre.|pcaet.|plan climat|rafraîch|réchauff|"
        "résilien|sobre|submersion|sécheresse|transition écologique|visioconférence|visio-conférence|émissions|"
        "îlot",
    14: "algue|baie.|conchyli|côte.|côtier|dune.|estran|estuaire|herbier|lagon|littora|macrodéchets|mangrove|"
        "marin.|marine.|maritime|mer.|océan|ostréi|plage|plaisance|port.|portuaire|pêche.|pêcheur|rade.|récif",
    15: "abeille|animal.|animaux|arbre|artificialisation|biodivers|bocage|bois.|canopée|continuités écologiques|"
        "faune|fleuri|flore|forest|forêt|haie|jardin.|mare.|natur|oiseau|parc.|paysag|pesticide|plantation|"
        "planter|plantes|pollinis|prairie|renatur|ruche|sols.|tourbière|trame verte|végétal|végétation|"
        "zone humide|zones humides|écosystème|espace vert|espaces verts|espèces.",
    16: "accès au droit|administrat|agents.|autoris|avenant|budget.|caméra|citoyen|commémor|concertation|"
        "conseil de quartier|conseil municipal|conseils de quartier|consult|corruption|dette|droits de l'homme|"
        "droits fondamentaux|droits humains|délibération|délinquance|démocrat|déontolog|finances|fiscal|"
        "gendarmerie|gestion|guichet|impôt|incivil|justice|laïcité|médiat|paix.|participat|police|"
        "prévention de la délinquance|rapport d'activité|référendum|service public|services publics|signer|"
        "sécurité|tirage au sort|tranquillité|transparen|usagers.|vidéoprotection|vidéosurveillance|"
        "vidéo-surveillance|élu.|état civil|évaluation",
    17: "accord de coopération|adhés|agenda 2030|aide au développement|alliance|appui technique|cofinanc|"
        "convention|coopér|diplomatie|délégation|développement durable|décentralis|européen|fonds européens|"
        "international|interreg|jumel|mutualis|nord-sud|odd.|partenari|partenaire|réseau.|"
        "solidarité internationale|villes jumelles|étranger",
}  # fmt: skip
