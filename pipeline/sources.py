"""Manifest (``sources.toml``) → ``Source``s, refused by name before anything is fetched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from pipeline.errors import InvalidManifest
from pipeline.follow_rule import check_follow
from pipeline.types import LEVELS, SOURCE_KINDS, Collectivity, Source

_Entry = TypeVar("_Entry", Collectivity, Source)
MANIFEST = "sources.toml"
MAX_SLUG = 100
"""Characters of an id: snapshots bear it in their file names."""
MAX_DEPTH = 5
"""Links from an index page to a source, at most."""
_MAX_POPULATION = 10**10
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLLECTIVITY_KEYS = {"id", "name", "level", "aliases", "insee", "latitude", "longitude", "population"}
_SOURCE_KEYS = {"id", "collectivity", "url", "path", "title", "kind", "published", "follow", "depth"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest declares, in its order. ``text`` is the file, character for character."""

    file: Path
    text: str
    collectivities: tuple[Collectivity, ...]
    sources: tuple[Source, ...]


def load_manifest(corpus: Path) -> list[Source]:
    """Sources of the corpus folder, in the manifest's order.

    Raises InvalidManifest, naming file and entry, for a manifest that breaks the contract.
    """
    manifest = read_manifest(corpus)
    if not manifest.sources:
        raise InvalidManifest(
            f"{manifest.file}: no [[sources]]. Add one with: engagements add FILE_OR_URL --collectivity ID"
        )
    return list(manifest.sources)


def read_manifest(corpus: Path) -> Manifest:
    """The manifest of the corpus folder, which may still be without sources. Raises InvalidManifest."""
    file = corpus / MANIFEST
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise InvalidManifest(
            f"{file}: no such file. Give a folder with a {MANIFEST}: --corpus DIR, or --corpus corpus/demo"
        ) from None
    except OSError as error:
        raise InvalidManifest(f"{file}: cannot be read: {error.strerror}") from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidManifest(
            f"{file}: line {line}: byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        ) from error
    return parse_manifest(file, text)


def parse_manifest(file: Path, text: str) -> Manifest:
    """What ``text`` declares as the manifest ``file``, which need not exist. Raises InvalidManifest."""
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InvalidManifest(f"{file}: not valid TOML: {error}") from error
    _known_keys(f"{file}: ", "the manifest", data, {"collectivities", "sources"})
    collectivities = {c.id: c for c in _entries(file, data, "collectivities", _collectivity)}
    sources = _entries(file, data, "sources", lambda e: _source(e, collectivities, file.parent))
    return Manifest(file, text, tuple(collectivities.values()), tuple(sources))


def select(sources: list[Source], only: Iterable[str], collectivity: str | None = None) -> list[Source]:
    """The sources of those ids and that collectivity, all where none is given.

    Raises InvalidManifest for an id the manifest lacks.
    """
    ours = [s for s in sources if collectivity in {None, s.collectivity.id}]
    if not ours and sources:
        known = ", ".join(dict.fromkeys(s.collectivity.id for s in sources))
        raise InvalidManifest(f"collectivity {collectivity}: no source in the manifest, which has some of {known}")
    wanted = set(only)
    unknown = sorted(wanted - {s.id for s in sources})
    if unknown:
        raise InvalidManifest(
            f"--source {unknown[0]}: not in the manifest, which has {', '.join(s.id for s in sources)}"
        )
    return [s for s in ours if not wanted or s.id in wanted]


def check_slug(value: object) -> str:
    """The id, if it is a slug of at most MAX_SLUG characters; else InvalidManifest."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise InvalidManifest(f"id = {value!r} is not a slug: lower-case letters a–z, digits and single hyphens")
    if len(value) > MAX_SLUG:
        raise InvalidManifest(f"id = {value!r} has {len(value)} characters; {MAX_SLUG} are allowed")
    return value


def _entries(file: Path, data: dict, table: str, build: Callable[[dict], _Entry]) -> list[_Entry]:
    found: dict[str, _Entry] = {}
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
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
    return Collectivity(
        id=check_slug(entry["id"]),
        name=_text(entry, "name"),
        level=_choice(entry, "level", LEVELS),  # type: ignore[arg-type]
        aliases=_aliases(entry),
        insee=_code(entry),
        latitude=_number(entry, "latitude", 90),
        longitude=_number(entry, "longitude", 180),
        population=_population(entry),
    )


def _source(entry: dict, collectivities: dict[str, Collectivity], corpus: Path) -> Source:
    _known_keys("", "a source", entry, _SOURCE_KEYS)
    _required(entry, ("id", "collectivity", "kind"))
    if _text(entry, "collectivity") not in collectivities:
        known = ", ".join(collectivities) or "none; write a [[collectivities]] entry first"
        raise InvalidManifest(f"collectivity = {entry['collectivity']!r} is not among those declared: {known}")
    if ("url" in entry) == ("path" in entry):
        found = "both" if "url" in entry else "neither"
        raise InvalidManifest(
            f"a source has either url (http or https) or path (a file below the corpus folder); this one has {found}"
        )
    return Source(
        id=check_slug(entry["id"]),
        collectivity=collectivities[entry["collectivity"]],
        url=check_url(_text(entry, "url")) if "url" in entry else _text(entry, "path"),
        path=str(_inside(corpus, _text(entry, "path"))) if "path" in entry else None,
        kind=_choice(entry, "kind", SOURCE_KINDS),  # type: ignore[arg-type]
        title=_text(entry, "title") if "title" in entry else None,
        published=_day(entry),
        follow=_follow(entry),
        depth=_depth(entry),
    )


def check_url(url: str) -> str:
    """The address, if it is http(s) with a host and no credentials; else InvalidManifest."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidManifest(f"url = {url!r} is not an address: {error}") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise InvalidManifest(f"url = {url!r} is not an http(s) address; write https://host/page, or a file's path")
    if parts.username is not None or parts.password is not None:
        raise InvalidManifest(f"url = {parts.scheme}://…@{host}… carries credentials; leave them out")
    if not url.isprintable() or " " in url:
        raise InvalidManifest(f"url = {url!r} holds a space or a control character; write it as %20 and the like")
    return url


def _inside(corpus: Path, path: str) -> Path:
    root = corpus.resolve()
    if not path.isprintable():
        raise InvalidManifest(f"path = {path!r} holds a control character; rename the file")
    try:
        target = (root / path).resolve()
    except (OSError, RuntimeError) as error:
        raise InvalidManifest(f"path = {path!r} is a loop of symbolic links") from error
    if Path(path).is_absolute() or not target.is_relative_to(root):
        raise InvalidManifest(
            f"path = {path!r} leaves the corpus folder; copy the file into it: engagements add FILE --collectivity ID"
        )
    return target


def _known_keys(where: str, what: str, entry: dict, known: Iterable[str]) -> None:
    unknown = sorted(set(entry) - set(known))
    if unknown:
        raise InvalidManifest(f"{where}unknown key {unknown[0]!r}; {what} has {', '.join(sorted(known))}")


def _required(entry: dict, keys: Iterable[str]) -> None:
    for key in keys:
        if key not in entry:
            raise InvalidManifest(f"missing key {key!r}; required are {', '.join(keys)}")


def _text(entry: dict, key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise InvalidManifest(f"{key} = {value!r} is not a text between quotes")
    return value


def _aliases(entry: dict) -> tuple[str, ...]:
    value = entry.get("aliases", [])
    if not isinstance(value, list) or not all(isinstance(a, str) and a.strip() for a in value):
        raise InvalidManifest(f'aliases = {value!r} is not a list of names; write aliases = ["la Ville", "Rennes"]')
    return tuple(value)


def _code(entry: dict) -> str | None:
    value = entry.get("insee")
    if value is not None and not (isinstance(value, str) and value.isascii() and value.isalnum()):
        raise InvalidManifest(f'insee = {value!r} is not a code between quotes; write insee = "35238"')
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
    whole = isinstance(value, int) and not isinstance(value, bool)
    if value is not None and not (whole and 0 <= value <= _MAX_POPULATION):
        raise InvalidManifest(f"population = {value!r} is not a whole number of inhabitants")
    return value


def _day(entry: dict) -> date | None:
    value = entry.get("published")
    if isinstance(value, datetime):
        return value.date()
    if value is not None and not isinstance(value, date):
        raise InvalidManifest(f"published = {value!r} is not a date; write published = 2023-04-01, without quotes")
    return value


def _follow(entry: dict) -> str | None:
    if "follow" not in entry:
        return None
    if "url" not in entry:
        raise InvalidManifest("follow is for a source with url: a local file is read alone")
    follow = _text(entry, "follow").strip()
    check_follow(follow)
    return follow


def _depth(entry: dict) -> int:
    value = entry.get("depth", 1)
    if "depth" in entry and "follow" not in entry:
        raise InvalidManifest("depth says how far to follow links; say which with follow, or leave it out")
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_DEPTH:
        raise InvalidManifest(f"depth = {value!r} is not a whole number between 1 and {MAX_DEPTH}")
    return value
