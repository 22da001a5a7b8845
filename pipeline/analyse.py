"""One snapshot → one ``Extraction``: read, lay out, run the spaCy pipeline, link."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipeline.annotate.labels import labels_of
from pipeline.doc_text import text_of
from pipeline.document import lay_out
from pipeline.errors import ReadFailed, UnsupportedType
from pipeline.link import link
from pipeline.nlp import load_pipeline
from pipeline.read import read
from pipeline.settings import Settings
from pipeline.types import Extraction, Snapshot, Source
from pipeline.units import units_of

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.types import Reading

FRENCH = {None, "fr"}
KEPT_WORDS = 40_000
"""Words that a process remembers for good, some 10 MB; those of 2,000 documents would be ten times as many."""
_ONE_AT_A_TIME = Lock()
"""spaCy's pipelines are not made for threads, and Prefect runs tasks in several."""


def analyse(snapshot: Snapshot, source: Source, settings: Settings) -> Extraction:
    """All that is found in a snapshot.

    Raises SourceFailed (ReadFailed, EmptyDocument, UnsupportedType) naming the cause. A document that
    is not French is kept as text, without facts.
    """
    reading = read(snapshot, settings)
    if reading.language not in FRENCH:
        return _text_only(reading, source)
    from pipeline.extract.components import DocContext
    from pipeline.extract.partners.decisions import load_decisions

    layout = lay_out(reading.blocks)
    if len(layout.text) > settings.max_characters:
        raise ReadFailed(f"{source.url}: {len(layout.text):,} characters, more than {settings.max_characters:,}")
    units = tuple(units_of(layout.passages))
    labels = labels_of(settings.annotations, source.id)
    published = source.published or reading.published
    names = load_decisions(settings.annotations)
    context = DocContext(layout.passages, units, source.collectivity, source.kind, labels, published, names)
    with _ONE_AT_A_TIME:
        nlp = load_pipeline(settings.models)
        with _forgetful(nlp):
            doc = nlp.make_doc(layout.text)
            if text_of(doc) != layout.text:
                raise UnsupportedType(f"{source.url}: the text cannot be cut into words without loss")
            doc._.source = context
            return link(nlp(doc), layout.passages, source, reading)


def _forgetful(nlp: Language) -> AbstractContextManager[Any]:
    """Common words are met early and kept, which saves looking them up; later ones go with their document."""
    return nlp.memory_zone() if len(nlp.vocab) > KEPT_WORDS else nullcontext()


def _text_only(reading: Reading, source: Source) -> Extraction:
    layout = lay_out(reading.blocks)
    return Extraction(
        text=layout.text,
        passages=layout.passages,
        commitments=(),
        mentions=(),
        amounts=(),
        periods=(),
        title=source.title or reading.title,
        published=source.published or reading.published,
        modified=reading.modified,
        author=reading.author,
        language=reading.language,
        pages=reading.pages,
        warnings=(*reading.warnings, f"written in {reading.language!r}, not in French: nothing was extracted"),
    )
