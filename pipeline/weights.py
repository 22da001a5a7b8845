"""Which words weigh for which status and goal: the models' own coefficients, in a file small enough to publish.

``models/words.json`` is made from the models (``python -m pipeline.weights``; ``engagements train`` does it too) and
read by the site, which cannot afford to load them: it tells why a commitment was classed so. It holds the hashes of
the models it was made from; of others it says nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.model_files import SDG_FILE, STATUS_FILE

FILE = "words.json"
MODELS = {"status": STATUS_FILE, "goals": SDG_FILE}
MOST = 1_000
"""Words and pairs of words kept for each status and goal, the heaviest."""
SHOWN = 5
EMPTY = frozenset(
    "au aux avec ce ces cette dans de des du elle en et il la le les leur leurs mais nos notre ou par plus pour qu que "
    "qui sa se ses si son sur un une".split()
)
"""They weigh, but say nothing to a reader."""
_MASKED = re.compile(r"\b(?:xself|xnom|xannée|\d+)\b")
_WORD = re.compile(r"\b\w\w+\b")

Weights = Mapping[str, Mapping[str, float]]
"""Status, or a goal's number, → words or pairs of words → weight."""


@dataclass(frozen=True, slots=True)
class Words:
    """Which words weigh; what the site asks."""

    weights: Weights

    def reasons(self, text: str, label: str) -> list[str]:
        """The words of ``text`` that spoke most for the label, heaviest first; none where the label is unknown."""
        known = self.weights.get(label, {})
        said = dict.fromkeys(gram for gram in _grams(text) if not all(word in EMPTY for word in gram.split()))
        heaviest = sorted((gram for gram in said if gram in known), key=lambda gram: -known[gram])
        chosen: list[str] = []
        for gram in heaviest:
            if len(chosen) < SHOWN and not any(gram in other or other in gram for other in chosen):
                chosen.append(gram)
        return chosen


def _grams(text: str) -> Iterator[str]:
    """Words and pairs of words, as the models' vectorizers cut them."""
    words = _WORD.findall(text.replace("’", "'").lower())
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def make(folder: Path) -> None:
    """Write the file beside the models of a folder. Raises ModelMissing where one is absent."""
    from pipeline import models

    write(folder, models.load(folder / MODELS["status"])["model"], models.load(folder / MODELS["goals"])["first"])


def write(folder: Path, status: Any, goals: Any) -> None:
    """``status`` and ``goals`` are the pipelines the folder's models hold: the status, the first look at the goals."""
    found = {label: _heaviest(status, row) for label, row in _rows(status) if label != "none"}
    found |= {str(int(number) + 1): _heaviest(goals, row) for number, row in _rows(goals)}
    said = {"models": hashes(folder), "weights": found}
    (folder / FILE).write_text(json.dumps(said, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _rows(model: Any) -> Iterator[tuple[str, Any]]:
    """Each class of a one-against-the-rest classifier with its coefficients."""
    classifier = model.named_steps["classifier"]
    for label, one in zip(classifier.classes_, classifier.estimators_, strict=True):
        yield str(label), one.coef_[0]


def _heaviest(model: Any, coefficients: Any) -> dict[str, float]:
    """Words by what they add where they stand: coefficient times inverse document frequency, above nothing."""
    columns = model.named_steps["columns"]
    vectorizer, place = columns.named_transformers_["words"], columns.output_indices_["words"]
    weights = coefficients[place] * vectorizer.idf_
    names = vectorizer.get_feature_names_out()
    order = (-weights).argsort(kind="stable")
    kept = [i for i in order if weights[i] > 0 and not _MASKED.search(names[i])][:MOST]
    return {str(names[i]): round(float(weights[i]), 2) for i in kept}


def hashes(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / file).read_bytes()).hexdigest() for name, file in MODELS.items()}


@lru_cache(maxsize=2)
def load(folder: Path) -> Words:
    """The words of a folder's models; none where the file is absent, or made from other models."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        same = said["models"] == hashes(folder)
    except (OSError, ValueError, LookupError):
        return Words({})
    return Words(said["weights"] if same else {})


if __name__ == "__main__":
    from pipeline.settings import Settings

    make(Settings.from_environment().models)
