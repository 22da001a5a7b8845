"""What the site is made of: its addresses, with words each page must hold, and its metadata."""

from __future__ import annotations

from pathlib import Path

import yaml

METADATA = yaml.safe_load((Path(__file__).parents[2] / "datasette/metadata.yaml").read_text(encoding="utf-8"))
QUESTIONS = METADATA["databases"]["engagements"]["queries"]
TABLES = METADATA["databases"]["engagements"]["tables"]

PAGES = {
    "/": [
        "Ce que des collectivités promettent",
        "Ville de Clairval",
        "900 000",
        "Port-Azur",
        "20 novembre 2026",
    ],
    "/engagement/c-pledge": [
        "Sève &amp; Racines",
        "quasi certain",
        "40 000",
        "jusqu’en 2031",
        "cité par le texte",
        "subvention",
        "payé par l’État",
        "Chiffres",
        "arbres plantés",
        "à atteindre",
        "calculée depuis la date de publication",
    ],
    "/engagement/c-action": ["en cours", "Ouvrir le document original", "depuis 2019", "probable (70"],
    "/engagement/c-new": ["Formulations précédentes", "Le Département aidera Sève.", "80"],
    "/engagement/c-old": ["Retiré.", "/engagement/c-new"],
    "/document/d1": ["Sommaire", 'id="passage-1"', 'href="/engagement/c-pledge"', "page 2"],
    "/partenaire/azur": [
        "Port-Azur",
        "Sénégal",
        "2\xa0engagements",
        "Département du Haut-Pays",
        "hors d’un engagement",
    ],
    "/partenaire/seve": ["Années citées avec lui", "40 000", "dans la même phrase"],
    "/collectivite/clairval": ["Ville de Clairval", "Vie terrestre", "40 000", "Promesses les plus nettes"],
    "/collectivite/haut-pays": ["Ce qui a disparu", "Plan d’actions"],
    "/objectif/15": ["Vie terrestre", "2\xa0engagements", "Ville de Clairval", "Département du Haut-Pays"],
    "/comparer": ["Choisissez au moins une collectivité"],
    "/comparer?c=clairval&c=haut-pays&objectif=15": [
        "Dans leurs mots",
        "Partenaires en commun",
        "Sève &amp; Racines",
    ],
    "/-/search?q=seve": ["Sève &amp; Racines", "2\xa0engagements", "Passages"],
    "/-/search?q=arbres": [' 500 <mark class="hit">arbres</mark> avec', "sous «&nbsp;Notre cap&nbsp;»"],
    "/-/search?q=zzz": ["Rien ne contient"],
    "/engagements": ["Des questions toutes prêtes", "Les tables", "Objectifs des engagements"],
    "/engagements/commitments": ["Que veulent dire les colonnes", "Télécharger"],
    "/engagements/commitments?collectivity_id=clairval&_objectif=13": [
        "1\xa0engagement",
        "13 – Lutte contre",
        "500 arbres",
    ],
    "/engagements/commitments?_partenaire=azur&status=result": ["1\xa0engagement", "« Port-Azur »", "Un jumelage"],
    "/engagements/commitments?_mots=plante*": ["1\xa0engagement", "500 arbres"],
    "/engagements/partners": ["Sénégal", "association", "/partenaire/azur"],
    "/engagements/changes": ["20 novembre 2026 à 02:00", "/engagements/runs/r2", "reformulé"],
    "/engagements/sources": ["Cap", "stratégie"],
    "/engagements/partner_mentions/m1": ["Sève &amp; Racines", "/engagement/c-pledge"],
    "/-/dashboards": ["Graphiques"],
    "/-/dashboards/tableau-de-bord": ["Promis, en cours, réalisé, par collectivité", "Appliquer"],
    "/-/dashboards/tableau-de-bord/pays": ["Avec quels pays"],
    "/engagements/carte-des-partenaires": ["Carte des partenaires", "/-/tiles/basemap/", "nonce="],
    "/-/dashboards/qualite": ["Qualité et fraîcheur", "Combien le statut est sûr", "Unité"],
    "/-/dashboards/tableau-de-bord/reseau": ["Qui travaille avec qui"],
    "/telecharger": ["Paquet de données (Frictionless)", "Fichier SQLite"],
    "/nouveautes.xml": ["reformulé", "retiré", "/engagement/c-new"],
    "/engagements?sql=select+1": ["Requête SQL en lecture seule"],
}
