"""The extractors as spaCy components, and the ``Doc`` extensions they read and write.

``doc._.source`` (a ``DocContext``) is set before the pipeline runs; a component whose context is missing raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.outrank import outranked
from pipeline.doc_text import text_of
from pipeline.extract.amounts import find_amounts, with_context
from pipeline.extract.entities import Entities
from pipeline.extract.indicators import find_indicators
from pipeline.extract.partners.decisions import Decisions
from pipeline.extract.periods import find_periods
from pipeline.types import Collectivity, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from pipeline.annotate.labels import PersonLabel
    from pipeline.classify import Classifier


@dataclass(frozen=True, slots=True)
class DocContext:
    """What a document is besides its words."""

    passages: tuple[Passage, ...]
    units: tuple[Unit, ...]
    collectivity: Collectivity | None
    kind: str | None
    labels: Mapping[str, PersonLabel] = field(default_factory=dict)
    """What people say of the source's units, by normalised words."""
    published: date | None = None
    """From that day "l'an dernier" is reckoned."""
    decisions: Decisions = field(default_factory=Decisions)
    """What people say of partners' names."""


for _name in ("source", "amounts", "periods", "indicators", "partners", "statements"):
    Doc.set_extension(_name, default=None, force=True)


@Language.factory("entities", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_entities(nlp: Language, name: str) -> Entities:
    return Entities(nlp.get_pipe("ner"))  # type: ignore[arg-type]


@Language.component("amounts", assigns=["doc._.amounts"], requires=["doc._.source"])
def amounts(doc: Doc) -> Doc:
    doc._.amounts = find_amounts(text_of(doc), _context(doc).passages)
    return doc


@Language.component("periods", assigns=["doc._.periods"], requires=["doc._.source", "doc._.amounts"])
def periods(doc: Doc) -> Doc:
    doc._.periods = find_periods(text_of(doc), [(a.start, a.end) for a in doc._.amounts], _context(doc).published)
    return doc


@Language.component(
    "indicators",
    assigns=["doc._.indicators"],
    requires=["doc._.source", "doc._.amounts", "doc._.periods", "token.pos", "token.morph"],
)
def indicators(doc: Doc) -> Doc:
    sums = [(a.start, a.end) for a in doc._.amounts]
    context = _context(doc)
    doc._.indicators = find_indicators(doc, context.units, sums, doc._.periods, context.passages)
    return doc


class Partners:
    def __init__(self, classifier: Classifier) -> None:
        from pipeline.extract.partners.find import PartnerFinder

        self.finder = PartnerFinder(classifier.partners)

    def __call__(self, doc: Doc) -> Doc:
        context = _context(doc)
        stated = {s.unit.start for s in doc._.statements}
        doc._.partners = self.finder.find(
            doc,
            context.passages,
            context.units,
            context.collectivity,
            context.kind,
            [u.start in stated for u in context.units],
            context.decisions,
        )
        return doc


@Language.component("roles", assigns=["doc._.amounts"], requires=["doc._.source", "doc._.amounts", "doc._.partners"])
def roles(doc: Doc) -> Doc:
    context = _context(doc)
    doc._.amounts = with_context(text_of(doc), doc._.amounts, context.passages, context.units, doc._.partners)
    return doc


class Statements:
    def __init__(self, classifier: Classifier) -> None:
        self.classifier = classifier

    def __call__(self, doc: Doc) -> Doc:
        context = _context(doc)
        found = self.classifier.statements(doc, context.units, context.collectivity, context.kind)
        doc._.statements = outranked(found, context.units, context.labels)
        return doc


def _context(doc: Doc) -> DocContext:
    if doc._.source is None:
        raise ValueError(f"doc._.source is not set; set it before the pipeline runs. Got {doc.text[:60]!r}")
    return doc._.source


@Language.factory("partners", assigns=["doc._.partners"], requires=["doc._.source", "doc._.statements", "doc.ents"])
def make_partners(nlp: Language, name: str, models: str) -> Partners:
    return Partners(_classifier(models))


@Language.factory("statements", assigns=["doc._.statements"], requires=["doc._.source", "token.morph"])
def make_statements(nlp: Language, name: str, models: str) -> Statements:
    return Statements(_classifier(models))


def _classifier(models: str) -> Classifier:
    from pathlib import Path

    from pipeline.classify import load_classifier

    return load_classifier(Path(models))
