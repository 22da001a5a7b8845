"""Find the partners a document names. The rules are those of annotations/GUIDELINES.md, "Partner"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipeline.doc_text import text_of
from pipeline.extract.partners.candidates import find_candidates
from pipeline.extract.partners.columns import accepted_by_columns
from pipeline.extract.partners.decisions import Decisions
from pipeline.extract.partners.evidence import Evidence, gather
from pipeline.extract.partners.judge import judge
from pipeline.extract.partners.registry import Registry, without_wider_countries
from pipeline.extract.partners.roles import acting, labelled, long_ago, twinned, visited
from pipeline.types import Collectivity, PartnerMention, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

ACCEPTED = 0.5
"""Chance a name must reach: likelier than not. On the development texts 0.45 to 0.6 do as well."""


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
        decisions: Decisions | None = None,
    ) -> list[PartnerMention]:
        """Mentions in reading order; ``stating`` tells for each unit whether it is a statement.

        A name judged a partner once is one wherever the document names it.
        """
        evidence = [e for e in evidence_of(doc, passages, units, kind, stating, collectivity) if not e.own]
        registry = Registry(text_of(doc), collectivity, evidence, passages, decisions or Decisions())
        names = [registry.same(e.name) for e in evidence]
        chances, kinds = judge(self.model, evidence, names)
        accepted = {name for name, chance in chances.items() if chance >= ACCEPTED}
        accepted |= acting(evidence, names, chances) | twinned(evidence, names, accepted)
        accepted |= labelled(evidence, names)
        accepted -= visited(evidence, names) | long_ago(evidence, names)
        accepted |= accepted_by_columns(evidence, names, accepted, registry, passages)
        headed = {name for e, name in zip(evidence, names, strict=True) if e.candidate.head}
        accepted -= {name for e, name in zip(evidence, names, strict=True) if _is_no_body(e)} - headed
        mentions = [
            PartnerMention(e.start, e.end, e.text, registry.resolve(e, k, passages[e.passage]))
            for e, k, name in zip(evidence, kinds, names, strict=True)
            if name in accepted
        ]
        return without_wider_countries(mentions)


def _is_no_body(e: Evidence) -> bool:
    """ "Convention industrielle de formation (CIFRE)": a name that begins so, or is short for it, is a programme's.

    Not where a head announces it once: "la société Plan Ornemental".
    """
    features = e.features.split()
    return "notbody=True" in features and "is=body" not in features


def evidence_of(
    doc: Doc,
    passages: Sequence[Passage],
    units: Sequence[Unit],
    kind: str | None,
    stating: Sequence[bool],
    collectivity: Collectivity | None,
) -> list[Evidence]:
    """Candidates of a document with what speaks for them."""
    spans = ((doc.char_span(p.start, p.end, alignment_mode="expand"), p.kind) for p in passages)
    bounds = [(span.start, span.end, kind) for span, kind in spans if span is not None]
    return gather(doc, find_candidates(doc, bounds), passages, units, kind, stating, collectivity)
