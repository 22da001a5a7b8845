"""Associations, foundations and cultural institutes of national or international standing. Data only."""

ASSOCIATIONS = """
## association FR
Institut français
Alliance française | Alliances françaises
Croix-Rouge française | Croix-Rouge | Croix Rouge
Secours populaire français | Secours populaire
Secours catholique | Secours catholique – Caritas France
Secours islamique France
Restos du Cœur | Les Restos du Cœur | Restaurants du Cœur | Restos du cœur
Banque alimentaire | Banques alimentaires
Emmaüs | Emmaüs France
Emmaüs Connect
Emmaüs International
Armée du Salut
Les Petits Débrouillards | Petits Débrouillards | Association française des Petits Débrouillards
Petits Frères des Pauvres | Les Petits Frères des Pauvres
ATD Quart Monde
Samu social
Fondation de France
Fondation Abbé Pierre | Fondation pour le logement des défavorisés
Fondation du patrimoine
Fondation Apprentis d'Auteuil | Apprentis d'Auteuil
Fondation GoodPlanet | GoodPlanet
Fondation Crédit Coopératif
Fondation Nature & Découvertes
Fondation FACE | FACE
Habitat et Humanisme
Soliha | SOLIHA
Médecins du Monde
Médecins sans frontières
Gynécologie sans frontières
Pharmaciens sans frontières
Architectes sans frontières
Électriciens sans frontières | Electriciens sans frontières
Agronomes et vétérinaires sans frontières | AVSF
Patrimoine sans frontières
Bibliothèques sans frontières
Reporters sans frontières
Ingénieurs sans frontières
SOS Méditerranée | SOS MÉDITERRANÉE
SOS Racisme
SOS Homophobie
SOS Villages d'enfants
Handicap International
Action contre la faim
Acted | ACTED
Aide et Action
Amnesty International
Care France
Cimade | La Cimade
Comité catholique contre la faim et pour le développement | CCFD-Terre Solidaire | CCFD
Comité français pour la solidarité internationale | CFSI
Coordination Sud
Eau Vive
Electriciens du monde
Gret | GRET
Groupe Énergies renouvelables, environnement et solidarités | Geres | GERES
Agrisud | Agrisud International
Experts-Solidaires | Experts Solidaires
Hydraulique sans frontières
Inter Aide
Oxfam | Oxfam France
Plan International
Première Urgence
Ritimo | ritimo
Solidarités International
Solidarité laïque
Santé Sud
Santé Diabète
Terre des hommes
Triangle Génération humanitaire
Via Campesina
Artisans du Monde
Max Havelaar France | Max Havelaar
FairNess
Fair[e] un monde équitable
e-graine | E-graine
Étudiants et développement
Starting-Block
Migrations et Développement
Forum des organisations de solidarité internationale issues des migrations | FORIM
France terre d'asile
Forum réfugiés | Forum réfugiés-Cosi
Singa
J'accueille
Groupe accueil et solidarité
Ligue de l'enseignement
Ligue des droits de l'homme | LDH
Ligue internationale contre le racisme et l'antisémitisme | Licra | LICRA
Mouvement contre le racisme et pour l'amitié entre les peuples | MRAP | Mrap
Ligue pour la protection des oiseaux | LPO
Ligue contre le cancer
France nature environnement | FNE
Fédération nationale d'agriculture biologique | FNAB
Fédération régionale d'agriculture biologique
Terre de Liens
Bio Consom'acteurs
Conservatoire d'espaces naturels | CEN
Centre permanent d'initiatives pour l'environnement | CPIE
Surfrider | Surfrider Foundation | Surfrider Foundation Europe
WWF | WWF France
Greenpeace
Zero Waste France | Zero Waste
Noé
30 Millions d'Amis
Tela Botanica
Négawatt | négaWatt
Météo et Climat
Climate Chance
Shift Project | The Shift Project
France Hydrogène
Fédération française des usagers de la bicyclette | FUB
Fédération nationale des associations d'usagers des transports | FNAUT
Association française pour le développement des véhicules
Comité départemental olympique et sportif | CDOS
Comité régional olympique et sportif | CROS
Comité national olympique et sportif français | CNOSF
Comité départemental de la randonnée pédestre
Comité départemental des pêches
Comité régional des pêches maritimes
Fédération française de football | FFF
Fédération française de la randonnée pédestre
Union nationale du sport scolaire | UNSS
USEP
Ufolep | UFOLEP
Sport dans la ville
Familles rurales
Union départementale des associations familiales | UDAF | Udaf
Admr | ADMR
Aide à domicile en milieu rural
APF France handicap | Association des paralysés de France
Unapei
Adapei
Papillons blancs
Ladapt | LADAPT
Trisomie 21 France
France Alzheimer
Vaincre la mucoviscidose
AIDES
Act Up
Planning familial | Mouvement français pour le planning familial
CIDFF | Centre d'information sur les droits des femmes et des familles
Fédération nationale solidarité femmes | Solidarité femmes
Femmes solidaires
Osez le féminisme
Nous Toutes
Mouvement du Nid
France Victimes
Mission locale | missions locales
École de la deuxième chance
Unis-Cité | Unis-Cités
AFEV | Afev
Concordia
Rempart
Solidarités jeunesses
Maison familiale rurale
Foyer de jeunes travailleurs
Habitat Jeunes
Francas | Les Francas
Cemea | CEMÉA
Léo Lagrange | Fédération Léo Lagrange
Maison des jeunes et de la culture | MJC
Maison de l'Europe
Maison des adolescents
Mouvement européen
Mouvement de la Paix
Jeunes européens
Info Jeunes | Centre régional d'information jeunesse | CRIJ
Peuple et Culture
Culture et bibliothèques pour tous
Lire et faire lire
Wikimédia France
Anticor
Transparency International
Décider ensemble
France bénévolat
Le Mouvement associatif
France Volontariat
Protection civile
Territoires zéro chômeur de longue durée
ESS France
Mouves
Chantier école
Repair Café
Ressourceries et recycleries
Enactus
Les Canaux
Avere
CAUE | Conseil d'architecture, d'urbanisme et de l'environnement
Agence départementale d'information sur le logement | ADIL | Adil
Agence locale de l'énergie et du climat | ALEC
Agence d'urbanisme
Agence régionale de la biodiversité
Agence régionale de l'environnement
Cartooning for Peace
Maison des journalistes
Maison des écrivains
Dynamo Camp
Union nationale des combattants
Souvenir français
Jeune Chambre économique
Confédération paysanne
Union des commerçants
Office central de la coopération à l'école | OCCE
Fédération des conseils de parents d'élèves | FCPE
Association nationale de la recherche et de la technologie | ANRT
Association pour le droit à l'initiative économique
Association pour le logement des jeunes
## association DE
Goethe Institut | Goethe-Institut
Engagement Global
## association ES
Institut Cervantes | Instituto Cervantes
## association GB
British Council
## association IT
Institut culturel italien
## association CN
Institut Confucius
## association US
Fondation Bloomberg | Bloomberg Philanthropies
Fondation Gates | Fondation Bill et Melinda Gates
## association LU
Caritas
"""
