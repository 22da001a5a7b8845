"""Which language a text is in, by its small words: enough to leave out what is not French."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.read.small_words import SMALL_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 8
_SAMPLE = 20_000


def language_of(texts: Iterable[str]) -> str | None:
    """ISO 639-1 code of the texts together; None where too little speaks for any."""
    counts: Counter[str] = Counter()
    seen = 0
    for text in texts:
        for word in _WORD.findall(text.lower()):
            counts.update(code for code, words in SMALL_WORDS.items() if word in words)
        seen += len(text)
        if seen > _SAMPLE:
            break
    if not counts:
        return None
    code, count = counts.most_common(1)[0]
    return code if count >= _ENOUGH else None


def declared_language(value: str | None) -> str | None:
    """ "fr-FR" → "fr"; None for nothing or nonsense."""
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", (value or "").strip())
    return match.group().lower() if match else None
