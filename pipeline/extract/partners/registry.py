"""One partner, one row: mentions under several names fold into one ``Partner`` with kind, country and place."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.partners.aliases import aliases_in
from pipeline.extract.partners.decisions import Decision, Decisions
from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.forms import REGION_ALIASES
from pipeline.extract.partners.france import DEPARTMENTS, FORMER_REGIONS, REGIONS
from pipeline.extract.partners.gazetteer import (
    Place,
    bodies,
    branch_and_place,
    branch_of,
    cities,
    countries,
    department_of,
    department_said,
    foreign_regions,
    french_places,
    namesakes,
)
from pipeline.extract.partners.local import area_served, is_local, place_of
from pipeline.extract.partners.naming import fold, identity, key
from pipeline.extract.partners.patterns import COMPANY_HEADS, HEADS
from pipeline.types import Collectivity, Partner, PartnerKind, PartnerMention, Passage

_TOWN_OF = re.compile(r"^(?:Ville|Commune|Mairie) (?:de |d['’]|du |des )")
_OF_LEVEL = re.compile(r"^(?:(?P<region>region|conseil regional)|departement|conseil (?:departemental|general)) ")
_TOWN_HEADS = {"ville", "commune", "mairie", "municipalite", "gouvernement"}
_INTERCOMMUNAL = frozenset({"agglo", "agglomeration", "communaute", "metropole"})
_LEVEL = re.compile(r"^(?:region|departement|province|etat|land|conseil (?:regional|departemental|general))\s+")
SHORT_ACRONYM = 8
"""Letters below which a name in capitals is an acronym and no city."""
LONG_WORD = 4
"""Letters above which a plural ending does not make another word."""
OVERSEAS_CODES = {"971": "GP", "972": "MQ", "973": "GF", "974": "RE", "976": "YT"}
BIG_CITY = 200_000
"""Inhabitants from which a name alone tells a city, whatever kind the words around it suggest."""


def partner_id(same: str) -> str:
    """Id of the partner of this identity."""
    words = sorted(w.rstrip("sx") if len(w) > LONG_WORD else w for w in identity(same).split())
    return hashlib.sha256(json.dumps(["partner", *words]).encode()).hexdigest()[:16]


def kind_of(name: str, judged: str, country: str | None) -> str:
    """What the body it is a branch of is, else what its head noun tells, else the judged kind.

    An unknown name in France is hardly a territory, unless it says so at its end.
    """
    branch = branch_of(name)
    if branch is not None:
        return branch.kind
    if fold(name).split()[-1] in _INTERCOMMUNAL:
        return "territory"
    head = HEADS.get(name.split(maxsplit=1)[0].lower(), "")
    if head:
        return head
    return "association" if judged == "territory" and country in {None, "FR"} else judged


def _standing_identity(name: str, found: str) -> str | None:
    """What all names of a standing body, of its branch at a place, or of a French area share; None for another name."""
    body = bodies().get(fold(name)) or bodies().get(found)
    if body is not None:
        return identity(body.name)
    branch = branch_and_place(name)
    if branch is not None:
        return identity(f"{branch[0].name} {branch[1]}")
    return area_identity(found)


def area_identity(found: str) -> str | None:
    """What all names of a French region or department share, at that level; None for another name.

    "Conseil régional de Bretagne", "Région Bretagne"; "Gironde" alone is the department, where no city or region is so
    called.
    """
    level = _OF_LEVEL.match(found)
    bare = found[level.end() :] if level else found
    if level and level["region"]:
        bare = REGION_ALIASES.get(bare, bare)
        return f"region {bare}" if bare in _areas()["region"] else None
    if level:
        return f"departement {bare}" if bare in _areas()["departement"] else None
    at = [name for name, areas in _areas().items() if bare in areas]
    return f"{at[0]} {bare}" if len(at) == 1 and bare not in cities() else (found if at else None)


@lru_cache(maxsize=1)
def _areas() -> dict[str, frozenset[str]]:
    """Level → identities of the French areas of that level."""
    return {
        "region": frozenset(key(n) for n in (*REGIONS, *FORMER_REGIONS)),
        "departement": frozenset(key(n) for n, _ in DEPARTMENTS.values()),
    }


class Registry:
    """Partners of one document."""

    def __init__(
        self,
        text: str,
        collectivity: Collectivity | None,
        evidence: Sequence[Evidence],
        passages: Sequence[Passage],
        decisions: Decisions,
    ) -> None:
        self.text = text
        self.collectivity = collectivity
        self.decisions = decisions
        self.aliases = aliases_in(text, evidence)
        self.said = self._countries_said(evidence, passages)
        self._partners: dict[str, Partner] = {}

    def _countries_said(self, evidence: Sequence[Evidence], passages: Sequence[Passage]) -> dict[str, str]:
        """Identity → the country first named right after one of its mentions."""
        said: dict[str, str] = {}
        for e in evidence:
            country = self.country_beside(e, passages[e.passage])
            if country is not None:
                said.setdefault(identity(e.name), country)
        return said

    def same(self, name: str) -> str:
        """The identity a name shares with its acronym, its full name, its spellings.

        A city that is not the best known of its name carries its country.
        """
        if fold(name) in self.decisions.apart:
            return f"{fold(name)} apart"
        decision = self.decisions.of(name)
        if decision is not None:
            return identity(decision.name)
        found = identity(self._generic(name) or name)
        found = self.aliases.get(found, found)
        area = area_served(name, self.collectivity)
        if area is not None:
            return identity(f"{bodies()[fold(name)].name} {area}")
        standing = _standing_identity(name, found)
        if standing is not None:
            return standing
        city = None if found in french_places() or found in foreign_regions() else self._city(found, name)
        if city is None:
            return found
        best = cities()[found]
        return identity(city.name) if city.country == best.country else f"{identity(city.name)} {city.country.lower()}"

    def _city(self, plain: str, name: str) -> Place | None:
        """The city of that name in the country the text says, else in the collectivity's own part of the world."""
        places = namesakes().get(plain, ())
        if not places or (name.isupper() and len(name) < SHORT_ACRONYM):
            return None
        said = self.said.get(identity(name)) or self._overseas() or "FR"
        return next(
            (p for p in places if p.country == said), places[0] if self.said.get(identity(name)) is None else None
        )

    def _overseas(self) -> str | None:
        insee = self.collectivity.insee if self.collectivity and self.collectivity.insee else ""
        return OVERSEAS_CODES.get(insee[:3])

    def resolve(self, evidence: Evidence, kind: str, passage: Passage) -> Partner:
        """The partner a mention names; the first mention of a name gives it its spelling."""
        name = self._generic(evidence.name) or evidence.name
        same = self.same(evidence.name)
        if same not in self._partners:
            decision = self.decisions.of(evidence.name)
            local = decision is None and is_local(name) and fold(name) not in self.decisions.apart
            there = place_of(self.collectivity) if local and self.collectivity else ""
            partner = self._new(name, same, kind, evidence, passage)
            partner = _of_place(partner, same, there) if there else self._as_decided(partner, decision)
            self._partners[same] = partner
        return self._partners[same]

    def _new(self, name: str, same: str, kind: str, evidence: Evidence, passage: Passage) -> Partner:
        body = bodies().get(fold(name))
        if body is not None:
            area = area_served(name, self.collectivity)
            return _partner(same, f"{body.name} ({area})" if area else body.name, body.kind, body.country, None)
        place = self._place(name, kind, evidence, passage)
        if place is not None:
            return _partner(same, name, "state" if fold(name) in countries() else "territory", place.country, place)
        country = self.country_beside(evidence, passage)
        if country is None and kind not in {"network", "international"}:
            country = "FR"
        said = "company" if _announced_as_company(evidence) else kind_of(name, kind, country)
        return _partner(same, name, said, country, None)

    def _as_decided(self, partner: Partner, decision: Decision | None) -> Partner:
        """With what a person said of it; the rest as the rules found it."""
        if decision is None:
            return partner
        given = {
            "kind": decision.kind,
            "country": decision.country,
            "latitude": decision.latitude,
            "longitude": decision.longitude,
        }
        said = {key: value for key, value in given.items() if value is not None}
        return replace(partner, name=decision.name, **said)  # type: ignore[arg-type]

    def _generic(self, name: str) -> str | None:
        """ "la Région" → the region the collectivity lies in, where its code tells; "la Métropole" → "X Métropole"."""
        level = key(name)
        if level == "metropole" and self.collectivity is not None:
            own = f"{_TOWN_OF.sub('', self.collectivity.name)} Métropole"
            return own if own in self.text else None
        if level not in {"region", "departement", "conseil regional", "conseil departemental", "conseil general"}:
            return None
        area = department_of(self.collectivity.insee if self.collectivity else None)
        if area is None:
            return None
        return f"Région {area[1]}" if "region" in level else department_said(area[0])

    def _place(self, name: str, kind: str, evidence: Evidence, passage: Passage) -> Place | None:
        if name.isupper() and len(name) < SHORT_ACRONYM and fold(name) not in countries():
            return None
        if fold(name) in countries():
            return Place(name, countries()[fold(name)], None, None)
        plain = identity(name) if fold(name).split()[0] in _TOWN_HEADS else key(name)
        said = self.country_beside(evidence, passage) or self.said.get(identity(name))
        area = self._area(_LEVEL.sub("", plain), fold(name), said)
        if area is not None:
            return area
        city = self._city(plain, name) or cities().get(fold(name)) or _foreign_prefecture(plain)
        if city is None:
            return None
        doubtful = kind not in {"territory", "state"} and city.population < BIG_CITY and plain == key(name)
        if doubtful and said is None:
            return None
        return city if said in {None, city.country} else Place(name, said or city.country, None, None)

    def _area(self, bare: str, folded: str, said: str | None) -> Place | None:
        """A French or foreign region, or a French department."""
        for areas in (foreign_regions(), french_places()):
            place = areas.get(bare) or areas.get(folded)
            if place is not None and said in {None, place.country}:
                return place
        return None

    def country_beside(self, evidence: Evidence, passage: Passage) -> str | None:
        """The first country named after the mention in its passage, close by: "Lima | Pérou"."""
        after = self.text[evidence.end : min(passage.end, evidence.end + 45)]
        for part in re.split(r"[|(),;]|\bau\b|\ben\b|\baux\b|\d", after)[:4]:
            code = countries().get(fold(re.sub(r"^\s*(?:la|le|les|l['’])\s*", "", part)))
            if code:
                return code
        return None


def _foreign_prefecture(plain: str) -> Place | None:
    """ "Préfecture de Kyoto": a territory in Japan, not an office of the French State."""
    seat = cities().get(plain.removeprefix("prefecture "))
    return seat if plain.startswith("prefecture ") and seat is not None and seat.country != "FR" else None


def _announced_as_company(evidence: Evidence) -> bool:
    """ "le cabinet Atelier Trois Rivières": the head that announces a name outweighs the one that opens it."""
    announced = evidence.name != evidence.text and fold(evidence.text) != fold(evidence.name)
    return announced and evidence.candidate.head in COMPANY_HEADS


def _partner(same: str, name: str, kind: str, country: str | None, place: Place | None) -> Partner:
    tidy = re.sub(r"\s+", " ", name)
    kind_: PartnerKind = kind  # type: ignore[assignment]
    latitude, longitude = (place.latitude, place.longitude) if place else (None, None)
    return Partner(partner_id(same), tidy[:1].upper() + tidy[1:], kind_, country, latitude, longitude)


def _of_place(partner: Partner, same: str, place: str) -> Partner:
    """The one of that place among all so called: it is the same as "Comité des fêtes de Brume"."""
    return replace(partner, id=partner_id(f"{same} {place}"), name=f"{partner.name} ({place})")


def without_wider_countries(mentions: Sequence[PartnerMention]) -> list[PartnerMention]:
    """A country is a partner only where nothing narrower in it is one."""
    narrower = {m.partner.country for m in mentions if fold(m.partner.name) not in countries()}
    return [m for m in mentions if fold(m.partner.name) not in countries() or m.partner.country not in narrower]
