"""Labelled documents → the partner model, and how well it does on collectivities it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.model_selection import GroupKFold, cross_val_predict

from pipeline.annotations import LabelledDocument
from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.find import ACCEPTED, evidence_of
from pipeline.extract.partners.judge import columns_of, kind_model, partner_model
from pipeline.extract.partners.naming import key
from pipeline.extract.partners.registry import identity, is_self
from pipeline.types import Collectivity, Passage
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

OVERLAP = 0.6
"""Share of characters a candidate and a label have in common to be the same mention."""


@dataclass(frozen=True, slots=True)
class Examples:
    rows: np.ndarray
    kinds: np.ndarray
    """Kind of each candidate, "" where it is no partner."""
    groups: np.ndarray
    names: np.ndarray
    """Document and identity: what is counted once."""
    missed: int
    """Labelled names no candidate reaches."""


def examples_of(
    document: LabelledDocument, doc: Doc, passages: Sequence[Passage], units: Sequence[Unit], stating: Sequence[bool]
) -> tuple[list[Evidence], list[str], int]:
    """Candidates of one document, their kinds ("" for none), and the number of labelled names missed."""
    collectivity = Collectivity("annotated", document.collectivity, document.level)  # type: ignore[arg-type]
    evidence = [
        e for e in evidence_of(doc, passages, units, document.kind, stating) if not is_self(e.name, collectivity)
    ]
    labels = [
        (unit.start + start, unit.start + end, kind)
        for unit, label in zip(units, document.labels, strict=True)
        for start, end, kind in label.partners
    ]
    text = doc.text  # put together anew at each access
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
    truth = examples.kinds != ""
    splits = GroupKFold(folds)
    chances = cross_val_predict(
        partner_model(), examples.rows, truth, groups=examples.groups, cv=splits, method="predict_proba", n_jobs=2
    )[:, 1]
    names, inverse = np.unique(examples.names, return_inverse=True)
    best = np.zeros(len(names))
    np.maximum.at(best, inverse, chances)
    is_partner = np.zeros(len(names), dtype=bool)
    np.logical_or.at(is_partner, inverse, truth)

    said = best >= ACCEPTED
    f1 = 2 * (said & is_partner).sum() / (said.sum() + is_partner.sum() + examples.missed)
    known = np.flatnonzero(truth)
    kinds = cross_val_predict(
        kind_model(), examples.rows[known], examples.kinds[known], groups=examples.groups[known], cv=splits, n_jobs=2
    )
    model = {
        "partner": partner_model().fit(examples.rows, truth),
        "kind": kind_model().fit(examples.rows[known], examples.kinds[known]),
    }
    scores = {
        "partner_f1": round(float(f1), 4),
        "partner_kind_accuracy": round(float((kinds == examples.kinds[known]).mean()), 4),
    }
    return model, scores


def collect(
    documents: Iterable[tuple[LabelledDocument, Doc, Sequence[Passage], Sequence[Unit], Sequence[bool]]],
) -> Examples:
    """Candidates of labelled documents; the last of each tuple tells which units are taken for statements."""
    evidence: list[Evidence] = []
    kinds: list[str] = []
    groups: list[str] = []
    names: list[str] = []
    missed = 0
    for document, doc, passages, units, stating in documents:
        found, labels, lost = examples_of(document, doc, passages, units, stating)
        evidence += found
        kinds += labels
        groups += [document.collectivity] * len(found)
        names += [f"{document.id} {identity(e.name)}" for e in found]
        missed += lost
    return Examples(columns_of(evidence), np.array(kinds), np.array(groups), np.array(names), missed)
