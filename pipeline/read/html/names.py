"""The names an element goes by: its classes and its id."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.read.html.tree import HEADINGS

_PARTS = re.compile(r"[-_]+")


_FOOT = re.compile(r"(?:^|[-_])footer(?:$|[-_])", re.IGNORECASE)
_ABOUT_FEET = re.compile(r"(?:^|[-_])(?:has|no|sans|with|without)(?:$|[-_])", re.IGNORECASE)


def names_of(element: HtmlElement) -> set[str]:
    """Class names and id in lower case, and the two halves of class names such as "share-bar".

    Ids of headings and anchors are words of the text ("logement-social"), so ids count whole only.
    """
    classes = (element.get("class") or "").lower().split()[:30]
    halves = [half for name in classes if len(parts := _PARTS.split(name)) == 2 for half in parts]
    if not {"with", "has", "no"}.isdisjoint(halves):
        halves = []
    if element.tag not in HEADINGS and _is_foot(classes, element.get("id") or ""):
        halves.append("footer")
    own_id = () if element.tag in HEADINGS else (element.get("id") or "").lower().split()[:1]
    return {*classes, *halves, *own_id}


def _is_foot(classes: list[str], own_id: str) -> bool:
    """Is "footer", which is no word of French text, a part of one of the names: "SITE_FOOTER_WRAPPER"?"""
    return any(_FOOT.search(name) and not _ABOUT_FEET.search(name) for name in (*classes, own_id))
