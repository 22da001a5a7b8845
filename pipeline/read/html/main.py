"""The main content of a page: which element holds it, and what in it is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml.html import HtmlElement

from pipeline.read.html.words import (
    CONTENT_NAMES,
    FURNITURE_NAMES,
    FURNITURE_ROLES,
    HIDDEN_NAMES,
    SKIPPED_TAGS,
)

_PARTS = re.compile(r"[-_]+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD = re.compile(r"\w+")
_MOST_LOOKED_AT = 3_000
_MOST_ELEMENTS = 30_000
"""Above this, trafilatura is not asked: it would take minutes."""


def main_content(root: HtmlElement, html: str) -> tuple[HtmlElement, bool]:
    """The element with the main content, its furniture taken out, and whether its markup says so.

    ``<main>`` or a lone ``<article>`` says so; failing these, an element named such as "entry-content",
    or the smallest that holds what trafilatura takes for the main text.
    """
    body = root.find("body")
    body = root if body is None else body
    said = None if is_huge(body) else _shingles(_trafilatura_text(html))
    _drop_furniture(body)
    for element, sure in ((_marked(body), True), (_by_name(body), False)):
        if element is not None and _holds(element, body, said):
            return element, sure
    return (_smallest(body, said) if said else body), False


def is_huge(body: HtmlElement) -> bool:
    """More elements than trafilatura reads in seconds."""
    return sum(1 for _, _ in zip(body.iter(), range(_MOST_ELEMENTS + 1), strict=False)) > _MOST_ELEMENTS


def _trafilatura_text(html: str) -> str:
    try:
        text = trafilatura.extract(html, include_tables=True, include_comments=False, favor_recall=True)
    except Exception:  # whatever hostile markup makes it raise, the page is read without its advice
        return ""
    return text or ""


def _drop_furniture(body: HtmlElement) -> None:
    """Takes out scripts, navigation, cookie banners, share bars and the like; never most of the text."""
    total, looked = max(len(_text(body)), 1), 0
    for element in [e for e in body.iter() if isinstance(e.tag, str) and e is not body]:
        if element.getparent() is None or not _is_furniture(element):
            continue
        sure = element.tag in SKIPPED_TAGS and element.tag != "nav"
        looked += not sure
        if sure or (looked < _MOST_LOOKED_AT and len(_text(element)) < 0.4 * total):
            _drop(element)


def _is_furniture(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in SKIPPED_TAGS or element.get("role") in FURNITURE_ROLES:
        return True
    if tag in ("footer", "header", "aside"):
        return not _is_part_of_content(element)
    if tag == "form":
        return element.find(".//input") is not None
    if tag == "button":
        return not _is_inside(element, _HEADINGS)
    names = names_of(element)
    return not names.isdisjoint(FURNITURE_NAMES) or not names.isdisjoint(HIDDEN_NAMES)


def names_of(element: HtmlElement) -> set[str]:
    """Class names and id in lower case, and the two halves of class names such as "share-bar".

    Ids of headings and anchors are words of the text ("logement-social"), so ids count whole only.
    """
    classes = (element.get("class") or "").lower().split()[:30]
    halves = [half for name in classes if len(parts := _PARTS.split(name)) == 2 for half in parts]
    if not {"with", "has", "no"}.isdisjoint(halves):
        halves = []
    own_id = () if element.tag in _HEADINGS else (element.get("id") or "").lower().split()[:1]
    return {*classes, *halves, *own_id}


def _is_part_of_content(element: HtmlElement) -> bool:
    """A header or aside within the article: its title, a box of the text."""
    if not _is_inside(element, ("main", "article")):
        return False
    if element.tag == "footer":
        return False
    words, links = len(_text(element).split()), sum(len(_text(a).split()) for a in element.iter("a"))
    return links < 0.5 * max(words, 1)


def _is_inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _drop(element: HtmlElement) -> None:
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


def _marked(body: HtmlElement) -> HtmlElement | None:
    for query in ("main", "article"):
        found = [e for e in body.iter(query) if len(_text(e)) > 200]
        if len(found) == 1:
            return found[0]
    roles = body.xpath(".//*[@role='main']")
    return roles[0] if roles else None


def _by_name(body: HtmlElement) -> HtmlElement | None:
    for name in CONTENT_NAMES:
        found = [e for e in _named(body, name) if len(_text(e)) > 200]
        if len(found) == 1:
            return found[0]
    return None


def _named(body: HtmlElement, name: str) -> Iterator[HtmlElement]:
    for element in body.iter("div", "section", "td"):
        if name in f"{element.get('class') or ''} {element.get('id') or ''}".lower().split():
            yield element


def _holds(marked: HtmlElement, body: HtmlElement, said: set[str] | None) -> bool:
    """Does the marked element hold most of what trafilatura takes for the text?"""
    if not said:
        return True
    within = len(said & _shingles(_text(marked)))
    return within >= 0.6 * max(len(said & _shingles(_text(body))), 1)


def _smallest(body: HtmlElement, said: set[str]) -> HtmlElement:
    """Goes down from the body while one child holds all but a twentieth of the text."""
    best, held = body, len(said & _shingles(_text(body)))
    while True:
        children = [c for c in best if isinstance(c.tag, str) and c.tag not in ("p", "ul", "ol", "h1", "h2")]
        scored = [(len(said & _shingles(_text(child))), child) for child in children]
        top, child = max(scored, key=lambda pair: pair[0], default=(0, None))
        if child is None or top < 0.95 * held:
            return best
        best = child


def _shingles(text: str) -> set[str]:
    """Runs of four words in lower case."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + 4]) for i in range(max(len(words) - 3, 0))}


def _text(element: HtmlElement) -> str:
    """All its text, a space between two pieces."""
    return " ".join(piece for piece in element.itertext() if isinstance(piece, str))
