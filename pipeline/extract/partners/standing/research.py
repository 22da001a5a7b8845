"""Research bodies and schools. Data only."""

RESEARCH = """
## research FR
Centre national de la recherche scientifique | CNRS
Centre national d'études spatiales | CNES
Commissariat à l'énergie atomique et aux énergies alternatives | CEA | CEA Tech
Institut national de la santé et de la recherche médicale | Inserm | INSERM
Institut national de recherche pour l'agriculture, l'alimentation et l'environnement | INRAE | Inrae | INRA | IRSTEA
Institut national de recherche en sciences et technologies du numérique | Inria | INRIA
Institut national d'études démographiques | Ined
Institut national du service public
Centre de coopération internationale en recherche agronomique pour le développement | Cirad | CIRAD
Institut de recherche pour le développement | IRD
Institut français de recherche pour l'exploitation de la mer | Ifremer | IFREMER
Institut Pasteur
Institut Curie
Institut du monde arabe
Institut polaire français
Institut Paris Région
BRGM | Bureau de recherches géologiques et minières
Muséum national d'histoire naturelle | MNHN
Conservatoire national des arts et métiers | Cnam | CNAM
Conservatoire botanique national
École normale supérieure | ENS
École des hautes études en sciences sociales | EHESS
École nationale supérieure du paysage
École nationale des ponts et chaussées | École des Ponts
École polytechnique
Sciences Po | Institut d'études politiques
AgroParisTech
Institut Agro
Institut national supérieur du professorat et de l'éducation | INSPÉ | Inspé
Institut régional du travail social | IRTS
Institut universitaire de technologie | IUT
Institut national des sciences appliquées | INSA
Arts et Métiers | ENSAM
Plan Bleu
Observatoire des sciences de l'Univers
Campus Condorcet
"""
