"""The main clause of a unit, from its words and the tagger's morphology: who acts, in which tense.

What a subordinate clause says ("des villes qui visent la neutralité") commits nobody; the main one does.
The tagger takes "accueille" for a future and "agit" for a past: where the ending speaks, it wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.grammar import (
    ARTICLES,
    BEING,
    CLITICS,
    COMMITTING,
    HAVING,
    INDEFINITE,
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
_FINITE = re.compile(r"(?:[acdet]|ez|ons|mes|tes)$")
_NEVER_FINITE = re.compile(r"(?:[ai]ble|ant|ée?)$|[·.]")
_LIKE_PRESENT = re.compile(r"it$")
"""Endings that a past participle and the third person of the present share: "fait", "ouvert", "réduit"."""
_BEFORE_ARTICLES = frozenset({"ADP", "CCONJ", "PUNCT", "VERB"})
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
        opening = _opening(words)
        return Clause(opening, opening, _without_verb(words, opening), ())
    verb = words[at]
    participle = _participle(words, at)
    before = tuple(words[:at])
    return Clause(verb, participle or verb, _tense(words, at, participle), before)


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb; "participe", which the tagger takes for a participle, is one."""
    if token.pos_ not in {"VERB", "AUX"}:
        return _is_missed_future(token)
    if _is_noun(token) or not _ends_as_finite(token):
        return False
    if "Part" in token.morph.get("VerbForm", []):
        if _PARTICIPLE.search(token.lower_) or token.lower_.endswith("ant"):
            return _has_object(token)
        return True
    return token.morph.get("Mood", [""])[0] in FINITE and not _is_bare_infinitive(token)


def _ends_as_finite(token: Token) -> bool:
    """ "mètres cubes", "à prix coûtant", "joignable", a dash: no form of a verb but the first and second person's."""
    word = token.lower_
    before = {t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]}
    if word in BEING | HAVING or before & {"j'", "j’", "je", "tu"}:
        return True
    return _FINITE.search(word) is not None and _NEVER_FINITE.search(word) is None


def _is_missed_future(token: Token) -> bool:
    """ "se dotera", "nous végétaliserons": verbs the tagger takes for names or adjectives."""
    if not token.i or token.nbor(-1).lower_ not in REFLEXIVES | {"elle", "elles", "il", "ils"}:
        return False
    return _SURE_FUTURE.search(token.lower_) is not None


def _has_object(token: Token) -> bool:
    """ "fait l'objet", "réduit les délais": a participle without auxiliary has no object, so it is a present."""
    if not (_LIKE_PRESENT.search(token.lower_) and token.i and token.i + 1 < len(token.doc)):
        return False
    before = {t.lower_ for t in token.doc[max(0, token.i - _NEAR) : token.i]}
    return token.nbor(1).lower_ in CLITICS | {"un", "une"} and not before & (HAVING | BEING)


def _is_noun(token: Token) -> bool:
    """ "la télérelève", "une garantie": what follows an article is none, unless a clitic ("la Ville les accueille")."""
    if not token.i or token.nbor(-1).lower_ not in ARTICLES:
        return False
    return token.nbor(-1).lower_ not in CLITICS or token.i == 1 or token.nbor(-2).pos_ in _BEFORE_ARTICLES


def _is_bare_infinitive(token: Token) -> bool:
    """ "Créer un outil", "Végétaliser davantage": the tagger misses infinitives that open a unit with a capital."""
    if not (token.text[:1].isupper() and _INFINITIVE.search(token.lower_) and token.i + 1 < len(token.doc)):
        return False
    following = token.nbor(1)
    partitive = following.lower_ in {"de", "des", "du", "d'", "d’"}
    if partitive:
        return token.lower_.endswith("er") and not token.lower_.endswith("ier")
    return following.lower_ in OPENING_DETERMINERS or following.pos_ in {"ADV", "ADP"} or following.is_digit


def _is_infinitive(token: Token) -> bool:
    return "Inf" in token.morph.get("VerbForm", []) or _is_bare_infinitive(token)


def _opening(words: Sequence[Token]) -> Token | None:
    """The first of four words that is no article, preposition or adverb."""
    return next((t for t in words[:4] if t.is_alpha and t.pos_ not in {"ADP", "DET", "ADV"}), None)


def _main_verb(words: Sequence[Token]) -> int | None:
    """Index of the first finite verb that no relative pronoun or conjunction governs.

    Where all are governed the tagger has missed one, and the first stands for it; not in a unit that needs none.
    """
    governed = False
    first: int | None = None
    for i, token in enumerate(words):
        if token.lower_ in SUBORDINATORS and not (token.lower_ in {"que", "qu'", "qu’"} and i == 0):
            governed = True
        elif governed and token.text == "," and words[i - 2].lower_ == "comme":
            governed = False
        elif is_finite(token):
            if not governed:
                return i
            first = i if first is None else first
            governed = False
    return None if _opens_without_verb(words) else first


def _opens_without_verb(words: Sequence[Token]) -> bool:
    """Whether a unit opens as items and headings do that need no verb: "Isoler…", "Appui à…", "Une ville qui…"."""
    opening = _opening(words)
    if opening is None:
        return False
    bare = opening is words[0] and opening.pos_ == "NOUN"
    return bare or words[0].lower_ in INDEFINITE or words[0].is_digit or _is_infinitive(opening)


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
    if "Part" in verb.morph.get("VerbForm", []):
        return False
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
    if opening is not None and _is_infinitive(opening):
        return "infinitive"
    return "participle" if any("Part" in t.morph.get("VerbForm", []) for t in words[:6]) else "nominal"


def _said(words: Sequence[Token]) -> str:
    """The words as ``COMMITTING`` reads them: lower case, straight apostrophes."""
    return "".join(t.text_with_ws for t in words).lower().replace("’", "'")
