"""Which found answer is which true one: quotes by the words they share, partners by any of their names.

The same rules as the project's shared scorer, so that both print the same figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

LIKENESS = 0.6
"""Token F1 from which two quotes are one statement; share of words from which two names are one partner."""
_SMALL_WORDS = frozenset("le la les l d de du des et en au aux a un une the of ville commune".split())


def matched(found: Sequence[str], true: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (found, true) of quotes, the likeliest first, each used once; the later of equals first."""
    said, gold = [Counter(folded(t).split()) for t in found], [Counter(folded(t).split()) for t in true]
    rivals = sorted(((_likeness(a, b), i, j) for i, a in enumerate(said) for j, b in enumerate(gold)), reverse=True)
    used_found: set[int] = set()
    used_true: set[int] = set()
    pairs = []
    for likeness, i, j in rivals:
        if likeness < LIKENESS:
            break
        if i not in used_found and j not in used_true:
            used_found.add(i)
            used_true.add(j)
            pairs.append((i, j))
    return pairs


def same_partners(found: Sequence[Sequence[str]], true: Sequence[Sequence[str]]) -> int:
    """How many true partners are found, each found one used once."""
    free = list(range(len(found)))
    for names in true:
        hit = next((i for i in free if _same(found[i], names)), None)
        if hit is not None:
            free.remove(hit)
    return len(found) - len(free)


def folded(text: str) -> str:
    """Words without accents, case and punctuation, single-spaced."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    for a in one:
        for b in other:
            x, y = _weighty(a), _weighty(b)
            if folded(a) == folded(b) or (x and y and len(x & y) / len(x | y) >= LIKENESS):
                return True
    return False


def _weighty(name: str) -> frozenset[str]:
    words = folded(name).split()
    return frozenset(w for w in words if w not in _SMALL_WORDS) or frozenset(words)
