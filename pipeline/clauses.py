"""The main clause of a unit, from its words and the tagger's morphology: who acts, in which tense.

What a subordinate clause says ("des villes qui visent la neutralité") commits nobody; the main one does.
The tagger takes "accueille" for a future and "agit" for a past: where the ending speaks, it wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.grammar import (
    BEING,
    COMMITTING,
    HAVING,
    NEGATIONS,
    OPENING_DETERMINERS,
    PAST_AUXILIARIES,
    REFLEXIVES,
    SUBORDINATORS,
    TAKING_BEING,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

FINITE = frozenset({"Ind", "Sub", "Cnd", "Imp"})
_FUTURE = re.compile(r"r(?:a|ai|as|ons|ez|ont)$")
_SURE_FUTURE = re.compile(r"(?:[enu]?dr|er|ir|ttr)(?:a|ai|as|ons|ez|ont)$")
"""Endings that hardly any other tense has, whatever the tagger says."""
_INFINITIVE = re.compile(r"(?:er|ir|oir|[dtvi]re)$")
_CONDITIONAL = re.compile(r"r(?:ais|ait|aient|ions|iez)$")
_PAST = re.compile(r"(?:[aâèiuû](?:i(?:s|t|ent)|ions|iez|rent|mes|tes)|ions|iez)$")
_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|ert|int|eint|us)(?:e|s|es)?$")
_NEAR = 5
"""Words between an auxiliary and its participle, adverbs and "été" included."""


@dataclass(frozen=True, slots=True)
class Clause:
    """``tense`` is one of negated, conditional, commits, future, perfect, passive, present, past, infinitive,
    participle and nominal: what the main clause says as a whole."""

    verb: Token | None
    """The main finite verb (its auxiliary in compound tenses). Without one: the first of the unit's first four words
    that is no article, preposition or adverb, mostly an infinitive or a noun; None where there is none."""
    deed: Token | None
    """The verb that carries the meaning: the participle after an auxiliary, else ``verb``."""
    tense: str
    before: tuple[Token, ...]
    """What stands before the verb: the subject and what opens the sentence."""


def main_clause(span: Span) -> Clause:
    """The main clause of a unit, whose tokens are tagged; a unit without words gives one without a verb, nominal."""
    words = [t for t in span if not t.is_space]
    at = _main_verb(words)
    if at is None:
        opening = next((t for t in words[:4] if t.is_alpha and t.pos_ not in {"ADP", "DET", "ADV"}), None)
        return Clause(opening, opening, _without_verb(words, opening), ())
    verb = words[at]
    participle = _participle(words, at)
    before = tuple(words[:at])
    return Clause(verb, participle or verb, _tense(words, at, participle), before)


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb; "participe", which the tagger takes for a participle, is one."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if "Part" in token.morph.get("VerbForm", []):
        return _PARTICIPLE.search(token.lower_) is None and not token.lower_.endswith("ant")
    return token.morph.get("Mood", [""])[0] in FINITE and not _is_bare_infinitive(token)


def _is_bare_infinitive(token: Token) -> bool:
    """ "Créer un outil", "Végétaliser davantage": the tagger misses infinitives that open a unit with a capital."""
    if not (token.text[:1].isupper() and _INFINITIVE.search(token.lower_) and token.i + 1 < len(token.doc)):
        return False
    following = token.nbor(1)
    partitive = following.lower_ in {"de", "des", "du", "d'", "d’"}
    if partitive:
        return token.lower_.endswith("er") and not token.lower_.endswith("ier")
    return following.lower_ in OPENING_DETERMINERS or following.pos_ in {"ADV", "ADP"}


def _main_verb(words: Sequence[Token]) -> int | None:
    """Index of the first finite verb that no relative pronoun or conjunction governs."""
    governed = False
    first: int | None = None
    for i, token in enumerate(words):
        if token.lower_ in SUBORDINATORS and not (token.lower_ in {"que", "qu'", "qu’"} and i == 0):
            governed = True
        elif is_finite(token):
            if not governed:
                return i
            first = i if first is None else first
            governed = False
    return first


def _participle(words: Sequence[Token], at: int) -> Token | None:
    """The past participle after an auxiliary."""
    if words[at].lower_ not in HAVING | BEING:
        return None
    for token in words[at + 1 : at + 1 + _NEAR]:
        if token.lower_ == "été":
            continue
        if _PARTICIPLE.search(token.lower_) and token.pos_ in {"VERB", "AUX", "ADJ"} and not is_finite(token):
            return token
        if token.pos_ not in {"ADV", "PRON", "ADP", "DET", "PUNCT"} and token.lower_ not in NEGATIONS:
            return None
    return None


def _tense(words: Sequence[Token], at: int, participle: Token | None) -> str:
    verb = words[at]
    if _negated(words, at):
        return "negated"
    if _CONDITIONAL.search(verb.lower_) and verb.morph.get("Mood", [""])[0] == "Cnd":
        return "conditional"
    if COMMITTING.search(_core(words, at)):
        return "commits"
    tense = verb.morph.get("Tense", [""])[0]
    if (tense == "Fut" and _FUTURE.search(verb.lower_)) or _SURE_FUTURE.search(verb.lower_):
        return "future"
    return "present" if participle is None and not _is_past(verb, tense) else _compound(words, at, participle)


def _is_past(verb: Token, tense: str) -> bool:
    return verb.lower_ in PAST_AUXILIARIES or (tense in {"Imp", "Past"} and _PAST.search(verb.lower_) is not None)


def _compound(words: Sequence[Token], at: int, participle: Token | None) -> str:
    verb = words[at]
    if participle is None or verb.lower_ in PAST_AUXILIARIES:
        return "past"
    reflexive = at > 0 and words[at - 1].lower_ in REFLEXIVES and verb.lower_ in BEING
    if verb.lower_ in HAVING or reflexive or TAKING_BEING.match(participle.lower_):
        return "perfect"
    return "passive"


def _negated(words: Sequence[Token], at: int) -> bool:
    near = {t.lower_ for t in words[max(0, at - 2) : at]}
    after = {t.lower_ for t in words[at + 1 : at + 4]}
    return bool(near & {"ne", "n'", "n’"}) and bool(after & NEGATIONS)


def _core(words: Sequence[Token], at: int) -> str:
    """The words of the main clause: all before the verb, and on to the next relative or purpose clause."""
    end = at + 1
    while end < len(words) and words[end].lower_ not in SUBORDINATORS and words[end].lower_ not in {"afin", ";"}:
        end += 1
    return _said(words[:end])


def _without_verb(words: Sequence[Token], opening: Token | None) -> str:
    if COMMITTING.search(_said(words)):
        return "commits"
    if opening is not None and ("Inf" in opening.morph.get("VerbForm", []) or _is_bare_infinitive(opening)):
        return "infinitive"
    return "participle" if any("Part" in t.morph.get("VerbForm", []) for t in words[:6]) else "nominal"


def _said(words: Sequence[Token]) -> str:
    """The words as ``COMMITTING`` reads them: lower case, straight apostrophes."""
    return "".join(t.text_with_ws for t in words).lower().replace("’", "'")
