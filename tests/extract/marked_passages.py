"""Short documents in one line a block, through the whole pipeline, with what they hold between double brackets.

A block is a paragraph; "T|", "H|", "L|" and "C|" before it make it a table row, heading, list item or caption. A line
that begins with spaces is one more block of the document above.
"""

from __future__ import annotations

import re
from datetime import date

from nlp_fixtures import process

from pipeline.types import Block

MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]*)\]\]")
_KINDS = {"T": "table_row", "H": "heading", "L": "list_item", "C": "caption"}
_LEVELLED = {"heading", "list_item"}


def documents(*texts: str) -> list[str]:
    """One string a document, its blocks on lines of their own."""
    found: list[str] = []
    for line in "\n".join(texts).splitlines():
        if line.startswith(" "):
            found[-1] += f"\n{line.strip()}"
        elif line:
            found.append(line)
    return found


def read(marked: str, published: date | None = None):
    """The processed ``Doc`` and the (words, gold) of its marks."""
    blocks, golds = [], []
    for line in marked.splitlines():
        kind = _KINDS.get(line[0], "paragraph") if line[1:3] == "| " else "paragraph"
        text = line if kind == "paragraph" else line[3:]
        golds += MARK.findall(text)
        blocks.append(Block(MARK.sub(r"\1", text), kind, int(kind in _LEVELLED)))
    return process(*blocks, published=published), golds
