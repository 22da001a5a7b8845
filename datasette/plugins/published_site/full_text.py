"""What readers type, as a query SQLite's full-text search cannot refuse."""

from __future__ import annotations

import re

COMMITMENT_WORDS = (
    "create virtual table if not exists temp.commitment_words using fts5vocab('main', 'commitments_fts', 'col')"
)
"""How many commitments hold a word: a window on the index, made anew in every connection."""
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
