"""What other collectivities say in much the same words, told by the words they share.

The rarer a word among all commitments, the more it counts (its inverse document frequency, read from the
full-text index). Only commitments that hold one of the rarest are compared, so that a hundred thousand take
no longer than a thousand.
"""

from __future__ import annotations

import json
import re
import unicodedata
from math import log
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.facts.cards import cards
from published_site.freshness import kept_until_refresh

if TYPE_CHECKING:
    from datasette.app import Datasette

SHOWN = 5
RAREST, MOST_SENTENCES, SHARE_OF_ALL = 8, 60, 0.004
"""Words looked up, and how many sentences one may stand in: so many, or this share of all."""
LEAST_LIKENESS, LEAST_WORDS = 0.22, 2
SHORTEST = 4
"""Letters: shorter words are articles and prepositions, mostly."""

ALL = "select count(*) as n from commitments"

FREQUENCIES = """
select wanted.value as word, sum(v.doc) as sentences
from json_each(:words) as wanted cross join temp.commitment_words as v on v.term = wanted.value
where v.col = 'text' group by wanted.value
"""

CANDIDATES = """
select c.id, c.text from (
  select rowid from commitments_fts where commitments_fts match :query order by rank limit 250) as f
join commitments as c on c.rowid = f.rowid
where c.collectivity_id <> :collectivity and c.withdrawn_on is null
"""

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
"""Accents and cedillas, once taken off their letters."""


def _bare(text: str) -> str:
    small = text.casefold()
    return small if small.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", small))


def words(text: str) -> list[str]:
    """Words as the full-text index keeps them: small letters without accents."""
    return [word for word in dict.fromkeys(_WORD.findall(_bare(text))) if len(word) >= SHORTEST and not word.isdigit()]


def _as_written(text: str) -> dict[str, str]:
    """Words as the index keeps them → as readers know them, with their accents."""
    return {_bare(word): word for word in _WORD.findall(unicodedata.normalize("NFC", text.casefold()))}


async def _weights(datasette: Datasette, text: str) -> tuple[dict[str, float], list[str]]:
    """Each word with its weight, and the rarest that others say too."""
    asked = {"all": ALL, "words": FREQUENCIES}
    (every,), rows = (await database.answers(datasette, asked, words=json.dumps(words(text)))).values()
    total = every["n"]
    frequencies = {row["word"]: row["sentences"] for row in rows if row["sentences"] > 1}
    weights = {word: log(max(total, 2) / n) for word, n in frequencies.items()}
    most = max(MOST_SENTENCES, SHARE_OF_ALL * total)
    rare = sorted((word for word, n in frequencies.items() if n <= most), key=lambda word: frequencies[word])
    return weights, rare[:RAREST]


@kept_until_refresh
async def similar(datasette: Datasette, text: str, collectivity: str) -> list[dict[str, Any]]:
    """Cards of the likest, each with ``shared``, the words in common, heaviest first."""
    weights, rare = await _weights(datasette, text)
    if not rare:
        return []
    query = "text : (" + " OR ".join(f'"{word}"' for word in rare) + ")"
    candidates = await database.rows(datasette, CANDIDATES, query=query, collectivity=collectivity)
    whole, likest, seen = sum(weights.values()), [], set()
    for candidate in candidates:
        shared = [word for word in words(candidate["text"]) if weights.get(word, 0) > 0]
        likeness = sum(weights[word] for word in shared) / whole
        if likeness >= LEAST_LIKENESS and len(shared) >= LEAST_WORDS and candidate["text"] not in seen:
            seen.add(candidate["text"])
            likest.append((likeness, candidate["id"], sorted(shared, key=lambda word: -weights[word])))
    best = sorted(likest, key=lambda found: (-found[0], found[1]))[:SHOWN]
    written = _as_written(text)
    shared_by = {key: [written.get(word, word) for word in shared] for _, key, shared in best}
    return [card | {"shared": shared_by[card["id"]]} for card in await cards(datasette, list(shared_by))]
