"""What the French model makes of a word before it looks at its neighbours, worked out once a word.

A third of what a convolutional model reckons depends on the word alone, and a text says most of its words again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

KEPT_WORDS = 20_000
"""Words a model remembers, 10 MB; when it knows more it begins anew."""


def remember_words(tok2vec: Model) -> None:
    """Let a "spacy.Tok2Vec" model, ready for use, embed each word once. Training embeds all, as before."""
    embed = tok2vec.get_ref("embed")
    tok2vec.replace_node(embed, remembering(embed))


def remembering(embed: Model) -> Model:
    """The embedding layer, documents → a list of arrays, words × width, with a memory."""
    columns = next(node.attrs["columns"] for node in embed.walk() if node.name == "extract_features")
    memory = _Memory(embed, ["ORTH", *columns])
    return Model("remembering", _forward, layers=[embed], dims={"nO": embed.get_dim("nO")}, attrs={"memory": memory})


def _forward(model: Model, docs: Sequence[Doc], is_train: bool) -> tuple[Any, Callable]:
    if is_train:
        return model.layers[0](docs, is_train)
    return [model.attrs["memory"].rows(doc) for doc in docs], lambda _: []


class _Memory:
    """Rows by all the attributes of a word the layer sees: two words alike in these are one."""

    def __init__(self, embed: Model, attributes: list[int | str]) -> None:
        self._embed = embed
        self._attributes = attributes
        self._places: dict[bytes, int] = {}
        self._table = np.zeros((0, embed.get_dim("nO")), dtype=np.float32)

    def rows(self, doc: Doc) -> np.ndarray:
        """Words × width."""
        words = np.ascontiguousarray(doc.to_array(self._attributes))
        keys = words.view(f"V{words.shape[1] * words.itemsize}").ravel().tolist()
        unknown = {key: i for i, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(unknown) > KEPT_WORDS:
            self._places, self._table = {}, self._table[:0]
            unknown = {key: i for i, key in enumerate(keys)}
        if unknown:
            self._learn(doc, unknown)
        return self._table[[self._places[key] for key in keys]]

    def _learn(self, doc: Doc, unknown: dict[bytes, int]) -> None:
        rows = self._embed.predict([_Words(doc, list(unknown.values()))])[0]
        self._places.update(zip(unknown, range(len(self._table), len(self._table) + len(unknown)), strict=True))
        self._table = np.concatenate([self._table, rows])


class _Words:
    """Some words of a document, as far as an embedding layer asks."""

    def __init__(self, doc: Doc, places: list[int]) -> None:
        self._doc, self._places = doc, places

    def __len__(self) -> int:
        return len(self._places)

    @property
    def vocab(self) -> Vocab:
        return self._doc.vocab

    def to_array(self, attributes: Any) -> np.ndarray:
        return self._doc.to_array(attributes)[self._places]
