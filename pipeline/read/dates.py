"""The day a page or text was published, where it states it."""

from __future__ import annotations

import re
from datetime import date

from lxml.html import HtmlElement

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_DAY = rf"(?P<day>\d{{1,2}})(?:er)?[ ./-](?P<month>\d{{1,2}}|{'|'.join(_MONTHS)})[ ./-](?P<year>(?:19|20)\d\d)"
_PUBLISHED = re.compile(rf"\b(?:publié|mis en ligne|posté|paru)e?s?\s*(?:le|:)?\s*(?:\w+ )?{_DAY}", re.IGNORECASE)
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_META = (
    "article:published_time",
    "datepublished",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.created",
    "dc.date",
    "date",
    "og:published_time",
)
_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def published_on(root: HtmlElement) -> date | None:
    """From meta elements, JSON-LD, ``<time>`` and the words "publié le"; None where none states it."""
    said = {(m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m for m in root.iter("meta")}
    for name in _META:
        if name in said and (day := _iso(said[name].get("content"))):
            return day
    for script in root.iter("script"):
        match = _JSON.search((script.text or "")[:100_000])
        if match and (day := _iso(match.group(1))):
            return day
    return None


def published_in(text: str) -> date | None:
    """ "Publié le 7 octobre 2015", "mis en ligne le 07.10.2015" → that day."""
    match = _PUBLISHED.search(text.lower())
    if match is None:
        return None
    month = match["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
    return _day(int(match["year"]), number, int(match["day"]))


def _iso(text: str | None) -> date | None:
    match = _ISO.search(text or "")
    return _day(*(int(part) for part in match.groups())) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
