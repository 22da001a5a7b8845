"""Every stretch of text that could name a partner; ``judge`` decides which do.

Four ways a name shows itself, the earlier the stronger: a standing body or country known by name, a
head noun that opens an organisation's name ("Syndicat départemental d'énergie d'…"), a run of
capitalised words, an entity of spaCy's. Names never cross a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.partners.gazetteer import bodies, body_names, cities, countries, foreign_regions
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.patterns import (
    ANNOUNCING,
    CONNECTORS,
    FUNCTION_WORDS,
    GENITIVES,
    HEADS,
    LOWER_HEADS,
    PERSON_TITLES,
    PLACE_HEADS,
    STANDING_ALONE,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 22
"""Tokens a name may have."""
_ACRONYM = re.compile(r"^[A-ZÉÈÀ][A-ZÉÈÀ0-9&'’-]*[A-ZÉ0-9]s?$")
_OPEN_QUOTES, _CLOSE_QUOTES = '«“"', '»”"'
_LOCATIVES = frozenset({"à", "au", "aux", "en", "dans", "sur"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Token offsets [first, last) of a possible name."""

    first: int
    last: int
    source: str
    """known, head, quoted, capital or entity."""
    head: str = ""


def find_candidates(doc: Doc, bounds: Sequence[tuple[int, int]]) -> list[Candidate]:
    """Candidates of the passages whose token bounds are given, in reading order; none overlap."""
    found: list[Candidate] = []
    text = doc.text  # put together anew at each access
    entities = {e.start: e.end for e in doc.ents if e.label_ != "PER" and "|" not in e.text}
    for first, last in bounds:
        if doc[first:last].text.isupper():  # capitals throughout tell nothing of names
            found += _choose(_trimmed(doc, _known(doc, first, last, text)))
            continue
        rivals = [
            *_known(doc, first, last, text),
            *_headed(doc, first, last),
            *_capitals(doc, first, last),
            *(Candidate(s, e, "entity") for s, e in entities.items() if first <= s and e <= last),
        ]
        found += _choose(_trimmed(doc, rivals))
    return found


_STRENGTH = {"quoted": 0, "known": 1, "head": 2, "capital": 3, "entity": 4}


def _choose(rivals: Iterable[Candidate]) -> list[Candidate]:
    """The strongest, then the longest, of those that overlap; a head that holds a known name wins over it."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    ordered = sorted(rivals, key=lambda c: (c.source in {"capital", "entity"}, c.first - c.last, _STRENGTH[c.source]))
    for candidate in ordered:
        span = range(candidate.first, candidate.last)
        if span and taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.first)


def _trimmed(doc: Doc, rivals: Iterable[Candidate]) -> Iterator[Candidate]:
    """Without the articles, connectors and punctuation at either end."""
    for c in rivals:
        first, last = c.first, c.last
        while first < last and _loose(doc[first]) and not _article_of_name(doc, first, last):
            first += 1
        while first < last and _loose(doc[last - 1]):
            last -= 1
        if first < last and any(_marked(t) for t in doc[first:last]):
            yield Candidate(first, last, c.source, c.head)


def _article_of_name(doc: Doc, i: int, last: int) -> bool:
    """ "La" of "La Rochelle", "Les" of "Les Amis du Vieux Pont" within a sentence."""
    if doc[i].text not in {"La", "Le", "Les", "L'", "L’"} or i + 1 >= last:
        return False
    return fold(doc[i : i + 2].text) in cities() or not _opens_sentence(doc, i)


def _opens_sentence(doc: Doc, i: int) -> bool:
    return i == 0 or doc[i - 1].is_space or doc[i - 1].text in {".", "!", "?", "…", "-", "–", "•", "|", ":", "«", '"'}


def _loose(token: Token) -> bool:
    return token.is_punct or token.is_space or token.lower_ in CONNECTORS or token.pos_ == "DET"


def _marked(token: Token) -> bool:
    return any(ch.isupper() for ch in token.text)


@lru_cache(maxsize=1)
def _known_pattern() -> re.Pattern[str]:
    names = sorted({n for n in body_names() if len(n) > 1}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(_spelling(n) for n in names) + r")(?![\w-])")


def _spelling(name: str) -> str:
    """A pattern for a name: acronyms as they are, long names in any case and with either apostrophe."""
    pattern = re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+").replace("É", "[ÉE]").replace("œ", "(?:œ|oe)")
    return f"(?i:{pattern})" if " " in name else pattern


def _known(doc: Doc, first: int, last: int, text: str) -> Iterator[Candidate]:
    if first >= last:
        return
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    for match in _known_pattern().finditer(text, start, end):
        span = doc.char_span(match.start(), match.end())
        if span is not None and (_marked_span(span) or fold(match[0]) in bodies()):
            yield Candidate(span.start, _grow_place(doc, span.end, last), "known")


def _grow_place(doc: Doc, end: int, last: int) -> int:
    """A body known by name goes on with the place it serves: "CAF de l'Allier", "DRAC Normandie"."""
    j = end
    while j < min(last, end + 4) and doc[j].lower_ in {"de", "du", "d'", "d’", "la", "l'", "l’", "des"}:
        j += 1
    begin = j
    while (
        j < last
        and _marked(doc[j])
        and doc[j].text.isalpha() | ("-" in doc[j].text)
        and fold(doc[j].text) not in bodies()
    ):
        j += 1
    return j if j > begin and not (begin == end and doc[begin].lower_ in HEADS) else end


def _marked_span(span: Iterable[Token]) -> bool:
    return any(_marked(t) for t in span)


def _headed(doc: Doc, first: int, last: int) -> Iterator[Candidate]:
    i = first
    while i < last:
        token = doc[i]
        if _opens(doc, i, first):
            end, source = _grow_head(doc, i, last)
            if end > i + 1:
                yield Candidate(i, end, source, token.lower_)
                i = end
                continue
        i += 1


def _opens(doc: Doc, i: int, first: int) -> bool:
    token = doc[i]
    lower = token.lower_
    if lower not in HEADS:
        return False
    if i > first and doc[i - 1].is_title and doc[i - 1].pos_ == "PROPN":
        return False
    if _marked(token):
        return True
    if lower in ANNOUNCING:
        return any(_marked(t) or t.text in _OPEN_QUOTES for t in doc[i + 1 : i + 4] if t.pos_ != "DET")
    return lower in LOWER_HEADS


def _grow_head(doc: Doc, i: int, last: int) -> tuple[int, str]:
    """End of the name that the head at ``i`` opens, and how it was found."""
    quoted = _quoted_end(doc, i + 1, last)
    if quoted:
        return quoted, "quoted"
    territory = doc[i].lower_ in PLACE_HEADS
    end, j, seen_name = i + 1, i + 1, False
    while j < min(last, i + LONGEST):
        token = doc[j]
        if _ends(token):
            break
        lower = token.lower_
        if lower in CONNECTORS or token.text in {"'", "’"}:
            if _breaks(doc, j, last, territory, seen_name):
                break
            j += 1
            continue
        if _marked(token) or (token.text.isdigit() and _marked(doc[j - 1]) and len(token.text) < 3):
            seen_name = True
        elif not _goes_on(doc, j, end, territory, seen_name):
            break
        j += 1
        end = j
    return (end, "head") if any(_marked(t) for t in doc[i:end]) else (i, "head")


def _quoted_end(doc: Doc, j: int, last: int) -> int:
    """End of « … » right after a head, quotes included; 0 where there is none."""
    if j >= last or doc[j].text not in _OPEN_QUOTES:
        return 0
    for k in range(j + 1, min(last, j + 12)):
        if doc[k].text in _CLOSE_QUOTES:
            return k
    return 0


def _ends(token: Token) -> bool:
    """Whether no name goes on over this token."""
    if token.is_punct and token.text not in {"-", "'", "’", "–"}:
        return True
    return token.is_space or token.text in {"|", "©"} or _dash_between(token)


def _dash_between(token: Token) -> bool:
    """A dash with spaces around separates names; one without joins the words of a name."""
    spaced = token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in {"-", "–", "—"} and spaced


def _breaks(doc: Doc, j: int, last: int, territory: bool, seen_name: bool) -> bool:
    """Whether the connector at ``j`` ends the name rather than going on with it."""
    lower = doc[j].lower_
    content = _content(doc, j + 1, last)
    if content is None:
        return True
    other = _ACRONYM.match(content.text) or fold(content.text) in bodies() or fold(content.text) in cities()
    if lower == "et":
        if territory or other or (content.lower_ in HEADS and not content.lower_.endswith("s")):
            return True
        return doc[j + 1].lower_ not in GENITIVES and (doc[j + 1] != content or _marked(content) != seen_name)
    if lower in _LOCATIVES:
        return territory or not _marked(content) or bool(other)
    if lower in {"pour", "contre", "sans", "sous"}:
        return territory or (seen_name and not _marked(content)) or content.pos_ in {"VERB", "AUX", "PRON"}
    return False


def _content(doc: Doc, j: int, last: int) -> Token | None:
    """The first word from ``j`` on that is no connector."""
    while j < last and doc[j].lower_ in CONNECTORS:
        j += 1
    return doc[j] if j < last and not _ends(doc[j]) else None


def _goes_on(doc: Doc, j: int, end: int, territory: bool, seen_name: bool) -> bool:
    """Whether the lower-case word at ``j`` belongs to the name."""
    token, previous = doc[j], doc[j - 1]
    if token.pos_ == "ADJ" or (token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", [])):
        if territory:
            return j == end and not seen_name and j + 1 < len(doc) and doc[j + 1].lower_ in GENITIVES
        return j == end
    governed = previous.lower_ in GENITIVES or (
        previous.lower_ in {"la", "le", "les", "l'", "l’"} and doc[j - 2].lower_ in GENITIVES
    )
    if token.pos_ in {"NOUN", "PROPN", "X"} and governed:
        return not territory and (not seen_name or previous.lower_ != "pour")
    return False


def _capitals(doc: Doc, first: int, last: int) -> Iterator[Candidate]:
    i = first
    while i < last:
        if not _starts_name(doc, i, first) or _after_title(doc, i):
            i += 1
            continue
        end = i + 1
        j = end
        while j < min(last, i + LONGEST):
            token = doc[j]
            if _marked(token) and not _ends(token) and token.lower_ not in PERSON_TITLES:
                j += 1
                end = j
            elif _ends(token):
                break
            elif token.lower_ in GENITIVES | {"la", "le", "l'", "l’", "-", "&", "do", "del"} and j - end < 2:
                j += 1
            else:
                break
        yield Candidate(i, end, "capital")
        i = end


def _starts_name(doc: Doc, i: int, first: int) -> bool:
    token = doc[i]
    if not token.text[:1].isupper() and not (token.text[:1].isdigit() and _marked(token)):
        return False
    if _ACRONYM.match(token.text) and len(token.text) > 1:
        return True
    if token.text in {"La", "Le", "Les", "L'", "L’"}:
        return i + 1 < len(doc) and _article_of_name(doc, i, i + 2) and _marked(doc[i + 1])
    if token.lower_ in FUNCTION_WORDS or (token.lower_ in HEADS and not _names_itself(doc, i)):
        return False
    if i == first or _opens_sentence(doc, i):
        known = any(fold(token.text) in names() for names in (cities, countries, foreign_regions))
        return known or token.pos_ == "PROPN" or (i + 1 < len(doc) and _marked(doc[i + 1]))
    return token.pos_ not in {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV"}


def _names_itself(doc: Doc, i: int) -> bool:
    """A head noun alone names nobody ("Réseaux"), but for those that stand for one body ("la Région")."""
    return doc[i].text in STANDING_ALONE or (i + 1 < len(doc) and _marked(doc[i + 1]))


def _after_title(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ in PERSON_TITLES
