"""Accordions and tabs: a panel's label, wherever it stands, becomes the heading above the panel."""

from __future__ import annotations

from lxml.html import HtmlElement, builder

from pipeline.read.characters import clean
from pipeline.read.html.measure import Measure, measured
from pipeline.read.html.tree import HEADINGS, text_of

_LONGEST_LABEL = 160
_NEAR = 3
"""Levels an accordion's button may be wrapped in."""


def head_panels(body: HtmlElement) -> None:
    """Turns what opens a panel with text into a heading; attributions of quotations into captions."""
    measures = measured(body)
    by_id = {e.get("id"): e for e in body.iter() if isinstance(e.tag, str) and e.get("id")}
    for element in list(body.iter("a", "button", "div", "li", "p", "span")):
        if element.get("role") == "tab":
            _head_tab(element, by_id, measures)
        elif element.get("aria-expanded") is not None and not _is_inside(element, (*HEADINGS, "nav", "header")):
            _head_accordion(element, by_id, measures)
    for quotation in body.iter("blockquote"):
        for said_by in list(quotation.iter("cite", "footer")):
            said_by.tag = "figcaption"


def _head_tab(tab: HtmlElement, by_id: dict[str, HtmlElement], measures: dict[HtmlElement, Measure]) -> None:
    """The tab's label as a heading within its panel, unless that begins with one."""
    target = tab.get("aria-controls") or (tab.get("href") or "").rpartition("#")[2]
    if not target and (link := tab.find(".//a")) is not None:
        target = (link.get("href") or "").rpartition("#")[2]
    panel, label = by_id.get(target), clean(text_of(tab))
    if panel is None or not label or len(label) > _LONGEST_LABEL or not measures.get(panel, Measure()).words:
        return
    first = next((e for e in panel.iter() if isinstance(e.tag, str) and clean(e.text or "")), None)
    if first is None or first.tag in HEADINGS or next(first.iterancestors(*HEADINGS), None) is not None:
        return
    heading = builder.E.div(label, role="heading")
    heading.tail, panel.text = panel.text, None
    panel.insert(0, heading)


def _head_accordion(opener: HtmlElement, by_id: dict[str, HtmlElement], measures: dict[HtmlElement, Measure]) -> None:
    panel = by_id.get(opener.get("aria-controls") or "")
    panel = panel if panel is not None else _next(opener)
    said = measures.get(panel, Measure()) if panel is not None else Measure()
    if not said.words or said.links > 0.5 or not 0 < len(clean(text_of(opener))) <= _LONGEST_LABEL:
        return
    if panel is None or panel.find(".//h1") is not None or _is_inside(panel, ("nav", "header")):
        return
    opener.tag = "div"
    opener.set("role", "heading")
    del opener.attrib["aria-expanded"]


def _next(opener: HtmlElement) -> HtmlElement | None:
    """The element after the opener, or after what wraps it and nothing else."""
    element = opener
    for _ in range(_NEAR):
        following = next((e for e in element.itersiblings() if isinstance(e.tag, str)), None)
        if following is not None:
            return following
        element = element.getparent()
        if element is None:
            return None
    return None


def _is_inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None
