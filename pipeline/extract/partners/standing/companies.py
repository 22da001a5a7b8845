"""Companies, chambers and financial bodies that texts of local governments name everywhere. Data only."""

COMPANIES = """
## company FR
Chambre de commerce et d'industrie | CCI | Chambre de commerce | chambres de commerce et d'industrie
Chambre d'agriculture | chambres d'agriculture
Chambre de métiers et de l'artisanat | CMA | Chambre de métiers | Chambre des métiers | chambres de métiers et de l'artisanat
Chambre régionale de l'économie sociale et solidaire | CRESS | Cress
Action Logement
CDC Habitat
Adoma
Comité régional du tourisme | CRT
Comité départemental du tourisme | CDT
Office de tourisme
Crédit coopératif
Crédit agricole
Crédit mutuel
Caisse d'épargne
Banque populaire
Banque postale
BNP Paribas
Société générale
La Nef
France Active
Adie | ADIE
Initiative France
Réseau Entreprendre
Keolis
Transdev
RATP | RATP Dev
Vinci | Vinci Autoroutes
Eiffage
Colas
Bouygues | Bouygues Telecom
Spie
Dalkia
Idex
Coriance
EDF
Enedis
RTE
GRDF
GRTgaz
Engie | GDF Suez
TotalEnergies
Enercoop
Énergie Partagée
Compagnie nationale du Rhône | CNR
Veolia
Suez
Saur
La Poste
Orange
SFR
Free
Citeo | CITEO | Eco-Emballages
Ecologic
Ecosystem
Refashion
Citiz
Mobicoop
BlaBlaCar
JCDecaux
Doctolib
Airbus
Michelin
Renault
Stellantis
Thales
Safran
Sanofi
Decathlon
Leclerc
Carrefour
Lidl
Leroy Merlin
Airbnb
Safer | SAFER
Semaeb
Agrilocal
Berger-Levrault
Microsoft
Google
"""
