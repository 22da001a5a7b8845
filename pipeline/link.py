"""Which partner, amount and period belongs to which commitment, and ids that stay from run to run.

Last stage that sees spaCy: it turns a processed ``Doc`` into an ``Extraction`` of plain dataclasses.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from pipeline.types import Commitment, Extraction, Passage, Reading, Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.classify import Statement


_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ALIKE = str.maketrans("’ʼ«»“”‐", '\'\'""""-')


class Spanned(Protocol):
    @property
    def start(self) -> int: ...


_S = TypeVar("_S", bound=Spanned)


def link(doc: Doc, passages: Sequence[Passage], source: Source, reading: Reading) -> Extraction:
    """What was found in a document, each fact beside the id of its commitment or None."""
    commitments = _commitments(doc._.statements, passages, source.id)
    return Extraction(
        text=doc.text,
        passages=tuple(passages),
        commitments=commitments,
        mentions=_owned(doc._.partners, commitments, passages),
        amounts=_owned(doc._.amounts, commitments, passages),
        periods=_owned(doc._.periods, commitments, passages),
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


def _owned(
    facts: Sequence[_S], commitments: Sequence[Commitment], passages: Sequence[Passage]
) -> tuple[tuple[_S, str | None], ...]:
    """Each fact with the commitment whose words hold it, else the only one of its passage."""
    starts = [c.start for c in commitments]
    passage_starts = [p.start for p in passages]
    alone = _only_of_passage(commitments)
    owned: list[tuple[_S, str | None]] = []
    for fact in facts:
        i = bisect_right(starts, fact.start) - 1
        if i >= 0 and fact.start < commitments[i].end:
            owned.append((fact, commitments[i].id))
        else:
            owned.append((fact, alone.get(bisect_right(passage_starts, fact.start) - 1)))
    return tuple(owned)


def _only_of_passage(commitments: Sequence[Commitment]) -> dict[int, str]:
    counts = Counter(c.passage for c in commitments)
    return {c.passage: c.id for c in commitments if counts[c.passage] == 1}


def normal(text: str) -> str:
    """Words compared across runs: NFKC, one kind of apostrophe, quote and hyphen, single spaces, no case.

    What ends a unit is left out, for the last item of a list ends in "." and the others in ";".
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    return re.sub(r"\s+", " ", text).strip(" .;:,").casefold()


def stable_id(*parts: object) -> str:
    """The same 16 hexadecimal digits for the same parts, on any machine."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
