"""spaCy's entity recogniser put to work: the entities it finds, all words of a document judged at once.

The recogniser takes a document word by word. What it does outside an entity depends on the word alone, so that is
reckoned for all words together, and then what it does inside the entities it may have begun, side by side. The same
entities, a test compares, in a fifth of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

_NONE = -1
"""No word, where a state asks for one."""


class Entities:
    """Sets ``doc.ents`` of documents without entities and sentences, as ``ner`` would.

    Raises ValueError where the recogniser looks at more than the word, the entity's first and the one before.
    """

    def __init__(self, ner: EntityRecognizer) -> None:
        if ner.model.get_ref("lower").get_dim("nF") != 3 or ner.model.attrs["unseen_classes"]:
            raise ValueError(f"a trained recogniser without extra state tokens. Got {ner.model.attrs}")
        self._ner = ner
        names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
        self._labels = [name.partition("-")[2] for name in names]
        self._begins = np.array([name.startswith("B-") for name in names])
        self._units = np.array([name.startswith("U-") and name != "U-" for name in names])  # "U-" bars entities
        self._outside = np.array([name == "O" for name in names])
        self._goes_on, self._ends = (
            np.array([names.index(f"{letter}-{label}") if label else 0 for label in self._labels]) for letter in "IL"
        )

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            found = self._found(doc)
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found], default="outside")
        return doc

    def _found(self, doc: Doc) -> list[tuple[int, int, str]]:
        """First word, word after the last, label."""
        steps = self._ner.model.predict([doc])
        moves = self._moves_outside(steps, doc)
        starts = np.flatnonzero(self._begins[moves])
        lasts = dict(zip(starts.tolist(), self._last_words(steps, starts, moves[starts], len(doc)), strict=True))
        found, position = [], 0
        for i in np.flatnonzero(self._begins[moves] | self._units[moves]).tolist():
            if i >= position:
                position = lasts.get(i, i) + 1
                found.append((i, position, self._labels[moves[i]]))
        return found

    def _moves_outside(self, steps: Any, doc: Doc) -> np.ndarray:
        """The best move at each word where no entity is open: O, B or U."""
        words = np.arange(len(doc))
        nothing = np.full(len(doc), _NONE)
        scores = _scores(steps, words, nothing, nothing)
        scores[:, ~(self._begins | self._units | self._outside)] = -np.inf
        spaces = doc.to_array("IS_SPACE").astype(bool)
        scores[np.ix_(spaces, self._begins | self._units)] = -np.inf
        scores[-1, self._begins] = -np.inf
        return scores.argmax(axis=1)

    def _last_words(self, steps: Any, starts: np.ndarray, moves: np.ndarray, length: int) -> list[int]:
        """The last word of each entity begun at ``starts`` by ``moves``."""
        lasts = starts + 1
        open_ = np.arange(len(starts))
        while len(open_):
            words = lasts[open_]
            scores = _scores(steps, words, starts[open_], words - 1)
            rows, goes_on, ends = np.arange(len(open_)), self._goes_on[moves[open_]], self._ends[moves[open_]]
            stay = scores[rows, goes_on] > scores[rows, ends]
            stay |= (scores[rows, goes_on] == scores[rows, ends]) & (goes_on < ends)
            stay &= words < length - 1
            open_ = open_[stay]
            lasts[open_] += 1
        return lasts.tolist()


def _scores(steps: Any, words: np.ndarray, firsts: np.ndarray, before: np.ndarray) -> np.ndarray:
    """States × moves, by spaCy's ``ParserStepModel``; a state: a word, the open entity's first, the word before."""
    states = np.ascontiguousarray(np.column_stack([words, firsts, before]), dtype=np.int32)
    return steps.vec2scores.predict(steps.state2vec.predict(states))
