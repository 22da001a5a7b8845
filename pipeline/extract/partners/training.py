"""Labelled documents → the partner model, and how well it does on collectivities it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.model_selection import GroupKFold, cross_val_predict

from pipeline.annotations import LabelledDocument
from pipeline.doc_text import text_of
from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.find import ACCEPTED, evidence_of
from pipeline.extract.partners.judge import columns_of, kind_model, name_model, name_rows, partner_model
from pipeline.extract.partners.naming import identity, key
from pipeline.types import Collectivity, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

OVERLAP = 0.6
"""Share of characters a candidate and a label have in common to be the same mention."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Candidates of labelled documents; documents are contiguous."""

    evidence: tuple[Evidence, ...]
    kinds: np.ndarray
    """Kind of each candidate, "" where it is no partner."""
    groups: np.ndarray
    names: tuple[str, ...]
    """The identity of each candidate's name."""
    documents: tuple[slice, ...]
    missed: int
    """Labelled names no candidate reaches."""

    @property
    def rows(self) -> np.ndarray:
        return columns_of(self.evidence)


def examples_of(
    document: LabelledDocument, doc: Doc, passages: Sequence[Passage], units: Sequence[Unit], stating: Sequence[bool]
) -> tuple[list[Evidence], list[str], int]:
    """Candidates of one document, their kinds ("" for none), and the number of labelled names missed."""
    collectivity = Collectivity("annotated", document.collectivity, document.level)  # type: ignore[arg-type]
    evidence = [e for e in evidence_of(doc, passages, units, document.kind, stating, collectivity) if not e.own]
    labels = [
        (unit.start + start, unit.start + end, kind)
        for unit, label in zip(units, document.labels, strict=True)
        for start, end, kind in label.partners
    ]
    text = text_of(doc)
    named = {identity(text[start:end]): kind for start, end, kind in labels}
    kinds = [_label(e, text, labels) or named.get(identity(e.name), "") for e in evidence]
    reached = {identity(e.name) for e, k in zip(evidence, kinds, strict=True) if k}
    covered = [any(_overlap(e, s, t) > 0 for e, k in zip(evidence, kinds, strict=True) if k) for s, t, _ in labels]
    missed = {identity(text[s:t]) for (s, t, _), c in zip(labels, covered, strict=True) if not c} - reached
    return evidence, kinds, len(missed)


def _label(evidence: Evidence, text: str, labels: Iterable[tuple[int, int, str]]) -> str:
    for start, end, kind in labels:
        shared = _overlap(evidence, start, end)
        whole = max(evidence.end, end) - min(evidence.start, start)
        if shared > 0 and (shared / whole > OVERLAP or key(text[start:end]) == key(evidence.name)):
            return kind
    return ""


def _overlap(evidence: Evidence, start: int, end: int) -> int:
    return min(evidence.end, end) - max(evidence.start, start)


def train_partners(examples: Examples, folds: int) -> tuple[dict[str, Any], dict[str, float]]:
    """The model, and its scores by grouped cross-validation, a name of a document counted once."""
    rows, truth, splits = examples.rows, examples.kinds != "", GroupKFold(folds)
    chances = cross_val_predict(
        partner_model(), rows, truth, groups=examples.groups, cv=splits, method="predict_proba", n_jobs=2
    )[:, 1]
    looks, is_partner, groups = _names(examples, chances)
    likely = cross_val_predict(name_model(), looks, is_partner, groups=groups, cv=splits, method="predict_proba")[:, 1]
    known = np.flatnonzero(truth)
    kinds = cross_val_predict(
        kind_model(), rows[known], examples.kinds[known], groups=examples.groups[known], cv=splits, n_jobs=2
    )
    model = {
        "partner": partner_model().fit(rows, truth),
        "name": name_model().fit(looks, is_partner),
        "kind": kind_model().fit(rows[known], examples.kinds[known]),
    }
    return model, _scores(likely >= ACCEPTED, is_partner, examples.missed) | {
        "partner_kind_accuracy": round(float((kinds == examples.kinds[known]).mean()), 4)
    }


def _names(examples: Examples, chances: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of every name of every document: its row for the second look, whether it is a partner's, its group."""
    looks, truths, groups = [], [], []
    for document in examples.documents:
        names = examples.names[document]
        found, rows = name_rows(examples.evidence[document], names, chances[document])
        if not found:
            continue
        partners = {n for n, kind in zip(names, examples.kinds[document], strict=True) if kind}
        looks.append(rows)
        truths += [name in partners for name in found]
        groups += [examples.groups[document][0]] * len(found)
    return np.vstack(looks), np.array(truths), np.array(groups)


def _scores(said: np.ndarray, truth: np.ndarray, missed: int) -> dict[str, float]:
    right = float((said & truth).sum())
    return {
        "partner_precision": round(right / max(1, said.sum()), 4),
        "partner_recall": round(right / (truth.sum() + missed), 4),
        "partner_f1": round(2 * right / (said.sum() + truth.sum() + missed), 4),
    }


def collect(
    documents: Iterable[tuple[LabelledDocument, Doc, Sequence[Passage], Sequence[Unit], Sequence[bool]]],
) -> Examples:
    """Candidates of labelled documents; the last of each tuple tells which units are taken for statements."""
    evidence: list[Evidence] = []
    kinds: list[str] = []
    groups: list[str] = []
    slices: list[slice] = []
    missed = 0
    for document, doc, passages, units, stating in documents:
        found, labels, lost = examples_of(document, doc, passages, units, stating)
        slices.append(slice(len(evidence), len(evidence) + len(found)))
        evidence += found
        kinds += labels
        groups += [document.collectivity] * len(found)
        missed += lost
    names = tuple(identity(e.name) for e in evidence)
    return Examples(tuple(evidence), np.array(kinds), np.array(groups), names, tuple(slices), missed)
