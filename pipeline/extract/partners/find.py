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
from pipeline.extract.partners.registry import Registry, aliases_in, is_self, without_wider_countries
from pipeline.types import Collectivity, PartnerMention, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROWS = {"table_row", "list_item"}
SHARE_OF_ROWS = 0.5
ACCEPTED = 0.55
"""Chance a name must reach once in a document: likelier than not. Lower is better on our own examples, which name
fewer bodies in passing than real ones do."""


class PartnerFinder:
    """``model`` holds the pipelines "partner" and "kind"."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model

    def find(
        self,
        doc: Doc,
        passages: Sequence[Passage],
        units: Sequence[Unit],
        collectivity: Collectivity | None,
        kind: str | None,
        stating: Sequence[bool],
    ) -> list[PartnerMention]:
        """Mentions in reading order; ``stating`` tells for each unit whether it is a statement.

        A name judged a partner once is one wherever the document names it.
        """
        evidence = [e for e in evidence_of(doc, passages, units, kind, stating) if not is_self(e.name, collectivity)]
        chances, kinds = judge(self.model, evidence)
        registry = Registry(doc.text, collectivity)
        registry.aliases = aliases_in(doc.text, evidence)
        starts = [p.start for p in passages]
        places = {e.start: bisect_right(starts, e.start) - 1 for e in evidence}
        accepted = self._accepted(evidence, chances, registry)
        accepted |= _rows_alike(evidence, accepted, registry, passages, places)
        mentions = [
            PartnerMention(e.start, e.end, e.text, registry.resolve(e, k, passages[places[e.start]]))
            for e, k in zip(evidence, kinds, strict=True)
            if registry.same(e.name) in accepted
        ]
        return without_wider_countries(mentions)

    def _accepted(self, evidence: Sequence[Evidence], chances: np.ndarray, registry: Registry) -> set[str]:
        best: dict[str, float] = defaultdict(float)
        for e, chance in zip(evidence, chances, strict=True):
            same = registry.same(e.name)
            best[same] = max(best[same], float(chance))
        return {name for name, chance in best.items() if chance >= ACCEPTED}


def _rows_alike(
    evidence: Sequence[Evidence],
    accepted: set[str],
    registry: Registry,
    passages: Sequence[Passage],
    places: dict[int, int],
) -> set[str]:
    """Names of table rows and list items that say "place, country" as most of their neighbours accepted do."""
    runs: dict[int, list[str]] = defaultdict(list)
    starts = _run_starts(passages)
    for e in evidence:
        i = places[e.start]
        if passages[i].kind in ROWS and registry.country_beside(e, passages[i]) is not None and "is=city" in e.features:
            runs[starts[i]].append(registry.same(e.name))
    return {
        name
        for names in runs.values()
        if sum(n in accepted for n in names) >= SHARE_OF_ROWS * len(names)
        for name in names
    }


def _run_starts(passages: Sequence[Passage]) -> list[int]:
    """For each passage, the index of the first one of the table or list it belongs to."""
    starts: list[int] = []
    for i, passage in enumerate(passages):
        goes_on = i > 0 and passages[i - 1].kind == passage.kind
        starts.append(starts[-1] if goes_on else i)
    return starts


def evidence_of(
    doc: Doc, passages: Sequence[Passage], units: Sequence[Unit], kind: str | None, stating: Sequence[bool]
) -> list[Evidence]:
    """Candidates of a document with what speaks for them."""
    leads = [""] * len(passages)
    for unit in units:
        leads[unit.passage] = unit.lead
    spans = (doc.char_span(p.start, p.end, alignment_mode="expand") for p in passages)
    bounds = [(s.start, s.end) for s in spans if s is not None]
    statements = [(u.start, u.end) for u, s in zip(units, stating, strict=True) if s]
    return gather(doc, find_candidates(doc, bounds), passages, leads, kind, statements)
