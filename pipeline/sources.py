"""Manifest (``sources.toml``) → ``Source``s, refused by name before anything is fetched."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pipeline.errors import InvalidManifest
from pipeline.manifest_entries import known_keys, read_collectivity, read_source
from pipeline.types import Collectivity, Source

_Entry = TypeVar("_Entry", Collectivity, Source)
MANIFEST = "sources.toml"


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
    known_keys(f"{file}: ", "the manifest", data, {"collectivities", "sources"})
    collectivities = {c.id: c for c in _entries(file, data, "collectivities", read_collectivity)}
    sources = _entries(file, data, "sources", lambda e: read_source(e, collectivities, file.parent))
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
