"""What an entry of the manifest may say, key by key: it becomes a Collectivity or a Source, or is refused by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import InvalidManifest
from pipeline.follow_rule import check_follow
from pipeline.types import LEVELS, SOURCE_KINDS, Collectivity, Source

MAX_SLUG = 100
"""Characters of an id: snapshots bear it in their file names."""
MAX_DEPTH = 5
"""Links from an index page to a source, at most."""
_MAX_POPULATION = 10**10
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLLECTIVITY_KEYS = {"id", "name", "level", "aliases", "insee", "latitude", "longitude", "population"}
_SOURCE_KEYS = {"id", "collectivity", "url", "path", "title", "kind", "published", "follow", "depth"}


def read_collectivity(entry: dict) -> Collectivity:
    """A [[collectivities]] entry. Raises InvalidManifest."""
    known_keys("", "a collectivity", entry, _COLLECTIVITY_KEYS)
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


def read_source(entry: dict, collectivities: dict[str, Collectivity], corpus: Path) -> Source:
    """A [[sources]] entry of the manifest in the folder ``corpus``. Raises InvalidManifest."""
    known_keys("", "a source", entry, _SOURCE_KEYS)
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


def known_keys(where: str, what: str, entry: dict, known: Iterable[str]) -> None:
    """Raises InvalidManifest naming a key that ``what`` does not have."""
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


def check_slug(value: object) -> str:
    """The id, if it is a slug of at most MAX_SLUG characters; else InvalidManifest."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise InvalidManifest(f"id = {value!r} is not a slug: lower-case letters a–z, digits and single hyphens")
    if len(value) > MAX_SLUG:
        raise InvalidManifest(f"id = {value!r} has {len(value)} characters; {MAX_SLUG} are allowed")
    return value
