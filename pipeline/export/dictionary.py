"""What tables and columns mean, in French, as the site's configuration says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Dictionary:
    """``tables`` is the part of metadata.yaml about the tables, by name."""

    title: str
    description: str
    tables: dict[str, dict[str, Any]]

    def public(self) -> list[str]:
        """Tables for readers, in the order the site lists them."""
        return [name for name, said in self.tables.items() if not said.get("hidden")]

    def table(self, name: str) -> tuple[str, str]:
        """Title and description; the name and nothing where none is written."""
        said = self.tables.get(name, {})
        return said.get("title", name), said.get("description", "")

    def column(self, table: str, column: str) -> str:
        return self.tables.get(table, {}).get("columns", {}).get(column, "")


@lru_cache(maxsize=2)
def load_dictionary(site: Path) -> Dictionary:
    """From ``metadata.yaml`` of the site's folder."""
    said = yaml.safe_load((site / "metadata.yaml").read_text(encoding="utf-8"))
    return Dictionary(said["title"], said["description"], said["databases"]["engagements"]["tables"])
