"""Standing bodies of French public life, decentralised cooperation, the EU and the UN. Data only.

One line a body: kind, country (ISO 3166-1, "EU", or - where international), name, other names and
acronyms, separated by " | ". These are bodies a collectivity anywhere in France may deal with; local
ones do not belong here.
"""

TABLE = """
state FR | État | État français | services de l'État
state FR | Ministère de l'Europe et des Affaires étrangères | MEAE | Quai d'Orsay | Ministère des Affaires étrangères | MAE | MAEDI
state FR | Délégation pour l'action extérieure des collectivités territoriales | DAECT | DCTCIV | Délégation à l'action extérieure des collectivités territoriales
state FR | Agence française de développement | AFD
state FR | Caisse des dépôts et consignations | CDC | Caisse des Dépôts
state FR | Banque des Territoires
state FR | Agence de la transition écologique | ADEME | Ademe | Agence de l'environnement et de la maîtrise de l'énergie
state FR | Agence nationale de la cohésion des territoires | ANCT
state FR | Agence nationale pour la rénovation urbaine | ANRU | Agence nationale de rénovation urbaine
state FR | Agence nationale de l'habitat | ANAH | Anah
state FR | Agence nationale du sport | ANS
state FR | Agence régionale de santé | ARS
state FR | Agence de l'eau
state FR | Office français de la biodiversité | OFB
state FR | Office national des forêts | ONF
state FR | Conservatoire du littoral
state FR | Centre d'études et d'expertise sur les risques, l'environnement, la mobilité et l'aménagement | Cerema | CEREMA
state FR | Direction régionale des affaires culturelles | DRAC
state FR | Direction régionale de l'environnement, de l'aménagement et du logement | DREAL
state FR | Direction départementale des territoires et de la mer | DDTM
state FR | Direction départementale des territoires | DDT
state FR | Centre national du livre | CNL
state FR | Centre national du cinéma et de l'image animée | CNC
state FR | Caisse d'allocations familiales | CAF | Caf
state FR | Caisse primaire d'assurance maladie | CPAM
state FR | Mutualité sociale agricole | MSA
state FR | France Travail | Pôle emploi
state FR | Éducation nationale | Rectorat | Inspection académique
state FR | Gendarmerie nationale | Gendarmerie
state FR | Police nationale
state FR | Préfecture
state FR | Bpifrance | BPI France
state FR | Campus France
state FR | Business France
state FR | Expertise France
state FR | France Volontaires
state FR | Insee | INSEE
state FR | SNCF | SNCF Réseau | SNCF Gares & Connexions
state FR | Voies navigables de France | VNF
state FR | Établissement public foncier | EPF
state FR | Office franco-québécois pour la jeunesse | OFQJ
state FR | Office franco-allemand pour la jeunesse | OFAJ
state FR | Service départemental d'incendie et de secours | SDIS
state FR | Caisse nationale de solidarité pour l'autonomie | CNSA
association FR | Institut français
association FR | Alliance française
association DE | Goethe Institut | Goethe-Institut
association ES | Institut Cervantes | Instituto Cervantes
association FR | Croix-Rouge française | Croix-Rouge
association FR | Secours populaire français | Secours populaire
association FR | Secours catholique
association FR | Restos du Cœur | Les Restos du Cœur | Restaurants du Cœur
association FR | Banque alimentaire
association FR | Emmaüs
association FR | Fondation de France
association FR | Fondation Abbé Pierre
association FR | Médecins du Monde
association FR | Médecins sans frontières
association FR | SOS Méditerranée | SOS MÉDITERRANÉE
association FR | Handicap International
association FR | Action contre la faim
association FR | Ligue de l'enseignement
association FR | Ligue pour la protection des oiseaux | LPO
association FR | France nature environnement | FNE
association FR | Planning familial
association FR | CIDFF | Centre d'information sur les droits des femmes et des familles
association FR | Mission locale
association FR | Ritimo
association FR | CCFD-Terre Solidaire
association FR | Artisans du monde
association FR | Maison de l'Europe
association - | Climate Chance
network FR | Cités Unies France | CUF
network FR | Association française du Conseil des communes et régions d'Europe | AFCCRE
network FR | Association des maires de France | AMF
network FR | Association des maires ruraux de France | AMRF
network FR | France urbaine
network FR | Intercommunalités de France | AdCF
network FR | Départements de France | Assemblée des départements de France | ADF
network FR | Régions de France | Association des régions de France
network FR | Villes de France
network FR | Plan Vélo & Territoires | Vélo & Territoires
network FR | Réseau de coopération décentralisée pour la Palestine | RCDP
network FR | Commerce équitable France
network FR | Association nationale des villes et territoires accueillants | ANVITA
network FR | F3E
network FR | Programme Solidarité Eau | pS-Eau
network FR | AMORCE | Amorce
network FR | Comité 21
network FR | SO Coopération | SoCoopération | So Coopération
network FR | Réseau Bretagne Solidaire
network FR | Villes et Métiers d'Art
network FR | Réseau français des villes éducatrices | RFVE
network FR | Ville et Banlieue
network - | Cités et gouvernements locaux unis | CGLU
network - | Association internationale des maires francophones | AIMF
network - | Association internationale des villes éducatrices | AIVE
network - | Eurocities | EUROCITIES
network - | Energy Cities | EnergyCities
network - | ICLEI
network - | C40 | C40 Cities
network - | Conseil des communes et régions d'Europe | CCRE
network - | Conférence des régions périphériques maritimes | CRPM
network - | Atlantic Cities | Conférence des villes de l'Arc atlantique | Villes de l'Arc atlantique
network - | MedCités | MedCities
network - | Forum mondial de l'économie sociale et solidaire | GSEF
network - | Organisation des villes du patrimoine mondial | OVPM
network - | Coalition européenne des villes contre le racisme | ECCAR
network - | Rainbow Cities Network
network - | Pacte de Milan
network - | Cittaslow
network - | Mayors for Peace | Maires pour la paix
network - | Observatoire international de la démocratie participative | OIDP | Organisation internationale de la démocratie participative
network - | Regions4
network - | Forum européen pour la sécurité urbaine | EFUS | Efus
network - | Polis
network - | Global Parliament of Mayors
network - | Villes en transition
international EU | Union européenne | UE
international EU | Commission européenne
international EU | Banque européenne d'investissement | BEI
international EU | Parlement européen
international EU | Conseil de l'Europe
international - | Unesco | UNESCO
international - | Unicef | UNICEF
international - | ONU-Habitat | ONU Habitat
international - | Programme des Nations unies pour le développement | PNUD
international - | Haut-Commissariat des Nations unies pour les réfugiés | HCR | UNHCR
international - | Organisation mondiale de la santé | OMS
international - | Organisation internationale de la francophonie | OIF
international - | Banque mondiale
international - | Banque africaine de développement | BAD
international - | Programme alimentaire mondial | PAM
research FR | CNRS
research FR | Inserm | INSERM
research FR | INRAE | Inrae | INRA
research FR | Cirad | CIRAD
research FR | Institut de recherche pour le développement | IRD
research FR | Ifremer | IFREMER
research FR | BRGM
research FR | Muséum national d'histoire naturelle
research FR | Sciences Po
company FR | Keolis
company FR | Transdev
company FR | RATP
company FR | EDF
company FR | Enedis
company FR | GRDF
company FR | Engie
company FR | Veolia
company FR | Suez
company FR | La Poste
company FR | Orange
company FR | Chambre de commerce et d'industrie | CCI
company FR | Chambre d'agriculture
company FR | Chambre de métiers et de l'artisanat | CMA
company FR | Citeo | CITEO
company FR | Action Logement
company FR | Crédit coopératif
company FR | France Active
"""
