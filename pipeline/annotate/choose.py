"""What is worth labelling next: units the model is unsure of, unlike one another, from every collectivity and class.

Unsure is a small margin between the two likeliest statuses, so that near misses (taken for no statement, but barely)
count as much as doubtful commitments. A stratum is a collectivity and a status; the one served least goes first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotate.labels import PersonLabel, Unit
from pipeline.annotate.stored import StoredDocument, StoredDocuments
from pipeline.annotate.tasks import Said, Task
from pipeline.classify import Classifier, given_goals, two_looks
from pipeline.folds import Tell, quiet
from pipeline.link import normal
from pipeline.nlp import load_nlp
from pipeline.units import Unit as TextUnit
from pipeline.units import units_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEARNESS = 0.5
"""What being like one already chosen costs: at a cosine of 1, half the range of doubt."""
FEWEST_WORDS = 4
"""Shorter units are mostly page furniture; nobody learns from them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be worth labelling."""

    task: Task
    doubt: float
    """1 less the margin between the two likeliest statuses, 0–1."""
    vector: np.ndarray
    """Mean word vector, of unit length."""

    @property
    def stratum(self) -> tuple[str, str]:
        assert self.task.said is not None
        return self.task.collectivity, self.task.said.status


def choose(candidates: Sequence[Candidate], n: int, labelled: Counter[tuple[str, str]] | None = None) -> list[Task]:
    """Up to ``n`` tasks, in the order of choice; ``labelled`` counts what each stratum has had before."""
    served = Counter(labelled or {})
    nearest = np.zeros(len(candidates))
    vectors = np.array([c.vector for c in candidates])
    strata: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        strata[candidate.stratum].append(number)
    chosen: list[Task] = []
    words: set[str] = set()
    while strata and len(chosen) < n:
        stratum = min(strata, key=lambda s: (served[s], s))
        left = [i for i in strata[stratum] if normal(candidates[i].task.text) not in words]
        if not left:
            del strata[stratum]
            continue
        best = max(left, key=lambda i: (candidates[i].doubt - NEARNESS * nearest[i], -i))
        strata[stratum] = [i for i in left if i != best]
        served[stratum] += 1
        words.add(normal(candidates[best].task.text))
        chosen.append(candidates[best].task)
        nearest = np.maximum(nearest, vectors @ vectors[best])
    return chosen


def documents_to_read(documents: Iterable[StoredDocument], most: int) -> list[StoredDocument]:
    """The least certain of each collectivity in turn, for reading all of a large database takes long."""
    ranked: dict[str, list[StoredDocument]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: (1.0 if d.certainty is None else d.certainty, d.source)):
        ranked[document.collectivity.id].append(document)
    turns = [(turn, name) for name, them in ranked.items() for turn in range(len(them))]
    return [ranked[name][turn] for turn, name in sorted(turns)[:most]]


def candidates(
    stored: StoredDocuments,
    documents: Sequence[StoredDocument],
    classifier: Classifier,
    labelled: Iterable[Unit] = (),
    tell: Tell = quiet,
) -> Iterator[Candidate]:
    """Every unit of the documents that is not labelled, as the classifier reads it now."""
    known = set(labelled)
    docs = load_nlp().pipe(d.text for d in documents)
    for number, (document, doc) in enumerate(zip(documents, docs, strict=True), 1):
        units = units_of(stored.passages(document))
        for candidate in _read(document, doc, units, classifier) if units else ():
            task = candidate.task
            if (task.source, normal(task.text)) not in known and len(task.text.split()) >= FEWEST_WORDS:
                yield candidate
        tell("reading documents", number, len(documents))


def _read(document: StoredDocument, doc: Doc, units: Sequence[TextUnit], classifier: Classifier) -> Iterator[Candidate]:
    rows, chances = classifier.chances(doc, units, document.collectivity, document.kind)
    goals = two_looks(classifier.sdgs, rows, units)
    classes = classifier.status["model"].classes_
    for i, unit in enumerate(units):
        second, best = np.argsort(chances[i])[-2:]
        status = str(classes[best])
        given = () if status == "none" else tuple(sorted(given_goals(goals[i])))
        before, after = document.around(unit.start, unit.end)
        task = Task(
            document.source, unit.text, document.collectivity.name, document.kind, unit.headings, unit.lead,
            before, after, document.url, Said(status, round(float(chances[i, best]), 4), given),
        )  # fmt: skip
        doubt = 1 - float(chances[i, best] - chances[i, second])
        yield Candidate(task, doubt, rows.numbers[i].astype(float))


def had_before(labels: Iterable[PersonLabel], documents: Iterable[StoredDocument]) -> Counter[tuple[str, str]]:
    """Labels of each collectivity and status."""
    names = {d.source: d.collectivity.name for d in documents}
    return Counter((names[label.source], label.status) for label in labels if label.source in names)
