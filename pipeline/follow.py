"""Index pages: the PDFs and pages they link to become sources of their own.

A link once found stays a source, linked or not, until it answers that it is gone: what an index page drops
without a word is just what one wants to know of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from hashlib import sha256
from urllib.parse import quote, urldefrag, urlsplit

from pipeline.errors import FetchFailed
from pipeline.follow_rule import is_pattern
from pipeline.obtain import Obtained, Supply
from pipeline.settings import Settings
from pipeline.slugs import slug
from pipeline.types import Snapshot, Source

HTML = {"text/html", "application/xhtml+xml"}
_AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"
"""Characters of an address that mean something; others, spaces and accents first of all, are percent-encoded."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The sources with those that index pages link to, and what was obtained on the way."""

    sources: tuple[Source, ...]
    obtained: dict[str, Obtained]
    warnings: tuple[tuple[str, str], ...] = ()
    """Of an index page (by id): how many links were left out."""


def follow_all(sources: Sequence[Source], supply: Supply, settings: Settings, gone: Collection[str] = ()) -> Followed:
    """Add what index pages link to. ``gone``: ids of sources that no longer answer; unlinked, they are let go."""
    found: dict[str, Source] = {}
    obtained: dict[str, Obtained] = {}
    warnings: list[tuple[str, str]] = []
    declared = {s.url for s in sources}
    for index in sources:
        found[index.id] = index
        if index.follow is None:
            continue
        linked = _linked(index, supply, obtained)
        urls = [u for u in _with_known(index, linked, supply, gone) if u not in declared]
        if len(urls) > settings.max_followed:
            left_out = len(urls) - settings.max_followed
            warnings.append((index.id, f"{left_out} of its links left out; raise ENGAGEMENTS_MAX_FOLLOWED"))
        for url in urls[: settings.max_followed]:
            child = child_of(index, url)
            found.setdefault(child.id, child)
    return Followed(tuple(found.values()), obtained, tuple(warnings))


def child_of(index: Source, url: str) -> Source:
    """The source a link becomes; its id depends on the index and the address alone."""
    name = slug(urlsplit(url).path.rpartition("/")[2] or "page")[:29].strip("-")
    identifier = f"{index.id[:60].strip('-')}-{name}-{sha256(url.encode()).hexdigest()[:8]}"
    return replace(index, id=identifier, url=url, title=None, published=None, follow=None, depth=1)


def _linked(index: Source, supply: Supply, obtained: dict[str, Obtained]) -> list[str]:
    """Addresses the index links to, and, down to its depth, those that these link to."""
    seen: dict[str, None] = {}
    level = [index]
    for _ in range(index.depth):
        fresh = [u for page in level for u in _links_on(page, index, supply, obtained) if u not in seen]
        seen |= dict.fromkeys(fresh)
        level = [child_of(index, u) for u in dict.fromkeys(fresh)]
    seen.pop(index.url, None)
    return list(seen)


def _links_on(page: Source, index: Source, supply: Supply, obtained: dict[str, Obtained]) -> list[str]:
    """None where the page cannot be had: the links known of before then stand in."""
    one = obtained[page.id] = obtained.get(page.id) or supply.obtain(page)
    if one.snapshot is None or one.snapshot.media_type not in HTML:
        return []
    try:
        return list(links(supply.kept.with_content(page, one.snapshot), index.follow or ""))
    except FetchFailed:
        return []


def _with_known(index: Source, linked: list[str], supply: Supply, gone: Collection[str]) -> list[str]:
    known = supply.kept.followed(index.id)
    dropped = [u for u in known if u not in set(linked) and child_of(index, u).id not in gone]
    urls = linked + dropped
    if urls != known:
        supply.kept.keep_followed(index.id, urls)
    return urls


def links(snapshot: Snapshot, follow: str) -> Iterator[str]:
    """Addresses of the same site that a page links to, in its order, where selector or pattern asks for them."""
    from lxml import etree, html

    try:
        page = html.document_fromstring(snapshot.content, parser=html.HTMLParser(encoding=snapshot.charset))
        page.make_links_absolute(snapshot.url, resolve_base_href=True, handle_failures="discard")
    except (etree.LxmlError, ValueError, LookupError):
        return
    chosen = page.xpath("//a[@href]") if is_pattern(follow) else _anchors(page.cssselect(follow))
    for anchor in chosen:
        url = quote(urldefrag(anchor.get("href").strip())[0], safe=_AS_IT_IS)
        if _same_site(url, snapshot.url) and (not is_pattern(follow) or _matches(url, follow)):
            yield url


def _anchors(elements: Sequence) -> list:
    """The links among the elements and within them."""
    return list(dict.fromkeys(a for e in elements for a in e.xpath("descendant-or-self::a[@href]")))


def _matches(url: str, pattern: str) -> bool:
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return fnmatchcase(url if "://" in pattern else path, pattern)


def _same_site(url: str, page: str) -> bool:
    try:
        there, here = urlsplit(url), urlsplit(page)
        hosts = {(h.hostname or "").removeprefix("www.") for h in (there, here)}
        return there.scheme in {"http", "https"} and len(hosts) == 1 and there.username is None
    except ValueError:
        return False
