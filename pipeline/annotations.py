"""Labelled documents of ``annotations/documents/*.jsonl``: one unit a line, grouped by document.

A line is ``{"document", "collectivity", "level", "kind", "title", "unit", "text", "status", "sdgs",
"partners"}``; ``unit`` is one of ``UNIT_KINDS``, ``status`` one of pledge, action, result, none, and
``partners`` a list of ``[start, end, kind]`` in code points of ``text``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pipeline.errors import InvalidAnnotation
from pipeline.types import LEVELS, PARTNER_KINDS, SOURCE_KINDS, STATUSES, Block, BlockKind

NONE = "none"
UNIT_KINDS = {
    "h1": ("heading", 1), "h2": ("heading", 2), "h3": ("heading", 3), "p": ("paragraph", 0), "s": ("paragraph", 0),
    "lead": ("paragraph", 0), "li": ("list_item", 1), "li2": ("list_item", 2), "row": ("table_row", 0),
    "cap": ("caption", 0), "kf": ("paragraph", 0), "furn": ("paragraph", 0),
}  # fmt: skip
"""Unit kind → kind and level of the block it is or begins; "s" goes on with the paragraph before it."""
_KEYS = {"document", "collectivity", "level", "kind", "title", "unit", "text", "status", "sdgs", "partners"}


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled unit. ``partners`` are (start, end, kind) within ``text``."""

    unit: str
    text: str
    status: str
    sdgs: frozenset[int]
    partners: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document of ``annotations/documents/``, its units in reading order."""

    id: str
    collectivity: str
    level: str
    kind: str
    title: str
    labels: tuple[Label, ...]

    def blocks(self) -> list[Block]:
        """The document as a reader would give it."""
        blocks: list[Block] = []
        for label in self.labels:
            kind, level = UNIT_KINDS[label.unit]
            if label.unit == "s" and blocks:
                last = blocks.pop()
                blocks.append(Block(f"{last.text} {label.text}", last.kind, last.level))
            else:
                block_kind: BlockKind = kind  # type: ignore[assignment]
                blocks.append(Block(label.text, block_kind, level))
        return blocks


def load_documents(folder: Path, part: str = "documents") -> list[LabelledDocument]:
    """Every labelled document of a part, sorted by file and place. Raises InvalidAnnotation naming file and line."""
    documents: list[LabelledDocument] = []
    for file in sorted(folder.glob(f"{part}/*.jsonl")):
        for (identifier, collectivity, level, kind, title), rows in groupby(_rows(file), key=_document_key):
            labels = tuple(label for _, label in rows)
            documents.append(LabelledDocument(identifier, collectivity, level, kind, title, labels))
    if not documents and part == "documents":
        raise InvalidAnnotation(f"{folder}/documents: no .jsonl file; the labelled examples are missing")
    return documents


def _document_key(row: tuple[dict, Label]) -> tuple[str, ...]:
    return tuple(row[0][k] for k in ("document", "collectivity", "level", "kind", "title"))


def _rows(file: Path) -> Iterator[tuple[dict, Label]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            yield row, _label(row)
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidAnnotation(f"{file}:{number}: {error}") from None


def _label(row: dict) -> Label:
    if set(row) != _KEYS:
        raise ValueError(f"keys are {', '.join(sorted(_KEYS))}. Got {', '.join(sorted(row))}")
    _allowed("unit", row["unit"], UNIT_KINDS)
    _allowed("status", row["status"], (*STATUSES, NONE))
    _allowed("level", row["level"], LEVELS)
    _allowed("kind", row["kind"], SOURCE_KINDS)
    goals = frozenset(row["sdgs"])
    if goals - set(range(1, 18)) or (row["status"] == NONE and goals):
        raise ValueError(f"sdgs are 1–17, and none where status is none. Got {row['sdgs']}")
    for start, end, kind in row["partners"]:
        _allowed("partner kind", kind, PARTNER_KINDS)
        if not 0 <= start < end <= len(row["text"]):
            raise ValueError(f"partner [{start}, {end}) leaves the text")
    partners = tuple((s, e, k) for s, e, k in row["partners"])
    return Label(row["unit"], row["text"], row["status"], goals, partners)


def _allowed(what: str, value: object, allowed: object) -> None:
    if value not in allowed:  # type: ignore[operator]
        raise ValueError(f"{what} is one of {', '.join(allowed)}. Got {value!r}")  # type: ignore[arg-type]
