"""What must not be in ``annotations/``: the same words twice, files nobody accounts for, groups that run together.

A document's collectivity is its group; cross-validation splits by it, so two ways of writing one text in two groups
would have a model judged on what it has seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pipeline.annotate.labels import conflicts, load_labels
from pipeline.annotations import LabelledDocument, load_documents

RUN = 10
"""Words in a row that two units share to be looked at more closely."""
ALIKE = 0.8
"""Share of their words from which two such units are near-duplicates."""
SHORT = 6
"""Up to so many words, the same unit may well stand in two documents ("Nos engagements", "Contact")."""
MAY_REPEAT = {"furn", "h1", "h2", "h3"}
"""Page furniture, and titles: many a report is named by the law that asks for it."""


@dataclass(frozen=True, slots=True)
class Example:
    """Words to compare, and where they are from, as messages say it."""

    where: str
    text: str


def problems(folder: Path) -> Iterator[str]:
    """Everything wrong in an annotations folder, a line each. Raises InvalidAnnotation for a broken file."""
    from pipeline.annotate.outside import load_outside
    from pipeline.phrases import load_phrases, repeated

    documents = load_documents(folder)
    outside = [Example(e.where, e.text) for e in load_outside(folder)]
    yield from (f"{a.where} and {b.where}: the same words: {a.text}" for a, b in duplicates(_own(documents), outside))
    yield from repeated(load_phrases(folder))
    yield from unaccounted(folder)
    yield from mixed_groups(documents)
    for given in conflicts(load_labels(folder)):
        names = " and ".join(f"{label.annotator} ({label.status} {list(label.sdgs)})" for label in given)
        yield f"labels.jsonl: {given[0].source}: {names} differ on: {given[0].text}"


def _own(documents: Iterable[LabelledDocument]) -> list[Example]:
    return [Example(d.id, label.text) for d in documents for label in d.labels if label.unit not in MAY_REPEAT]


def own_examples(folder: Path) -> list[Example]:
    """The labelled documents' units, as examples to compare others with."""
    return _own(load_documents(folder))


def duplicates(known: Sequence[Example], new: Sequence[Example] = ()) -> Iterator[tuple[Example, Example]]:
    """Pairs that say the same in the same words, or nearly; each example is named once as the second of a pair."""
    examples = [*known, *new]
    words = [re.findall(r"\w+", e.text.lower()) for e in examples]
    named: set[int] = set()
    for one, other in sorted(_candidates(words)):
        if other not in named and _near(words[one], words[other]):
            named.add(other)
            yield examples[one], examples[other]


def _candidates(words: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Pairs that share all their words, or RUN of them in a row; without looking at every pair there is."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, said in enumerate(words):
        keys = {tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1)} or {tuple(said)}
        for key in keys if len(said) > SHORT else ():
            holders[key].append(number)
    return {pair for numbers in holders.values() for pair in combinations(numbers, 2)}


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared >= ALIKE * (len(one) + len(other))


def unaccounted(folder: Path) -> Iterator[str]:
    """Files of examples whose origin README.md does not state."""
    readme = folder / "README.md"
    stated = readme.read_text(encoding="utf-8") if readme.exists() else ""
    parts = ("documents", "outside", "phrases")
    for file in sorted(file for part in parts for file in folder.glob(f"{part}/*.jsonl")):
        if f"`{file.name}`" not in stated:
            yield f"{file}: {readme.name} does not say where it is from; add a row with `{file.name}`"


def mixed_groups(documents: Iterable[LabelledDocument]) -> Iterator[str]:
    """Collectivities of two levels, documents of two collectivities or in two pieces."""
    levels: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        levels[document.collectivity].add(document.level)
        holders[document.id].append(document.collectivity)
    for name, found in levels.items():
        if len(found) > 1:
            yield f"{name}: one collectivity is of one level. Got {', '.join(sorted(found))}"
    for name, groups in holders.items():
        if len(groups) > 1:
            yield f"{name}: a document is written in one piece. Got {len(groups)} ({', '.join(sorted(set(groups)))})"
