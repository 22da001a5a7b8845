"""Every stretch of text that could name a partner; ``judge`` decides which do.

Five ways a name shows itself: a body, country or area known by name (``known``), a head noun that opens
an organisation's name ("Syndicat départemental d'énergie d'…", ``heads``), a run of capitalised words,
a whole cell of a table, an entity of spaCy's (``runs``). Names never cross a passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.doc_text import text_of
from pipeline.extract.partners.heads import headed
from pipeline.extract.partners.known import known
from pipeline.extract.partners.runs import capitals, cells, entities, listed
from pipeline.extract.partners.words import Candidate, article_of_name, loose, marked

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STRENGTH = {"quoted": 0, "known": 1, "head": 2, "cell": 3, "capital": 4, "entity": 5}
_WEAK = {"capital", "entity"}


def find_candidates(doc: Doc, bounds: Sequence[tuple[int, int, str]]) -> list[Candidate]:
    """Candidates of the passages given as (first token, last token, kind), in reading order; none overlap."""
    found: list[Candidate] = []
    text = text_of(doc)
    ents = entities(doc)
    n = 0
    for first, last, kind in bounds:
        while n < len(ents) and ents[n].first < first:
            n += 1
        here = n
        while n < len(ents) and ents[n].last <= last:
            n += 1
        if doc[first:last].text.isupper():  # capitals throughout tell nothing of names
            found += _choose(_trimmed(doc, known(doc, first, last, text)))
            continue
        rivals = [
            *known(doc, first, last, text),
            *headed(doc, first, last),
            *capitals(doc, first, last),
            *ents[here:n],
        ]
        if kind == "table_row":
            rivals += cells(doc, first, last, rivals)
        elif kind == "list_item":
            rivals += listed(doc, first, last, rivals)
        found += _choose(_trimmed(doc, rivals))
    return found


def _choose(rivals: Iterable[Candidate]) -> list[Candidate]:
    """The strongest, then the longest, of those that overlap; a head that holds a known name wins over it."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    ordered = sorted(rivals, key=lambda c: (c.source in _WEAK, c.first - c.last, _STRENGTH[c.source]))
    for candidate in ordered:
        span = range(candidate.first, candidate.last)
        if span and taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.first)


def _opens_name(doc: Doc, source: str, first: int, last: int) -> bool:
    """ "La Rochelle", "Un Plus Bio": an article that belongs to the name."""
    counts = source == "known" and doc[first].text in {"Un", "Une"}
    return counts or article_of_name(doc, first, last)


def _trimmed(doc: Doc, rivals: Iterable[Candidate]) -> Iterator[Candidate]:
    """Without the articles, connectors and punctuation at either end."""
    for c in rivals:
        first, last = c.first, c.last
        while first < last and loose(doc[first]) and not _opens_name(doc, c.source, first, last):
            first += 1
        while first < last and loose(doc[last - 1]):
            last -= 1
        if first < last and (c.source == "known" or any(marked(t) for t in doc[first:last])):
            yield Candidate(first, last, c.source, c.head)
