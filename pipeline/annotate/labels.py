"""What people say a unit of a source is: ``annotations/labels.jsonl``, a line a unit and annotator.

A line is ``{"source", "text", "status", "sdgs", "annotator", "decides", "heading", "lead"}``. A unit is known by its
source's id and its words (``link.normal``), so that a label survives new versions of a document. Where annotators
differ, none is followed until one that ``decides`` has spoken.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.errors import InvalidAnnotation
from pipeline.link import normal
from pipeline.types import STATUSES

FILE = "labels.jsonl"
NONE = "none"
Unit = tuple[str, str]
"""Source id and normalised words."""


@dataclass(frozen=True, slots=True)
class PersonLabel:
    """One annotator's word on one unit. ``heading`` and ``lead`` are what stands above and introduces it."""

    source: str
    text: str
    status: str
    """One of ``STATUSES``, or none."""
    sdgs: tuple[int, ...]
    """Sorted; none where status is none."""
    annotator: str
    decides: bool = False
    """Settles what annotators differ on."""
    heading: str = ""
    lead: str = ""

    def __post_init__(self) -> None:
        if self.status not in (*STATUSES, NONE):
            raise ValueError(f"status is one of {', '.join((*STATUSES, NONE))}. Got {self.status!r}")
        if set(self.sdgs) - set(range(1, 18)) or (self.status == NONE and self.sdgs):
            raise ValueError(f"sdgs are 1–17, and none where status is none. Got {list(self.sdgs)}")
        for name in ("source", "text", "annotator"):
            value = getattr(self, name)
            if not isinstance(value, str) or not value.strip():
                raise ValueError(f"{name} is a text that is not empty. Got {value!r}")

    @property
    def unit(self) -> Unit:
        return self.source, normal(self.text)

    @property
    def answer(self) -> tuple[str, tuple[int, ...]]:
        return self.status, self.sdgs


def load_labels(folder: Path) -> list[PersonLabel]:
    """All labels, none where there is no file. Raises InvalidAnnotation naming file and line."""
    file = folder / FILE
    if not file.exists():
        return []
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found.append(PersonLabel(**{**row, "sdgs": tuple(sorted({int(g) for g in row["sdgs"]}))}))
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidAnnotation(f"{file}:{number}: {error}") from None
    return found


def save_labels(folder: Path, labels: Iterable[PersonLabel]) -> None:
    """Write them sorted, one line each."""
    ordered = sorted(labels, key=lambda label: (*label.unit, label.annotator))
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(asdict(label), ensure_ascii=False) for label in ordered]
    (folder / FILE).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def merged(old: Iterable[PersonLabel], new: Iterable[PersonLabel]) -> list[PersonLabel]:
    """Both; an annotator's new word on a unit takes the place of the old one."""
    return list({(label.unit, label.annotator): label for label in (*old, *new)}.values())


def by_unit(labels: Iterable[PersonLabel]) -> dict[Unit, list[PersonLabel]]:
    found: dict[Unit, list[PersonLabel]] = defaultdict(list)
    for label in labels:
        found[label.unit].append(label)
    return dict(found)


def settled(labels: Iterable[PersonLabel]) -> dict[Unit, PersonLabel]:
    """The label of each unit that annotators agree on, or that one of them decided."""
    found = {}
    for unit, given in by_unit(labels).items():
        heard = [label for label in given if label.decides] or given
        if len({label.answer for label in heard}) == 1:
            found[unit] = heard[0]
    return found


def conflicts(labels: Iterable[PersonLabel]) -> Iterator[list[PersonLabel]]:
    """The labels of each unit that annotators differ on and none has decided."""
    labels = list(labels)
    agreed = settled(labels)
    return (given for unit, given in by_unit(labels).items() if unit not in agreed)


def labels_of(folder: Path, source: str) -> Mapping[str, PersonLabel]:
    """Settled labels of one source, by normalised words. Raises InvalidAnnotation."""
    file = folder / FILE
    stamp = (file.stat().st_mtime_ns, file.stat().st_size) if file.exists() else None
    return _by_source(folder, stamp).get(source, {})


@lru_cache(maxsize=2)
def _by_source(folder: Path, stamp: tuple[int, int] | None) -> dict[str, dict[str, PersonLabel]]:
    """``stamp`` tells one state of the file from the next."""
    found: dict[str, dict[str, PersonLabel]] = defaultdict(dict)
    for (source, words), label in settled(load_labels(folder)).items():
        found[source][words] = label
    return found


def labels_hash(folder: Path, source: str) -> str:
    """Of the source's settled labels: what is extracted depends on them, and on no other."""
    answers = sorted([words, *label.answer] for words, label in labels_of(folder, source).items())
    return hashlib.sha256(json.dumps(answers, ensure_ascii=False).encode()).hexdigest()
