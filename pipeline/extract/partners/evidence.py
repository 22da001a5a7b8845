"""What speaks for and against a candidate being a partner: features for ``judge``, as tokens of text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.doc_text import text_of
from pipeline.extract.partners.gazetteer import bodies, cities, countries, foreign_regions, french_areas
from pipeline.extract.partners.labels import label_features
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.own import is_self
from pipeline.extract.partners.patterns import ANNOUNCING, HEADS, NOT_BODIES, PERSON_TITLES, PLACE_HEADS
from pipeline.extract.partners.surroundings import Place, features_around, governing
from pipeline.extract.partners.words import OPEN_QUOTES, Candidate, is_entity, marked
from pipeline.types import Collectivity, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_COORDINATION = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:,|;|et|ou|ainsi que|&|/|\+|–|-|,\s*et|puis)?\s*"
    r"(?:avec\s+|de\s+|du\s+|des\s+|à\s+|d['’])?(?:l['’]|la|le|les)?\s*$"
)


ROWS = frozenset({"table_row", "list_item"})
TOWNS = frozenset({"ville", "commune", "municipalité"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate in its place. ``name`` is the text without a head that merely announces it."""

    candidate: Candidate
    start: int
    end: int
    text: str
    name: str
    features: str
    chain: int
    """Number of the enumeration it belongs to."""
    passage: int
    run: int
    """The first passage of the table or list it stands in; its own passage elsewhere."""
    own: bool
    """Whether it names the collectivity itself."""


def gather(
    doc: Doc,
    candidates: Sequence[Candidate],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    kind: str | None,
    stating: Sequence[bool],
    collectivity: Collectivity | None,
) -> list[Evidence]:
    """Evidence on each candidate; ``stating`` tells of each unit whether it is a statement."""
    return list(_Gatherer(doc, candidates, passages, units, kind, stating, collectivity))


class _Gatherer:
    """Evidence on the candidates of one document, what they share worked out once."""

    def __init__(
        self,
        doc: Doc,
        candidates: Sequence[Candidate],
        passages: Sequence[Passage],
        units: Sequence[Unit],
        kind: str | None,
        stating: Sequence[bool],
        collectivity: Collectivity | None,
    ) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.passages, self.units, self.kind, self.stating = passages, units, kind, stating
        self.candidates = candidates
        self.spans = [(doc[c.first].idx, doc[c.last - 1].idx + len(doc[c.last - 1])) for c in candidates]
        self.names = [announced(doc, c, self.text) for c in candidates]
        self.owns = [is_self(n, collectivity) for n in self.names]
        self.unit_of = _places([u.start for u in units], [s for s, _ in self.spans])
        self.chains = self._chains()
        self.heads = _column_heads(passages)
        self.runs = _run_starts(passages)

    def __iter__(self) -> Iterator[Evidence]:
        with_self = {chain for chain, own in zip(self.chains, self.owns, strict=True) if own}
        for i, (c, (start, end)) in enumerate(zip(self.candidates, self.spans, strict=True)):
            unit = self.units[self.unit_of[i]]
            chain = self.chains[i]
            features = [*_name_features(self.doc, c, self.names[i]), *self._around(i)]
            if chain in with_self:
                features.append("with=self")
            yield Evidence(
                c,
                start,
                end,
                self.text[start:end],
                self.names[i],
                " ".join(features),
                chain,
                unit.passage,
                self.runs[unit.passage],
                self.owns[i],
            )

    def _around(self, i: int) -> Iterator[str]:
        start, end = self.spans[i]
        unit = self.units[self.unit_of[i]]
        passage = self.passages[unit.passage]
        first_of_chain = self.chains[i]
        place = Place(
            _plain(self.text[unit.start : self.spans[first_of_chain][0]]).lower(),
            _plain(self.text[unit.start : start]).lower(),
            _plain(self.text[end : unit.end]),
            passage,
            self._column(unit.passage, start),
            unit.lead,
        )
        yield from features_around(place)
        yield from label_features(_plain(self.text[unit.start : start]))
        c = self.candidates[i]
        opening = self._token_at(unit.start, c.first)
        yield from governing(
            self.doc,
            opening,
            c.first,
            self.candidates[first_of_chain].first,
            c.last,
            self._token_after(unit.end, c.last),
        )
        stated = self.stating[self.unit_of[i]]
        yield f"programme={self.kind == 'programme'}"
        yield f"chained={first_of_chain != i}"
        yield f"stated={stated}"
        yield f"stated+block={stated}+{passage.kind}"

    def _token_at(self, position: int, first: int) -> int:
        while first > 0 and self.doc[first - 1].idx >= position:
            first -= 1
        return first

    def _token_after(self, position: int, last: int) -> int:
        """The first token past ``position``, looked for a few tokens on: no more is read."""
        stop = min(len(self.doc), last + 12)
        return next((j for j in range(last, stop) if self.doc[j].idx >= position), stop)

    def _chains(self) -> list[int]:
        """For each candidate, the first one of the enumeration it belongs to."""
        chains: list[int] = []
        for i, (start, _) in enumerate(self.spans):
            joined = (
                i > 0
                and self.unit_of[i] == self.unit_of[i - 1]
                and _coordinated(self.text[self.spans[i - 1][1] : start])
            )
            chains.append(chains[-1] if joined else i)
        return chains

    def _column(self, passage: int, start: int) -> str:
        head = self.heads[passage]
        if head is None:
            return ""
        cells = self.passages[head].text.split("|")
        n = self.text.count("|", self.passages[passage].start, start)
        return cells[n].strip() if n < len(cells) else ""


def _plain(text: str) -> str:
    """Straight apostrophes, and "co-financé" as "cofinancé"."""
    return text.replace("’", "'").replace("co-", "co")


def _places(starts: Sequence[int], positions: Sequence[int]) -> list[int]:
    """For each position, the last start not after it."""
    return [max(0, bisect_right(starts, p) - 1) for p in positions]


def _column_heads(passages: Sequence[Passage]) -> list[int | None]:
    """For each passage, the first row of its table, where it is a row after it."""
    heads: list[int | None] = []
    first = None
    for i, passage in enumerate(passages):
        if passage.kind != "table_row":
            first = None
        elif first is None:
            first = i
        heads.append(first if first != i else None)
    return heads


def _run_starts(passages: Sequence[Passage]) -> list[int]:
    """For each passage, the index of the first one of the table or list it belongs to."""
    starts: list[int] = []
    for i, passage in enumerate(passages):
        goes_on = i > 0 and passages[i - 1].kind == passage.kind and passage.kind in ROWS
        starts.append(starts[-1] if goes_on else i)
    return starts


def announced(doc: Doc, candidate: Candidate, whole: str) -> str:
    """The name without a lower-case head that only announces it, its adjective, quotes and preposition."""
    span = doc[candidate.first : candidate.last]
    text = span.text
    if (span[0].text in ANNOUNCING and len(span) > 1 and _only_announces(span)) or (
        span[0].lower_ in TOWNS and len(span) > 1
    ):
        begin = next((t.idx for t in span[1:] if marked(t)), span.start_char)
        text = whole[begin : span.end_char]
    return re.sub(r"\s+", " ", text).strip(" «»\"“”'’-,.")


def _only_announces(span: Span) -> bool:
    """ "l'association Gevalor", "le syndicat mixte Gers Numérique", but not "le syndicat des eaux du Lot"."""
    if span[0].lower_ in {"association", "associations", "ong", "société", "entreprise", "compagnie", "réseau"}:
        return True
    return (
        marked(span[1])
        or span[1].text in OPEN_QUOTES
        or (span[1].pos_ == "ADJ" and marked(span[min(2, len(span) - 1)]))
    )


def _coordinated(between: str) -> bool:
    return len(between) < 60 and _COORDINATION.match(between) is not None and between.strip() != ""


def _name_features(doc: Doc, c: Candidate, name: str) -> Iterator[str]:
    span = doc[c.first : c.last]
    folded = fold(name)
    yield f"source={c.source}"
    yield f"tokens={min(len(span), 6)}"
    yield f"head={c.head}"
    first = span[0].lower_
    yield f"first={first if first in HEADS or first in NOT_BODIES else span[0].pos_}"
    yield f"notbody={first in NOT_BODIES}"
    yield f"person={c.first > 0 and doc[c.first - 1].lower_ in PERSON_TITLES}"
    if c.head:
        yield f"headkind={HEADS[c.head]}"
        yield f"headcase={span[0].is_title}+{c.head in PLACE_HEADS}"
    for label, names in (("body", bodies()), ("country", countries()), ("area", french_areas()),
                         ("foreign", foreign_regions())):  # fmt: skip
        if folded in names:
            yield f"is={label}"
    place = cities().get(folded)
    if place is not None and not (name.isupper() and len(name) < 8):
        yield f"is=city+{'FR' if place.country == 'FR' else 'abroad'}"
        yield f"size={len(str(place.population))}"
    label = next((t.ent_type_ for t in span if t.ent_type_), "none")
    yield f"entity={label}"
    yield f"whole={is_entity(doc, c)}"
    if span.text.isupper() and len(span.text) < 10:
        yield "acronym"
    yield f"pos={span[0].pos_}"
