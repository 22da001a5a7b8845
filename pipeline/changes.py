"""What a source says now against what it said before: added, reworded, withdrawn.

Only the source's own words count. A sentence that stands there as before, and that we merely take for a
commitment now (or no longer do), because a model, a rule or its neighbours changed, is no change of the source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz, process

from pipeline.link import normal
from pipeline.types import Commitment, Passage
from pipeline.units import split_passage

ChangeKind = Literal["added", "reworded", "withdrawn", "source_gone", "source_back"]
"""The last two are about a page as a whole (``presence``); what is compared here is what a page says."""
REWORDED = 75.0
"""Token-sort similarity, 0–100, from which two wordings are one commitment."""


@dataclass(frozen=True, slots=True)
class Change:
    """``commitment`` is the id of the row the change is about; a rewording also has the ``previous`` one."""

    kind: ChangeKind
    commitment: str
    previous: str | None = None
    similarity: float | None = None
    """0–1."""
    difference: str | None = None
    """Of a rewording, the new words with what went as [-…-] and what came as {+…+}."""

    @property
    def gone(self) -> str | None:
        """The id that stops standing: the withdrawn one, or the previous wording."""
        return {"reworded": self.previous, "withdrawn": self.commitment}.get(self.kind)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two versions of a source."""

    changes: tuple[Change, ...] = ()
    retracted: frozenset[str] = frozenset()
    """Ids we no longer take for commitments although the source still says their words."""

    @property
    def gone(self) -> frozenset[str]:
        """Ids the source no longer says."""
        return frozenset(c.gone for c in self.changes if c.gone is not None)


def units_said(passages: Iterable[Passage]) -> frozenset[str]:
    """The sentences, items, headings and rows of a document, as ``normal`` compares them."""
    return frozenset(normal(p.text[start:end]) for p in passages for start, end in split_passage(p))


def compare(
    before: Mapping[str, str],
    after: Sequence[Commitment],
    said_before: Collection[str] = frozenset(),
    said_now: Collection[str] = frozenset(),
) -> Comparison:
    """Changes from the commitments of before (text by id) to those of now; what stayed is not listed.

    ``said_before`` and ``said_now`` are all that the document said and says (``units_said``).
    """
    now = {c.id for c in after}
    lost = {i: normal(text) for i, text in before.items() if i not in now}
    found = {c.id: normal(c.text) for c in after if c.id not in before}
    retracted = frozenset(i for i, words in lost.items() if words in said_now)
    lost = {i: words for i, words in lost.items() if i not in retracted}
    found = {i: words for i, words in found.items() if words not in said_before}
    texts = {c.id: c.text for c in after}
    reworded = {
        new: replace(change, difference=difference(before[change.previous or ""], texts[new]))
        for new, change in _pairs(found, lost).items()
    }
    changes = [reworded.get(i) or Change("added", i) for i in found]
    rewritten = {c.previous for c in reworded.values()}
    changes += [Change("withdrawn", i) for i in lost if i not in rewritten]
    return Comparison(tuple(changes), retracted)


def reread(before: Mapping[str, str], after: Sequence[Commitment]) -> Comparison:
    """The same bytes read anew, by other rules: the source changed nothing, whatever we find in it now."""
    return Comparison(retracted=frozenset(before) - {c.id for c in after})


def _pairs(found: Mapping[str, str], lost: Mapping[str, str]) -> dict[str, Change]:
    """Rewordings by new id, the likest pair first, so that no sentence takes the better match of another."""
    alike = [
        (similarity, new, old)
        for new, words in found.items()
        for _, similarity, old in process.extract(
            words, lost, scorer=fuzz.token_sort_ratio, score_cutoff=REWORDED, limit=None
        )
    ]
    pairs: dict[str, Change] = {}
    taken: set[str] = set()
    for similarity, new, old in sorted(alike, key=lambda a: -a[0]):  # stable: ties in reading order
        if new not in pairs and old not in taken:
            pairs[new] = Change("reworded", new, old, round(similarity / 100, 4))
            taken.add(old)
    return pairs


def difference(before: str, after: str) -> str:
    """Word by word: ``Nous planterons [-500-] {+800+} arbres.``"""
    old, new = before.split(), after.split()
    words: list[str] = []
    for _, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] == new[k:n]:
            words += new[k:n]
            continue
        words += [f"[-{' '.join(old[i:j])}-]"] * (j > i)
        words += [f"{{+{' '.join(new[k:n])}+}}"] * (n > k)
    return " ".join(words)
