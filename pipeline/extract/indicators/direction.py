"""Which way a quantity goes, and the years it is measured from and to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.indicators.counted import Tokens
from pipeline.extract.indicators.patterns import (
    BASELINE,
    BEGUN,
    DECREASE,
    INCREASE,
    LESS_AFTER,
    MAINTAIN,
    MORE_AFTER,
    NOUNS_OF_DECREASE,
    NOUNS_OF_INCREASE,
    NOUNS_OF_MAINTAIN,
    NOUNS_OF_REACH,
    REACH,
)
from pipeline.types import Direction, Period

if TYPE_CHECKING:
    from spacy.tokens import Doc

_I = re.IGNORECASE
_FARTHEST = 25
"""Tokens before a quantity among which its verb or noun is looked for."""
_ALONG = {"de", "d'", "d’", ":", "des", "du"}


def _stems(**stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{way}>{'|'.join(s)})" for way, s in stems.items()), _I)


_VERBS = _stems(increase=INCREASE, decrease=DECREASE, maintain=MAINTAIN, reach=REACH)
_NOUNS = _stems(
    increase=NOUNS_OF_INCREASE, decrease=NOUNS_OF_DECREASE, maintain=NOUNS_OF_MAINTAIN, reach=NOUNS_OF_REACH
)
_BREAKS = frozenset(".;:|–—")
_SIGNED = re.compile(r"(?:^|[\s(«:|])(?P<sign>[-−–+])\s?$")
_MINUS = re.compile(r"(?:^|[\s(])moins\s$", _I)
_AT_MOST_UP = re.compile(r"(?<!\w)jusqu['’]à\s$", _I)
_MORE = re.compile(MORE_AFTER)
_LESS = re.compile(LESS_AFTER)
_BASELINE = re.compile(BASELINE, _I)
_BEGUN = re.compile(BEGUN, _I)


def sign_before(sentence: str, start: int) -> re.Match[str] | None:
    """A plus or minus that belongs to the number there, not a dash between words."""
    return _SIGNED.search(sentence, 0, start)


def direction(tokens: Tokens, sentence: str, offset: int, span: tuple[int, int]) -> Direction | None:
    """Which way the quantity at that span of the sentence goes; None where the words do not say it.

    ``offset`` is where the sentence begins in the document.
    """
    start, end = span
    sign = sign_before(sentence, start)
    if sign:
        return "increase" if sign["sign"] == "+" else "decrease"
    if _LESS.match(sentence, end) or _MINUS.search(sentence, 0, start):
        return "decrease"
    if _MORE.match(sentence, end):
        return "increase"
    return (
        _before(tokens.doc, tokens.at(offset + start), tokens.at(offset))
        or ("reach" if _AT_MOST_UP.search(sentence, 0, start) else None)
        or _after(tokens.doc, tokens.at(offset + end), tokens.at(offset + len(sentence)))
    )


def _before(doc: Doc, position: int, first: int) -> Direction | None:
    """By the verb or noun the quantity hangs on: the nearest finite verb, infinitive, or noun of change before it."""
    for i in range(position - 1, max(first, position - _FARTHEST) - 1, -1):
        token = doc[i]
        if token.text in _BREAKS and not (token.text == ":" and i == position - 1):
            return None
        noun = _NOUNS.match(token.text) if token.pos_ in {"NOUN", "PROPN", "ADJ"} else None
        if noun and i + 1 < len(doc) and (doc[i + 1].text.lower() in _ALONG or doc[i + 1].pos_ == "ADJ"):
            return _named(noun)
        opens = i == first and token.text.endswith(
            ("er", "ir", "re")
        )  # an infinitive that heads an item, however tagged
        if opens or (token.pos_ == "VERB" and not _is_epithet(doc, i, first)):
            verb = _VERBS.match(token.text)
            return _named(verb) if verb else None
    return None


def _is_epithet(doc: Doc, i: int, first: int) -> bool:
    """A participle that qualifies a noun: "les communes concernées"; not "ont concerné"."""
    if "Part" not in doc[i].morph.get("VerbForm", []):
        return False
    return i > first and doc[i - 1].pos_ in {"NOUN", "ADJ", "PROPN"}


def _after(doc: Doc, position: int, last: int) -> Direction | None:
    """ "Onze équipements ont été construits", "200 logements seront créés": the verb of which it is the subject."""
    helped = False
    for i in range(position, min(last, position + 12)):
        token = doc[i]
        if token.pos_ == "VERB" and helped:
            verb = _VERBS.match(token.text)
            return _named(verb) if verb and verb.lastgroup != "reach" else None
        if token.text in _BREAKS or token.pos_ == "PUNCT":
            return None
        helped = helped or token.pos_ == "AUX"
    return None


def _named(cue: re.Match[str]) -> Direction:
    return cue.lastgroup  # type: ignore[return-value]


def years(sentence: str, offset: int, periods: Sequence[Period], end: int) -> tuple[int | None, int | None]:
    """Baseline and target year of a quantity that ends at ``end``: of the sentence's periods, those that say so.

    ``offset`` is where the sentence begins in the text the periods count in.
    """
    baseline = target = None
    for period in sorted(periods, key=lambda p: abs(p.start - offset - end)):
        start = period.start - offset
        if _BASELINE.search(sentence, 0, start):
            baseline = period.start_year if baseline is None else baseline
        elif period.start_year is None:
            target = period.end_year if target is None else target
        elif period.end_year is None:
            baseline = period.start_year if baseline is None else baseline
        elif period.start_year != period.end_year:
            baseline = period.start_year if baseline is None else baseline
            target = period.end_year if target is None else target
        elif target is None and not _BEGUN.search(sentence, 0, start):
            target = period.end_year
    return baseline, target
