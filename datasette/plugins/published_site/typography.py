"""French spaces: none may end a line before « : ; ? ! » and other signs that belong to the word before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

WIDE, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
_KEPT = (
    (re.compile(r" (?=:(?:[\s<»]|$))|(?<=«) | (?=[»%€])"), WIDE),
    (re.compile(r" (?=[;?!](?:[\s<»]|$))"), NARROW),
    (re.compile(r"(?<=\bODD) (?=\d)|(?<=\bp\.) (?=\d|$)"), WIDE),
)
SAID = frozenset({"attribution", "columns", "description", "labels", "license", "name", "source", "title", "unit"})
"""Keys of metadata.yaml whose values readers read."""


def spaced(text: str) -> str:
    for space, kept in _KEPT:
        text = space.sub(kept, text)
    return text


class FrenchSpaces(Extension):
    """All that templates say themselves; what documents say is shown as they say it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            yield Token(token.lineno, token.type, spaced(token.value)) if token.type == "data" else token


def spaced_metadata(known: Any, said: bool = False) -> Any:
    """metadata.yaml with the spaces of what readers read kept; SQL and charts as they are."""
    if isinstance(known, dict):
        return {key: spaced_metadata(value, said or key in SAID) for key, value in known.items()}
    if isinstance(known, list):
        return [spaced_metadata(value, said) for value in known]
    return spaced(known) if said and isinstance(known, str) else known


FILTERS = {"spaced": spaced}
