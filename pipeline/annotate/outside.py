"""Data sets of others: read through a mapping, kept in ``annotations/outside/NAME.jsonl``.

They are trained on only when asked (``train --include NAME``), and never judged on: scores stay those of our own
documents. A line is ``{"text", "status", "sdgs", "heading", "lead"}``; status or sdgs is null where the data set says
nothing of it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.annotate.check import Example, duplicates
from pipeline.annotate.mapping import Mapping
from pipeline.errors import InvalidAnnotation
from pipeline.types import STATUSES

FOLDER = "outside"
NONE = "none"
_NUMBER = re.compile(r"(?:SDG|ODD|goal)?\s*0?(\d{1,2})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutsideExample:
    """A text with what somebody says of it: its status, its goals, or both."""

    text: str
    status: str | None
    """One of ``STATUSES`` or none; None where unknown."""
    sdgs: tuple[int, ...] | None
    """None where unknown."""
    heading: str = ""
    lead: str = ""
    where: str = ""
    """File and place, for messages."""

    def __post_init__(self) -> None:
        if not isinstance(self.text, str) or not self.text.strip():
            raise ValueError(f"text is not empty. Got {self.text!r}")
        if self.status not in (*STATUSES, NONE, None):
            raise ValueError(f"status is one of {', '.join((*STATUSES, NONE))}. Got {self.status!r}")
        if self.sdgs is not None and (set(self.sdgs) - set(range(1, 18)) or (self.status == NONE and self.sdgs)):
            raise ValueError(f"sdgs are 1–17, and none where status is none. Got {list(self.sdgs)}")
        if self.status is None and self.sdgs is None:
            raise ValueError("neither status nor sdgs is known: there is nothing to learn")


def read_outside(file: Path, mapping: Mapping) -> list[OutsideExample]:
    """The rows of a data set the mapping keeps. Raises InvalidAnnotation naming file and row."""
    found = []
    for number, row in _rows(file, mapping):
        try:
            if all(_holds(condition, row) for condition in mapping.where):
                found.append(_example(row, mapping, f"{file.name} row {number}"))
        except (ValueError, KeyError, TypeError) as error:
            told = error.args[0] if isinstance(error, KeyError) else error
            raise InvalidAnnotation(f"{file}: row {number}: {told}") from None
    if not found:
        raise InvalidAnnotation(f"{file}: no row fits the mapping's [[where]]; nothing to import")
    return found


def _rows(file: Path, mapping: Mapping) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = file.read_text(encoding=mapping.encoding)
        if mapping.format == "csv":
            yield from enumerate(csv.DictReader(text.splitlines(keepends=True), delimiter=mapping.delimiter), 1)
        elif mapping.format == "jsonl":
            yield from ((n, json.loads(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip())
        else:
            yield from enumerate(_records(json.loads(text), mapping.records), 1)
    except (ValueError, LookupError, TypeError, csv.Error) as error:
        told = f"not {mapping.format} in {mapping.encoding} as the mapping says: {error}"
        raise InvalidAnnotation(f"{file}: {told}") from None


def _records(content: Any, path: str) -> list[dict[str, Any]]:
    for key in filter(None, path.split(".")):
        content = content[key]
    if not isinstance(content, list):
        raise TypeError(f"a list is wanted where the mapping says records = {path!r}. Got {type(content).__name__}")
    return content


def _cell(row: dict[str, Any], path: str) -> Any:
    """The value of a column, or of nested keys joined by dots."""
    if path in row:
        return row[path]
    value: Any = row
    for key in path.split("."):
        if not isinstance(value, dict) or key not in value:
            raise KeyError(f"no column {path!r}; there are {', '.join(map(str, row))}")
        value = value[key]
    return value


def _holds(condition: Any, row: dict[str, Any]) -> bool:
    value = _cell(row, condition.column)
    if condition.least is None:
        return str(value) in condition.equals
    return float(value) >= condition.least


def _example(row: dict[str, Any], mapping: Mapping, where: str) -> OutsideExample:
    given = {name: _cell(row, path) for name, path in mapping.fields.items()} | mapping.constants
    status = _ours("status", given["status"], mapping) if "status" in given else None
    goals = _goals(given["sdgs"], mapping) if "sdgs" in given else None
    text = " ".join(str(given["text"] or "").split())
    return OutsideExample(
        text,
        status,
        () if status == NONE else goals,
        " ".join(str(given.get("heading") or "").split()),
        " ".join(str(given.get("lead") or "").split()),
        where,
    )


def _ours(name: str, value: Any, mapping: Mapping) -> Any:
    table = mapping.values.get(name)
    if table is None:
        return value
    if str(value) not in table:
        raise ValueError(f"[values.{name}] has no {value!r}; it has {', '.join(table)}")
    return table[str(value)]


def _goals(cell: Any, mapping: Mapping) -> tuple[int, ...]:
    values = cell if isinstance(cell, list) else [cell]
    if "sdgs" in mapping.split:
        values = [part.strip() for value in values for part in str(value or "").split(mapping.split["sdgs"])]
    return tuple(sorted({_number(_ours("sdgs", value, mapping)) for value in values if str(value or "").strip()}))


def _number(value: Any) -> int:
    match = _NUMBER.fullmatch(str(value).strip())
    if match is None:
        raise ValueError(f"a goal is a number of 1–17 (6, SDG 6). Got {value!r}")
    return int(match[1])


def without_duplicates(new: list[OutsideExample], known: list[Example]) -> tuple[list[OutsideExample], list[str]]:
    """Those that nobody has said before, and a line on each that was."""
    examples = [Example(e.where, e.text) for e in new]
    twice = {second.where: first.where for first, second in duplicates(known, examples) if second.where != first.where}
    return [e for e in new if e.where not in twice], [
        f"{where}: the same words as {first}" for where, first in twice.items()
    ]


def save_outside(folder: Path, name: str, examples: Iterable[OutsideExample]) -> Path:
    file = folder / FOLDER / f"{name}.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [{k: v for k, v in asdict(e).items() if k != "where"} for e in examples]
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return file


def load_outside(folder: Path, names: Iterable[str] | None = None) -> list[OutsideExample]:
    """Of the files named (all where None). Raises InvalidAnnotation naming a file that is absent, or file and line."""
    there = {file.stem: file for file in sorted((folder / FOLDER).glob("*.jsonl"))}
    found: list[OutsideExample] = []
    for name in there if names is None else names:
        if name not in there:
            raise InvalidAnnotation(f"{folder / FOLDER}: no {name}.jsonl; there is {', '.join(there) or 'nothing'}")
        found += _load(there[name])
    return found


def _load(file: Path) -> Iterator[OutsideExample]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            goals = row.get("sdgs")
            example = OutsideExample(**{**row, "sdgs": None if goals is None else tuple(goals)})
            yield replace(example, where=f"{file.stem} line {number}")
        except (ValueError, TypeError, AttributeError) as error:
            raise InvalidAnnotation(f"{file}:{number}: {error}") from None
