"""First-level divisions abroad that French collectivities name, in French. Data only.

Name: country (ISO 3166-1) latitude longitude of its capital, to two places.
"""

FOREIGN_REGIONS = {
    "Alaotra-Mangoro": "MG -17.83 48.42", "Analamanga": "MG -18.91 47.54", "Analanjirofo": "MG -17.38 49.41",
    "Andalousie": "ES 37.39 -5.99", "Antioquia": "CO 6.25 -75.57", "Aragon": "ES 41.65 -0.89",
    "Atsinanana": "MG -18.15 49.40", "Bade-Wurtemberg": "DE 48.78 9.18", "Basse-Autriche": "AT 48.20 15.63",
    "Basse-Saxe": "DE 52.37 9.73", "Basse-Silésie": "PL 51.11 17.03", "Bavière": "DE 48.14 11.58",
    "Brandebourg": "DE 52.40 13.06", "Californie": "US 38.58 -121.49", "Campanie": "IT 40.85 14.27",
    "Campeche": "MX 19.85 -90.53", "Catalogne": "ES 41.39 2.16", "Chiapas": "MX 16.75 -93.12",
    "Colombie-Britannique": "CA 48.43 -123.37", "Émilie-Romagne": "IT 44.49 11.34", "Flandre": "BE 50.85 4.35",
    "Frioul-Vénétie Julienne": "IT 45.65 13.78", "Galice": "ES 42.88 -8.54", "Grande-Pologne": "PL 52.41 16.93",
    "Guangdong": "CN 23.13 113.26", "Gauteng": "ZA -26.20 28.04", "Hainaut": "BE 50.45 3.95",
    "Hambourg": "DE 53.55 9.99", "Hebei": "CN 38.04 114.51", "Hesse": "DE 50.08 8.24", "Hubei": "CN 30.59 114.31",
    "Jalisco": "MX 20.67 -103.35", "Jiangsu": "CN 32.06 118.78", "Kansai": "JP 34.69 135.50",
    "Kurdistan": "IQ 36.19 44.01", "Latium": "IT 41.89 12.51", "Ligurie": "IT 44.41 8.93", "Lombardie": "IT 45.46 9.19",
    "Maryland": "US 38.97 -76.49", "Massachusetts": "US 42.36 -71.06", "Mazovie": "PL 52.23 21.01",
    "Mecklembourg-Poméranie-Occidentale": "DE 53.63 11.41", "Minas Gerais": "BR -19.92 -43.94",
    "Moravie-du-Sud": "CZ 49.20 16.61", "Navarre": "ES 42.81 -1.65", "New Hampshire": "US 43.21 -71.54",
    "Nouveau-Brunswick": "CA 45.95 -66.64", "Nouvelle-Écosse": "CA 44.65 -63.58", "Ontario": "CA 43.70 -79.42",
    "Pays basque espagnol": "ES 42.85 -2.67", "Pernambouc": "BR -8.05 -34.88", "Petite-Pologne": "PL 50.06 19.94",
    "Piémont": "IT 45.07 7.69", "Poméranie": "PL 54.35 18.65", "Québec": "CA 46.81 -71.21",
    "Rhénanie-du-Nord-Westphalie": "DE 51.23 6.78", "Rhénanie-Palatinat": "DE 49.98 8.27", "Sarre": "DE 49.23 7.00",
    "Sardaigne": "IT 39.22 9.12", "Saxe": "DE 51.05 13.74", "Saxe-Anhalt": "DE 52.13 11.63",
    "Schleswig-Holstein": "DE 54.32 10.12", "Shandong": "CN 36.65 117.12", "Sichuan": "CN 30.57 104.07",
    "Sicile": "IT 38.12 13.36", "Silésie": "PL 50.26 19.02", "Thuringe": "DE 50.98 11.03", "Toscane": "IT 43.77 11.25",
    "Utah": "US 40.76 -111.89", "Vénétie": "IT 45.44 12.33", "Wallonie": "BE 50.47 4.87", "Yucatán": "MX 20.97 -89.62",
    "Écosse": "GB 55.95 -3.19", "Zhejiang": "CN 30.27 120.15",
}  # fmt: skip
