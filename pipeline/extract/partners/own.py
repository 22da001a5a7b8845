"""The collectivity under its own names, and words too vague to name anybody: never partners."""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.partners.naming import fold, identity, key
from pipeline.types import Collectivity

_OWN_BODY = {
    "commune": {"ville", "commune", "mairie", "municipalite", "conseil municipal", "bourg", "village"},
    "epci": {"agglomeration", "agglo", "metropole", "communaute", "intercommunalite", "communaute agglomeration",
             "communaute communes", "communaute urbaine", "conseil communautaire", "conseil metropolitain"},
    "departement": {"departement", "conseil departemental", "conseil general", "assemblee departementale"},
    "region": {"region", "conseil regional", "assemblee regionale"},
}  # fmt: skip
_PERSONS = {"adjoint", "adjointe", "maire", "maires", "president", "presidente", "monsieur", "madame", "conseiller"}
_DIRECTIONS = {"nord", "sud", "est", "ouest"}
_ALWAYS_OWN = {"collectivite", "conseil", "maire", "president", "presidente", "assemblee", "collectivite territoriale"}
# Too vague to name anybody.
VAGUE = {"communes", "villes", "associations", "regions", "departements", "collectivites", "universites", "europe",
          "france", "monde", "afrique", "asie", "amerique", "ameriques", "union", "nord", "sud", "est", "ouest", "onu",
          "nations unies", "organisation nations unies", "odd", "internet", "etats", "ministere", "mediterranee",
          "terre", "territoire", "pays", "association", "ville jumelee", "comite", "agence", "atlantique", "covid",
          "amerique latine", "amerique nord", "europe est", "caraibes", "maghreb", "occident"}  # fmt: skip


def is_self(name: str, collectivity: Collectivity | None) -> bool:
    """Whether a name is one of the collectivity's own, or says nothing but "the town", "the council"."""
    plain = key(name)
    if fold(name).split()[:1] and fold(name).split()[0] in _PERSONS:
        return True
    if plain in VAGUE or plain in _ALWAYS_OWN or not plain or fold(name).split()[0] in _DIRECTIONS:
        return True
    if collectivity is None:
        return plain in _OWN_BODY["commune"]
    own = _own_names(collectivity)
    return plain in own or identity(name) in own or plain in _OWN_BODY[collectivity.level]


@lru_cache(maxsize=16)
def _own_names(collectivity: Collectivity) -> frozenset[str]:
    names = (collectivity.name, *collectivity.aliases)
    return frozenset({*map(key, names), *map(identity, names)})
