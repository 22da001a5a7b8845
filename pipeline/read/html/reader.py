"""The HTML reader."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree, html
from lxml.html import HtmlElement

from pipeline.errors import EmptyDocument, ReadFailed
from pipeline.read.charset import decode
from pipeline.read.html.about import about, visible_day
from pipeline.read.html.drafts import blocks_of
from pipeline.read.html.main import is_huge, main_content
from pipeline.read.html.walk import drafts_of
from pipeline.read.language import declared_language, language_of
from pipeline.settings import Settings
from pipeline.types import Block, Reading, Snapshot

_MOST_MARKUP = 4_000_000
"""Characters of markup read of one page; the rest is left, with a warning."""
_DECLARATION = re.compile(r"<\?xml[^>]*\?>", re.IGNORECASE)
_EMBEDDED = re.compile(r"(data:[\w.+/-]{1,60};base64,)[\w+/=%\s-]{200,}")
"""Pictures and fonts written into the page: nothing to read, and most of what makes a page large."""
_NUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_html(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a web page: its main content as blocks, title, author, dates and language.

    Raises ReadFailed where there is no markup to parse, EmptyDocument where no text is left.
    """
    markup = _NUL.sub(" ", _without_declaration(decode(snapshot.content, snapshot.charset)))
    markup = _EMBEDDED.sub(r"\1", markup)
    warnings = []
    if len(markup) > _MOST_MARKUP:
        warnings.append(f"the first {_MOST_MARKUP} of {len(markup)} characters of markup read")
        markup = markup[:_MOST_MARKUP]
    root = _parsed(markup, snapshot.url)
    said, language = about(root, with_author=not is_huge(root)), declared_language(root.get("lang"))
    content, marked = main_content(root, markup)
    published, modified = (
        visible_day(content, event) or visible_day(root, event) for event in ("published", "modified")
    )
    blocks = _bounded(_with_headline(said.headline, blocks_of(drafts_of(content), marked)), settings, warnings)
    if not blocks:
        raise EmptyDocument(f"{snapshot.url}: a page without text in its main content")
    texts = [block.text for block in blocks]
    return Reading(
        tuple(blocks),
        title=said.headline or said.title,
        author=said.author,
        published=said.published or published,
        modified=said.modified or modified,
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


def _with_headline(headline: str | None, blocks: list[Block]) -> list[Block]:
    """The headline first where the main content begins below it."""
    if headline is None or not blocks or any(block.text == headline for block in blocks[:6]):
        return blocks
    if any(block.kind == "heading" and block.level == 1 for block in blocks):
        return blocks
    return [Block(headline, "heading", 1), *blocks]


def _bounded(blocks: list[Block], settings: Settings, warnings: list[str]) -> list[Block]:
    """The first ``max_characters`` of the blocks; the last of them may be cut."""
    left = settings.max_characters
    for i, block in enumerate(blocks):
        if len(block.text) > left:
            warnings.append(f"stopped within block {i + 1}: max_characters = {settings.max_characters}")
            cut = block.text[:left].strip()
            return [*blocks[:i], replace(block, text=cut)] if cut else blocks[:i]
        left -= len(block.text)
    return blocks


def _language(declared: str | None, texts: list[str]) -> str | None:
    """What the text is in. Where it is too short to tell, the page is believed if it says French only:
    templates say "en" on many a French page.
    """
    found = language_of(texts)
    return declared if found is None and declared == "fr" else found
