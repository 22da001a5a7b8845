"""Networks and associations of local governments, in France and in the world. Data only."""

NETWORKS = """
## network FR
Cités Unies France | CUF | Cités unies France
Association française du Conseil des communes et régions d'Europe | AFCCRE
Association des maires de France | AMF | Association des maires de France et des présidents d'intercommunalité
Association des maires ruraux de France | AMRF
Association des petites villes de France | APVF
Association des maires d'Île-de-France | AMIF
Association nationale des élus de montagne | ANEM
Association nationale des élus du littoral | ANEL
Association nationale des pôles territoriaux et des pays | ANPP
Association nationale des villes et territoires accueillants | ANVITA
Association nationale des villes et pays d'art et d'histoire | Sites & Cités remarquables de France | Sites et Cités remarquables
Association nationale des élus en charge du sport | ANDES
Association nationale des collectivités pour la restauration collective
Association des communes forestières | FNCOFOR | Communes forestières
Association des îles du Ponant
Association des villes et collectivités de l'océan Indien | AVCOI
Association des villes pour la propreté urbaine | AVPU
Association des régions de France | Régions de France | ARF
Départements de France | Assemblée des départements de France | ADF
France urbaine | Association des maires de grandes villes de France
Intercommunalités de France | AdCF | Assemblée des communautés de France | ADCF | Association des communautés de France
Villes de France | Fédération des villes moyennes
Ville et Banlieue
Villes d'eaux de France
Villes et Métiers d'Art
Villes et villages fleuris | Conseil national des villes et villages fleuris
Vélo & Territoires | Plan Vélo & Territoires | Départements et régions cyclables
Club des villes et territoires cyclables | Club des villes et territoires cyclables et marchables
Groupement des autorités responsables de transport | GART
Fédération nationale des agences d'urbanisme | FNAU
Fédération nationale des SCoT
Fédération nationale des collectivités pour la culture | FNCC
Fédération nationale des collectivités concédantes et régies | FNCCR
Fédération des parcs naturels régionaux de France
Fédération des EPL
Forum français pour la sécurité urbaine | FFSU
Réseau français des villes éducatrices | RFVE
Réseau français Villes-Santé | Villes-Santé | Réseau français des Villes-Santé de l'OMS
Réseau francophone des villes amies des aînés | RFVAA
Réseau des territoires pour l'économie solidaire | RTES
Réseau des collectivités territoriales pour une économie solidaire
Réseau de coopération décentralisée pour la Palestine | RCDP
Réseau Grand Ouest | Réseau de la commande publique durable
Réseau des Réserves de biosphère
Réseau Action Climat | RAC
Réseau Cocagne
Terres en villes
Réseau Bretagne Solidaire | Bretagne Solidaire
Rés'eaux
Occitanie Coopération
Territoires Solidaires
Horizons Solidaires
Pays de la Loire Coopération internationale
Bourgogne-Franche-Comté International
Centraider | CENTRAIDER
GESCOD | Gescod | Grand Est Solidarités et Coopérations pour le développement
Lianes coopération
RESACOOP | Resacoop
SO Coopération | SoCoopération | So Coopération | SO COOPÉRATION
Réunicoop
Multicooperation Guadeloupe
F3E
Programme Solidarité Eau | pS-Eau | PS-Eau
AMORCE | Amorce
Comité 21
Cler | CLER
TEPOS | Réseau TEPOS
Commerce équitable France
Territoires de commerce équitable
Un Plus Bio
Cantines durables
Plante & Cité
Capitale française de la biodiversité
OpenData France | OpenDataFrance
Villes Internet
Adullact | ADULLACT
Déclic
Avicca | AVICCA
Interconnectés | Les Interconnectés
Élus, santé publique et territoires | ESPT
Élus & Collectivités contre le sida | Elus, Santé Publique
IDEAL Connaissances
Union nationale des centres communaux d'action sociale | UNCCAS
Villes de la Méditerranée
Les Localos
Bruded | BRUDED
Association BRUDED
Villes et Pays d'art et d'histoire
Centre Hubertine Auclert
Élu·es contre les violences faites aux femmes | Elu/es contre les violences faites aux femmes
Alliance des territoires pour l'eau
Association nationale pour l'éducation citoyenne des jeunes | Anacej | ANACEJ
Collectivités et territoires pour la culture
Villes pour l'égalité réelle
Association française communes, départements et régions pour la paix | AFCDRP
## network -
Cités et gouvernements locaux unis | CGLU | UCLG | Union des cités et gouvernements locaux | Union des cités et des gouvernements locaux
Association internationale des maires francophones | AIMF
Association internationale des régions francophones | AIRF
Association internationale des villes éducatrices | AIVE
Association internationale des villes messagères de la paix
Association internationale villes et ports | AIVP
Eurocities | EUROCITIES
Energy Cities | EnergyCities | Energie-Cités
ICLEI | Conseil international pour les initiatives écologiques locales
C40 | C40 Cities
Conseil des communes et régions d'Europe | CCRE | CEMR
Conférence des régions périphériques maritimes | CRPM
Conférence des directeurs des jumelages
Assemblée des régions d'Europe | ARE
Association des régions frontalières européennes | ARFE
Mission opérationnelle transfrontalière | MOT
Communauté de travail des Pyrénées | CTP
Eurorégion Pyrénées-Méditerranée
Eurorégion Nouvelle-Aquitaine Euskadi Navarre
Atlantic Cities | Conférence des villes de l'Arc atlantique | Villes de l'Arc atlantique | ATLANTIC CITIES
MedCités | MedCities
Forum mondial de l'économie sociale et solidaire | GSEF
Organisation des villes du patrimoine mondial | OVPM
Organisation des régions unies | ORU Fogar
Coalition européenne des villes contre le racisme | ECCAR | Coalition européenne de villes contre le racisme | Coalition internationale des villes inclusives et durables | ICCAR
Coalition des villes pour les droits numériques | Cities Coalition for Digital Rights
Rainbow Cities Network
Pacte de Milan
Milan Urban Food Policy Pact
Cittaslow
Mayors for Peace | Maires pour la paix
Mouvement Maires pour la paix
Observatoire international de la démocratie participative | OIDP | Organisation internationale de la démocratie participative
Regions4 | Regions 4
Forum européen pour la sécurité urbaine | EFUS | Efus
Fédération européenne des villes napoléoniennes
Fédération mondiale des cités unies | FMCU
Fédération internationale pour l'habitation, l'urbanisme et l'aménagement
Polis
Global Parliament of Mayors
Villes en transition
Villes-refuges ICORN | ICORN
Convention des maires pour le climat et l'énergie | Convention des maires
Convention mondiale des maires pour le climat et l'énergie
Les Rencontres
Culture Action Europe
Cités interculturelles | Intercultural Cities
Réseau des villes créatives de l'Unesco | Réseau des villes créatives
Réseau mondial des villes apprenantes
Villes amies des enfants | Ville amie des enfants
Villes amies des aînés
Réseau européen des villes et régions de l'économie sociale | REVES
ERRIN
EUROMONTANA | Euromontana
Eurotowns
CIVITAS
CIVINET
URBACT
METREX
Metropolis
Alliance pour le climat | Climate Alliance
Forum des villes intelligentes
Delice Network | Délice
Ligue des villes historiques
Villes Sœurs | Sister Cities International
Fédération européenne des réseaux de villes fortifiées
Itinéraires culturels européens
Plateforme des jeunes villes d'Europe
Nations unies des villes
Partenariat français pour l'eau
Alliance Villes Emploi
Smart Cities Alliance
"""
