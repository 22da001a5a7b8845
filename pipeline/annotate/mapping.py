"""How an outside data set's columns and words become ours: a TOML file.

format = "csv"            # csv, jsonl or json
delimiter = ","           # of csv; default ","
encoding = "utf-8"        # default utf-8
records = "data.items"    # of json: where the list is, keys joined by dots; default: the file is the list

[fields]                  # ours = theirs (keys of json joined by dots); text, and status or sdgs or both
text = "excerpt"
status = "label"
sdgs = "goals"
heading = "section"
lead = "intro"

[constants]               # ours = a value that all rows have
status = "pledge"

[values.status]           # their word = ours; without a table, theirs are ours
Yes = "pledge"

[values.sdgs]
"Clean water" = 6

[split]                   # what separates several goals in one cell; default: one goal a cell
sdgs = ","

[[where]]                 # only rows whose column is one of "equals", or a number of at "least" so much
column = "agreement"
least = 0.6
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import InvalidAnnotation

FORMATS = ("csv", "json", "jsonl")
FIELDS = ("text", "status", "sdgs", "heading", "lead")


@dataclass(frozen=True, slots=True)
class Condition:
    """Which rows of an outside data set count: those whose column is one of ``equals``, or at ``least`` a number."""

    column: str
    equals: tuple[str, ...] = ()
    least: float | None = None

    def __post_init__(self) -> None:
        if bool(self.equals) == (self.least is not None):
            raise ValueError(f"[[where]] {self.column!r} has either equals = […] or least = a number")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the TOML file says; see the module's words."""

    format: str
    fields: dict[str, str]
    delimiter: str = ","
    encoding: str = "utf-8"
    records: str = ""
    constants: dict[str, Any] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    split: dict[str, str] = field(default_factory=dict)
    where: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise ValueError(f"format is one of {', '.join(FORMATS)}. Got {self.format!r}")
        for table, allowed in (
            ("fields", FIELDS),
            ("constants", FIELDS[1:]),
            ("values", FIELDS[1:3]),
            ("split", ("sdgs",)),
        ):
            unknown = sorted(set(getattr(self, table)) - set(allowed))
            if unknown:
                raise ValueError(f"[{table}] knows {', '.join(allowed)}. Got {', '.join(unknown)}")
        if "text" not in self.fields:
            raise ValueError('[fields] names the column of the text: text = "…"')
        if not {"status", "sdgs"} & {*self.fields, *self.constants}:
            raise ValueError("[fields] or [constants] has status, sdgs or both: else there is nothing to learn")
        if len(self.delimiter) != 1:
            raise ValueError(f"delimiter is one character. Got {self.delimiter!r}")


def load_mapping(file: Path) -> Mapping:
    """Raises InvalidAnnotation naming the file and what is wrong."""
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
        conditions = [
            Condition(**{**c, "equals": tuple(map(str, c.get("equals", ())))}) for c in given.pop("where", ())
        ]
        missing = [name for name in ("format", "fields") if name not in given]
        if missing:
            raise ValueError(f"{missing[0]} is missing")
        return Mapping(**given, where=tuple(conditions))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        told = (
            str(error)
            .replace("Mapping.__init__() got an", "an")
            .replace("Condition.__init__() got an", "[[where]] has an")
        )
        raise InvalidAnnotation(f"{file}: {told.replace('keyword argument', 'key')}") from None
