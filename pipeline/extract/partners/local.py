"""Names that many places have alike: "Comité des fêtes", "lycée Jean-Moulin", "Mission locale".

Each place's is a partner of its own, so its identity holds the place of the collectivity that names it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.partners.forms import (
    DEPARTMENTAL_BODIES,
    LOCAL_BODIES,
    LOCAL_HEADS,
    LOCAL_WORDS,
    NAMED_AFTER_PEOPLE,
    NATIONAL_WORDS,
    REGIONAL_BODIES,
)
from pipeline.extract.partners.gazetteer import Body, bodies, branch_of, department_of
from pipeline.extract.partners.naming import NOISE, fold, key
from pipeline.extract.partners.words import names_someone
from pipeline.types import Collectivity

_OFFICE = re.compile(
    r"^(?:agglomeration|commune|communaute(?: agglomeration| communes| urbaine)?|departement|mairie|region|ville) "
)
_LOCAL_BODIES = frozenset(map(fold, LOCAL_BODIES))


def place_of(collectivity: Collectivity) -> str:
    """The collectivity's name without what it is: "Ville de Brume" → "Brume"."""
    words = collectivity.name.split()
    bare = key(_OFFICE.sub("", key(collectivity.name)))
    first = next((i for i, w in enumerate(words) if bare.startswith(key(w)) and w[:1].isupper()), 0)
    return " ".join(words[first:])


def area_served(name: str, collectivity: Collectivity | None) -> str | None:
    """The department, or region, whose "CAF" or "ARS" a text means that says no more; None where that is not known.

    It is known from the collectivity's code. A region's code is not read: departments have the same figures.
    """
    body = bodies().get(fold(name))
    if body is None or collectivity is None:
        return None
    if collectivity.level == "region":
        return place_of(collectivity) if body in _standing(REGIONAL_BODIES) else None
    area = department_of(collectivity.insee)
    if area is None:
        return None
    if body in _standing(DEPARTMENTAL_BODIES):
        return area[0]
    return area[1] if body in _standing(REGIONAL_BODIES) else None


@lru_cache(maxsize=2)
def _standing(acronyms: frozenset[str]) -> frozenset[Body]:
    """The bodies of these acronyms."""
    return frozenset(bodies()[acronym] for acronym in acronyms)


def is_local(name: str) -> bool:
    """Whether a name is one that bodies of many places bear."""
    folded = fold(name)
    if folded in _LOCAL_BODIES:
        return True
    if folded in bodies() or branch_of(name) is not None or set(folded.split()) & NATIONAL_WORDS:
        return False
    words = re.findall(r"[^\W_]+", name)
    head = fold(words[0]) if words else ""
    if any(_is_proper(w) and names_someone(w) for w in (*words[1:], *name.split()[1:])):
        return False  # "École des mines de Saint-Étienne" says whose it is
    if head in NAMED_AFTER_PEOPLE:
        return True
    return len(words) > 1 and head in LOCAL_HEADS | LOCAL_WORDS and not any(_is_proper(w) for w in words[1:])


def _is_proper(word: str) -> bool:
    return word[:1].isupper() and fold(word) not in LOCAL_WORDS | NOISE
