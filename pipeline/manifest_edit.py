"""Add a source to a manifest, keeping its comments and order."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import unquote, urlsplit

import tomlkit

from pipeline.errors import InvalidManifest
from pipeline.sources import MANIFEST, check_url, load_manifest

SAMPLES = "documents"
"""Folder of the corpus a file from elsewhere is copied into."""


def add_source(corpus: Path, target: str, collectivity: str, title: str | None, kind: str) -> str:
    """Append ``target``, an http(s) address or a file, to the manifest of ``corpus``. Returns the new source's id.

    A file outside the corpus folder is copied into it. Raises InvalidManifest naming what does not fit;
    the manifest is then as it was.
    """
    sources = load_manifest_even_empty(corpus)
    manifest = corpus / MANIFEST
    document = tomlkit.parse(manifest.read_text(encoding="utf-8"))
    declared = [str(c["id"]) for c in document.get("collectivities", [])]
    if collectivity not in declared:
        raise InvalidManifest(f"--collectivity {collectivity}: not in {manifest}, which has {', '.join(declared)}")
    place = _place(corpus, target)
    taken = {s.url for s in sources}
    if next(iter(place.values())) in taken:
        raise InvalidManifest(f"{target}: already a source of {manifest}")
    entry = tomlkit.table()
    identifier = _free_id(collectivity, title or _stem(target), {s.id for s in sources})
    entry.update({"id": identifier, "collectivity": collectivity, **place, "kind": kind})
    if title:
        entry["title"] = title
    entries = document.setdefault("sources", tomlkit.aot())
    entries.append(entry)
    _replace(manifest, tomlkit.dumps(document))
    return identifier


def load_manifest_even_empty(corpus: Path) -> list:
    """The sources there are; none is fine, anything else wrong is not."""
    try:
        return load_manifest(corpus)
    except InvalidManifest as error:
        if "no [[sources]]" in str(error):
            return []
        raise


def _place(corpus: Path, target: str) -> dict[str, str]:
    if re.match(r"[a-z][a-z0-9+.-]*://", target, re.IGNORECASE):
        return {"url": check_url(target)}
    file = Path(target)
    if not file.is_file():
        raise InvalidManifest(f"{target}: neither an http(s) address nor a file")
    resolved, root = file.resolve(), corpus.resolve()
    if not resolved.is_relative_to(root):
        destination = root / SAMPLES / resolved.name
        if destination.exists() and destination.read_bytes() != resolved.read_bytes():
            raise InvalidManifest(f"{target}: {destination} exists with another content; rename the file")
        destination.parent.mkdir(exist_ok=True)
        shutil.copyfile(resolved, destination)
        resolved = destination
    return {"path": resolved.relative_to(root).as_posix()}


def _stem(target: str) -> str:
    path = unquote(urlsplit(target).path if "://" in target else target)
    return Path(path).stem or urlsplit(target).netloc


def _free_id(collectivity: str, words: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "document"
    slug = slug if slug.startswith(collectivity) else f"{collectivity}-{slug}"
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate


def _replace(file: Path, text: str) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)
