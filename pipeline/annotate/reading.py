"""Labels from a file, whichever of the two formats it is in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.annotate.label_studio import read_annotations
from pipeline.annotate.labels import PersonLabel, Unit
from pipeline.annotate.tasks import read_jsonl
from pipeline.errors import InvalidAnnotation


def read_labels(file: Path, annotator: str | None, decides: bool = False) -> tuple[list[PersonLabel], int]:
    """Labels, and the number of units left empty. A JSON array is Label Studio's, all else a JSON object a line.

    Raises InvalidAnnotation for what is neither, and where one annotator says two things of one unit.
    """
    try:
        is_array = file.read_text(encoding="utf-8").lstrip().startswith("[")
        labels, empty = (read_annotations if is_array else read_jsonl)(file, annotator)
    except ValueError as error:
        raise InvalidAnnotation(f"{file}: neither Label Studio's JSON nor JSON lines: {error}") from None
    if not labels and not empty:
        raise InvalidAnnotation(f"{file}: holds no unit")
    if decides:
        labels = [replace(label, decides=True) for label in labels]
    return _once(file, labels), empty


def _once(file: Path, labels: Iterable[PersonLabel]) -> list[PersonLabel]:
    found: dict[tuple[Unit, str], PersonLabel] = {}
    for label in labels:
        before = found.setdefault((label.unit, label.annotator), label)
        if before.answer != label.answer:
            raise InvalidAnnotation(
                f"{file}: {label.annotator} says both {before.status} {list(before.sdgs)} and "
                f"{label.status} {list(label.sdgs)} of one unit; keep one: {label.text}"
            )
    return list(found.values())
