"""Bodies, countries and areas known by name, wherever they stand; a body goes on with the place it serves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.partners.france import DEPARTMENTS
from pipeline.extract.partners.gazetteer import area_names, bodies, body_names, french_areas
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.patterns import HEADS, LANDSCAPES, UNITS_OF_COUNT
from pipeline.extract.partners.words import Candidate, ends, glued, marked, names_someone

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BETWEEN = frozenset({"de", "du", "d'", "d’", "la", "l'", "l’", "des"})
_PLACE_WORDS = 5
_LETTERS = 3
_WORD_START = re.compile(rf"(?<![\w-])\w{{1,{_LETTERS}}}")


def known(doc: Doc, first: int, last: int, text: str) -> Iterator[Candidate]:
    if first >= last:
        return
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    for match in names_in(text, start, end):
        span = doc.char_span(match.start(), match.end())
        if span is None or not (any(marked(t) for t in span) or fold(match[0]) in bodies()):
            continue
        if fold(match[0]) in french_areas():
            yield Candidate(span.start, span.end, "capital")
        else:
            yield Candidate(span.start, _grow(doc, span.end, last), "known")


def names_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Names of the tables, the longest at each place, none overlapping; one is tried where a word begins as it does."""
    names, position = _by_beginning(), start
    for word in _WORD_START.finditer(text, start, end):
        pattern = names.get(_beginning(word[0])) if word.start() >= position else None
        match = pattern.match(text, word.start(), end) if pattern else None
        if match:
            position = match.end()
            yield match


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, re.Pattern[str]]:
    begun: dict[str, list[str]] = defaultdict(list)
    for name in sorted({n for n in (*body_names(), *area_names()) if len(n) > 1}, key=len, reverse=True):
        word = _WORD_START.match(name)
        if word is None:
            raise ValueError(f"a name begins with a letter or a figure. Got {name!r}")
        begun[_beginning(word[0])].append(name)
    return {
        letters: re.compile("(?:" + "|".join(map(_spelling, names)) + r")(?![\w]|-[^\W\d])")
        for letters, names in begun.items()
    }


@lru_cache(maxsize=2000)
def _beginning(letters: str) -> str:
    """What all spellings of a name begin with: without case and accents; "œ" is written as two letters, too."""
    return fold(letters)[:_LETTERS]


def _spelling(name: str) -> str:
    """A pattern for a name: acronyms as they are, long names in any case and with either apostrophe."""
    pattern = re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+").replace("É", "[ÉE]").replace("œ", "(?:œ|oe)")
    return f"(?i:{pattern})" if " " in name else pattern


def _grow(doc: Doc, end: int, last: int) -> int:
    """The end with the place a body serves: "CAF de l'Allier", "DRAC Centre-Val de Loire", "CIDFF 71"."""
    j = end
    while j < min(last, end + 3) and doc[j].lower_ in _BETWEEN:
        j += 1
    begin = j
    while j < last and j < begin + 2 * _PLACE_WORDS and _goes_on(doc, j, begin, last):
        j += 1
    while j > begin and doc[j - 1].lower_ in {"-", *_BETWEEN}:
        j -= 1
    if j == begin and begin == end and j < last and doc[j].text.isdigit() and len(doc[j]) <= 3:
        counts = j + 1 < last and doc[j + 1].lower_ in UNITS_OF_COUNT
        return j + 1 if not counts and (j + 1 == last or ends(doc[j + 1]) or _is_numbered(doc, j)) else end
    if j == begin or (begin == end and doc[begin].lower_ in HEADS and not _area_at(doc, begin, j)):
        return end
    return j


def _is_numbered(doc: Doc, j: int) -> bool:
    """ "le CIDFF 71 et", "SDE 35 pour": an acronym with the number of its department, not a count."""
    return (
        doc[j - 1].text.isupper() and doc[j].text in DEPARTMENTS and doc[j + 1].pos_ in {"ADP", "AUX", "CCONJ", "VERB"}
    )


def _goes_on(doc: Doc, j: int, begin: int, last: int) -> bool:
    token = doc[j]
    if glued(doc, j) and j > begin:
        return True
    if token.lower_ in _BETWEEN:  # "Pays de la Loire", "Val d'Oise": only within a name that goes on
        following = next((doc[k] for k in range(j, min(last, j + 3)) if doc[k].lower_ not in _BETWEEN), None)
        if j == begin or following is None or not marked(following):
            return False
        return doc[j - 1].text in LANDSCAPES or _area_at(doc, begin, following.i + 1)
    return marked(token) and token.text.replace("-", "").isalpha() and (j > begin or not _is_body(token))


def _is_body(token: Token) -> bool:
    return fold(token.text) in bodies()


def _area_at(doc: Doc, begin: int, end: int) -> bool:
    """Whether a known area begins with these words or is spelt by them."""
    name = fold(doc[begin:end].text)
    return name in french_areas() or any(a.startswith(name + " ") for a in french_areas()) or names_someone(name)
