"""Which verbs and phrases that commit (``grammar.MODALS``) a text holds."""

from __future__ import annotations

import re

from pipeline.grammar import MODALS

_OPENING = re.compile(r"(?<!\w)(?=(\w.))")
_BY_OPENING = {opening: [m for m in MODALS if m.startswith(opening)] for opening in {m[:2] for m in MODALS}}


def modals(text: str) -> list[str]:
    """Those in a text in lower case, in the list's order; each is tried only where a word begins as it does."""
    openings = [(start[1], start.start()) for start in _OPENING.finditer(text)]
    found = {m for opening, at in openings for m in _BY_OPENING.get(opening, ()) if text.startswith(m, at)}
    return [m for m in MODALS if m in found]
