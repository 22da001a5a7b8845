"""The European Union, the United Nations, banks and organisations of States. Data only."""

WORLD = """
## international EU
Union européenne | UE
Commission européenne
Banque européenne d'investissement | BEI
Parlement européen
Conseil de l'Europe
Comité européen des régions | Comité des régions
Fonds européen de développement régional | FEDER | Feder
Fonds social européen | FSE
Banque européenne pour la reconstruction et le développement | BERD
Agence européenne pour l'environnement
Congrès des pouvoirs locaux et régionaux
## international -
Unesco | UNESCO
Unicef | UNICEF | Unicef France | UNICEF France | Fonds des Nations unies pour l'enfance
ONU-Habitat | ONU Habitat | UN-Habitat | Programme des Nations unies pour les établissements humains
ONU Femmes
Programme des Nations unies pour le développement | PNUD
Programme des Nations unies pour l'environnement | PNUE
Fonds des Nations unies pour la population | FNUAP | UNFPA
Fonds d'équipement des Nations unies | FENU
Fonds vert pour le climat
Fonds pour l'environnement mondial | FEM
Haut-Commissariat des Nations unies pour les réfugiés | HCR | UNHCR
Haut-Commissariat aux droits de l'homme
Office de secours et de travaux des Nations unies pour les réfugiés de Palestine | UNRWA
Organisation mondiale de la santé | OMS
Organisation internationale de la francophonie | OIF
Organisation internationale pour les migrations | OIM
Organisation internationale du travail | OIT | Bureau international du travail | BIT
Organisation des Nations unies pour l'alimentation et l'agriculture | FAO
Organisation de coopération et de développement économiques | OCDE
Organisation mondiale du tourisme | OMT
Agence universitaire de la Francophonie | AUF
TV5 Monde
Banque mondiale
Banque africaine de développement | BAD
Banque ouest-africaine de développement | BOAD
Banque asiatique de développement
Banque interaméricaine de développement
Banque de développement du Conseil de l'Europe
Fonds international de développement agricole | FIDA
Programme alimentaire mondial | PAM
Commission de l'océan Indien | COI
Union africaine
UEMOA | Union économique et monétaire ouest-africaine
CEDEAO
CARICOM | Caricom
Association des États de la Caraïbe | AEC
Organisation des États de la Caraïbe orientale | OECO
Communauté du Pacifique | CPS
Union pour la Méditerranée | UpM
Comité international de la Croix-Rouge | CICR
Fédération internationale de la Croix-Rouge
Centre pour l'intégration en Méditerranée
"""
