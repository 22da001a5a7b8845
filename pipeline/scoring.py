"""Trained pipelines put to work: what ``predict_proba`` says, without what it costs for a document's few rows.

scikit-learn checks its input and multiplies anew for each column and each class; a document has some seventy units, and
there that costs more than the arithmetic. Here the vectorizers fill one sparse matrix, multiplied once by the
coefficients of all classes. The same up to rounding: a test compares. Training and evaluation use the pipelines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import expit, softmax
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier

KEPT_WORDS = 10_000
"""Words whose letters a vectorizer remembers, some 5 MB: a document's words come again in the next."""


def at_work(model: Any) -> Any:
    """The model with a faster ``predict_proba``; as it is where it is neither of columns nor one a class."""
    if isinstance(model, OneVsRestClassifier):
        return Linear(model)
    return Scorer(model) if "columns" in model.named_steps else model


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows whose texts and numbers are kept apart: a document's hundreds of numbers a unit need not become objects."""

    texts: np.ndarray
    """Object array, rows × text columns."""
    numbers: np.ndarray
    """Float array, rows × the columns behind the texts."""

    def __getitem__(self, chosen: Sequence[int]) -> Rows:
        return Rows(self.texts[chosen], self.numbers[chosen])


class Scorer:
    """A pipeline "columns" (vectorizers, ``Normalizer``), "classifier" (logistic, one or one a class).

    Raises ValueError where a part is of another kind.
    """

    def __init__(self, pipeline: Any) -> None:
        columns = pipeline.named_steps["columns"]
        linear = Linear(pipeline.named_steps["classifier"])
        self.classes_ = linear.classes_
        self._chances = linear.chances
        self._texts: list[_Text] = []
        self._dense: list[tuple[Any, np.ndarray]] = []
        weights = columns.transformer_weights or {}
        for name, transformer, column in columns.transformers_:
            coefficients = linear.coefficients[columns.output_indices_[name]] * weights.get(name, 1.0)
            if isinstance(transformer, CountVectorizer):
                self._texts.append(_Text(transformer, column, coefficients))
            elif type(transformer).__name__ == "Normalizer":
                self._dense.append((column, coefficients))
            elif len(coefficients):
                raise ValueError(f"columns are made by vectorizers and a Normalizer. Got {transformer}")
        self._intercepts = linear.intercepts

    def predict_proba(self, rows: np.ndarray | Rows) -> np.ndarray:
        """Rows × classes, from an object array of texts and numbers or from ``Rows``."""
        texts = rows.texts if isinstance(rows, Rows) else rows
        scores = np.tile(self._intercepts, (len(texts), 1))
        for text in self._texts:
            scores += text.scores(texts)
        for column, coefficients in self._dense:
            numbers = (rows.numbers if isinstance(rows, Rows) else rows[:, column]).astype(float)
            lengths = np.linalg.norm(numbers, axis=1, keepdims=True)
            scores += (numbers / np.where(lengths > 0, lengths, 1.0)) @ coefficients
        return self._chances(scores)

    def predict(self, rows: np.ndarray) -> np.ndarray:
        """The likeliest class of each row."""
        return self.classes_[self.predict_proba(rows).argmax(axis=1)]


class Linear:
    """Coefficients (features × classes) and intercepts of a logistic regression, or of one a class."""

    def __init__(self, classifier: Any) -> None:
        self.classes_ = classifier.classes_
        parts = classifier.estimators_ if isinstance(classifier, OneVsRestClassifier) else [classifier]
        self.coefficients = np.ascontiguousarray(np.vstack([p.coef_ for p in parts]).T)
        self.intercepts = np.concatenate([p.intercept_ for p in parts])
        self.chances = _chances_of(classifier)

    def predict_proba(self, rows: np.ndarray) -> np.ndarray:
        """Rows × classes, from rows × features."""
        return self.chances(rows @ self.coefficients + self.intercepts)


def _chances_of(classifier: Any) -> Callable[[np.ndarray], np.ndarray]:
    if not isinstance(classifier, OneVsRestClassifier):
        return _two_sided if len(classifier.classes_) == 2 else lambda scores: softmax(scores, axis=1)
    return expit if classifier.multilabel_ else _shares


def _two_sided(scores: np.ndarray) -> np.ndarray:
    yes = expit(scores[:, 0])
    return np.column_stack([1 - yes, yes])


def _shares(scores: np.ndarray) -> np.ndarray:
    chances = expit(scores)
    return chances / chances.sum(axis=1, keepdims=True)


class _Text:
    """One vectorizer and the coefficients of its features."""

    def __init__(self, vectorizer: CountVectorizer, column: int, coefficients: np.ndarray) -> None:
        self.column = column
        self._analyse = vectorizer.build_analyzer()
        self._features: dict[str, int] = {gram: int(i) for gram, i in vectorizer.vocabulary_.items()}
        self._coefficients = coefficients
        self._by_word = vectorizer.analyzer == "char_wb"
        self._of_word = lru_cache(maxsize=KEPT_WORDS)(lambda word: tuple(self._known(word)))
        self._binary = vectorizer.binary
        self._tfidf = vectorizer if isinstance(vectorizer, TfidfVectorizer) else None

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """Rows × classes. What stands in many rows (a heading, a lead-in) is looked at once."""
        places: dict[str, int] = {}
        row_of = [places.setdefault(text, len(places)) for text in rows[:, self.column]]
        return self._matrix(list(places)).dot(self._coefficients)[row_of]

    def _matrix(self, texts: Sequence[str]) -> csr_matrix:
        found = [self._count(text) for text in texts]
        starts = np.cumsum([0, *map(len, found)])
        indices = np.fromiter(chain.from_iterable(found), dtype=np.int32, count=starts[-1])
        counts = np.fromiter(chain.from_iterable(f.values() for f in found), dtype=float, count=starts[-1])
        values = self._weighted(counts, indices, starts)
        return csr_matrix((values, indices, starts), shape=(len(texts), len(self._coefficients)))

    def _count(self, text: str) -> Counter[int]:
        """Feature → how often. Runs of letters within words ("char_wb") are those of each word by itself."""
        if self._by_word:
            return Counter(chain.from_iterable(map(self._of_word, text.split())))
        return Counter(self._known(text))

    def _known(self, text: str) -> Iterable[int]:
        features = self._features
        return [features[gram] for gram in self._analyse(text) if gram in features]

    def _weighted(self, counts: np.ndarray, indices: np.ndarray, starts: np.ndarray) -> np.ndarray:
        if self._binary:
            return np.ones_like(counts)
        if self._tfidf is None:
            return counts
        values = (np.log(counts) + 1 if self._tfidf.sublinear_tf else counts) * self._tfidf.idf_[indices]
        rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(starts) - 1))
        return values / lengths[rows]
