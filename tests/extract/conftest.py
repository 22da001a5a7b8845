"""Fixtures of the extractors that need tagged words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.document import lay_out
from pipeline.extract.amounts import find_amounts
from pipeline.extract.indicators import find_indicators
from pipeline.extract.periods import find_periods
from pipeline.nlp import load_pipeline
from pipeline.settings import Settings
from pipeline.types import Block
from pipeline.units import units_of


@pytest.fixture(scope="session")
def found_in() -> Callable[[list[str]], list[list[tuple]]]:
    """Sentences → what is found in each, read as one document: (start in the sentence, indicator)."""

    def read(sentences: list[str]) -> list[list[tuple]]:
        layout = lay_out([Block(s, "paragraph") for s in sentences])
        nlp = load_pipeline(Settings().models)
        with nlp.select_pipes(enable=["tok2vec", "morphologizer"]):
            doc = nlp(layout.text)
        sums = [(a.start, a.end) for a in find_amounts(doc.text)]
        found = find_indicators(doc, units_of(layout.passages), sums, find_periods(doc.text, sums))
        return [[(i.start - p.start, i) for i in found if p.start <= i.start < p.end] for p in layout.passages]

    return read
