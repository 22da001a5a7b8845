"""What the models say of each labelled unit without having seen its collectivity, kept beside them by ``train``.

``engagements evaluate`` judges by it, never by what a model says of its own examples.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.errors import ModelMissing

FILE = "held-out.json.gz"
DIGITS = 4


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Rows are in the order of ``annotations.load_documents``."""

    annotations_sha256: str
    """Of the examples it was measured on: of others it says nothing."""
    classes: tuple[str, ...]
    status: np.ndarray
    """Probabilities, units × ``classes``."""
    goals: np.ndarray
    """Probabilities, statements × 17."""

    def save(self, folder: Path) -> None:
        """Write ``FILE``, the same bytes for the same numbers."""
        content = {
            "annotations_sha256": self.annotations_sha256,
            "classes": self.classes,
            "status": np.round(self.status, DIGITS).tolist(),
            "goals": np.round(self.goals, DIGITS).tolist(),
        }
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(gzip.compress(json.dumps(content).encode(), mtime=0))


def load_held_out(folder: Path) -> HeldOut:
    """Raises ModelMissing where the file is absent or not ours."""
    file = folder / FILE
    try:
        content = json.loads(gzip.decompress(file.read_bytes()))
        return HeldOut(
            content["annotations_sha256"],
            tuple(content["classes"]),
            np.array(content["status"]),
            np.array(content["goals"]),
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise ModelMissing(f"{file}: cannot be read ({error}); make it with: engagements train") from error
