"""The names an element goes by: its classes and its id."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.read.html.tree import HEADINGS

_PARTS = re.compile(r"[-_]+")


_FOREIGN = re.compile(r"(?:^|[-_])(footer|modal|newsletter|popup)(?:$|[-_])", re.IGNORECASE)
_ABOUT_FOREIGN = re.compile(r"(?:^|[-_])(?:has|no|sans|with|without)(?:$|[-_])", re.IGNORECASE)


def names_of(element: HtmlElement) -> set[str]:
    """Class names and id in lower case, and the two halves of class names such as "share-bar".

    Ids of headings and anchors are words of the text ("logement-social"), so ids count whole only.
    """
    classes = (element.get("class") or "").lower().split()[:30]
    halves = [half for name in classes if len(parts := _PARTS.split(name)) == 2 for half in parts]
    if not {"with", "has", "no"}.isdisjoint(halves):
        halves = []
    if element.tag not in HEADINGS:
        halves += _foreign(classes, element.get("id") or "")
    own_id = () if element.tag in HEADINGS else (element.get("id") or "").lower().split()[:1]
    return {*classes, *halves, *own_id}


def _foreign(classes: list[str], own_id: str) -> list[str]:
    """What is no word of French text, within a longer name: "footer" of "SITE_FOOTER_WRAPPER"."""
    names = [name for name in (*classes, own_id) if not _ABOUT_FOREIGN.search(name)]
    return [match.group(1).lower() for name in names if (match := _FOREIGN.search(name))]
