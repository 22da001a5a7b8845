"""What every question answers on the sample of conftest.py: columns, then whole rows, worked out by reading it."""

# ruff: noqa: E501

from __future__ import annotations

from typing import Any

ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "qui-travaille-avec": [
        ("partenaire", "type", "collectivité", "mentions", "engagements", "fiche"),
        ("Sève & Racines", "association", "Ville de Clairval", 1, 1, "/partenaire/seve"),
        ("Sève & Racines", "association", "Département du Haut-Pays", 1, 1, "/partenaire/seve"),
    ],
    "partenaires-en-commun": [
        ("partenaire", "type", "pays", "collectivités", "lesquelles", "mentions", "fiche"),
        ("Port-Azur", "territoire", "Sénégal", 2, "Ville de Clairval, Département du Haut-Pays", 3, "/partenaire/azur"),
        (
            "Sève & Racines",
            "association",
            "France",
            2,
            "Ville de Clairval, Département du Haut-Pays",
            2,
            "/partenaire/seve",
        ),
    ],
    "partenaires-d-une-collectivite": [
        ("collectivité", "partenaire", "type", "pays", "mentions", "engagements", "fiche"),
        ("Ville de Clairval", "Port-Azur", "territoire", "Sénégal", 2, 1, "/partenaire/azur"),
        ("Ville de Clairval", 'L\'Atelier "des" Ponts <b>', "réseau", None, 1, 1, "/partenaire/ponts"),
        ("Ville de Clairval", "Sève & Racines", "association", "France", 1, 1, "/partenaire/seve"),
    ],
    "engagements-a-l-horizon": [
        ("échéance", "collectivité", "engagement", "dans le texte", "fiche"),
        (
            2031,
            "Ville de Clairval",
            "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €.",
            "d’ici à 2031",
            "/engagement/c-pledge",
        ),
    ],
    "echeances-depassees": [
        ("échéance", "collectivité", "engagement", "fiche"),
        (2020, "Département du Haut-Pays", "Il versera 900 000 € à Port-Azur.", "/engagement/c-sum"),
    ],
    "promesses-sans-date-ni-somme": [
        ("collectivité", "engagement", "fiabilité", "fiche"),
        ("Département du Haut-Pays", "Le Département soutiendra Sève & Racines.", 0.9, "/engagement/c-new"),
    ],
    "engagements-par-objectif-et-collectivite": [
        ("objectif", "intitulé", "collectivité", "promis", "en cours", "réalisés", "total", "fiche"),
        (13, "Lutte contre le changement climatique", "Ville de Clairval", 1, 0, 0, 1, "/objectif/13"),
        (15, "Vie terrestre", "Département du Haut-Pays", 1, 0, 0, 1, "/objectif/15"),
        (15, "Vie terrestre", "Ville de Clairval", 1, 0, 0, 1, "/objectif/15"),
        (17, "Partenariats", "Ville de Clairval", 0, 0, 1, 1, "/objectif/17"),
    ],
    "engagements-par-statut": [
        ("collectivité", "promis", "en cours", "réalisés", "total", "fiche"),
        ("Ville de Clairval", 1, 1, 1, 3, "/collectivite/clairval"),
        ("Département du Haut-Pays", 2, 0, 0, 2, "/collectivite/haut-pays"),
    ],
    "objectifs-qui-vont-ensemble": [
        ("objectif", "intitulé", "autre objectif", "autre intitulé", "engagements"),
        (13, "Lutte contre le changement climatique", 15, "Vie terrestre", 1),
    ],
    "objectifs-cites-par-les-textes": [
        ("objectif", "intitulé", "collectivité", "engagement", "fiche"),
        (
            15,
            "Vie terrestre",
            "Ville de Clairval",
            "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €.",
            "/engagement/c-pledge",
        ),
    ],
    "plus-grosses-sommes": [
        ("montant", "jusqu’à", "devise", "par", "collectivité", "engagement", "fiche"),
        (
            900000.0,
            None,
            "EUR",
            None,
            "Département du Haut-Pays",
            "Il versera 900 000 € à Port-Azur.",
            "/engagement/c-sum",
        ),
    ],
    "sommes-par-beneficiaire": [
        ("partenaire", "type", "pays", "total cité", "devise", "sommes", "fiche"),
        ("Port-Azur", "territoire", "Sénégal", 900000.0, "EUR", 1, "/partenaire/azur"),
        ("Sève & Racines", "association", "France", 40000.0, "EUR", 1, "/partenaire/seve"),
    ],
    "cooperations-par-pays": [
        ("pays", "partenaires", "collectivités", "mentions", "engagements"),
        ("Sénégal", 1, 2, 3, 2),
        ("France", 1, 2, 2, 2),
    ],
    "engagements-dans-un-pays": [
        ("pays", "partenaire", "collectivité", "statut", "engagement", "fiche"),
        (
            "Sénégal",
            "Port-Azur",
            "Ville de Clairval",
            "réalisé",
            "Un jumelage avec Port-Azur a été signé en 2018.",
            "/engagement/c-result",
        ),
        (
            "Sénégal",
            "Port-Azur",
            "Département du Haut-Pays",
            "promis",
            "Il versera 900 000 € à Port-Azur.",
            "/engagement/c-sum",
        ),
    ],
    "reseaux": [
        ("réseau", "pays", "collectivités", "mentions", "fiche"),
        ('L\'Atelier "des" Ponts <b>', None, "Ville de Clairval", 1, "/partenaire/ponts"),
    ],
    "chercher-des-mots": [
        ("collectivité", "statut", "engagement", "document", "fiche"),
        (
            "Ville de Clairval",
            "réalisé",
            "Un jumelage avec Port-Azur a été signé en 2018.",
            "Cap <script>alert(1)</script> & suite",
            "/engagement/c-result",
        ),
    ],
    "derniers-ajouts": [
        ("vu depuis le", "collectivité", "statut", "engagement", "fiche"),
        (
            "2026-10-01",
            "Ville de Clairval",
            "en cours",
            'Nous accueillons <script>alert(1)</script> et "l\'Atelier 🎈 des Ponts" depuis 2019.',
            "/engagement/c-action",
        ),
        (
            "2026-10-01",
            "Ville de Clairval",
            "promis",
            "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €.",
            "/engagement/c-pledge",
        ),
        (
            "2026-10-01",
            "Département du Haut-Pays",
            "promis",
            "Le Département soutiendra Sève & Racines.",
            "/engagement/c-new",
        ),
        ("2026-10-01", "Département du Haut-Pays", "promis", "Il versera 900 000 € à Port-Azur.", "/engagement/c-sum"),
        (
            "2026-10-01",
            "Ville de Clairval",
            "réalisé",
            "Un jumelage avec Port-Azur a été signé en 2018.",
            "/engagement/c-result",
        ),
    ],
    "ce-qui-a-disparu": [
        ("retiré le", "collectivité", "engagement", "vu depuis le", "document", "fiche"),
        (
            "2026-11-20",
            "Département du Haut-Pays",
            "Le Département aidera Sève.",
            "2026-10-01",
            "Plan d’actions",
            "/engagement/c-old",
        ),
    ],
    "reformulations": [
        ("mise à jour du", "collectivité", "avant", "après", "ressemblance", "fiche"),
        (
            "2026-11-20T02:00:00+00:00",
            "Département du Haut-Pays",
            "Le Département aidera Sève.",
            "Le Département soutiendra Sève & Racines.",
            0.8,
            "/engagement/c-new",
        ),
    ],
    "a-relire": [
        ("fiabilité", "statut", "collectivité", "engagement", "fiche"),
        (
            0.4,
            "réalisé",
            "Ville de Clairval",
            "Un jumelage avec Port-Azur a été signé en 2018.",
            "/engagement/c-result",
        ),
        (
            0.7,
            "en cours",
            "Ville de Clairval",
            'Nous accueillons <script>alert(1)</script> et "l\'Atelier 🎈 des Ponts" depuis 2019.',
            "/engagement/c-action",
        ),
        (0.85, "promis", "Département du Haut-Pays", "Il versera 900 000 € à Port-Azur.", "/engagement/c-sum"),
        (0.9, "promis", "Département du Haut-Pays", "Le Département soutiendra Sève & Racines.", "/engagement/c-new"),
        (
            0.97,
            "promis",
            "Ville de Clairval",
            "La Ville plantera 500 arbres avec l’association Sève & Racines d’ici à 2031, pour 40 000 €.",
            "/engagement/c-pledge",
        ),
    ],
    "fraicheur-des-documents": [
        ("collectivité", "document", "publié le", "lu le", "pages", "engagements", "fiche"),
        (
            "Ville de Clairval",
            "Cap <script>alert(1)</script> & suite",
            "2025-03-01",
            "2026-11-20T02:00:00+00:00",
            3,
            3,
            "/document/d1",
        ),
        ("Département du Haut-Pays", "Plan d’actions", None, "2026-11-20T02:00:00+00:00", None, 2, "/document/d2"),
    ],
    "echecs-du-dernier-passage": [
        ("source", "titre", "étape", "cause", "adresse"),
        ("plan", "Plan", "téléchargement", "404 <script>alert(1)</script>", "https://exemple.fr/p"),
    ],
    "journal-des-mises-a-jour": [
        (
            "mise à jour du",
            "résultat",
            "sources",
            "lues",
            "inchangées",
            "en échec",
            "ajouts",
            "reformulations",
            "retraits",
        ),
        ("2026-11-20T02:00:00+00:00", "partiel", 2, 2, 0, 1, 0, 1, 1),
        ("2026-10-01T02:00:00+00:00", "réussi", 2, 2, 0, 0, 5, 0, 0),
    ],
    "carte-des-partenaires": [
        ("popup", "partenaire", "pays", "collectivités", "mentions", "latitude", "longitude", "fiche"),
        (
            '{"title":"Port-Azur","link":"/partenaire/azur","description":"territoire, Sénégal\xa0: Ville de Clairval, Département du Haut-Pays"}',
            "Port-Azur",
            "Sénégal",
            "Ville de Clairval, Département du Haut-Pays",
            3,
            14.5,
            -17.1,
            "/partenaire/azur",
        ),
    ],
}
