"""Drafts: pieces of a page with what the markup says of them; furniture out, blocks made."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from pipeline.read.characters import starts_lower
from pipeline.read.html.cues import ASIDES, BUTTONS, ELSEWHERE, FILES, PAGE_FACTS
from pipeline.read.html.words import FURNITURE_LINES
from pipeline.read.joining import ends_sentence
from pipeline.read.markers import split_marker
from pipeline.read.units import is_credit
from pipeline.types import Block

_NUMBER = re.compile(
    r"(?:[+±~≈<>−–-] ?|plus de |près de |environ )?\d[\d\s.,/]*(?: ?(?:%|€|[kMm]d?s? ?€|[A-Za-zéè°²]{1,9}))?"
)
_CREDITED = re.compile(r".{0,150}\((?:photo|crédit|cliché|illustration|image)s? ?:[^()]{1,60}\)", re.IGNORECASE)
"""A caption that ends in its credit: "Le lavoir (photo : foyer rural)"."""
_DATE_LINE = re.compile(
    r"(?:article )?(?:publié|mis à jour|modifié|posté|mis en ligne|dernière mise à jour)e?s? ?(?:le|:|par).{0,80}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """A block to be. ``linked``: share of its text that is a link, 0–1; ``bold``: all of it is."""

    text: str
    kind: str
    level: int = 0
    linked: float = 0.0
    bold: bool = False


def is_number(text: str) -> bool:
    """A figure alone: "10 571", "125 500 €", "+ 12 %", "3 millions"."""
    return len(text) <= 30 and bool(_NUMBER.fullmatch(text))


def is_source(text: str) -> bool:
    """A credit, a source, a date of publication."""
    return (
        is_credit(text)
        or bool(_DATE_LINE.fullmatch(text))
        or bool(_CREDITED.fullmatch(text))
        or ("©" in text and len(text) < 200)
    )


def blocks_of(drafts: list[Draft], marked: bool) -> list[Block]:
    """The blocks of a page's drafts. ``marked``: the page marks its main content, so links in it are content."""
    return plain_blocks(_without_furniture(_with_figures(drafts), marked))


def plain_blocks(drafts: list[Draft]) -> list[Block]:
    """The blocks of drafts without furniture: bold titles head, bullets make items, sources are captions."""
    drafts = _with_items(_with_bold_headings(drafts))
    found = []
    for draft in drafts:
        text = draft.text
        if draft.kind == "list_item":
            text = split_marker(text).body or text
        if any(c.isalnum() for c in text):
            kind = "caption" if draft.kind in ("paragraph", "heading") and is_source(text) else draft.kind
            found.append(Block(text, kind, draft.level if kind != "caption" else 0))  # type: ignore[arg-type]
    return found


def _with_figures(drafts: list[Draft]) -> list[Draft]:
    """A figure alone goes together with the label below it."""
    result: list[Draft] = []
    for draft in drafts:
        last = result[-1] if result else None
        if last and last.kind in ("paragraph", "heading") and is_number(last.text) and _is_label(draft):
            result[-1] = Draft(f"{last.text} {draft.text}", "paragraph", 0, draft.linked)
        else:
            result.append(draft)
    return result


def _is_label(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "heading") and starts_lower(draft.text) and len(draft.text) < 250


def _without_furniture(drafts: list[Draft], marked: bool) -> list[Draft]:
    result: list[Draft] = []
    level = 0
    for i, draft in enumerate(drafts):
        plain = draft.text.strip(" :.…>»→").lower().replace("’", "'")
        if draft.kind == "heading" or _leads_away(plain):
            level = (draft.level or 6) if _heads_links(drafts, i, plain) else 0
        if level and (draft.linked > 0.6 or len(draft.text) < 80 or _leads_away(plain)):
            continue
        if _is_line_of_furniture(draft, plain) or (not marked and _is_menu(drafts, i)):
            continue
        result.append(draft)
    return result


def _is_line_of_furniture(draft: Draft, plain: str) -> bool:
    if plain in FURNITURE_LINES or PAGE_FACTS.fullmatch(plain):
        return True
    if draft.kind == "heading":
        return False
    return bool(draft.linked > 0.9 and BUTTONS.fullmatch(plain)) or bool(draft.linked > 0.3 and FILES.fullmatch(plain))


def _leads_away(plain: str) -> bool:
    return len(plain) < 70 and bool(ELSEWHERE.fullmatch(plain) or ASIDES.fullmatch(plain))


def _heads_links(drafts: list[Draft], i: int, plain: str) -> bool:
    """A heading such as "À lire aussi" over nothing but links and short lines."""
    if not _leads_away(plain):
        return False
    below: list[Draft] = []
    for draft in drafts[i + 1 :]:
        if draft.kind == "heading" or len(below) > 20:
            break
        below.append(draft)
    return all(draft.linked > 0.6 or len(draft.text) < 80 for draft in below)


def _is_menu(drafts: list[Draft], i: int) -> bool:
    """One of three or more short links in a row, where the page does not mark its content."""
    first, last = i, i
    while last - first < 2 and first > 0 and _is_short_link(drafts[first - 1]):
        first -= 1
    while last - first < 2 and last + 1 < len(drafts) and _is_short_link(drafts[last + 1]):
        last += 1
    return _is_short_link(drafts[i]) and last - first >= 2


def _is_short_link(draft: Draft) -> bool:
    return draft.linked > 0.8 and len(draft.text) < 60 and draft.kind != "heading"


def _with_bold_headings(drafts: list[Draft]) -> list[Draft]:
    """A short paragraph all in bold, not a sentence, heads what follows."""
    level = 1
    for draft, below in itertools.zip_longest(drafts, drafts[1:]):
        if draft.kind == "heading":
            level = draft.level
        elif draft.kind == "paragraph" and draft.bold and below is not None and _may_head(draft, below):
            draft.kind, draft.level = "heading", min(level + 1, 6)
    return drafts


def _with_items(drafts: list[Draft]) -> list[Draft]:
    """Paragraphs in a row that begin with the same bullet are items."""
    bullets = [split_marker(d.text).bullet if d.kind == "paragraph" else "" for d in drafts]
    for draft, bullet, *beside in zip(drafts, bullets, ["", *bullets], [*bullets[1:], ""], strict=False):
        if bullet and bullet in beside:
            draft.kind, draft.level = "list_item", 1
    return drafts


def _may_head(draft: Draft, below: Draft) -> bool:
    text = draft.text
    if len(text) > 110 or is_number(text) or text.endswith((":", ",", ";")) or starts_lower(text):
        return False
    return below.kind in ("paragraph", "list_item", "table_row") and not (ends_sentence(text) and text[-1] != "?")
