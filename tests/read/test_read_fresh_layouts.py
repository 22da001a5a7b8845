"""Documents made before the reader was looked at; what came back broken at first try stays whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_fresh_layouts import (
    FIGURED_BLOCKS,
    MERGED_BLOCKS,
    NOTED_BLOCKS,
    SHEET_BLOCKS,
    TILES_BLOCKS,
    action_sheet,
    figure_over_table,
    merged_cells,
    noted_strategy,
    tiles,
)
from read_snapshots import pairs, reading_here

from pipeline.read.pdf.raised import split_mark


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(noted_strategy, NOTED_BLOCKS, id="notes"),
        pytest.param(merged_cells, MERGED_BLOCKS, id="merged cells"),
        pytest.param(action_sheet, SHEET_BLOCKS, id="list in a cell"),
        pytest.param(figure_over_table, FIGURED_BLOCKS, id="figure over a table"),
        pytest.param(tiles, TILES_BLOCKS, id="figures over words"),
    ],
)
def test_documents(made: Callable[[], bytes], expected: list[tuple[str, str]]) -> None:
    assert pairs(reading_here(made())) == expected


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("Tamrit1", ("Tamrit", "1", "")),
        ("l'eau12.", ("l'eau", "12", ".")),
        ("2025)3,", ("2025)", "3", ",")),
        ("20263", ("2026", "3", "")),
        ("(2)", ("", "(2)", "")),
        ("km2", None),
        ("hab/km2", None),
        ("120m3", None),
        ("2025", None),
        ("1er", None),
        ("300", None),
    ],
)
def test_marks_of_notes(token: str, parts: tuple[str, str, str] | None) -> None:
    assert split_mark(token) == parts
