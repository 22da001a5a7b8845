"""Words by which French local policy speaks of each goal: stems, compared at the start of a word. Data only.

Precise but far from complete: the classifier learns how much each goal's list is worth. Source of the
borders between goals: annotations/GUIDELINES.md, "SDG links".
"""

STEMS = {
    1: "pauvre|précar|sans-abri|sans abri|sans domicile|rsa|minima sociaux|urgence humanitaire|aide d'urgence|aides "
       "d'urgence|démuni|expuls|maraude|vestiaire|épicerie|ccas|secours|post-urgence|catastrophe|impayé|surendett|"
       "accès aux droits|fragiles|vulnérab",
    2: "aliment|agricol|agricult|cantine|maraîch|paysan|ferme|fermes|circuits courts|produits locaux|bio|repas|"
       "restauration scolaire|jardins familiaux|jardins partagés|potager|élevage|éleveur|semence|nourri|famine|lait",
    3: "santé|médec|médic|soin|soign|hôpit|hospital|sport|infirm|addict|dépist|vaccin|autonomie|bien-être|psych|"
       "handisport|gymnase|piscine|stade|pollution de l'air|qualité de l'air|vieilli|premiers secours|sida|maternité|"
       "sécurité routière|bruit",
    4: "écol|éducat|collèg|lycée|lycéen|élève|scolaire|formation|apprenti|universit|étudiant|culture|culturel|"
       "bibliothèque|médiathèque|lecture|théâtre|musique|musée|langue|linguist|jeunes|jeunesse|crèche|petite enfance|"
       "périscolaire|pédagog|citoyenneté|artist|festival|conservatoire|spectacle|livre|mobilité des jeunes|enfants|"
       "stages",
    5: "femme|égalité femmes|femmes-hommes|sexis|genre|violences conjugales|violences faites|parité|filles|"
       "mixité des|maternel|endométriose|règles|précarité menstruelle",
    6: "eau potable|assainiss|eaux|eau|station d'épuration|nappe|captage|sanitaire|toilettes|fontaine|puits|forage|"
       "rivière|inondation|ruissel|fuites",
    7: "énerg|photovolt|solaire|éolien|chaufferie|réseau de chaleur|réseaux de chaleur|éclairage|isolation|"
       "rénovation énergétique|rénovations énergétiques|biomasse|méthanis|bois-énergie|électricité|géotherm|thermique",
    8: "emploi|économ|entrepr|tourism|commerce|artisan|insertion|attractiv|filière|chômage|salari|"
       "économie sociale et solidaire|ess|start-up|travail|zone d'activité|marché|demandeurs d'emploi|viti|"
       "coopérative|industri",
    9: "numéri|innovat|recherche|fibre|digital|infrastruct|laboratoire|open data|données|logiciel|haut débit|"
       "internet|fablab|technolog|scientif|très haut débit|cyber",
    10: "inégalit|discrimin|migrant|réfugi|intercultur|handicap|inclusion|inclusi|exilé|asile|accessib|mixité sociale|"
        "lutte contre les exclusions|racisme|antisémit|lgbt|diversité|gens du voyage|solidarité territoriale|"
        "déplacées|esclavage|mémoire de l'esclavage|cohésion sociale|tarification sociale|allophone",
    11: "logement|habitat|transport|bus|tram|vélo|cycl|piéton|voirie|mobilité|urban|quartier|patrimoine|stationn|"
        "espace public|espaces publics|aménag|rue|trottoir|gare|architect|centre-ville|place|loyer|hlm|covoitur|"
        "parking|piste|rénovation urbaine|crue|risques|ville durable|écoquartier|métro|navette|ligne",
    12: "déchet|recycl|tri|compost|réemploi|circulaire|achat|équitable|gaspill|consomm|emballage|ressourcerie|"
        "déchetterie|déchèterie|commande publique|sobriété|réparation|vrac|plastique|consigne|incinér|responsable",
    13: "climat|carbone|gaz à effet de serre|émissions|canicule|chaleur|fraîcheur|neutralité|pcaet|décarbon|"
        "transition écologique|ges|adaptation|îlot|désimperméab|résilien|réchauff|submersion",
    14: "mer|marin|littoral|océan|côt|plage|port|pêche|maritime|lagon|estran|baie|récif|mangrove|plaisance|"
        "conchyli|ostréi|estuaire|dune",
    15: "biodivers|arbre|forêt|forest|natur|végétal|faune|flore|haie|zones humides|zone humide|planter|espaces verts|"
        "espace vert|bocage|abeille|oiseau|plantes|pesticide|fleuri|trame verte|artificialisation|sols|bois|"
        "écosystème|parc",
    16: "démocrat|participat|transparen|citoyen|droits humains|droits de l'homme|sécurité|police|délinquance|justice|"
        "paix|évaluation|service public|services publics|concertation|conseil municipal|budget|fiscal|impôt|"
        "corruption|prévention de la délinquance|élu|vidéoprotection|gestion|administrat|consult|accès au droit|"
        "médiat|incivil|finances|dette|signer|autoris",
    17: "coopération|partenariat|jumel|international|europé|réseau|solidarité internationale|cofinanc|décentralis|"
        "aide au développement|odd|agenda 2030|développement durable|villes jumelles|délégation|convention|mutualis|"
        "étranger|adhés|alliance|nord-sud|fonds européens",
}  # fmt: skip
