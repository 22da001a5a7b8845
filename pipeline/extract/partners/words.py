"""Questions about one word that every way of finding names asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.partners.gazetteer import bodies, cities, countries, foreign_regions, french_areas
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.own import VAGUE
from pipeline.extract.partners.patterns import CONNECTORS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 22
"""Tokens a name may have."""
ACRONYM = re.compile(r"^[A-ZÉÈÀ][A-ZÉÈÀ0-9&'’-]*[A-ZÉ0-9]s?$")
ARTICLES = frozenset({"La", "Le", "Les", "L'", "L’"})
OPEN_QUOTES, CLOSE_QUOTES = '«“"', '»”"'


@dataclass(frozen=True, slots=True)
class Candidate:
    """Token offsets [first, last) of a possible name."""

    first: int
    last: int
    source: str
    """known, head, quoted, cell, capital or entity."""
    head: str = ""


def is_entity(doc: Doc, c: Candidate) -> bool:
    """Whether spaCy found just this: told by its tokens, as a span puts all entities of the document together anew."""
    inside = all(doc[i].ent_iob_ == "I" for i in range(c.first + 1, c.last))
    goes_on = c.last < len(doc) and doc[c.last].ent_iob_ == "I"
    return doc[c.first].ent_iob_ == "B" and inside and not goes_on


def marked(token: Token) -> bool:
    return any(ch.isupper() for ch in token.text)


def loose(token: Token) -> bool:
    """Whether no name begins or ends with this token."""
    if ACRONYM.match(token.text):
        return False
    return token.is_punct or token.is_space or token.lower_ in CONNECTORS or token.pos_ == "DET"


def glued(doc: Doc, i: int) -> bool:
    """Whether a hyphen or an apostrophe binds the token to the one before, without a space: "Nouvelle-Aquitaine"."""
    return i > 0 and not doc[i - 1].whitespace_ and (doc[i].text == "-" or doc[i - 1].text == "-")


def ends(token: Token) -> bool:
    """Whether no name goes on over this token."""
    if token.is_punct and token.text not in {"-", "'", "’", "–", "&"}:
        return True
    return token.is_space or token.text in {"|", "©", "€"} or _dash_between(token)


def _dash_between(token: Token) -> bool:
    """A dash with spaces around separates names; one without joins the words of a name."""
    spaced = token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in {"-", "–", "—"} and spaced


def opens_sentence(doc: Doc, i: int) -> bool:
    return i == 0 or doc[i - 1].is_space or doc[i - 1].text in {".", "!", "?", "…", "-", "–", "•", "|", ":", "«", '"'}


def article_of_name(doc: Doc, i: int, last: int) -> bool:
    """ "La" of "La Rochelle", "Les" of "Les Amis du Vieux Pont" within a sentence."""
    if doc[i].text not in ARTICLES or i + 1 >= last:
        return False
    return fold(doc[i : i + 2].text) in cities() or not opens_sentence(doc, i)


def names_someone(word: str) -> bool:
    """Whether a word alone is a place or body known by name."""
    plain = fold(word)
    return plain in VAGUE or any(
        plain in names() for names in (bodies, cities, countries, foreign_regions, french_areas)
    )


def joins(doc: Doc, i: int, last: int) -> bool:
    """Whether "et" or "&" at ``i`` is inside one name of two common nouns: "Habitat et Humanisme"."""
    if i == 0 or i + 1 >= last:
        return False
    one, other = doc[i - 1], doc[i + 1]
    if doc[i].text == "&":
        return marked(one) and marked(other)
    if (i > 1 and marked(doc[i - 2]) and doc[i - 2].text not in ARTICLES) or (i + 2 < last and marked(doc[i + 2])):
        return False  # each half has a name of its own
    return (
        one.is_title
        and other.is_title
        and {one.pos_, other.pos_} in ({"NOUN"}, {"NOUN", "PROPN"})
        and not names_someone(one.text)
        and not names_someone(other.text)
    )
