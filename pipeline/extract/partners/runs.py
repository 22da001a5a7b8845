"""Names that only their capitals, their cell of a table or spaCy's own entities show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.partners.patterns import (
    CONNECTORS,
    FUNCTION_WORDS,
    GENITIVES,
    HEADS,
    PERSON_TITLES,
    STANDING_ALONE,
)
from pipeline.extract.partners.words import (
    ACRONYM,
    ARTICLES,
    CLOSE_QUOTES,
    LONGEST,
    OPEN_QUOTES,
    Candidate,
    article_of_name,
    ends,
    glued,
    joins,
    marked,
    names_someone,
    opens_sentence,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_CELL = 8
"""Tokens of a cell or list item that may be one name."""
_WITHIN = GENITIVES | {"la", "le", "l'", "l’", "&", "do", "del", "di", "of", "and", "for", "in", "the"}


def capitals(doc: Doc, first: int, last: int) -> Iterator[Candidate]:
    i = first
    while i < last:
        quoted = _quoted(doc, i, last)
        if quoted:
            yield Candidate(i + 1, quoted, "quoted")
            i = quoted + 1
            continue
        if not _starts_name(doc, i, first) or _after_title(doc, i):
            i += 1
            continue
        end = _run_end(doc, i, last)
        yield Candidate(i, end, "capital")
        i = end


def _quoted(doc: Doc, i: int, last: int) -> int:
    """End of the capitalised words between quotes that open at ``i``; 0 where they are no name."""
    if doc[i].text not in OPEN_QUOTES or i + 1 >= last or not doc[i + 1].text[:1].isupper():
        return 0
    for k in range(i + 1, min(last, i + LONGEST_CELL)):
        token = doc[k]
        if token.text in CLOSE_QUOTES:
            return k if k > i + 1 else 0
        if not marked(token) and token.lower_ not in CONNECTORS:
            return 0
    return 0


def _run_end(doc: Doc, i: int, last: int) -> int:
    end = j = i + 1
    while j < min(last, i + LONGEST):
        token = doc[j]
        if glued(doc, j) or (marked(token) and not ends(token) and token.lower_ not in PERSON_TITLES):
            j += 1
            end = j if marked(doc[j - 1]) or doc[j - 1].text.isalpha() else end
        elif ends(token):
            break
        elif token.text.isdigit() and j == end and len(token) <= 2 and (j + 1 == last or ends(doc[j + 1])):
            return j + 1
        elif token.lower_ == "sans" and j + 1 < last and doc[j + 1].lower_ == "frontières":
            j += 2
            end = j
        elif (
            (token.lower_ in {"et", "&"} and joins(doc, j, last))
            or (token.lower_ == "en" and j + 1 < last and doc[j + 1].text[:1].isupper() and doc[j - 1].pos_ == "NOUN")
            or (token.lower_ in _WITHIN and j - end < 2)
        ):
            j += 1
        else:
            break
    return end


def _starts_name(doc: Doc, i: int, first: int) -> bool:
    token = doc[i]
    if (glued(doc, i) and i > first) or not marked(token) or token.text[:1].islower():
        return False
    if ACRONYM.match(token.text) and len(token.text) > 1:
        return True
    if token.text in ARTICLES:
        return i + 1 < len(doc) and article_of_name(doc, i, i + 2) and marked(doc[i + 1])
    if token.lower_ in FUNCTION_WORDS or (token.lower_ in HEADS and not _names_itself(doc, i)):
        return False
    if i == first or opens_sentence(doc, i):
        return names_someone(token.text) or token.pos_ == "PROPN" or (i + 1 < len(doc) and marked(doc[i + 1]))
    return token.pos_ not in {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV"}


def _names_itself(doc: Doc, i: int) -> bool:
    """A head noun alone names nobody ("Réseaux"), but for those that stand for one body ("la Région")."""
    return doc[i].text in STANDING_ALONE or (i + 1 < len(doc) and marked(doc[i + 1]))


def _after_title(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ in PERSON_TITLES


def entities(doc: Doc) -> list[Candidate]:
    """spaCy's entities but persons, cut where a name cannot go on ("Peniche un cercle des petits ports")."""
    found = []
    for ent in doc.ents:
        if ent.label_ == "PER" or "|" in ent.text:
            continue
        end = ent.start + 1
        while end < ent.end and not _stops(doc, end):
            end += 1
        found.append(Candidate(ent.start, end, "entity"))
    return found


def _stops(doc: Doc, i: int) -> bool:
    token = doc[i]
    if marked(token):
        return False
    article = token.pos_ == "DET" and doc[i - 1].lower_ not in GENITIVES
    return article or token.pos_ in {"VERB", "AUX", "PRON"} or token.text in {"–", "—"} or token.like_num


def cells(doc: Doc, first: int, last: int, rivals: Sequence[Candidate]) -> Iterator[Candidate]:
    """Cells of a row that are one short name: "Gymnastique volontaire de Lormoy"."""
    start = first
    for i in range(first, last + 1):
        if i == last or doc[i].text == "|":
            yield from _whole(doc, start, i, rivals)
            start = i + 1


def listed(doc: Doc, first: int, last: int, rivals: Sequence[Candidate]) -> Iterator[Candidate]:
    """What stands before the dash, colon, comma or bracket of a list item: "Un Plus Bio – membre"."""
    end = next((i for i in range(first, last) if ends(doc[i]) or doc[i].text in {":", ",", "(", ";"}), last)
    if end < last or last - first <= LONGEST_CELL:
        yield from _whole(doc, first, end, rivals)


def _whole(doc: Doc, first: int, last: int, rivals: Sequence[Candidate]) -> Iterator[Candidate]:
    while first < last and doc[first].is_space:
        first += 1
    words = doc[first:last]
    if not 2 <= len(words) <= LONGEST_CELL or not words[0].text[:1].isupper() or not words[0].text.isalpha():
        return
    if any(t.pos_ in {"VERB", "AUX", "PRON"} or (ends(t) and t.text != "-") or t.like_num for t in words[1:]):
        return
    if words[0].pos_ in {"VERB", "ADP", "PRON", "ADV"} or words[0].lower_ in FUNCTION_WORDS - {"la", "le", "les", "l'"}:
        return
    if any(first < r.first and r.last <= last and r.source in {"known", "head", "quoted"} for r in rivals):
        return
    yield Candidate(first, last, "cell")
