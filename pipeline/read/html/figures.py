"""Key figures: a small box with one number, its label and perhaps its source → one unit."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.read.characters import clean
from pipeline.read.html.drafts import Draft, is_number, is_source
from pipeline.read.html.names import names_of
from pipeline.read.html.tree import text_of
from pipeline.read.html.words import BLOCK_TAGS, CAPTION_NAMES

FIGURE_HOLDERS = frozenset("a article dd div figure li p section td".split())
_NO_FIGURE = frozenset("br ol table ul".split())
_MOST_INNER = 30
_LONGEST_FIGURE = 320
"""Characters in a box with a key figure."""


def key_figure(element: HtmlElement) -> list[Draft]:
    """A small box with one number, its label and perhaps its source; [] for what is none."""
    texts: list[tuple[str, bool]] = []
    length = 0
    for n, child in enumerate(element.iter()):
        for piece, owner in ((child.text, child), (child.tail, child.getparent())):
            text = clean(piece or "") if child is not element or piece is child.text else ""
            length += len(text)
            if text and isinstance(owner.tag, str):
                texts.append((text, is_source(text) or _is_caption(owner, element)))
        if n > _MOST_INNER or length > _LONGEST_FIGURE or len(texts) > 6 or child.tag in _NO_FIGURE:
            return []
    labels = [text for text, source in texts if not source]
    if sum(map(is_number, labels)) != 1 or len(labels) < 2 or not _is_boxed(element):
        return []
    kind, level = ("list_item", 1) if element.tag == "li" else ("paragraph", 0)
    return [Draft(" ".join(labels), kind, level), *(Draft(text, "caption") for text, source in texts if source)]


def _is_caption(element: HtmlElement, within: HtmlElement) -> bool:
    """Is the element, or one around it in the box, named as a source or credit?"""
    while element is not within:
        if not names_of(element).isdisjoint(CAPTION_NAMES) or element.tag == "figcaption":
            return True
        element = element.getparent()
    return False


def _is_boxed(element: HtmlElement) -> bool:
    """Its number stands in an element of its own, as a block or at the start."""
    inner = [e for e in element.iter() if e is not element]
    own = next((e for e in inner if is_number(clean(text_of(e)))), None)
    if own is None or clean(element.text or ""):
        return False
    boxes = [e for e in element if clean(text_of(e))]
    side_by_side = len(boxes) > 1 and not any(clean(e.tail or "") for e in element)
    return own.tag in BLOCK_TAGS or side_by_side or any(e.tag in BLOCK_TAGS for e in inner)
