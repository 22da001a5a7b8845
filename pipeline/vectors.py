"""The mean of the model's vectors over the content words of a stretch of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_CONTENT = ("NOUN", "VERB", "ADJ")
_NONE = -1
"""The row of a word without a vector."""


def mean_vectors(doc: Doc, spans: Sequence[Span]) -> np.ndarray:
    """Float array, spans × width, each of unit length; zeros where no content word has a vector."""
    vectors = doc.vocab.vectors
    content = np.isin(doc.to_array("POS"), [doc.vocab.strings[pos] for pos in _CONTENT])
    rows = np.full(len(doc), _NONE)
    rows[content] = vectors.find(keys=doc.to_array("ORTH")[content])
    means = np.zeros((len(spans), doc.vocab.vectors_length), dtype=np.float32)
    for i, span in enumerate(spans):
        known = rows[span.start : span.end]
        known = known[known != _NONE]
        if len(known):
            mean = vectors.data[known].mean(axis=0)
            means[i] = mean / (np.linalg.norm(mean) or 1.0)
    return means
