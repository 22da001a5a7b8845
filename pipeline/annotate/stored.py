"""What a database holds, read back for annotators: its documents with their passages, its commitments."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.tasks import Said, Task
from pipeline.errors import InvalidInput
from pipeline.opened import reading
from pipeline.types import Collectivity, Passage

AROUND = 240
"""Characters of a document shown before and after a unit."""

DOCUMENTS = """
SELECT d.id, d.source_id, s.kind, s.url, k.id AS collectivity_id, k.name, k.level, d.text,
       (SELECT avg(c.probability) FROM commitments c WHERE c.document_id = d.id AND c.withdrawn_on IS NULL) AS certainty
FROM documents d JOIN sources s ON s.id = d.source_id JOIN collectivities k ON k.id = d.collectivity_id
WHERE d.is_current ORDER BY d.source_id
"""
PASSAGES = "SELECT * FROM passages WHERE document_id = ? ORDER BY position"
COMMITMENTS = """
SELECT c.*, (SELECT group_concat(g.sdg_id) FROM commitment_sdgs g WHERE g.commitment_id = c.id) AS goals
FROM commitments c WHERE c.document_id = ? AND c.withdrawn_on IS NULL ORDER BY c.start_char
"""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The current version of a source."""

    id: str
    source: str
    kind: str
    url: str
    collectivity: Collectivity
    text: str
    certainty: float | None
    """Mean probability of its commitments, None where it has none."""

    def around(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after, in whole words."""
        before = self.text[max(0, start - AROUND) : start]
        after = self.text[end : end + AROUND]
        return (
            before.partition(" ")[2].strip() if start > AROUND else before.strip(),
            after.rpartition(" ")[0].strip() if end + AROUND < len(self.text) else after.strip(),
        )


class StoredDocuments:
    """A database open for reading. Raises InvalidInput where it is none of ours."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def documents(self) -> list[StoredDocument]:
        """The current version of every source, in the order of their ids."""
        return [
            StoredDocument(
                row["id"],
                row["source_id"],
                row["kind"],
                row["url"],
                Collectivity(row["collectivity_id"], row["name"], row["level"]),
                row["text"],
                row["certainty"],
            )
            for row in self._connection.execute(DOCUMENTS)
        ]

    def passages(self, document: StoredDocument) -> tuple[Passage, ...]:
        """As the reader gave them, but for the depth of list items, which is not stored (1)."""
        return tuple(
            Passage(row["position"], row["kind"], row["heading"] or "", row["start_char"], row["end_char"],
                    row["text"], _level(row["kind"], row["heading"] or ""), row["page"])
            for row in self._connection.execute(PASSAGES, [document.id])
        )  # fmt: skip

    def tasks(self, document: StoredDocument) -> Iterator[Task]:
        """Its commitments; what a person said is no prediction."""
        for row in self._connection.execute(COMMITMENTS, [document.id]):
            goals = tuple(sorted(int(g) for g in (row["goals"] or "").split(",") if g))
            before, after = document.around(row["start_char"], row["end_char"])
            said = None if row["by_person"] else Said(row["status"], row["probability"], goals)
            yield Task(
                document.source, row["text"], document.collectivity.name, document.kind, row["heading"] or "", "",
                before, after, row["source_link"] or document.url, said,
            )  # fmt: skip


def _level(kind: str, heading: str) -> int:
    if kind == "heading":
        return min(6, 1 + len([h for h in heading.split(" › ") if h]))
    return int(kind == "list_item")


@contextmanager
def open_documents(database: Path) -> Iterator[StoredDocuments]:
    """Raises NoDatabase where there is no database of this project, of this release's shape."""
    with reading(database) as connection:
        connection.execute("SELECT by_person FROM commitments LIMIT 1").fetchone()
        yield StoredDocuments(connection)


def wanted(documents: Sequence[StoredDocument], only: Sequence[str]) -> list[StoredDocument]:
    """Those of the sources named, or all. Raises InvalidInput naming one that is not there."""
    there = [d.source for d in documents]
    absent = [name for name in only if name not in there]
    if absent:
        raise InvalidInput(f"--source {absent[0]}: not in the database, which has {', '.join(there) or 'none'}")
    return [d for d in documents if not only or d.source in only]
