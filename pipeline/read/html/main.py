"""The main content of a page: which element holds it, and what in it is furniture."""

from __future__ import annotations

import re

import trafilatura
from lxml.html import HtmlElement

from pipeline.read.html.edges import says_foot
from pipeline.read.html.furniture import drop_furniture, is_headed_aside
from pipeline.read.html.measure import Measure, measured
from pipeline.read.html.names import names_of
from pipeline.read.html.panels import head_panels
from pipeline.read.html.tree import HEADINGS, drop, text_of
from pipeline.read.html.words import (
    FURNITURE_NAMES,
    FURNITURE_ROLES,
    HIDDEN_NAMES,
    SKIPPED_TAGS,
)

_WORD = re.compile(r"\w+")
_MOST_LOOKED_AT = 3_000
_MOST_ELEMENTS = 30_000
"""Above this, trafilatura is not asked: it would take minutes."""
_NEARLY_ALL = 0.8
"""Share of what is said that makes one element the place to look on in."""
_LONG = 100
"""Words said by a text that boxes may stand beside."""
_LITTLE = 0.12
_BOXED = 18
"""Words under each heading of a column of boxes."""
_FLOW = ("dl", "li", "ol", "p", "ul")


def main_content(root: HtmlElement, html: str) -> tuple[HtmlElement, bool]:
    """The element with the main content, its furniture taken out, and whether its markup says so.

    ``<main>`` or a lone ``<article>`` says so, if it holds what trafilatura takes for the main text; else the
    body is gone down as long as one child holds nearly all that is said.
    """
    body = root.find("body")
    body = root if body is None else body
    if is_huge(body):
        _drop_named(body)
        return body, False
    said = _shingles(_trafilatura_text(html))
    head_panels(body)
    drop_furniture(body)
    _drop_named(body)
    marked = _marked(body)
    sure = marked is not None and _holds(marked, body, said)
    return _narrowed(marked if marked is not None and sure else body), sure


def _narrowed(element: HtmlElement) -> HtmlElement:
    """The smallest element with all that is said; columns of links and the like beside it are taken out."""
    measures = measured(element)
    best = inner = element
    while True:
        children = [child for child in inner if child in measures and measures[child].words]
        top = max(children, key=lambda child: measures[child].said, default=None)
        if top is None or top.tag in _FLOW or measures[top].said < _NEARLY_ALL * measures[inner].said:
            return best
        beside = [child for child in children if child is not top]
        if any(_are_alike(child, top) and measures[child].said for child in beside):
            return best
        kept = [child for child in beside if not _is_beside(child, measures[child], measures[top])]
        for child in beside:
            if child not in kept:
                drop(child)
        if best is inner and not kept and not (inner.text or "").strip():
            best = top
        inner = top


def _are_alike(element: HtmlElement, top: HtmlElement) -> bool:
    """Panels of one accordion, sections of one page: by one name, one of them may say nearly all."""
    return element.tag == top.tag and bool(top.get("class")) and element.get("class") == top.get("class")


def _is_beside(element: HtmlElement, measure: Measure, top: Measure) -> bool:
    """A column of links, a form, a contact: none of what the page says in ``top``."""
    if element.tag in HEADINGS:
        return False
    before = element.getprevious()
    if element.tag in ("ul", "ol", "p") and before is not None and before.tag in HEADINGS:
        return False
    if measure.links > 0.5 or measure.fields or is_headed_aside(element, measure):
        return True
    if measure.said < 0.5 * measure.words and says_foot(text_of(element)) > 1:
        return True
    return _is_column(element, measure, top)


def _is_column(element: HtmlElement, measure: Measure, top: Measure) -> bool:
    """Small boxes beside a long text: headed one by one, linked, or cells of a table that lays out the page."""
    if top.said < _LONG or measure.said > _LITTLE * top.said:
        return False
    if element.tag in ("tr", "td"):
        return not measure.said and measure.words < 0.25 * top.words
    headings = sum(1 for _ in element.iter(*HEADINGS))
    return measure.links >= 0.2 or (headings > 1 and measure.words < _BOXED * headings)


def is_huge(body: HtmlElement) -> bool:
    """More elements than trafilatura reads in seconds."""
    return sum(1 for _, _ in zip(body.iter(), range(_MOST_ELEMENTS + 1), strict=False)) > _MOST_ELEMENTS


def _trafilatura_text(html: str) -> str:
    try:
        text = trafilatura.extract(html, include_tables=True, include_comments=False, favor_recall=True)
    except Exception:  # whatever hostile markup makes it raise, the page is read without its advice
        return ""
    return text or ""


def _drop_named(body: HtmlElement) -> None:
    """Takes out scripts, navigation, cookie banners, share bars and the like; never most of the text."""
    total, looked = max(len(text_of(body)), 1), 0
    for element in [e for e in body.iter() if isinstance(e.tag, str) and e is not body]:
        if element.getparent() is None or not _is_furniture(element):
            continue
        sure = element.tag in SKIPPED_TAGS and element.tag != "nav"
        looked += not sure
        if sure or (looked < _MOST_LOOKED_AT and len(text_of(element)) < 0.4 * total):
            drop(element)


def _is_furniture(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in SKIPPED_TAGS or element.get("role") in FURNITURE_ROLES:
        return True
    if tag in ("footer", "header", "aside"):
        return not _is_part_of_content(element)
    if tag == "form":
        return element.find(".//input") is not None
    if tag == "button":
        return not _is_inside(element, tuple(HEADINGS))
    names = names_of(element)
    return not names.isdisjoint(FURNITURE_NAMES) or not names.isdisjoint(HIDDEN_NAMES)


def _is_part_of_content(element: HtmlElement) -> bool:
    """A header or aside within the article: its title, a box of the text."""
    if not _is_inside(element, ("main", "article")):
        return False
    if element.tag == "footer":
        return False
    words, links = len(text_of(element).split()), sum(len(text_of(a).split()) for a in element.iter("a"))
    return links < 0.5 * max(words, 1)


def _is_inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _marked(body: HtmlElement) -> HtmlElement | None:
    for query in ("main", "article"):
        found = [e for e in body.iter(query) if len(text_of(e)) > 200]
        if len(found) == 1:
            return found[0]
    roles = body.xpath(".//*[@role='main']")
    return roles[0] if roles else None


def _holds(marked: HtmlElement, body: HtmlElement, said: set[str] | None) -> bool:
    """Does the marked element hold most of what trafilatura takes for the text?"""
    if not said:
        return True
    within = len(said & _shingles(text_of(marked)))
    return within >= 0.6 * max(len(said & _shingles(text_of(body))), 1)


def _shingles(text: str) -> set[str]:
    """Runs of four words in lower case."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + 4]) for i in range(max(len(words) - 3, 0))}
