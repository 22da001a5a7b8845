"""One French sentence or short document through the real pipeline."""

from __future__ import annotations

from datetime import date

from pipeline.document import lay_out
from pipeline.extract.components import DocContext
from pipeline.nlp import load_pipeline
from pipeline.settings import Settings
from pipeline.types import Block, Collectivity
from pipeline.units import units_of

TOWN = Collectivity("brume", "Ville de Brume", "commune", ("Brume", "la Ville"), insee="33063")


def process(*blocks: str | Block, collectivity: Collectivity = TOWN, kind: str = "page", published: date | None = None):
    """The processed ``Doc`` of paragraphs (or blocks)."""
    layout = lay_out([b if isinstance(b, Block) else Block(b, "paragraph") for b in blocks])
    nlp = load_pipeline(Settings().models)
    doc = nlp.make_doc(layout.text)
    doc._.source = DocContext(
        layout.passages, tuple(units_of(layout.passages)), collectivity, kind, published=published
    )
    return nlp(doc)
