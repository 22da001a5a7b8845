"""The HTML reader."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from pipeline.errors import EmptyDocument, ReadFailed
from pipeline.read.characters import clean
from pipeline.read.charset import decode
from pipeline.read.dates import published_in, published_on
from pipeline.read.html.drafts import blocks_of
from pipeline.read.html.main import main_content
from pipeline.read.html.walk import drafts_of
from pipeline.read.language import declared_language, language_of
from pipeline.settings import Settings
from pipeline.types import Block, Reading, Snapshot

_MOST_MARKUP = 8_000_000
"""Characters of markup read of one page; the rest is left, with a warning."""
_DECLARATION = re.compile(r"<\?xml[^>]*\?>", re.IGNORECASE)
_NUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_html(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a web page: its main content as blocks, title, date and language.

    Raises ReadFailed where there is no markup to parse, EmptyDocument where no text is left.
    """
    markup = _NUL.sub(" ", _without_declaration(decode(snapshot.content, snapshot.charset)))
    warnings = []
    if len(markup) > _MOST_MARKUP:
        warnings.append(f"the first {_MOST_MARKUP} of {len(markup)} characters of markup read")
        markup = markup[:_MOST_MARKUP]
    root = _parsed(markup, snapshot.url)
    title, published, language = _title(root), published_on(root), declared_language(root.get("lang"))
    headline = _headline(root)
    content, marked = main_content(root, markup)
    blocks = _bounded(_with_headline(headline, blocks_of(drafts_of(content), marked)), settings, warnings)
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: a page without text in its main content")
    texts = [block.text for block in blocks]
    return Reading(
        tuple(blocks),
        title=headline or title,
        published=published or published_in(" ".join(clean(str(t)) for t in root.itertext())[:200_000]),
        language=_language(language, texts),
        warnings=tuple(warnings),
    )


def _without_declaration(markup: str) -> str:
    """lxml refuses text that declares an encoding."""
    return _DECLARATION.sub("", markup[:500], count=1) + markup[500:]


def _parsed(markup: str, url: str) -> HtmlElement:
    parser = html.HTMLParser(recover=True, huge_tree=True, no_network=True)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadFailed(f"{url}: no readable markup ({error})") from error
    return root


def _title(root: HtmlElement) -> str | None:
    """The page's title without the site's name after it."""
    text = clean(" ".join(str(piece) for e in root.iter("title") for piece in e.itertext()))
    return re.split(r" [|–—·:-] ", text)[0] or None


def _headline(root: HtmlElement) -> str | None:
    """The page's first h1 that holds text; navigation may carry the site's name in another."""
    found = [clean(" ".join(map(str, e.itertext()))) for e in root.iter("h1")]
    found = [text for text in found if text]
    title = _title(root)
    return next((text for text in found if title and text.lower() in title.lower()), found[0] if found else None)


def _with_headline(headline: str | None, blocks: list[Block]) -> list[Block]:
    """The headline first where the main content begins below it."""
    if headline is None or not blocks or any(block.text == headline for block in blocks[:6]):
        return blocks
    if any(block.kind == "heading" and block.level == 1 for block in blocks):
        return blocks
    return [Block(headline, "heading", 1), *blocks]


def _bounded(blocks: list[Block], settings: Settings, warnings: list[str]) -> list[Block]:
    total = 0
    for i, block in enumerate(blocks):
        total += len(block.text)
        if total > settings.max_characters:
            warnings.append(f"stopped after {i} blocks: max_characters = {settings.max_characters}")
            return blocks[:i]
    return blocks


def _language(declared: str | None, texts: list[str]) -> str | None:
    """What the text is in; the page's word for it where the text is too short to tell."""
    found = language_of(texts)
    return found if found is not None else declared
