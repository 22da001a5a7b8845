"""The French words for what the database says in codes: values, columns, comparisons, certainty."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale

STATUS = {"pledge": "promis", "action": "en cours", "result": "réalisé"}
STATUS_MEANING = {
    "pledge": "la collectivité dit qu’elle le fera, le veut ou s’en fait un objectif",
    "action": "la collectivité dit qu’elle le fait aujourd’hui",
    "result": "la collectivité dit qu’elle l’a fait",
}
RUN_STATUS = {"failed": "en échec", "ok": "réussi", "partial": "partiel", "running": "pas encore fini"}
PARTNER_KIND = {
    "association": "association",
    "company": "entreprise",
    "international": "organisation internationale",
    "network": "réseau",
    "research": "enseignement et recherche",
    "state": "État ou établissement public",
    "territory": "territoire",
}
SOURCE_KIND = {
    "minutes": "délibération",
    "page": "page de site",
    "programme": "programme",
    "report": "rapport",
    "strategy": "stratégie",
}
PASSAGE_KIND = {
    "caption": "légende",
    "heading": "titre",
    "list_item": "élément de liste",
    "paragraph": "paragraphe",
    "table_row": "ligne de tableau",
}
LEVEL = {
    "commune": "commune",
    "departement": "département",
    "epci": "intercommunalité",
    "region": "région",
}
CHANGE = {
    "added": "ajouté",
    "reworded": "reformulé",
    "source_back": "page revenue",
    "source_gone": "page disparue",
    "withdrawn": "retiré",
}
CHANGED = {
    "added": ("ajouté", "ajoutés"),
    "reworded": ("reformulé", "reformulés"),
    "source_back": ("dont la page est revenue", "dont la page est revenue"),
    "source_gone": ("dont la page a disparu", "dont la page a disparu"),
    "withdrawn": ("retiré", "retirés"),
}
"""Said of one commitment, and of several."""
STAGE = {
    "classify": "classement",
    "extract": "relevé",
    "fetch": "téléchargement",
    "link": "rapprochement",
    "read": "lecture",
    "store": "enregistrement",
}
FORMATS = {"csv": "CSV", "json": "JSON", "xlsx": "Excel"}
YES_NO = {"0": "non", "1": "oui"}
ROLE = {
    "budget": "budget",
    "cofinancing": "cofinancement",
    "cost": "coût",
    "loan": "prêt",
    "price": "prix",
    "revenue": "recette",
    "saving": "économie",
    "subsidy": "subvention",
}
DIRECTION = {"decrease": "baisse", "increase": "hausse", "maintain": "maintien", "reach": "à atteindre"}

VALUES = {
    "change": CHANGE,
    "declared": YES_NO,
    "direction": DIRECTION,
    "is_current": YES_NO,
    "kind": PARTNER_KIND | SOURCE_KIND | PASSAGE_KIND,
    "level": LEVEL,
    "ocr": YES_NO,
    "resolved": YES_NO,
    "role": ROLE,
    "stage": STAGE,
    "status": STATUS | RUN_STATUS,
}

COLUMNS = {
    "answered_at": "a répondu le",
    "author": "auteur",
    "baseline_value": "valeur de départ",
    "baseline_year": "année de référence",
    "bottom": "bas",
    "by_person": "fixé par une personne",
    "cause": "cause",
    "change": "changement",
    "characters": "caractères",
    "collectivities": "collectivités",
    "collectivity_id": "collectivité",
    "color": "couleur",
    "commitment_id": "engagement",
    "commitments": "engagements",
    "counted": "ce qui est compté",
    "country": "pays",
    "currency": "devise",
    "declared": "cité par le texte",
    "difference": "différence",
    "direction": "sens",
    "document_id": "document",
    "end_char": "fin (caractère)",
    "end_year": "jusqu’en",
    "ended_at": "fin",
    "failed": "en échec",
    "fetched_at": "lu le",
    "fingerprint": "empreinte",
    "first_seen": "vu depuis le",
    "gone_on": "disparue le",
    "heading": "titres au-dessus",
    "id": "identifiant",
    "insee": "code INSEE ou SIREN",
    "is_current": "version courante",
    "kind": "type",
    "language": "langue",
    "last_seen": "vu le",
    "latitude": "latitude",
    "level": "échelon",
    "Link": "lien",
    "longitude": "longitude",
    "max_value": "maximum",
    "media_type": "format",
    "mentions": "mentions",
    "modified_on": "modifié le",
    "name": "nom",
    "ocr": "lu par OCR",
    "page": "page",
    "pages": "pages",
    "partner_id": "partenaire",
    "passage_id": "passage",
    "payer": "payeur",
    "per": "par",
    "population": "habitants",
    "position": "rang",
    "previous_id": "version précédente",
    "probability": "fiabilité",
    "processed": "traitées",
    "published_on": "publié le",
    "resolved": "année calculée",
    "role": "rôle",
    "run_id": "mise à jour",
    "score": "fiabilité",
    "sdg_id": "objectif",
    "sha256": "empreinte SHA-256",
    "short_name": "nom court",
    "similarity": "ressemblance",
    "source_id": "source",
    "source_link": "lien vers l’original",
    "sources": "sources",
    "stage": "étape",
    "start_char": "début (caractère)",
    "start_year": "à partir de",
    "started_at": "début",
    "status": "statut",
    "target_year": "année visée",
    "text": "texte",
    "title": "titre",
    "top": "haut",
    "unchanged": "inchangées",
    "unit": "unité",
    "url": "adresse",
    "value": "valeur",
    "versions": "versions des logiciels",
    "withdrawn_on": "retiré le",
    "x0": "gauche",
    "x1": "droite",
}

TABLES = {
    "amounts": "sommes",
    "changes": "changements",
    "collectivities": "collectivités",
    "commitment_sdgs": "objectifs des engagements",
    "commitments": "engagements",
    "documents": "documents",
    "failures": "échecs",
    "indicators": "objectifs chiffrés",
    "partner_mentions": "mentions de partenaires",
    "partners": "partenaires",
    "passages": "passages",
    "periods": "périodes",
    "runs": "mises à jour",
    "sdgs": "objectifs de développement durable",
    "sources": "sources",
}

LOOKUPS = {
    "exact": "est",
    "not": "n’est pas",
    "contains": "contient",
    "endswith": "finit par",
    "startswith": "commence par",
    "gt": "plus grand que",
    "gte": "au moins",
    "lt": "plus petit que",
    "lte": "au plus",
    "like": "ressemble à (%)",
    "notlike": "ne ressemble pas à (%)",
    "glob": "suit le motif (*)",
    "in": "parmi",
    "notin": "hors de",
    "arraycontains": "la liste contient",
    "arraynotcontains": "la liste ne contient pas",
    "date": "à la date du",
    "isnull": "est inconnu",
    "notnull": "est connu",
    "isblank": "est vide",
    "notblank": "n’est pas vide",
}


@cache
def _countries() -> dict[str, str]:
    names = dict(Locale.parse("fr").territories.items())
    return {code: name for code, name in names.items() if len(code) == 2} | {"EU": "Union européenne"}


def country(code: str | None) -> str:
    return "" if code is None else _countries().get(code, code)


def countries_in_words(codes: list[str]) -> list[tuple[str, str]]:
    """Codes with their names, in the order of the names."""
    named = [(code, country(code)) for code in codes]
    return sorted(named, key=lambda pair: unicodedata.normalize("NFD", pair[1]).casefold())


def word(column: str, value: object) -> object:
    """The French for a coded value of a column; anything else as it is. In SQL: ``en_mots('status', x)``."""
    if column == "country":
        return None if value is None else country(str(value))
    return VALUES.get(column, {}).get(str(value), value)


def changed(change: str, count: int) -> str:
    return CHANGED.get(change, (change, change))[abs(count) > 1]


def column_label(column: str) -> str:
    return COLUMNS.get(column, column)


def table_label(table: str) -> str:
    return TABLES.get(table, table)


def lookup_label(lookup: str) -> str:
    return LOOKUPS.get(lookup, lookup)


def certainty(probability: float | None) -> str:
    """A probability as readers say it; the thresholds are those the pages explain."""
    if probability is None:
        return "fiabilité inconnue"
    for least, words_for_it in ((0.95, "quasi certain"), (0.8, "très probable"), (0.6, "probable")):
        if probability >= least:
            return words_for_it
    return "incertain"


def years(start: int | None, end: int | None) -> str:
    """A period in words: an open end is None."""
    if start is None:
        return f"jusqu’en {end}"
    if end is None:
        return f"depuis {start}"
    return str(start) if start == end else f"{start}–{end}"


def format_label(extension: str) -> str:
    return FORMATS.get(extension, extension.upper())


FILTERS = {
    "changed": changed,
    "format_label": format_label,
    "certainty": certainty,
    "column_label": column_label,
    "country": country,
    "lookup_label": lookup_label,
    "map_country": countries_in_words,
    "table_label": table_label,
    "word": lambda value, column: word(column, value),
}
