"""Furniture told by what it says and how it is built, whatever its class names.

Headed boxes ("À lire aussi", "Suivez-nous"), banners that ask for consent, breadcrumbs, teasers in a
row, what stands at the foot of a page.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.read.characters import clean
from pipeline.read.html.cues import ALL_OF, ANSWERS, ASIDES, ASKS, CONSENT, ELSEWHERE, PATHS, READ_ON
from pipeline.read.html.edges import drop_foot, drop_head
from pipeline.read.html.measure import Measure, measured
from pipeline.read.html.names import names_of
from pipeline.read.html.tree import HEADINGS, drop, is_within, text_of
from pipeline.read.html.words import BUTTON_NAMES

_HEADED = frozenset(("a", "b", "button", "div", "dt", "label", "legend", "li", "p", "span", "strong", "summary", "td"))
_PANEL_CONTROLS = ("aria-controls", "aria-expanded", "data-bs-toggle", "data-target", "data-toggle")
_LONGEST_HEADING = 70
_MOST = 0.4
"""No more of a page's words than this is one piece of furniture."""
_FEW = 40
_TITLE = 8
_BANNER = 120
"""Words in a box with a line and two links; in a banner."""

Measures = dict[HtmlElement, Measure]


def drop_furniture(body: HtmlElement) -> None:
    """Takes out of the body what says that it is furniture."""
    drop_foot(body)
    measures = measured(body)
    _drop_forms(body, measures)
    for element in list(measures):
        if element is body or not is_within(element, body) or not measures[element].words:
            continue
        headed = _headed(element, measures, body)
        found = headed if headed is not None else _asking(element, measures, body)
        if found is not None:
            drop(found)
        elif any(is_it(element, measures[element]) for is_it in (_is_path, _is_bar, _is_pointer, _is_button)):
            drop(element)
    drop_head(body)
    _drop_teasers(body)
    drop_foot(body)


def _drop_forms(body: HtmlElement, measures: Measures) -> None:
    """What asks for an address, and boxes with nothing but a form and its title; forms themselves go by name."""
    for field in [e for e in body.iter("input") if e.get("type") == "email"]:
        drop(_around_question(field, measures, body, _FEW))
    for form in [e for e in body.iter("form") if e.find(".//input") is not None or e.find(".//textarea") is not None]:
        box = form.getparent()
        if box in measures and box.tag == "div" and measures[box].words - measures[form].words <= _TITLE:
            drop(box)


def is_headed_aside(element: HtmlElement, measure: Measure) -> bool:
    """Does the element begin with a heading such as "Contact" and hold no sentence, or with "À lire aussi"?"""
    first = _plain(_first_text(element))
    return bool(ELSEWHERE.fullmatch(first)) or bool(ASIDES.fullmatch(first) and measure.said < 0.5 * measure.words)


def _headed(element: HtmlElement, measures: Measures, body: HtmlElement) -> HtmlElement | None:
    """The box that begins with this element, where it is a heading of furniture."""
    if element.tag not in HEADINGS and element.tag not in _HEADED:
        return None
    if measures[element].words > 12:
        return None
    plain = _plain(text_of(element))
    elsewhere, aside = ELSEWHERE.fullmatch(plain), ASIDES.fullmatch(plain)
    if not (elsewhere or aside) or len(plain) > _LONGEST_HEADING:
        return None
    box = _box(element, measures, body)
    if box is element:
        return None
    inner = measures[box]
    if elsewhere:
        return box if inner.links > 0.3 or inner.fields or inner.said < 0.5 * inner.words else None
    return box if inner.words < 0.25 * measures[body].words and inner.said < 0.3 * inner.words else None


def _box(heading: HtmlElement, measures: Measures, body: HtmlElement) -> HtmlElement:
    """The widest element that begins with the heading and holds no other of its rank."""
    box, rank = heading, HEADINGS.get(heading.tag, 7)
    while (parent := box.getparent()) is not None and parent is not body and parent in measures:
        if measures[parent].words > _MOST * measures[body].words or not _is_first(box):
            break
        others = [e for e in parent.iter(*HEADINGS) if e is not heading and not _is_around(e, heading)]
        if any(HEADINGS[e.tag] <= rank or e.tag == "h1" for e in others):
            break
        box = parent
    return box


def _is_first(element: HtmlElement) -> bool:
    """Is nothing to be read before the element in its parent?"""
    parent = element.getparent()
    if clean(parent.text or ""):
        return False
    return all(not clean(text_of(e)) and not clean(e.tail or "") for e in element.itersiblings(preceding=True))


def _is_around(outer: HtmlElement, inner: HtmlElement) -> bool:
    return outer is inner or any(e is outer for e in inner.iterancestors())


def _asking(element: HtmlElement, measures: Measures, body: HtmlElement) -> HtmlElement | None:
    """The banner around a text that asks for consent, for an opinion of the page or for an address."""
    own = clean(element.text or "")
    consent, opinion = CONSENT.search(own), ASKS.fullmatch(own)
    if not (consent or opinion):
        return None
    banner = _around_question(element, measures, body, _BANNER if consent else _FEW)
    answers = [text_of(e) for e in banner.iter("a", "button", "input", "label")]
    return banner if opinion or any(ANSWERS.search(text) for text in answers) else None


def _around_question(element: HtmlElement, measures: Measures, body: HtmlElement, most: int) -> HtmlElement:
    """The widest element around with at most so many words, and without the page's headline."""
    banner, most = element, min(most, int(_MOST * measures[body].words))
    for around in element.iterancestors():
        if around is body or around not in measures or measures[around].words > most:
            break
        if around.find(".//h1") is not None:
            break
        banner = around
    return banner


def _is_path(element: HtmlElement, measure: Measure) -> bool:
    """A breadcrumb: short, linked, beginning at the home page."""
    if measure.words > 30 or not measure.linked or element.tag in ("a", "li", "span", "td"):
        return False
    if element.find(".//h1") is not None:
        return False
    return bool(PATHS.fullmatch(_plain(_first_text(element))))


def _is_bar(element: HtmlElement, measure: Measure) -> bool:
    """Links in a row with nothing between them but spaces and rules: buttons, a menu. A comma makes a sentence."""
    if element.tag not in ("div", "p", "span") or not 0 < measure.words == measure.linked <= _FEW:
        return False
    links = [e for e in element if e.tag == "a"]
    between = (element.text or "") + "".join(e.tail or "" for e in element)
    return len(links) > 1 and len(links) == len(element) and not between.strip(" \n\t|/·•›>-\u00a0")


def _is_pointer(element: HtmlElement, measure: Measure) -> bool:
    """ "Lire aussi : Le compost gagne du terrain", and a box with a link to all an author wrote."""
    if measure.words > _FEW or not measure.linked or element.tag not in ("div", "li", "p", "span"):
        return False
    cue, colon, _ = clean(text_of(element)).partition(":")
    if colon and measure.links >= 0.5 and ELSEWHERE.fullmatch(_plain(cue)):
        return True
    return any(ALL_OF.fullmatch(_plain(text_of(link))) for link in element.iter("a"))


def _is_button(element: HtmlElement, measure: Measure) -> bool:
    """A short link that goes by the name of a button, and opens no panel."""
    if element.tag != "a" or measure.words > _TITLE or names_of(element).isdisjoint(BUTTON_NAMES):
        return False
    return not _opens_panel(element) and not any(e.tag in HEADINGS for e in element.iterancestors())


def _drop_teasers(body: HtmlElement) -> None:
    """Boxes in a row, each a linked title with a line or two: they lead to other pages."""
    measures = measured(body)
    rows = {e.getparent() for e in measures if e is not body and _is_teaser(e, measures[e])}
    for row in rows:
        if row is None or row not in measures or not is_within(row, body):
            continue
        teasers = [e for e in row if e in measures and _is_teaser(e, measures[e])]
        words = sum(measures[e].words for e in teasers)
        if len(teasers) > 1 and words < _MOST * measures[body].words:
            _drop_row(row, teasers, measures, words)


def _drop_row(row: HtmlElement, teasers: list[HtmlElement], measures: Measures, words: int) -> None:
    """The teasers, with the whole row where hardly anything else stands in it."""
    if words >= 0.7 * measures[row].words and row.tag not in ("main", "article"):
        around = row.getparent()
        alone = around in measures and measures[around].words - words <= _TITLE and around.tag not in ("main", "body")
        drop(around if alone else row)
        return
    for teaser in teasers:
        drop(teaser)


def _is_teaser(element: HtmlElement, measure: Measure) -> bool:
    if not 2 < measure.words <= 70 or element.tag not in ("a", "article", "div", "li", "section"):
        return False
    if element.tag == "a":
        return element.find(".//h2") is not None or element.find(".//h3") is not None
    links = [link for link in element.iter("a") if not _opens_panel(link)]
    if not links or any(e.tag == "p" and len(e) > 3 for e in element):
        return False
    titled = any(_is_around(link, e) or _is_around(e, link) for e in element.iter(*HEADINGS) for link in links)
    read_on = any(READ_ON.fullmatch(_plain(text_of(link))) for link in links)
    whole = links[0].find(".//strong") is not None and measure.links > 0.9
    return titled or whole or (read_on and measure.said <= 0.8 * measure.words and measure.words < 50)


def _opens_panel(link: HtmlElement) -> bool:
    """Does it lead to a place in the page, as the heads of accordions and tabs do?"""
    href = link.get("href") or ""
    return (href.startswith("#") and len(href) > 1) or any(link.get(name) for name in _PANEL_CONTROLS)


def _first_text(element: HtmlElement) -> str:
    """The text of the first piece that holds any."""
    for inner in element.iter():
        if isinstance(inner.tag, str) and clean(inner.text or ""):
            whole = clean(text_of(inner))
            return whole if inner.tag in HEADINGS or len(whole) < _LONGEST_HEADING else clean(inner.text or "")
    return ""


def _plain(text: str) -> str:
    return clean(text).strip(" :.…>»→+").lower().replace("’", "'")
