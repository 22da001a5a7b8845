"""Documents to measure on: sentences of the labelled examples, shuffled into pages of a given length."""

from __future__ import annotations

import html
import json
import random
from pathlib import Path

from pipeline.settings import ROOT

MANIFEST = """[[collectivities]]
id = "banc"
name = "Ville de Banc"
level = "commune"
aliases = ["la Ville", "Banc"]
"""


def sentences() -> list[str]:
    """Sentences and items of the labelled documents, in their files' order."""
    files = sorted((ROOT / "annotations" / "documents").glob("*.jsonl"))
    rows = (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line)
    found = [row["text"] for row in rows if len(row["text"].split()) >= 8]
    if not found:
        raise FileNotFoundError(f"{ROOT / 'annotations' / 'documents'}: no labelled documents to take sentences from")
    return found


def pages(count: int, words: int, seed: int = 1) -> list[str]:
    """HTML pages of about so many words, each with words of its own, so that no two are the same."""
    chance, pool = random.Random(seed), sentences()
    return [_page(number, words, chance, pool) for number in range(count)]


def _page(number: int, words: int, chance: random.Random, pool: list[str]) -> str:
    parts = [f"<h1>Plan d'actions numéro {number}</h1>"]
    length = 0
    while length < words:
        paragraph = " ".join(chance.choice(pool) for _ in range(chance.randint(2, 5)))
        length += len(paragraph.split())
        parts.append(f"<p>{html.escape(paragraph)} Mesure {number}-{len(parts)}.</p>")
        if len(parts) % 6 == 0:
            parts.append(f"<h2>Axe {len(parts) // 6}</h2>")
    body = "\n".join(parts)
    return f'<!doctype html><html lang="fr"><body><main><article>\n{body}\n</article></main></body></html>'


def corpus(folder: Path, documents: list[str], address: str | None = None) -> Path:
    """A corpus folder with one file a document; where ``address`` is given, they are sources there instead."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [MANIFEST]
    for number, text in enumerate(documents):
        name = f"page-{number:05}.html"
        (folder / name).write_text(text, encoding="utf-8")
        place = f'path = "{name}"' if address is None else f'url = "{address}/{name}"'
        lines.append(f'[[sources]]\nid = "page-{number:05}"\ncollectivity = "banc"\nkind = "page"\n{place}\n')
    (folder / "sources.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder
