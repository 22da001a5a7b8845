"""Two wordings as one text, with what went and what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
MOST_WORDS = 800
"""Beyond that the comparison would take its time, and nobody reads it."""


def difference(before: str, after: str) -> Markup:
    """HTML: ``<del>`` around what only ``before`` says, ``<ins>`` around what only ``after`` does."""
    old, new = _WORD.findall(before)[:MOST_WORDS], _WORD.findall(after)[:MOST_WORDS]
    html: list[Markup] = []
    for what, i0, i1, j0, j1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i0:i1]), "".join(new[j0:j1])
        if what == "equal":
            html.append(Markup("{}").format(gone))
            continue
        if gone:
            html.append(Markup("<del>{}</del>").format(gone))
        if come:
            html.append(Markup("<ins>{}</ins>").format(come))
    return Markup("").join(html)
