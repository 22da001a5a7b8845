"""The State, its ministries, services, agencies, funds and public establishments. Data only."""

STATES = """
## state FR
État | État français | services de l'État
Ministère de l'Europe et des Affaires étrangères | MEAE | Quai d'Orsay | Ministère des Affaires étrangères | MAE | MAEDI | Ministère des Affaires étrangères et du Développement international | Ministère des Affaires étrangères et européennes
Délégation pour l'action extérieure des collectivités territoriales | DAECT | Délégation à l'action extérieure des collectivités territoriales
Délégation pour les collectivités territoriales et la société civile | DCTCIV
Commission nationale de la coopération décentralisée | CNCD
Ministère de la Culture | Ministère de la Culture et de la Communication
Ministère de l'Éducation nationale | Éducation nationale | Ministère de l'Éducation nationale et de la Jeunesse
Ministère de l'Enseignement supérieur et de la Recherche
Ministère de l'Intérieur | Ministère de l'Intérieur et des Outre-mer
Ministère de la Justice
Ministère des Armées | Ministère de la Défense
Ministère des Outre-mer
Ministère de la Transition écologique | Ministère de la Transition écologique et solidaire | Ministère de l'Écologie | Ministère de la Transition écologique et de la Cohésion des territoires
Ministère de la Cohésion des territoires
Ministère de l'Agriculture | Ministère de l'Agriculture et de l'Alimentation
Ministère de la Santé | Ministère des Solidarités et de la Santé | Ministère de la Santé et de la Prévention
Ministère du Travail
Ministère des Sports | Ministère des Sports et des Jeux olympiques et paralympiques
Ministère de l'Économie et des Finances
Ministère de la Ville
Ministère du Logement
Agence française de développement | AFD
Proparco
Caisse des dépôts et consignations | CDC | Caisse des Dépôts
Banque des Territoires
Agence de la transition écologique | ADEME | Ademe | Agence de l'environnement et de la maîtrise de l'énergie
Agence nationale de la cohésion des territoires | ANCT | Commissariat général à l'égalité des territoires | CGET
Agence nationale pour la rénovation urbaine | ANRU | Anru | Agence nationale de rénovation urbaine
Agence nationale de l'habitat | ANAH | Anah
Agence nationale du sport | ANS
Agence nationale de la recherche | ANR
Agence nationale de lutte contre l'illettrisme | ANLCI
Agence nationale pour la formation professionnelle des adultes | AFPA | Afpa
Agence du service civique
Centre de gestion de la fonction publique territoriale | CDG
Agence bio
Agence Erasmus+ France | Erasmus+ France
Agence du numérique en santé
Agence régionale de santé | ARS
Agence de l'eau
Agence de l'eau Adour-Garonne | AEAG
Agence de l'eau Artois-Picardie | AEAP
Agence de l'eau Loire-Bretagne | AELB
Agence de l'eau Rhin-Meuse | AERM
Agence de l'eau Rhône Méditerranée Corse | AERMC
Agence de l'eau Seine-Normandie | AESN
Office de l'eau
Office français de la biodiversité | OFB | Agence française pour la biodiversité | ONEMA
Office national des forêts | ONF
Office français de l'immigration et de l'intégration | OFII
Office français de protection des réfugiés et apatrides | OFPRA
Office national des combattants et des victimes de guerre | ONACVG
Office franco-québécois pour la jeunesse | OFQJ
Office franco-allemand pour la jeunesse | OFAJ
Conservatoire du littoral | Conservatoire de l'espace littoral | Conservatoire de l'espace littoral et des rivages lacustres
Parc national
Centre d'études et d'expertise sur les risques, l'environnement, la mobilité et l'aménagement | Cerema | CEREMA
Centre scientifique et technique du bâtiment | CSTB
Direction régionale des affaires culturelles | DRAC | Drac
Direction régionale de l'environnement, de l'aménagement et du logement | DREAL | Dreal
Direction régionale de l'alimentation, de l'agriculture et de la forêt | DRAAF | Draaf
Direction régionale de l'économie, de l'emploi, du travail et des solidarités | DREETS | Dreets | DIRECCTE | Direccte
Direction régionale aux droits des femmes et à l'égalité | DRDFE
Direction départementale aux droits des femmes
Direction départementale de l'emploi, du travail et des solidarités | DDETS
Direction départementale de la cohésion sociale | DDCS
Direction départementale des territoires et de la mer | DDTM
Direction départementale des territoires | DDT
Direction départementale de la protection des populations | DDPP
Direction des services départementaux de l'éducation nationale | DSDEN
Direction interministérielle des routes
Direction générale de l'aviation civile | DGAC
Direction régionale des finances publiques | DRFIP
Délégation interministérielle à l'hébergement et à l'accès au logement | DIHAL | Dihal
Délégation interministérielle à l'accueil et à l'intégration des réfugiés | DIAIR | Diair
Service pénitentiaire d'insertion et de probation | SPIP
Protection judiciaire de la jeunesse | PJJ
Services départementaux de l'éducation nationale | Rectorat | Inspection académique
Justice | services de la justice | la justice
Gendarmerie nationale | Gendarmerie | gendarmerie maritime | la gendarmerie | services de la gendarmerie
Police nationale
Préfecture
Sous-préfecture
Armée de Terre
Marine nationale
Centre national du livre | CNL
Centre national du cinéma et de l'image animée | CNC
Centre national de la musique | CNM
Centre national des arts plastiques | CNAP
Centre des monuments nationaux
Bibliothèque nationale de France | BnF
Réunion des musées nationaux | RMN
Institut national de recherches archéologiques préventives | Inrap
Institut national de la statistique et des études économiques | Insee | INSEE
Institut géographique national | Institut national de l'information géographique et forestière | IGN
Institut national de l'origine et de la qualité | INAO
Météo-France
Caisse d'allocations familiales | CAF | Caf
Caisse nationale des allocations familiales | CNAF | Cnaf
Caisse primaire d'assurance maladie | CPAM | Assurance maladie
Caisse d'assurance retraite et de la santé au travail | CARSAT | Carsat
Caisse nationale d'assurance vieillesse | CNAV
Caisse nationale de solidarité pour l'autonomie | CNSA
Mutualité sociale agricole | MSA
Urssaf | URSSAF
France Travail | Pôle emploi | Pôle Emploi
Cap emploi
Santé publique France
Haute Autorité de santé
Assistance publique – Hôpitaux de Paris | AP-HP
Hospices civils de Lyon
Établissement français du sang | EFS
Maison départementale des personnes handicapées | MDPH
Défenseur des droits
Haut-Commissariat à la lutte contre la pauvreté
Bpifrance | BPI France | Bpi | Bpifrance Création
Business France
Atout France
Campus France
Expertise France
France Volontaires
France Stratégie
FranceAgriMer
Fonds français pour l'environnement mondial | FFEM
Établissement public foncier | EPF
Établissement public d'aménagement | EPA
Grand Paris Aménagement
Société des grands projets | Société du Grand Paris
SNCF | SNCF Réseau | SNCF Gares & Connexions | SNCF Voyageurs | SNCF Mobilités
SNCF Immobilier
RFF | Réseau ferré de France
Voies navigables de France | VNF
Service départemental d'incendie et de secours | SDIS
Cour des comptes
Chambre régionale des comptes
Tribunal administratif
Hadopi
Commission nationale de l'informatique et des libertés | CNIL
Agence nationale de la sécurité des systèmes d'information | ANSSI
Cybermalveillance.gouv.fr
Service civique
Régiment du service militaire adapté | RSMA
Ambassade de France
Consulat général de France
Société nationale de sauvetage en mer | SNSM
Crous | CROUS | Centre régional des œuvres universitaires et scolaires
Canopé | Réseau Canopé
Cnous
CNFPT | Centre national de la fonction publique territoriale
Inspection du travail
## state DE
GIZ
## state CA
Délégation générale du Québec à Paris | Délégation générale du Québec
## state MC
Coopération monégasque | Direction de la coopération internationale de Monaco
## state SN
Agence sénégalaise d'électrification rurale | ASER
## state MX
Agence mexicaine de coopération internationale pour le développement | AMEXCID
## state US
USAID
## territory FR
Syndicat départemental d'énergie | SDE | Syndicat départemental d'énergies
"""
