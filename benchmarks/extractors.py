"""Words a second of each component of the pipeline, as a share of what ``nlp.pipe`` of the whole French model does.

And how long the extractors take on text made to be slow: twice the text should take about twice the time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import spacy
from spacy.tokens import Doc

from benchmarks.timing import seconds
from pipeline.annotations import load_documents
from pipeline.document import DocumentText, lay_out
from pipeline.extract.amounts import find_amounts
from pipeline.extract.components import DocContext
from pipeline.extract.periods import find_periods
from pipeline.nlp import MODEL, load_pipeline
from pipeline.settings import Settings
from pipeline.types import Collectivity
from pipeline.units import units_of

DOCUMENTS = 25
HOSTILE = (
    "1",
    "1 ",
    "1, ",
    "123 ",
    "12/",
    "€",
    "deux ",
    "cent-",
    "deux cent-",
    "deux euros ",
    "1 € par ",
    "1" + " " * 90 + "€",
    "$1,000,",
    "de 5 à 6 ",
    "d'ici ",
    "depuis ",
    "2020-",
    "2020 et ",
    "entre 2010 ",
    "XIXe siècle ",
    "2020" + " " * 60,
)
TOWN = Collectivity("annotated", "Ville de Brume", "commune")


def main() -> None:
    """Prints one line a component and one a piece of hostile text."""
    settings = Settings()
    layouts = [lay_out(d.blocks()) for d in load_documents(settings.annotations)[:DOCUMENTS]]
    words = sum(len(layout.text.split()) for layout in layouts)
    stock, ours = spacy.load(MODEL), load_pipeline(settings.models)
    whole = seconds({"stock": lambda: list(stock.pipe(layout.text for layout in layouts))}, rounds=2)["stock"]
    print(f"{words:,} words in {len(layouts)} documents; nlp.pipe of the whole model: {words / whole:,.0f} words/s")
    ours(_prepared(ours, layouts[0]))  # gazetteers and patterns are loaded once a process, in some seconds
    docs = [_prepared(ours, layout) for layout in layouts]
    total = 0.0
    for name, component in ours.pipeline:
        took = seconds({name: partial(_run, component, docs)}, rounds=1)[name]
        total += took
        print(f"{name:15s} {words / max(took, 1e-9):12,.0f} words/s, {whole / max(took, 1e-9):8.1f} times nlp.pipe")
    print(f"{'all of ours':15s} {words / total:12,.0f} words/s, {whole / total:8.1f} times nlp.pipe")
    for piece in HOSTILE:
        for name, find in (("amounts", find_amounts), ("periods", find_periods)):
            print(f"{name} on {piece.strip()[:20]!r}: twice the text takes {_growth(find, piece):.1f} times the time")


def _prepared(nlp: spacy.Language, layout: DocumentText) -> Doc:
    doc = nlp.make_doc(layout.text)
    doc._.source = DocContext(layout.passages, tuple(units_of(layout.passages)), TOWN, "page")
    return doc


def _run(component: Callable[[Doc], Doc], docs: list[Doc]) -> None:
    for doc in docs:
        component(doc)


def _growth(find: Callable[[str], object], piece: str) -> float:
    once, twice = piece * (50_000 // len(piece)), piece * (100_000 // len(piece))
    took = seconds({"once": lambda: find(once), "twice": lambda: find(twice)})
    return took["twice"] / max(took["once"], 1e-9)


if __name__ == "__main__":
    main()
