"""Add a source to a manifest: written behind what is there, which stays as it is, byte for byte."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import tomlkit

from pipeline.drafts import whole
from pipeline.errors import InvalidManifest
from pipeline.manifest_entries import MAX_SLUG, check_url
from pipeline.slugs import slug
from pipeline.sources import Manifest, parse_manifest, read_manifest

SAMPLES = "documents"
"""Folder of the corpus a file from elsewhere is copied into."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """How the manifest names the document, and the copy that has to be made for it."""

    key: str
    value: str
    copy_from: Path | None = None
    copy_to: Path | None = None


def add_source(corpus: Path, target: str, collectivity: str, title: str | None, kind: str) -> str:
    """Append ``target``, an http(s) address or a file, to the manifest of ``corpus``. Returns the new source's id.

    A file outside the corpus folder is copied into it. Raises InvalidManifest naming what does not fit;
    the manifest is then as it was.
    """
    manifest = read_manifest(corpus)
    _check_collectivity(manifest, collectivity)
    place = _place(corpus, target)
    _check_new(manifest, place, target)
    identifier = _free_id(collectivity, title or _stem(target), {s.id for s in manifest.sources})
    entry = {"id": identifier, "collectivity": collectivity, place.key: place.value, "kind": kind}
    if title is not None:
        entry["title"] = title
    text = _appended(manifest, entry)
    try:
        _copy(place)
        _replace(manifest.file.resolve(), text)
    except OSError as error:
        raise InvalidManifest(f"{target}: cannot be added: {error.filename}: {error.strerror}") from error
    return identifier


def _check_collectivity(manifest: Manifest, collectivity: str) -> None:
    declared = [c.id for c in manifest.collectivities]
    if collectivity not in declared:
        known = ", ".join(declared) or "none; write a [[collectivities]] entry first"
        raise InvalidManifest(f"--collectivity {collectivity}: not in {manifest.file}, which has {known}")


def _check_new(manifest: Manifest, place: _Place, target: str) -> None:
    file = (manifest.file.parent / place.value).resolve()
    for source in manifest.sources:
        same = source.url == place.value if place.key == "url" else source.path == str(file)
        if same:
            raise InvalidManifest(f"{target}: already a source of {manifest.file}, with id {source.id}")


def _place(corpus: Path, target: str) -> _Place:
    if _ADDRESS.match(target):
        return _Place("url", check_url(target))
    file = Path(target)
    if "\0" in target or not file.is_file():
        raise InvalidManifest(f"{target}: neither an http(s) address nor a file")
    resolved, root = file.resolve(), corpus.resolve()
    if resolved.is_relative_to(root):
        return _Place("path", resolved.relative_to(root).as_posix())
    destination = root / SAMPLES / resolved.name
    if destination.exists() and not _same(resolved, destination):
        raise InvalidManifest(f"{target}: {destination} exists with another content; rename the file")
    return _Place("path", f"{SAMPLES}/{resolved.name}", resolved, destination)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _appended(manifest: Manifest, entry: dict[str, str]) -> str:
    """The manifest's text with the entry behind it. Raises InvalidManifest where that breaks the contract."""
    newline = "\r\n" if "\r\n" in manifest.text else "\n"
    lines = tomlkit.dumps({"sources": [entry]}).strip().split("\n")
    end = "" if manifest.text.endswith("\n") else newline
    text = manifest.text + end + newline + newline.join(lines) + newline
    try:
        text.encode("utf-8")
        parse_manifest(manifest.file, text)
    except UnicodeEncodeError as error:
        raise InvalidManifest(f"{error.object[error.start : error.end]!r} cannot be written as UTF-8") from None
    except InvalidManifest as error:
        if "[[sources]]" not in manifest.text:
            raise InvalidManifest(f"{error}. Write each source as a [[sources]] entry, without sources = […]") from None
        raise
    return text


def _stem(target: str) -> str:
    if not _ADDRESS.match(target):
        return Path(target).stem
    parts = urlsplit(target)
    return Path(unquote(parts.path)).stem or parts.netloc


def _free_id(collectivity: str, words: str, taken: set[str]) -> str:
    name = slug(words)
    if name != collectivity and not name.startswith(f"{collectivity}-"):
        name = f"{collectivity}-{name}"
    name = name[: MAX_SLUG - 10].strip("-")  # room for a number
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate


def _copy(place: _Place) -> None:
    if place.copy_from is None or place.copy_to is None or place.copy_to.exists():
        return
    place.copy_to.parent.mkdir(exist_ok=True)
    with whole(place.copy_to) as draft:
        shutil.copyfile(place.copy_from, draft)


def _replace(file: Path, text: str) -> None:
    with whole(file) as draft:
        draft.write_bytes(text.encode("utf-8"))
        shutil.copymode(file, draft)
