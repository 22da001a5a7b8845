"""Which language a text is in: French by its small words, any other by py3langid.

py3langid is asked only where French does not show at once: its model takes a second to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.read.small_words import SMALL_WORDS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Catalan, Occitan and Italian share some of them, but never as large a part of their words.
_SMALL = SMALL_WORDS["fr"] | {"d", "l", "qu", "s", "n", "notre", "nos", "son", "sa", "on"}
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = 0.3
"""Share of its words that small French words are in plain French prose, at the least."""
_MAIN = 0.4
"""Share of a document's words in French passages that makes it French."""
_FEWEST = 12
"""Words below which nothing is said of the language."""
_SURE = 0.9
_SAMPLE = 40_000
_PASSAGE = 2_000
"""Characters looked at of a document, spread over it, and of one passage."""


def language_of(texts: Iterable[str]) -> str | None:
    """ISO 639-1 code of a document's main language; None where too little speaks for any."""
    passages = [_WORD.findall(text[:_PASSAGE].lower()) for text in _spread(list(texts))]
    total = sum(map(len, passages))
    if total < _FEWEST:
        return None
    if sum(len(words) for words in passages if _is_french(words)) >= _MAIN * total:
        return "fr"
    label, probability = _identifier().classify(" ".join(" ".join(words) for words in passages))
    return label if probability >= _SURE else None


def declared_language(value: str | None) -> str | None:
    """ "fr-FR" → "fr"; None for nothing or nonsense."""
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", (value or "").strip())
    return match.group().lower() if match else None


def _spread(texts: Sequence[str]) -> Sequence[str]:
    """Every so many of the texts, so that their sum is about a sample."""
    total = sum(min(len(text), _PASSAGE) for text in texts)
    return texts[:: max(total // _SAMPLE, 1)]


def _is_french(words: Sequence[str]) -> bool:
    """Many small words and, but in a few words, several of them: Dutch has "de" and "en", too."""
    small = [word for word in words if word in _SMALL]
    return len(small) >= _FRENCH * len(words) and len(set(small)) >= min(3, len(words) // 4)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
