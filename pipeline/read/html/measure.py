"""How much of an element is words, links and sentences: what tells text from furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.read.html.words import BLOCK_TAGS, SKIPPED_TAGS

_WORD = re.compile(r"\w+")
_SHORTEST = 8
"""Words in a sentence that is no label or slogan."""
_PLAINLY_LONG = 20
"""Words that are running text even without a mark at their end."""


@dataclass(slots=True)
class Measure:
    """Words of an element and all within it: all, within links, in sentences; form fields."""

    words: int = 0
    linked: int = 0
    said: int = 0
    fields: int = 0

    @property
    def links(self) -> float:
        """Share of its words that are links, 0–1."""
        return self.linked / self.words if self.words else 0.0

    def add(self, other: Measure) -> None:
        self.words += other.words
        self.linked += other.linked
        self.said += other.said
        self.fields += other.fields


def measured(root: HtmlElement) -> dict[HtmlElement, Measure]:
    """The measure of every element below the root, and of the root."""
    order = [e for e in root.iter() if isinstance(e.tag, str) and e.tag not in SKIPPED_TAGS]
    found = {element: Measure(fields=int(element.tag in ("input", "textarea"))) for element in order}
    blocks = _blocks(order, found, root)
    for element, (text, linked) in blocks.items():
        found[element].said += _said(text, linked)
    for element in reversed(order):
        parent = element.getparent()
        if element is not root and parent in found:
            found[parent].add(found[element])
    return found


def _blocks(
    order: list[HtmlElement], found: dict[HtmlElement, Measure], root: HtmlElement
) -> dict[HtmlElement, tuple[list[str], int]]:
    """The text that stands in each block element itself, and how many of its words are links."""
    blocks: dict[HtmlElement, tuple[list[str], int]] = {}
    owners: dict[HtmlElement, tuple[HtmlElement, bool]] = {}
    for element in order:
        above, in_link = owners.get(element.getparent(), (root, False))
        is_block = element.tag in BLOCK_TAGS or element is root
        owners[element] = (element if is_block else above, in_link or _is_link(element))
        _take(element.text, owners[element], element, found, blocks)
        for child in element:
            _take(child.tail, owners[element], element, found, blocks)
    return blocks


def _is_link(element: HtmlElement) -> bool:
    """An ``<a>`` that only names a place is none; pages of old forget to close it."""
    return element.tag == "a" and (element.get("href") is not None or not (element.get("name") or element.get("id")))


def _take(
    text: str | None,
    owner: tuple[HtmlElement, bool],
    element: HtmlElement,
    found: dict[HtmlElement, Measure],
    blocks: dict[HtmlElement, tuple[list[str], int]],
) -> None:
    if not text or not text.strip():
        return
    count = len(_WORD.findall(text))
    block, in_link = owner
    pieces, linked = blocks.get(block, ([], 0))
    pieces.append(text)
    blocks[block] = (pieces, linked + count * in_link)
    found[element].words += count
    found[element].linked += count * in_link


def _said(pieces: list[str], linked: int) -> int:
    text = " ".join(pieces).strip()
    words = len(_WORD.findall(text))
    if words < _SHORTEST or linked > 0.5 * words:
        return 0
    return words if words >= _PLAINLY_LONG or text.rstrip(' »"”)')[-1:] in tuple(".!?:;…,") else 0
