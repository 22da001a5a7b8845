"""The words searched for, marked where they stand in what was found."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

FIRST, LAST = "\x02", "\x03"
"""Around a hit in what SQLite gives; documents hold no such characters, and if one does they are dropped."""
MARKERS = "char(2), char(3)"
LONGEST = 48
"""Words of a passage that are shown, around its hits."""
SNIPPET = f"snippet(passages_fts, 1, {MARKERS}, '…', {LONGEST})"
WHOLE = f"highlight(commitments_fts, 1, {MARKERS})"

_HIT = re.compile(f"{FIRST}([^{FIRST}{LAST}]*){LAST}")
_STRAY = re.compile(f"[{FIRST}{LAST}]")


def marked(text: str) -> Markup:
    """HTML, all of it escaped but the marks."""
    return Markup(_STRAY.sub("", _HIT.sub(r'<mark class="hit">\1</mark>', str(escape(text)))))


FILTERS = {"marked": marked}
