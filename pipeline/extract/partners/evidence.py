"""What speaks for and against a candidate being a partner: features for ``judge``, as tokens of text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.partners.candidates import Candidate
from pipeline.extract.partners.gazetteer import bodies, cities, countries, foreign_regions, french_areas
from pipeline.extract.partners.naming import fold, key
from pipeline.extract.partners.patterns import ANNOUNCING, CUES, HEADS, NOT_BODIES, PERSON_TITLES, PLACE_HEADS
from pipeline.types import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COORDINATION = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:,|;|et|ou|ainsi que|&|/|\+|–|-|,\s*et|puis)?\s*"
    r"(?:avec\s+|de\s+|du\s+|des\s+|à\s+|d['’])?(?:l['’]|la|le|les)?\s*$"
)
_PARENTHESIS = re.compile(r"^\s*\(([^()]{2,40})\)")
_CUE_PATTERNS = {
    name: re.compile(r"(?<!\w)(?:" + "|".join(re.escape(c) for c in sorted(cues, key=len, reverse=True)) +
                     r")\s*(?:l'|la |le |les |d'|de |du |des |au |aux |à )*\s*[«\"]?\s*$")
    for name, cues in CUES.items()
}  # fmt: skip
_TOPIC = re.compile(r"partenaire|partenariat|jumel|coop[ée]ration|réseau|adh[ée]sion|membre|subvention|convention")
WIDE = 70
"""Characters looked back for cues that need not touch the name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate in its place. ``name`` is the text without a head that merely announces it."""

    candidate: Candidate
    start: int
    end: int
    text: str
    name: str
    features: str


def gather(
    doc: Doc,
    candidates: Sequence[Candidate],
    passages: Sequence[Passage],
    leads: Sequence[str],
    kind: str | None,
    statements: Sequence[tuple[int, int]],
) -> list[Evidence]:
    """Evidence on each candidate; ``leads`` gives each passage's lead-in ("" where it has none)."""
    spans = [(doc[c.first].idx, doc[c.last - 1].idx + len(doc[c.last - 1])) for c in candidates]
    text = doc.text  # put together anew at each access
    names = [announced(doc, c, text) for c in candidates]
    counts = Counter(key(n) for n in names)
    starts = [p.start for p in passages]
    found = []
    chain = 0
    for i, (c, (start, end)) in enumerate(zip(candidates, spans, strict=True)):
        passage = passages[_passage_at(starts, start)]
        chained = i > 0 and spans[i - 1][1] > passage.start and _coordinated(text[spans[i - 1][1] : start])
        chain = chain if chained else start
        context = _Context(text, passage, chain, start, end, leads[passage.position])
        features = [*_name_features(doc, c, names[i]), *_context_features(context), f"doc={kind}", f"chained={chained}"]
        stated = _within(statements, start)
        features += [f"stated={stated}", f"stated+block={stated}+{passage.kind}"]
        features.append(f"count={min(counts[key(names[i])], 4)}")
        found.append(Evidence(c, start, end, text[start:end], names[i], " ".join(features)))
    return found


@dataclass(frozen=True, slots=True)
class _Context:
    text: str
    passage: Passage
    chain: int
    start: int
    end: int
    lead: str


def announced(doc: Doc, candidate: Candidate, whole: str) -> str:
    """The name without a lower-case head that only announces it, its adjective, quotes and preposition."""
    span = doc[candidate.first : candidate.last]
    text = span.text
    if span[0].text in ANNOUNCING or (span[0].lower_ in {"ville", "commune", "municipalité"} and len(span) > 1):
        for token in span[1:]:
            if any(ch.isupper() for ch in token.text):
                text = whole[token.idx : span.end_char]
                break
    return re.sub(r"\s+", " ", text).strip(" «»\"“”'’-,.")


def _within(spans: Sequence[tuple[int, int]], position: int) -> bool:
    i = bisect_right(spans, (position, len(spans) and spans[-1][1])) - 1
    return i >= 0 and spans[i][0] <= position < spans[i][1]


def _passage_at(starts: Sequence[int], position: int) -> int:
    return bisect_right(starts, position) - 1


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
    yield f"whole={any(e.start == c.first and e.end == c.last for e in span.ents)}"
    if span.text.isupper() and len(span.text) < 10:
        yield "acronym"
    yield f"pos={span[0].pos_}"


def _context_features(c: _Context) -> Iterator[str]:
    plain = c.text.replace("’", "'")
    before = plain[c.passage.start : c.chain].lower()
    direct = plain[c.passage.start : c.start].lower()
    after = plain[c.end : c.passage.end].lower()
    yield f"block={c.passage.kind}"
    yield f"opens={not direct.strip(' «')}"
    for name, pattern in _CUE_PATTERNS.items():
        if pattern.search(before[-WIDE:]):
            yield f"cue={name}"
        if pattern.search(direct[-WIDE:]):
            yield f"direct={name}"
    words = re.findall(r"[\w']+", before[-WIDE:])
    yield from (f"l{n}={w}" for n, w in enumerate(reversed(words[-3:]), 1))
    yield from (f"near={w[:8]}" for w in words[-8:] if len(w) > 3)
    following = re.findall(r"[\w']+|[^\w\s]", after[:40])
    yield from (f"r{n}={w}" for n, w in enumerate(following[:3], 1))
    inside = _PARENTHESIS.match(plain[c.end : c.passage.end])
    if inside:
        yield f"bracket={_bracket(inside[1])}"
    if c.passage.kind == "table_row":
        cells = [fold(cell) for cell in plain[c.passage.start : c.passage.end].split("|")]
        yield f"row={any(cell in countries() for cell in cells)}+{direct.count('|')}"
    for place, text in (("lead", c.lead), ("heading", c.passage.heading), ("sentence", before + after)):
        yield from (f"{place}:{m[0]}" for m in _TOPIC.finditer(text.lower()))


def _bracket(inside: str) -> str:
    if fold(inside.split(",", maxsplit=1)[0]) in countries():
        return "country"
    return "acronym" if inside.isupper() or (inside[:1].isupper() and not inside.islower()) else "other"
