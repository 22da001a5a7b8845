"""What stands around a name: who acts, by which words the name is announced, in what kind of place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.partners.cues import CREATED, CUES, DENIED, SPOKEN, TOPICS
from pipeline.extract.partners.gazetteer import countries
from pipeline.extract.partners.naming import fold
from pipeline.grammar import SELF_NOUNS, SELF_PRONOUNS, THIRD_PARTIES
from pipeline.types import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WIDE = 70
"""Characters looked back for cues that need not touch the name."""
NEAR = 4
"""Tokens between a name and the noun or verb that governs it."""
_ARTICLES = r"(?:l'|la |le |les |d'|de |du |des |au |aux |à )*"
_TOUCHING = {
    name: re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(cues, key=len, reverse=True))) + rf")\s*{_ARTICLES}\s*[«\"]?\s*$"
    )
    for name, cues in CUES.items()
}
_ANYWHERE = re.compile(
    "|".join(
        rf"(?P<{name}>(?<!\w)(?:" + "|".join(map(re.escape, sorted(cues, key=len, reverse=True))) + r")(?!\w))"
        for name, cues in CUES.items()
        if name not in {"list", "place", "toward"}
    )
)
_PARENTHESIS = re.compile(r"^\s*\(([^()]{2,40})\)")
_TOPIC = re.compile("|".join(TOPICS))
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands. Texts are plain: straight apostrophes, "co-" joined to its word."""

    before: str
    """From the start of its sentence to the first name of its enumeration, in lower case."""
    direct: str
    """From the start of its sentence to the candidate, in lower case."""
    after: str
    """From the candidate to the end of its sentence, as written."""
    passage: Passage
    column: str
    """What heads its column, in a table."""
    lead: str


def features_around(place: Place) -> Iterator[str]:
    yield f"block={place.passage.kind}"
    yield f"opens={not place.direct.strip(' «')}"
    yield from _cues(place)
    words = _WORD.findall(place.before[-WIDE:])
    yield from (f"l{n}={w}" for n, w in enumerate(reversed(words[-3:]), 1))
    yield from (f"near={w[:8]}" for w in words[-8:] if len(w) > 3)
    following = re.findall(r"[\w']+|[^\w\s]", place.after[:40].lower())
    yield from (f"r{n}={w}" for n, w in enumerate(following[:3], 1))
    inside = _PARENTHESIS.match(place.after)
    if inside:
        yield f"bracket={_bracket(inside[1])}"
    if place.direct.count("(") > place.direct.count(")"):
        yield "inbracket"
    yield from _said(place)
    yield from _topics(place)


def _cues(place: Place) -> Iterator[str]:
    for name, pattern in _TOUCHING.items():
        if pattern.search(place.before[-WIDE:]):
            yield f"cue={name}"
        if pattern.search(place.direct[-WIDE:]):
            yield f"direct={name}"
    last = deque(_ANYWHERE.finditer(place.before[-3 * WIDE :]), maxlen=1)
    if last:
        gap = len(_WORD.findall(place.before[-3 * WIDE :][last[0].end() :]))
        yield f"last={last[0].lastgroup}+{min(gap, 12).bit_length()}"


def _said(place: Place) -> Iterator[str]:
    sentence = f"{place.direct} {place.after.lower()}"
    for name, words in (("denied", DENIED), ("spoken", SPOKEN), ("created", CREATED)):
        if any(w in sentence for w in words):
            yield name
    if any(w in place.before[-40:] for w in CREATED):
        yield "created+near"


def _topics(place: Place) -> Iterator[str]:
    sentence = f"{place.before} {place.after.lower()}"
    headings = place.passage.heading.lower()
    for where, text in (("lead", place.lead.lower()), ("heading", headings), ("sentence", sentence)):
        yield from (f"{where}:{m[0]}" for m in _TOPIC.finditer(text))
    if place.passage.kind == "table_row":
        yield f"column={fold(place.column)[:24].replace(' ', '_')}"
        yield from (f"column:{m[0]}" for m in _TOPIC.finditer(place.column.lower()))
        row = f"{place.direct} {place.after}"
        yield f"row={any(fold(cell) in countries() for cell in row.split('|'))}+{place.direct.count('|')}"
        yield f"money={'€' in row or 'eur' in row.lower()}"


def _bracket(inside: str) -> str:
    if fold(inside.split(",", maxsplit=1)[0]) in countries():
        return "country"
    return "acronym" if inside.isupper() or (inside[:1].isupper() and not inside.islower()) else "other"


def governing(doc: Doc, start: int, first: int, chain: int, last: int, end: int) -> Iterator[str]:
    """The words that govern a candidate [first, last) of the sentence [start, end): tokens.

    ``chain`` is the first token of the enumeration it belongs to.
    """
    subject = _subject(doc, start, chain)
    yield f"subject={subject}"
    verb = _verb_before(doc, start, chain)
    if verb is not None:
        yield f"verb={verb.lower_[:7]}"
        yield f"subject+verb={subject}+{verb.lower_[:7]}"
        yield f"tense={'-'.join(verb.morph.get('Tense', []) + verb.morph.get('VerbForm', []))}"
    yield from _attached(doc, start, first)
    follower = _verb_after(doc, last, end)
    if follower is not None:
        yield "acts"
        yield f"acts={follower.lower_[:7]}"


def _subject(doc: Doc, start: int, chain: int) -> str:
    """Who the sentence speaks of, by its first words."""
    words = [t.lower_ for t in doc[start : min(chain, start + 8)] if not t.is_punct and not t.is_space]
    for word in words[:6]:
        if word in SELF_PRONOUNS:
            return "nous"
        if word in {"elle", "il", "elles", "ils", "on", "celle-ci", "celui-ci", "m.", "mme", "qui"}:
            return word
        if word in SELF_NOUNS:
            return "self"
        if word in THIRD_PARTIES:
            return "third"
    return "none" if not words else "other"


def _verb_before(doc: Doc, start: int, chain: int) -> Token | None:
    return next((doc[i] for i in range(chain - 1, max(start, chain - 15) - 1, -1) if doc[i].pos_ == "VERB"), None)


def _verb_after(doc: Doc, last: int, end: int) -> Token | None:
    """The verb right after a name, over a pronoun, an adverb or a bracket: the name acts."""
    depth = 0
    for token in doc[last : min(end, last + 12)]:
        if token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif depth <= 0 and token.pos_ in {"VERB", "AUX"}:
            return token
        elif depth <= 0 and token.pos_ not in {"ADV", "PRON"}:
            return None
    return None


def _attached(doc: Doc, start: int, first: int) -> Iterator[str]:
    """The article, the preposition and the noun a name hangs on: "le festival X", "les locaux de X"."""
    i = first - 1
    if i < start:
        yield "article=start"
        return
    yield f"article={doc[i].lower_ if doc[i].pos_ in {'DET', 'ADP'} or doc[i].is_punct else doc[i].pos_}"
    if doc[i].pos_ in {"NOUN", "ADJ"}:
        yield f"beside={doc[i].lower_[:9]}"
    for token in reversed(doc[max(start, first - NEAR) : first]):
        if token.pos_ == "NOUN":
            yield f"noun={token.lower_[:9]}"
            return
        if token.pos_ in {"VERB", "AUX"}:
            return
