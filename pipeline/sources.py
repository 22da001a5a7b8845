"""Manifest (``sources.toml``) → ``Source``s, refused by name before anything is fetched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from pipeline.errors import InvalidManifest
from pipeline.types import LEVELS, SOURCE_KINDS, Collectivity, Source

_Entry = TypeVar("_Entry", Collectivity, Source)
MANIFEST = "sources.toml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLLECTIVITY_KEYS = {"id", "name", "level", "aliases", "insee", "latitude", "longitude", "population"}
_SOURCE_KEYS = {"id", "collectivity", "url", "path", "title", "kind", "published"}


def load_manifest(corpus: Path) -> list[Source]:
    """Sources of the corpus folder, in the manifest's order.

    Raises InvalidManifest, naming file and entry, for a manifest that breaks the contract.
    """
    file = corpus / MANIFEST
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InvalidManifest(
            f"{file}: no such file. Give a folder with a {MANIFEST}: --corpus DIR, or --corpus corpus/demo"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidManifest(f"{file}: not valid TOML: {error}") from error
    except OSError as error:
        raise InvalidManifest(f"{file}: cannot be read: {error.strerror}") from error
    _known_keys(file.name, "the manifest", data, {"collectivities", "sources"})
    collectivities = {c.id: c for c in _entries(file, data, "collectivities", _collectivity)}
    sources = _entries(file, data, "sources", lambda e: _source(e, collectivities, corpus))
    if not sources:
        raise InvalidManifest(f"{file}: no [[sources]]. Add one with: engagements add FILE_OR_URL --collectivity ID")
    return sources


def select(sources: list[Source], only: Iterable[str]) -> list[Source]:
    """The sources of those ids, all where none is given. Raises InvalidManifest for an id the manifest lacks."""
    wanted = set(only)
    unknown = sorted(wanted - {s.id for s in sources})
    if unknown:
        raise InvalidManifest(
            f"--source {unknown[0]}: not in the manifest, which has {', '.join(s.id for s in sources)}"
        )
    return [s for s in sources if not wanted or s.id in wanted]


def check_slug(value: object) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise InvalidManifest(f"id = {value!r} is not a slug: lower-case letters, digits and single hyphens")
    return value


def _entries(file: Path, data: dict, table: str, build: Callable[[dict], _Entry]) -> list[_Entry]:
    found: dict[str, _Entry] = {}
    entries = data.get(table, [])
    if not isinstance(entries, list):
        raise InvalidManifest(f"{file}: [{table}] is written [[{table}]], once for each entry")
    for number, entry in enumerate(entries, 1):
        where = f"{file}: [[{table}]] entry {number} ({entry.get('id', 'without id')!r})"
        try:
            item = build(entry)
        except InvalidManifest as error:
            raise InvalidManifest(f"{where}: {error}") from None
        if item.id in found:
            raise InvalidManifest(f"{where}: this id is taken by an earlier entry; ids are unique")
        found[item.id] = item
    return list(found.values())


def _collectivity(entry: dict) -> Collectivity:
    _known_keys("", "a collectivity", entry, _COLLECTIVITY_KEYS)
    _required(entry, ("id", "name", "level"))
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases):
        raise InvalidManifest(f"aliases = {aliases!r} is not a list of strings")
    return Collectivity(
        id=check_slug(entry["id"]),
        name=_text(entry, "name"),
        level=_choice(entry, "level", LEVELS),  # type: ignore[arg-type]
        aliases=tuple(aliases),
        insee=entry.get("insee") and str(entry["insee"]),
        latitude=_number(entry, "latitude", 90),
        longitude=_number(entry, "longitude", 180),
        population=_population(entry),
    )


def _source(entry: dict, collectivities: dict[str, Collectivity], corpus: Path) -> Source:
    _known_keys("", "a source", entry, _SOURCE_KEYS)
    _required(entry, ("id", "collectivity", "kind"))
    if entry["collectivity"] not in collectivities:
        known = ", ".join(collectivities) or "none is declared"
        raise InvalidManifest(f"collectivity = {entry['collectivity']!r} is not among those declared: {known}")
    if ("url" in entry) == ("path" in entry):
        raise InvalidManifest("a source has either url (http or https) or path (a file below the corpus folder)")
    return Source(
        id=check_slug(entry["id"]),
        collectivity=collectivities[entry["collectivity"]],
        url=check_url(_text(entry, "url")) if "url" in entry else _text(entry, "path"),
        path=str(_inside(corpus, _text(entry, "path"))) if "path" in entry else None,
        kind=_choice(entry, "kind", SOURCE_KINDS),  # type: ignore[arg-type]
        title=_text(entry, "title") if "title" in entry else None,
        published=_day(entry),
    )


def check_url(url: str) -> str:
    """The address, if it is http(s) with a host and no credentials; else InvalidManifest."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise InvalidManifest(f"url = {url!r} is not an address: {error}") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise InvalidManifest(f"url = {url!r} is not an http(s) address")
    if parts.username or parts.password:
        raise InvalidManifest(f"url = {parts.scheme}://…@{host}… carries credentials; they do not belong in a manifest")
    return url


def _inside(corpus: Path, path: str) -> Path:
    root = corpus.resolve()
    target = (root / path).resolve()
    if Path(path).is_absolute() or not target.is_relative_to(root):
        raise InvalidManifest(f"path = {path!r} leaves the corpus folder")
    return target


def _known_keys(where: str, what: str, entry: dict, known: Iterable[str]) -> None:
    unknown = sorted(set(entry) - set(known))
    if unknown:
        prefix = f"{where}: " if where else ""
        raise InvalidManifest(f"{prefix}unknown key {unknown[0]!r}; {what} has {', '.join(sorted(known))}")


def _required(entry: dict, keys: Iterable[str]) -> None:
    for key in keys:
        if key not in entry:
            raise InvalidManifest(f"missing key {key!r}")


def _text(entry: dict, key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise InvalidManifest(f"{key} = {value!r} is not a text")
    return value


def _choice(entry: dict, key: str, allowed: tuple[str, ...]) -> str:
    if entry[key] not in allowed:
        raise InvalidManifest(f"{key} = {entry[key]!r} is not one of {', '.join(allowed)}")
    return entry[key]


def _number(entry: dict, key: str, bound: float) -> float | None:
    value = entry.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -bound <= value <= bound:
        raise InvalidManifest(f"{key} = {value!r} is not a number of degrees between -{bound} and {bound}")
    return float(value)


def _population(entry: dict) -> int | None:
    value = entry.get("population")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise InvalidManifest(f"population = {value!r} is not a whole number of inhabitants")
    return value


def _day(entry: dict) -> date | None:
    value = entry.get("published")
    if isinstance(value, datetime):
        return value.date()
    if value is not None and not isinstance(value, date):
        raise InvalidManifest(f"published = {value!r} is not a date; write published = 2023-04-01, without quotes")
    return value
