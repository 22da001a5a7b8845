"""Small questions to a tree of elements."""

from __future__ import annotations

from lxml.html import HtmlElement

HEADINGS = {f"h{n}": n for n in range(1, 7)}


def text_of(element: HtmlElement) -> str:
    """All its text, a space between two pieces; none of a comment, which has no text to lxml."""
    if not isinstance(element.tag, str):
        return ""
    return " ".join(piece for piece in element.itertext() if isinstance(piece, str))


def drop(element: HtmlElement) -> None:
    """Removes the element and keeps the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + " " + element.tail
        else:
            before.tail = (before.tail or "") + " " + element.tail
    parent.remove(element)


def is_within(element: HtmlElement, body: HtmlElement) -> bool:
    """Still in the tree: nothing around it has been taken out."""
    return next((True for e in element.iterancestors() if e is body), False)
