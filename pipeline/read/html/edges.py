"""What stands before a page's headline and at its foot."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from pipeline.read.html.cues import FOOT
from pipeline.read.html.measure import Measure, measured
from pipeline.read.html.tree import drop, is_within, text_of

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4}")
_MOST = 0.4
"""No more of a page's words than this stand before its headline for nothing."""


def drop_head(body: HtmlElement) -> None:
    """What stands before the page's first h1 and says nothing: the site's name, its slogan, menus."""
    measures = measured(body)
    headline = next((e for e in body.iter("h1") if e in measures and measures[e].words), None)
    if headline is None:
        return
    around = [headline, *(e for e in headline.iterancestors() if e in measures and e is not body)]
    before = [e for inner in around for e in inner.itersiblings(preceding=True) if e in measures]
    if sum(measures[e].words for e in before) > _MOST * measures[body].words:
        before = [e for e in before if measures[e].links > 0.5]
    for element in before:
        if not measures[element].said and not _DAY.search(text_of(element)):
            drop(element)


def drop_foot(body: HtmlElement) -> None:
    """Short pieces near the end with the words of a page's foot and without sentences."""
    measures = measured(body)
    total = measures[body].words
    for element, before in _words_before(body).items():
        measure = measures.get(element, Measure())
        if before < 0.6 * total or not 2 < measure.words < 90 or not is_within(element, body):
            continue
        hits, after = says_foot(text_of(element)), before + measure.words
        alone = hits and measure.words < 30 and after > 0.85 * total and element.tag not in ("figcaption", "figure")
        last = hits > 1 and after >= 0.97 * total
        if hits > 2 or last or (measure.said < 0.4 * measure.words and (hits > 1 or alone)):
            drop(element)


def _words_before(body: HtmlElement) -> dict[HtmlElement, int]:
    """For every element below the body, the words of the body that stand before it; in order."""
    places: dict[HtmlElement, int] = {}
    count = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element is body or not isinstance(element.tag, str):
            continue
        if event == "start":
            places[element] = count
            count += len(_WORD.findall(element.text or ""))
        else:
            count += len(_WORD.findall(element.tail or ""))
    return places


def says_foot(text: str) -> int:
    """How many of the words that stand at the foot of pages are in the text."""
    return len(set(FOOT.findall(text.lower())) - {"©"}) or int("©" in text and len(text) < 60)
