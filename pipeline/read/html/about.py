"""What a page says of itself: title, author, days of publication and change.

From JSON-LD, meta elements (OpenGraph, Dublin Core and others), ``<time>`` and the words "publié le".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from pipeline.read.characters import clean
from pipeline.read.dates import SAYS, Event, day_in, iso_day

_META: dict[Event, tuple[str, ...]] = {
    "published": (
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dcterms.issued",
        "dcterms.created", "dc.date.issued", "dc.date.created", "dc.date.x-metadatalastmodified.created", "dc.date",
        "dcterms.date", "publication_date", "pubdate", "date",
    ),
    "modified": (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
        "dc.date.modified", "last-modified", "revised", "lastmod",
    ),
}  # fmt: skip
_JSON: dict[Event, str] = {"published": "datePublished", "modified": "dateModified"}
_TIME: dict[Event, re.Pattern[str]] = {
    "published": re.compile(r"datepublished|pubdate|published|publication|post(?:ed)?-date", re.I),
    "modified": re.compile(r"datemodified|updated|modified|last-?mod", re.I),
}
_NOBODY = frozenset("admin administrateur administrator root user webmaster webmestre wordpress".split())
_LONGEST_SCRIPT = 200_000
_MOST_NODES = 2_000
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class About:
    """None for what the page does not state."""

    title: str | None
    headline: str | None
    author: str | None
    published: date | None
    modified: date | None


def about(root: HtmlElement, with_author: bool) -> About:
    """What the page's head and data say; to be asked before anything is taken out of the page."""
    data = list(_linked_data(root))
    title = _title(root)
    return About(
        title=title,
        headline=_headline(root, title),
        author=_author(root) if with_author else None,
        published=_stated(root, data, "published"),
        modified=_stated(root, data, "modified"),
    )


def visible_day(content: HtmlElement, event: Event) -> date | None:
    """A day that the text itself states, in a ``<time>`` or in words."""
    text = clean(" ".join(str(piece) for piece in content.itertext())[:200_000])
    return _time(content, event) or day_in(text, event)


def _stated(root: HtmlElement, data: list[dict], event: Event) -> date | None:
    said = _metas(root)
    for value in (*(said.get(name) for name in _META[event]), *(node.get(_JSON[event]) for node in data)):
        if isinstance(value, str) and (day := iso_day(value)):
            return day
    return None


def _metas(root: HtmlElement) -> dict[str, str | None]:
    """The first of each name, names in lower case."""
    said: dict[str, str | None] = {}
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := meta.get(key):
                said.setdefault(name.lower().strip(), meta.get("content"))
    return said


def _linked_data(root: HtmlElement) -> Iterator[dict]:
    """The objects of the page's JSON-LD, those within others too; what is no JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _LONGEST_SCRIPT:
            continue
        try:
            found = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not found:
                break
            node = found.pop(0)
            if isinstance(node, dict):
                yield node
            found += list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []


def _time(root: HtmlElement, event: Event) -> date | None:
    """A ``<time>`` whose attributes, or the words before it, say what it is the day of."""
    for element in root.iter("time", "span", "abbr"):
        stated = element.get("datetime") or element.get("content") or (element.tag == "abbr" and element.get("title"))
        if not stated or not (day := iso_day(stated)):
            continue
        names = " ".join(element.get(key) or "" for key in ("itemprop", "class", "pubdate"))
        if _TIME[event].search(names) or SAYS[event].search(f"{_before(element)} {day.isoformat()}"):
            return day
    return None


def _before(element: HtmlElement) -> str:
    """The last words before the element, in lower case."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail or "".join(map(str, before.itertext())) if before is not None else parent.text or ""
    return clean(text[-60:]).lower()


def _author(root: HtmlElement) -> str | None:
    try:
        found = extract_metadata(root, extensive=False, author_blacklist=set(_NOBODY)).author
    except Exception:  # hostile metadata must not cost the page
        return None
    name = re.sub(r"^(?:[Pp]ar|[Aa]uteur ?:) ", "", clean(found or ""))
    known = name and len(name) <= _LONGEST_NAME and name.casefold() not in _NOBODY and "://" not in name
    return name.replace("; ", ", ") if known else None


def _title(root: HtmlElement) -> str | None:
    """The page's title without the site's name after it, or what it gives social networks."""
    text = clean(" ".join(str(piece) for e in root.iter("title") for piece in e.itertext()))
    said = _metas(root)
    text = text or clean(said.get("og:title") or said.get("dc.title") or said.get("dcterms.title") or "")
    parts = re.split(r" [|–—·:-] ", text)
    headings = {clean(" ".join(map(str, e.itertext()))).lower() for e in root.iter("h1", "h2") if not _is_home(e)}
    return next((part for part in parts if part.lower() in headings), parts[0]) or None


def _is_home(heading: HtmlElement) -> bool:
    """The site's name, linked to its first page."""
    links = heading.iter("a") if heading.find(".//a") is not None else heading.iterancestors("a")
    return any((link.get("href") or "") in ("/", "./", "index.html") or link.get("rel") == "home" for link in links)


def _headline(root: HtmlElement, title: str | None) -> str | None:
    """The h1 that says what the title says, or the first; navigation may carry the site's name in another."""
    outside = [e for e in root.iter("h1") if next(e.iterancestors("nav", "aside", "footer"), None) is None]
    found = [clean(" ".join(map(str, e.itertext()))) for e in outside if not _is_home(e)]
    found = [text for text in found if text]
    for text in found:
        if title and (text.lower() in title.lower() or text.lower().startswith(title.lower())):
            return text if len(text) <= len(title) else title
    return found[0] if found else None
