"""Paragraphs that are no sentences of the text: credits, sources, the scales of charts, addresses to write to."""

from __future__ import annotations

import re

from pipeline.read.pdf.lines import Paragraph
from pipeline.read.units import is_credit

_FEWEST_NUMBERS = 3
_LONGEST_CONTACT = 120
_REACHED_AT = (
    r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s,;|·•–—]+|(?:\+\d\d ?)?(?:\(0\) ?)?\d(?:[ .]?\d){8,9})"
)
_CALLED = r"(?:contact|courriel|e-?mail|mél|site|tél(?:éphone)?|web)\b\.? ?:? ?"
_AND = rf"\s*[\s,;|·•–—]\s?[-/]?\s?(?:{_CALLED})?"
_CONTACT = re.compile(rf"(?:{_CALLED})?{_REACHED_AT}(?:{_AND}{_REACHED_AT})*", re.IGNORECASE)
_SCALE = re.compile(r"(?!\d{1,3}(?: \d{3})+$)\d+(?: \d+){2,}")
"""Three numbers, and not one of that many groups of digits."""


def captions_among(paragraphs: list[Paragraph], body: float) -> set[int]:
    """Indices of credits and sources with the small line above one, of addresses alone and the numbers of scales.

    ``body``: the size of the text in points.
    """
    found = _scales(paragraphs)
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind != "text" or len(paragraph.text) > 300:
            continue
        credit = is_credit(paragraph.text) or ("©" in paragraph.text and len(paragraph.text) < 200)
        if credit:
            found.add(i)
            above = paragraphs[i - 1] if i else None
            if above and _is_credited(above, paragraph, body):
                found.add(i - 1)
        elif len(paragraph.text) < _LONGEST_CONTACT and _CONTACT.fullmatch(paragraph.text):
            found.add(i)
    return found


def _is_credited(above: Paragraph, credit: Paragraph, body: float) -> bool:
    """A short small line right above, in the same column and type."""
    small = above.kind == "text" and above.size < 0.95 * body and len(above.text) < 200
    return small and above.page == credit.page and 0 <= credit.box[1] - above.box[3] < 2 * credit.size


def _scales(paragraphs: list[Paragraph]) -> set[int]:
    """Indices of three and more numbers in a row and nothing else, in one paragraph or several of one size."""
    found: set[int] = set()
    run: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        bare = paragraph.kind == "text" and not any(map(str.isalpha, paragraph.text))
        if not (bare and run and abs(paragraphs[run[-1]].size - paragraph.size) < 0.5):
            run = []
        if bare:
            run.append(i)
        if bare and _SCALE.fullmatch(paragraph.text):
            found.add(i)
        if len(run) >= _FEWEST_NUMBERS:
            found.update(run)
    return found
