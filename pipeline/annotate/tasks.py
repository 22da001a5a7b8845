"""What an annotator is shown, and plain JSONL of it: a line a unit to fill in, or one a label given.

A line is ``{"source", "text", "collectivity", "kind", "heading", "lead", "before", "after", "url", "said",
"status", "sdgs", "annotator", "decides"}``: ``said`` is the model's answer (or null), ``status`` null until a person
fills it in. Reading needs ``source`` and ``text`` of a line, and what was filled in; it knows no other keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.annotate.labels import PersonLabel, Unit
from pipeline.errors import InvalidAnnotation
from pipeline.link import normal

CONTEXT = ("source", "text", "collectivity", "kind", "heading", "lead", "before", "after", "url")


@dataclass(frozen=True, slots=True)
class Said:
    """The model's answer. ``status`` may be none."""

    status: str
    probability: float
    sdgs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One unit with what stands around it."""

    source: str
    text: str
    collectivity: str
    kind: str
    heading: str = ""
    lead: str = ""
    before: str = ""
    after: str = ""
    url: str = ""
    said: Said | None = None
    labels: tuple[PersonLabel, ...] = ()
    """What people have said of it so far."""

    def context(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in CONTEXT}


def with_labels(tasks: Iterable[Task], given: dict[Unit, list[PersonLabel]]) -> Iterator[Task]:
    """Tasks with what people have said of them."""
    for task in tasks:
        yield replace(task, labels=tuple(given.get((task.source, normal(task.text)), ())))


def write_jsonl(tasks: Iterable[Task]) -> Iterator[str]:
    """A line a label, or one to fill in where there is none."""
    for task in tasks:
        shown = {**task.context(), "said": None if task.said is None else asdict(task.said)}
        for label in task.labels or (None,):
            yield json.dumps({**shown, **_answer(label)}, ensure_ascii=False)


def _answer(label: PersonLabel | None) -> dict[str, Any]:
    if label is None:
        return {"status": None, "sdgs": [], "annotator": None, "decides": False}
    return {
        "status": label.status,
        "sdgs": list(label.sdgs),
        "annotator": label.annotator,
        "decides": label.decides,
    }


def read_jsonl(file: Path, annotator: str | None) -> tuple[list[PersonLabel], int]:
    """Labels, and the number of lines nobody has filled in. ``annotator`` is who lines without a name are from.

    Raises InvalidAnnotation naming file and line.
    """
    labels: list[PersonLabel] = []
    empty = 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row.get("status") is None:
                empty += 1
            else:
                labels.append(_label(row, annotator))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InvalidAnnotation(f"{file}:{number}: {_told(error)}") from None
    return labels, empty


def _label(row: dict[str, Any], annotator: str | None) -> PersonLabel:
    unknown = sorted(set(row) - {*CONTEXT, "said", "status", "sdgs", "annotator", "decides"})
    if unknown:
        raise ValueError(f"unknown key {', '.join(unknown)}; allowed are {', '.join(CONTEXT)}, status, sdgs, annotator")
    name = row.get("annotator") or annotator
    if name is None:
        raise ValueError("nobody is named as annotator; name one: --annotator NAME")
    return PersonLabel(
        row["source"],
        row["text"],
        row["status"],
        tuple(sorted({int(g) for g in row.get("sdgs") or ()})),
        name,
        bool(row.get("decides", False)),
        row.get("heading") or "",
        row.get("lead") or "",
    )


def _told(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "not JSON; give the lines of annotate next or export, filled in, or Label Studio's JSON export"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
