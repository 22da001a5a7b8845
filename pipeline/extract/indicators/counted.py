"""What a quantity counts: the noun phrase after it, or before it, by parts of speech."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.doc_text import text_of
from pipeline.extract.indicators.patterns import ADVERBIAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12
_NOUNS = {"NOUN", "PROPN"}
OF = frozenset(("de", "d'", "d’", "du", "des"))
NONE: frozenset[str] = frozenset()
_LINKS = OF | {"à", "en"}
_ARTICLES = {"l'", "l’", "la", "le", "les"}
_OPENERS = OF | _ARTICLES | {"nos", "notre", "ses", "son", "sa", "leurs", "leur", "ces"}
_SEPARATORS = {":", "|", "–", "—", "-", "(", "=", "→", "+", "−"}
_VERBAL = {"AUX", "ADV", "PRON", "VERB"}


@dataclass(frozen=True, slots=True)
class Counted:
    """``words`` as the document writes them; ``end`` is where the indicator's words end with them."""

    words: str | None
    end: int
    head: str | None = None


class Tokens:
    """The tokens of a document by their place in the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._text = text_of(doc)
        self._starts: list[int] = doc.to_array("IDX").tolist()

    def at(self, position: int) -> int:
        """Index of the first token that starts there or later."""
        return bisect_left(self._starts, position)

    def counted(self, first: int, last: int, head: int, end: int) -> Counted:
        """The words of tokens ``[first, last)`` with that head."""
        closing = self.doc[last - 1]
        words = self._text[self.doc[first].idx : closing.idx + len(closing.text)]
        return Counted(words, end, self.doc[head].text.lower())


def counted_after(tokens: Tokens, position: int, limit: int, openers: frozenset[str]) -> Counted:
    """The noun phrase that begins there, behind those words (articles and "de" among them) where there are any."""
    first, last = tokens.at(position), tokens.at(limit)
    if openers:
        first = _skip(tokens.doc, first, last, openers)
    last = min(last, first + _LONGEST)
    head = _head(tokens.doc, first, last)
    if head is None:
        return Counted(None, position)
    end = _extend(tokens.doc, head + 1, last)
    found = tokens.counted(first, end, head, position)
    return Counted(found.words, tokens.doc[end - 1].idx + len(tokens.doc[end - 1].text), found.head)


def counted_of_share(tokens: Tokens, start: int, end: int, bounds: tuple[int, int]) -> Counted:
    """What a share or factor at ``[start, end)`` is one of: said after it, behind a colon, or before it."""
    after = counted_after(tokens, end, bounds[1], _OPENERS)
    if after.words is not None:
        return after
    following = tokens.at(end)
    if following < tokens.at(bounds[1]) and tokens.doc[following].text in _SEPARATORS - {"("}:
        return counted_after(tokens, tokens.doc[following].idx + 1, bounds[1], _OPENERS)
    return counted_before(tokens, start, bounds[0], end)


def _skip(doc: Doc, first: int, last: int, openers: frozenset[str]) -> int:
    """Behind at most three of those words; after "de" an article may come ("de la", "de l'")."""
    i = first
    while i < min(last, first + 3) and doc[i].text.lower() in (openers if i == first else openers | _ARTICLES):
        i += 1
    return i


def counted_before(tokens: Tokens, position: int, start: int, end: int) -> Counted:
    """ "réduire nos émissions de" 40 %, "les émissions ont baissé de" 40 %, "Émissions :" -40 %."""
    doc, first = tokens.doc, tokens.at(start)
    i = tokens.at(position)
    while i > first and (doc[i - 1].text in _SEPARATORS or doc[i - 1].text.lower() in {"de", "d'", "d’", "à"}):
        i -= 1
    found = _phrase_that_ends(tokens, i, first, end)
    while found is None and i > first and doc[i - 1].pos_ in _VERBAL:
        i -= 1
        found = _phrase_that_ends(tokens, i, first, end)
    return found or Counted(None, end)


def _phrase_that_ends(tokens: Tokens, last: int, first: int, end: int) -> Counted | None:
    """The longest noun phrase that ends just before the token ``last``."""
    doc = tokens.doc
    i = last
    while i > first and last - i < _LONGEST and _may_belong(doc[i - 1]):
        i -= 1
    for begin in range(i, last):
        head = _head(doc, begin, last)
        if head is not None and doc[head].pos_ in _NOUNS and _extend(doc, head + 1, last) == last:
            return tokens.counted(begin, last, head, end)
    return None


def _may_belong(token: Token) -> bool:
    return token.text.lower() in _LINKS | _ARTICLES or token.pos_ in _NOUNS or _qualifies(token)


def _head(doc: Doc, first: int, last: int) -> int | None:
    """Index of the head noun of a phrase that begins at ``first``: adjectives may come before it."""
    for i in range(first, min(first + 4, last)):
        if _is_noun(doc[i]):
            return i
        if not _qualifies(doc[i]):
            return None
        following = doc[i + 1] if i + 1 < last else None
        if following is None or not (_is_noun(following) or _qualifies(following)):
            return i  # "12 jeunes", "30 bénévoles": a noun taken for an adjective
    return None


def _is_noun(token: Token) -> bool:
    if token.pos_ not in _NOUNS or not token.text[0].isalpha():
        return False
    return token.text[0].islower() or token.text.isupper() or token.is_sent_start is True or token.i == 0


def _qualifies(token: Token) -> bool:
    if not token.text[0].islower():
        return False
    return token.pos_ == "ADJ" or (token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []))


def _extend(doc: Doc, i: int, last: int) -> int:
    """Index after the phrase: adjectives, participles and complements with "de", "à", "en"."""
    while i < last:
        word = doc[i].text.lower()
        if (_qualifies(doc[i]) or _apposed(doc, i)) and word not in ADVERBIAL:
            i += 1
        elif word in _LINKS and (following := _complement(doc, i, last)) is not None:
            i = following
        elif word in {"-", "/"} and not doc[i - 1].whitespace_ and not doc[i].whitespace_ and i + 1 < last:
            i += 2
        else:
            break
    return i


def _apposed(doc: Doc, i: int) -> bool:
    """A noun, or an adjective taken for one, directly after the noun: "pistes cyclables", "repas bio"."""
    return doc[i].pos_ == "NOUN" and doc[i].text[0].islower() and doc[i - 1].pos_ == "NOUN"


def _complement(doc: Doc, i: int, last: int) -> int | None:
    """Index after the noun of a complement that begins at the preposition ``i``."""
    j = i + 1
    if j < last and doc[i].text.lower() in OF and doc[j].text.lower() in _ARTICLES:
        j += 1
    while j + 1 < last and _qualifies(doc[j]) and _is_noun(doc[j + 1]):
        j += 1
    if j >= last or doc[j].text.lower() in ADVERBIAL:
        return None
    named = doc[i].text.lower() in OF and doc[j].pos_ in {"ADJ", "PROPN"}  # "de Rennes", "du bio"
    return j + 1 if _is_noun(doc[j]) or named else None
