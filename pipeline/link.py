"""Facts beside the commitments they belong to (``owners``), and ids that stay from run to run.

Last stage that sees spaCy: it turns a processed ``Doc`` into an ``Extraction`` of plain dataclasses.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.doc_text import text_of
from pipeline.owners import Owners
from pipeline.types import Commitment, Extraction, Passage, Reading, Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.classify import Statement


_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ALIKE = str.maketrans("’ʼ«»“”‐", '\'\'""""-')


def link(doc: Doc, passages: Sequence[Passage], source: Source, reading: Reading) -> Extraction:
    """What was found in a document, each fact beside the id of its commitment or None."""
    commitments = _commitments(doc._.statements, passages, source.id)
    owner = Owners(passages, doc._.source.units, commitments).of
    return Extraction(
        text=text_of(doc),
        passages=tuple(passages),
        commitments=commitments,
        mentions=tuple((fact, owner(fact)) for fact in doc._.partners),
        amounts=tuple((fact, owner(fact)) for fact in doc._.amounts),
        periods=tuple((fact, owner(fact)) for fact in doc._.periods),
        indicators=tuple((fact, of) for fact in doc._.indicators if (of := owner(fact)) is not None),
        title=source.title or reading.title,
        published=source.published or reading.published,
        modified=reading.modified,
        author=reading.author,
        language=reading.language,
        pages=reading.pages,
        warnings=reading.warnings,
    )


def _commitments(
    statements: Sequence[Statement], passages: Sequence[Passage], source_id: str
) -> tuple[Commitment, ...]:
    seen: Counter[str] = Counter()
    found = []
    for statement in statements:
        unit, passage = statement.unit, passages[statement.unit.passage]
        words = normal(unit.text)
        seen[words] += 1
        found.append(
            Commitment(
                id=stable_id("commitment", source_id, words, seen[words]),
                passage=unit.passage,
                start=unit.start,
                end=unit.end,
                text=unit.text,
                status=statement.status,
                probability=round(statement.probability, 4),
                sdgs=statement.sdgs,
                heading=passage.heading,
                page=passage.page,
                by_person=statement.by_person,
            )
        )
    return tuple(found)


def normal(text: str) -> str:
    """Words compared across runs: NFKC, one kind of apostrophe, quote and hyphen, single spaces, no case.

    What ends a unit is left out, for the last item of a list ends in "." and the others in ";".
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    return re.sub(r"\s+", " ", text).strip(" .;:,").casefold()


def stable_id(*parts: object) -> str:
    """The same 16 hexadecimal digits for the same parts, on any machine."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
