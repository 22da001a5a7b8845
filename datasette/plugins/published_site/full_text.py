"""What readers type, as a query SQLite's full-text search cannot refuse."""

from __future__ import annotations

import re

_BIT = re.compile(r'"[^"]+"|[^\s"]+')


def fts_query(words: str | None) -> str:
    """All words, in any order; ``"two words"`` in that order; ``climat*`` for what begins so. Also SQL:
    ``… match mots_cherches(:mots)``. Without any word, a query that finds nothing."""
    phrases = []
    for bit in _BIT.findall(words or ""):
        if any(character.isalnum() for character in bit):
            bare = bit.strip('"*')
            phrases.append(f'"{bare}"{"*" if bit.endswith("*") else ""}')
    return " ".join(phrases) or '""'
