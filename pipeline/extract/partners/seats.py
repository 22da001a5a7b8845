"""Seats of French departments and regions, whose coordinates GeoNames has, and how departments are said. Data only."""

# Department number → its seat.
SEATS = {
    "01": "Bourg-en-Bresse", "02": "Laon", "03": "Moulins", "04": "Digne-les-Bains", "05": "Gap", "06": "Nice",
    "07": "Privas", "08": "Charleville-Mézières", "09": "Foix", "10": "Troyes", "11": "Carcassonne", "12": "Rodez",
    "13": "Marseille", "14": "Caen", "15": "Aurillac", "16": "Angoulême", "17": "La Rochelle", "18": "Bourges",
    "19": "Tulle", "21": "Dijon", "22": "Saint-Brieuc", "23": "Guéret", "24": "Périgueux", "25": "Besançon",
    "26": "Valence", "27": "Évreux", "28": "Chartres", "29": "Quimper", "2A": "Ajaccio", "2B": "Bastia", "30": "Nîmes",
    "31": "Toulouse", "32": "Auch", "33": "Bordeaux", "34": "Montpellier", "35": "Rennes", "36": "Châteauroux",
    "37": "Tours", "38": "Grenoble", "39": "Lons-le-Saunier", "40": "Mont-de-Marsan", "41": "Blois",
    "42": "Saint-Étienne", "43": "Le Puy-en-Velay", "44": "Nantes", "45": "Orléans", "46": "Cahors", "47": "Agen",
    "48": "Mende", "49": "Angers", "50": "Saint-Lô", "51": "Châlons-en-Champagne", "52": "Chaumont", "53": "Laval",
    "54": "Nancy", "55": "Bar-le-Duc", "56": "Vannes", "57": "Metz", "58": "Nevers", "59": "Lille", "60": "Beauvais",
    "61": "Alençon", "62": "Arras", "63": "Clermont-Ferrand", "64": "Pau", "65": "Tarbes", "66": "Perpignan",
    "67": "Strasbourg", "68": "Colmar", "69": "Lyon", "70": "Vesoul", "71": "Mâcon", "72": "Le Mans", "73": "Chambéry",
    "74": "Annecy", "75": "Paris", "76": "Rouen", "77": "Melun", "78": "Versailles", "79": "Niort", "80": "Amiens",
    "81": "Albi", "82": "Montauban", "83": "Toulon", "84": "Avignon", "85": "La Roche-sur-Yon", "86": "Poitiers",
    "87": "Limoges", "88": "Épinal", "89": "Auxerre", "90": "Belfort", "91": "Évry-Courcouronnes", "92": "Nanterre",
    "93": "Bobigny", "94": "Créteil", "95": "Cergy",
}  # fmt: skip
# Region → its seat.
REGION_SEATS = {
    "Auvergne-Rhône-Alpes": "Lyon", "Bourgogne-Franche-Comté": "Dijon", "Bretagne": "Rennes",
    "Centre-Val de Loire": "Orléans", "Corse": "Ajaccio", "Grand Est": "Strasbourg", "Hauts-de-France": "Lille",
    "Normandie": "Rouen", "Nouvelle-Aquitaine": "Bordeaux", "Occitanie": "Toulouse", "Pays de la Loire": "Nantes",
    "Provence-Alpes-Côte d'Azur": "Marseille", "Île-de-France": "Paris",
    # of before 2016
    "Alsace": "Strasbourg", "Aquitaine": "Bordeaux", "Auvergne": "Clermont-Ferrand", "Basse-Normandie": "Caen",
    "Bourgogne": "Dijon", "Champagne-Ardenne": "Châlons-en-Champagne", "Franche-Comté": "Besançon",
    "Haute-Normandie": "Rouen", "Languedoc-Roussillon": "Montpellier", "Limousin": "Limoges", "Lorraine": "Metz",
    "Midi-Pyrénées": "Toulouse", "Nord-Pas-de-Calais": "Lille", "Picardie": "Amiens", "Poitou-Charentes": "Poitiers",
    "Rhône-Alpes": "Lyon",
}  # fmt: skip
# Islands and departments overseas: latitude longitude of the seat.
OVERSEAS = {"Guadeloupe": (16.0, -61.73), "Guyane": (4.94, -52.33), "La Réunion": (-20.88, 55.45),
            "Martinique": (14.61, -61.07), "Mayotte": (-12.78, 45.23)}  # fmt: skip
# Departments said with "du", "de la" or "des"; the others take "de" or "d'", those with a vowel "de l'".
MASCULINE = frozenset(
    """Bas-Rhin Calvados Cantal Cher Doubs Finistère Gard Gers Haut-Rhin Jura Loir-et-Cher Loiret Lot Lot-et-Garonne
    Morbihan Nord Pas-de-Calais Puy-de-Dôme Rhône Tarn Tarn-et-Garonne Val-d'Oise Val-de-Marne Var
    Vaucluse""".split()
)
FEMININE = frozenset(
    """Charente Charente-Maritime Corrèze Côte-d'Or Creuse Dordogne Drôme Gironde Haute-Corse Haute-Garonne Haute-Loire
    Haute-Marne Haute-Saône Haute-Savoie Haute-Vienne Loire Loire-Atlantique Lozère Manche Marne Martinique Mayenne
    Meurthe-et-Moselle Meuse Moselle Nièvre Sarthe Savoie Somme Vendée Vienne Réunion Guadeloupe Guyane""".split()
)
PLURAL = frozenset(
    """Alpes-de-Haute-Provence Alpes-Maritimes Ardennes Bouches-du-Rhône Côtes-d'Armor Deux-Sèvres Hautes-Alpes
    Hautes-Pyrénées Hauts-de-Seine Landes Pyrénées-Atlantiques Pyrénées-Orientales Vosges Yvelines""".split()
)
