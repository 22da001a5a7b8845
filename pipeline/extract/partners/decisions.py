"""What people decide about partners' names: ``annotations/partners.toml``. It outranks every rule.

``[[partner]]`` says which names are one partner, what it is called, of what kind it is, where it lies.
``[[apart]]`` says which names are not one, whatever the rules think.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pipeline.errors import EngagementsError
from pipeline.extract.partners.naming import fold, identity
from pipeline.types import PARTNER_KINDS

FILE = "partners.toml"
_PARTNER_KEYS = {"name", "aliases", "kind", "country", "latitude", "longitude"}
_APART_KEYS = {"names"}


class InvalidDecisions(EngagementsError):
    """partners.toml breaks the format."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One partner as a person wants it; what is None is left to the rules."""

    name: str
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    partners: dict[str, Decision] = field(default_factory=dict)
    """Folded name or alias → decision."""
    apart: frozenset[str] = frozenset()
    """Folded names that stand for themselves alone."""

    def of(self, name: str) -> Decision | None:
        return self.partners.get(fold(name)) or self.partners.get(identity(name))


def load_decisions(folder: Path) -> Decisions:
    """The decisions of the annotations folder; none where the file is absent.

    Raises InvalidDecisions naming the file, the entry, what was allowed and the way out.
    """
    file = folder / FILE
    try:
        return _parse(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return Decisions()


def decisions_hash(folder: Path) -> str:
    """Changes when the file does, so that documents are extracted again; "" where there is none."""
    try:
        return hashlib.sha256((folder / FILE).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


@lru_cache(maxsize=2)
def _parse(file: Path, changed: int) -> Decisions:
    """``changed`` tells one state of the file from the next."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidDecisions(f"{file}: not valid TOML: {error}") from None
    _known(f"{file}: ", data, {"partner", "apart"})
    partners: dict[str, Decision] = {}
    for n, entry in _entries(file, data, "partner"):
        for name, decision in _partner(f"{file}: partner {n}: ", entry):
            if name in partners:
                raise InvalidDecisions(f"{file}: partner {n}: {name!r} is already a name of {partners[name].name!r}")
            partners[name] = decision
    apart: set[str] = set()
    for n, entry in _entries(file, data, "apart"):
        apart |= set(_apart(f"{file}: apart {n}: ", entry, partners))
    return Decisions(partners, frozenset(apart))


def _entries(file: Path, data: dict, table: str) -> Iterator[tuple[int, dict]]:
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise InvalidDecisions(f"{file}: {table} is a list of tables; write [[{table}]]")
    yield from enumerate(entries, 1)


def _partner(where: str, entry: dict) -> Iterator[tuple[str, Decision]]:
    _known(where, entry, _PARTNER_KEYS)
    name = _name(where, "name", entry.get("name"))
    kind, country = entry.get("kind"), entry.get("country")
    if kind is not None and kind not in PARTNER_KINDS:
        raise InvalidDecisions(f"{where}kind is one of {', '.join(PARTNER_KINDS)}. Got {kind!r}")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isupper()):
        raise InvalidDecisions(f"{where}country is two capital letters of ISO 3166-1, or EU. Got {country!r}")
    place = [_degrees(where, key, entry.get(key), most) for key, most in (("latitude", 90), ("longitude", 180))]
    if (place[0] is None) != (place[1] is None):
        raise InvalidDecisions(f"{where}latitude and longitude go together; give both or none")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list):
        raise InvalidDecisions(f"{where}aliases is a list of names. Got {aliases!r}")
    decision = Decision(name, kind, country, place[0], place[1])
    for folded in dict.fromkeys([fold(name), *(fold(_name(where, "an alias", a)) for a in aliases)]):
        yield folded, decision


def _apart(where: str, entry: dict, partners: dict[str, Decision]) -> Iterator[str]:
    _known(where, entry, _APART_KEYS)
    names = entry.get("names")
    if not isinstance(names, list) or not names:
        raise InvalidDecisions(f'{where}names is a list of names: names = ["Saint-Denis", "Ville de Saint-Denis"]')
    for name in names:
        folded = fold(_name(where, "a name", name))
        if folded in partners:
            raise InvalidDecisions(f"{where}{name!r} is also a [[partner]]; a name is merged or kept apart, not both")
        yield folded


def _known(where: str, entry: dict, allowed: set[str]) -> None:
    strange = sorted(set(entry) - allowed)
    if strange:
        raise InvalidDecisions(f"{where}unknown key {strange[0]!r}; keys are {', '.join(sorted(allowed))}")


def _name(where: str, what: str, value: object) -> str:
    if not isinstance(value, str) or not fold(value):
        raise InvalidDecisions(f"{where}{what} is text with at least one letter. Got {value!r}")
    return value


def _degrees(where: str, key: str, value: object, most: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise InvalidDecisions(f"{where}{key} is a number from -{most} to {most}. Got {value!r}")
    return float(value)
