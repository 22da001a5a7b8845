"""Find the partners a document names. The rules are those of annotations/GUIDELINES.md, "Partner"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.extract.partners.candidates import find_candidates
from pipeline.extract.partners.evidence import Evidence, gather
from pipeline.extract.partners.judge import judge
from pipeline.extract.partners.registry import Found, Registry, aliases_in, identity, is_self, without_wider_countries
from pipeline.types import Collectivity, PartnerMention, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc


class PartnerFinder:
    """``model`` holds the pipelines "partner" and "kind", and the "threshold" a name must reach once."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model

    def find(
        self,
        doc: Doc,
        passages: Sequence[Passage],
        units: Sequence[Unit],
        collectivity: Collectivity | None,
        kind: str | None,
    ) -> list[PartnerMention]:
        """Mentions in reading order. A name judged a partner once is one wherever the document names it."""
        evidence = [e for e in evidence_of(doc, passages, units, kind) if not is_self(e.name, collectivity)]
        chances, kinds = judge(self.model, evidence)
        registry = Registry(doc.text, collectivity)
        registry.aliases = aliases_in(doc.text, evidence)
        accepted = self._accepted(evidence, chances, registry)
        starts = [p.start for p in passages]
        places = {e.start: bisect_right(starts, e.start) - 1 for e in evidence}
        found = [
            Found(e, float(c), k, registry.resolve(e, k, passages[places[e.start]]))
            for e, c, k in zip(evidence, chances, kinds, strict=True)
            if _same(e, registry) in accepted
        ]
        return [
            PartnerMention(f.evidence.start, f.evidence.end, f.evidence.text, f.partner)
            for f in without_wider_countries(found, places)
        ]

    def _accepted(self, evidence: Sequence[Evidence], chances: np.ndarray, registry: Registry) -> set[str]:
        best: dict[str, float] = defaultdict(float)
        for e, chance in zip(evidence, chances, strict=True):
            same = _same(e, registry)
            best[same] = max(best[same], float(chance))
        return {name for name, chance in best.items() if chance >= self.model["threshold"]}


def _same(evidence: Evidence, registry: Registry) -> str:
    name = identity(evidence.name)
    return registry.aliases.get(name, name)


def evidence_of(doc: Doc, passages: Sequence[Passage], units: Sequence[Unit], kind: str | None) -> list[Evidence]:
    """Candidates of a document with what speaks for them."""
    leads = [""] * len(passages)
    for unit in units:
        leads[unit.passage] = unit.lead
    spans = (doc.char_span(p.start, p.end, alignment_mode="expand") for p in passages)
    bounds = [(s.start, s.end) for s in spans if s is not None]
    return gather(doc, find_candidates(doc, bounds), passages, leads, kind)
