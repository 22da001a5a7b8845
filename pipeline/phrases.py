"""Phrases of local policy with the goals they advance, from ``annotations/phrases/*.jsonl``.

Our documents are written to be hard: most name a goal without its words. Real texts mostly use the words, and of
those a few thousand sentences show few. A line is ``{"text", "sdgs"}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.annotate.outside import OutsideExample
from pipeline.errors import InvalidAnnotation

FOLDER = "phrases"


def load_phrases(folder: Path) -> list[OutsideExample]:
    """All of them, sorted by file and line; none where there is no such folder.

    Raises InvalidAnnotation naming file and line.
    """
    return [phrase for file in sorted((folder / FOLDER).glob("*.jsonl")) for phrase in _load(file)]


def _load(file: Path) -> Iterator[OutsideExample]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            if set(row) != {"text", "sdgs"} or not row["sdgs"]:
                raise ValueError(f"a phrase is text and sdgs, at least one. Got {line}")
            yield OutsideExample(row["text"], None, tuple(row["sdgs"]), where=f"{file.name} line {number}")
        except (ValueError, TypeError) as error:
            raise InvalidAnnotation(f"{file}:{number}: {error}") from None


def repeated(phrases: Iterable[OutsideExample]) -> Iterator[str]:
    """A line on each phrase that is there already, whatever its case."""
    first: dict[str, str] = {}
    for phrase in phrases:
        words = phrase.text.casefold()
        if words in first:
            yield f"{first[words]} and {phrase.where}: the same phrase: {phrase.text}"
        first.setdefault(words, phrase.where)
