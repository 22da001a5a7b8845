"""One partner, one row: mentions under several names fold into one ``Partner`` with kind, country and place."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence

from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.gazetteer import (
    Place,
    bodies,
    cities,
    countries,
    department_of,
    foreign_regions,
    french_areas,
)
from pipeline.extract.partners.naming import fold, key
from pipeline.extract.partners.patterns import HEADS
from pipeline.types import Collectivity, Partner, PartnerKind, PartnerMention, Passage

# Leading words that do not tell two names apart.
_DROPPED = re.compile(
    r"^(?:association|associations|commune|compagnie|entreprise|gouvernement|mairie|municipalite|ong|societe|ville|"
    r"villes|services?)\s+(?=\w)"
)
_OWN_BODY = {
    "commune": {"ville", "commune", "mairie", "municipalite", "conseil municipal", "bourg", "village"},
    "epci": {"agglomeration", "agglo", "metropole", "communaute", "intercommunalite", "communaute agglomeration",
             "communaute communes", "communaute urbaine", "conseil communautaire", "conseil metropolitain"},
    "departement": {"departement", "conseil departemental", "conseil general", "assemblee departementale"},
    "region": {"region", "conseil regional", "assemblee regionale"},
}  # fmt: skip
_TOWN_OF = re.compile(r"^(?:Ville|Commune|Mairie) (?:de |d['’]|du |des )")
_PERSONS = {"adjoint", "adjointe", "maire", "maires", "president", "presidente", "monsieur", "madame", "conseiller"}
_DIRECTIONS = {"nord", "sud", "est", "ouest"}
_TOWN_HEADS = {"ville", "commune", "mairie", "municipalite", "gouvernement"}
_ALWAYS_OWN = {"collectivite", "conseil", "maire", "president", "presidente", "assemblee", "collectivite territoriale"}
# Too vague to name anybody.
_VAGUE = {"communes", "villes", "associations", "regions", "departements", "collectivites", "universites", "europe",
          "france", "monde", "afrique", "asie", "amerique", "ameriques", "union", "nord", "sud", "est", "ouest", "onu",
          "nations unies", "organisation nations unies", "odd", "internet", "etats", "ministere", "mediterranee",
          "terre", "territoire", "pays", "association", "ville jumelee", "comite", "agence", "atlantique", "covid",
          "amerique latine", "amerique nord", "europe est", "caraibes", "maghreb", "occident"}  # fmt: skip
_ACRONYM_AFTER = re.compile(r"^\s*\(\s*(?P<short>[A-ZÉÈ][\wÉÈ&'’.-]{1,14})\s*\)")
_NAME_AFTER = re.compile(r"^\s*\(\s*(?P<long>[^()]{8,110})[)\n]?")


def identity(name: str) -> str:
    """What two names of one partner share."""
    plain = key(name)
    return _DROPPED.sub("", plain) or plain


def partner_id(name: str) -> str:
    return hashlib.sha256(json.dumps(["partner", identity(name)]).encode()).hexdigest()[:16]


def is_self(name: str, collectivity: Collectivity | None) -> bool:
    """Whether a name is one of the collectivity's own, or says nothing but "the town", "the council"."""
    plain = key(name)
    if fold(name).split()[:1] and fold(name).split()[0] in _PERSONS:
        return True
    if plain in _VAGUE or plain in _ALWAYS_OWN or not plain or fold(name).split()[0] in _DIRECTIONS:
        return True
    if collectivity is None:
        return plain in _OWN_BODY["commune"]
    own = {key(n) for n in (collectivity.name, *collectivity.aliases)}
    own |= {identity(n) for n in (collectivity.name, *collectivity.aliases)}
    return plain in own or identity(name) in own or plain in _OWN_BODY[collectivity.level]


def aliases_in(text: str, evidence: Iterable[Evidence]) -> dict[str, str]:
    """Identity of an acronym → identity of the full name, as the text defines them: "Name (ACR)", "ACR (Name)"."""
    aliases: dict[str, str] = {}
    for e in evidence:
        after = text[e.end : e.end + 120]
        short = _ACRONYM_AFTER.match(after)
        if short and len(e.name) > len(short["short"]) and sum(c.isupper() for c in short["short"]) > 1:
            aliases.setdefault(identity(short["short"]), identity(e.name))
        long = _NAME_AFTER.match(after)
        if long and e.name.isupper() and len(e.name) < 10 and _abbreviates(e.name, long["long"]):
            aliases.setdefault(identity(e.name), identity(long["long"]))
    return aliases


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym open words of a name, in order."""
    letters = iter(fold(w)[:1] for w in long.split())
    return all(letter in letters for letter in fold(short).replace(" ", ""))


def kind_of(name: str, judged: str, country: str | None) -> str:
    """The kind the name's head noun tells, else the judged one; an unknown name in France is hardly a territory."""
    head = HEADS.get(name.split(maxsplit=1)[0].lower(), "")
    if head:
        return head
    return "association" if judged == "territory" and country in {None, "FR"} else judged


class Registry:
    """Partners of one document."""

    def __init__(self, text: str, collectivity: Collectivity | None) -> None:
        self.text = text
        self.collectivity = collectivity
        self._partners: dict[str, Partner] = {}
        self.aliases: dict[str, str] = {}

    def resolve(self, evidence: Evidence, kind: str, passage: Passage) -> Partner:
        """The partner a mention names; the first mention of a name gives it its spelling."""
        name = self._generic(evidence.name) or evidence.name
        body = bodies().get(fold(name))
        if body is not None:
            return self._partner(body.name, body.kind, body.country, None)
        same = self.same(name)
        if same in self._partners:
            return self._partners[same]
        place = self._place(name, evidence, passage)
        if place is not None:
            return self._partner(name, "state" if fold(name) in countries() else "territory", place.country, place)
        country = self.country_beside(evidence, passage)
        if country is None and kind not in {"network", "international"}:
            country = "FR"
        return self._partner(name, kind_of(name, kind, country), country, None)

    def same(self, name: str) -> str:
        """The identity a name shares with its acronym and, for a standing body, with its full name."""
        found = identity(name)
        found = self.aliases.get(found, found)
        body = bodies().get(fold(name)) or bodies().get(found)
        return identity(body.name) if body is not None else found

    def _partner(self, name: str, kind: str, country: str | None, place: Place | None) -> Partner:
        same = self.same(name)
        if same not in self._partners:
            tidy = re.sub(r"\s+", " ", name)
            kind_: PartnerKind = kind  # type: ignore[assignment]
            latitude = place.latitude if place else None
            longitude = place.longitude if place else None
            self._partners[same] = Partner(
                partner_id(same), tidy[:1].upper() + tidy[1:], kind_, country, latitude, longitude
            )
        return self._partners[same]

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
        return f"Région {area[1]}" if "region" in level else f"Département : {area[0]}"

    def _place(self, name: str, evidence: Evidence, passage: Passage) -> Place | None:
        if name.isupper() and len(name) < 8 and fold(name) not in countries():
            return None
        plain = identity(name) if fold(name).split()[0] in _TOWN_HEADS else key(name)
        if fold(name) in countries():
            return Place(name, countries()[fold(name)], None, None)
        bare = re.sub(
            r"^(?:region|departement|province|etat|metropole|conseil (?:regional|departemental))\s+", "", plain
        )
        if bare in french_areas() or fold(name) in french_areas():
            return Place(name, "FR", None, None)
        if bare in foreign_regions():
            return Place(name, foreign_regions()[bare], None, None)
        city = cities().get(fold(name)) or cities().get(plain)
        if city is None:
            return None
        said = self.country_beside(evidence, passage)
        return city if said in {None, city.country} else Place(name, said or city.country, None, None)

    def country_beside(self, evidence: Evidence, passage: Passage) -> str | None:
        """The first country named after the mention in its passage, close by: "Lima | Pérou"."""
        after = self.text[evidence.end : min(passage.end, evidence.end + 45)]
        for part in re.split(r"[|(),;]|\bau\b|\ben\b|\baux\b|\d", after)[:4]:
            code = countries().get(fold(re.sub(r"^\s*(?:la|le|les|l['’])\s*", "", part)))
            if code:
                return code
        return None


def without_wider_countries(mentions: Sequence[PartnerMention]) -> list[PartnerMention]:
    """A country is a partner only where nothing narrower in it is one."""
    narrower = {m.partner.country for m in mentions if fold(m.partner.name) not in countries()}
    return [m for m in mentions if fold(m.partner.name) not in countries() or m.partner.country not in narrower]
