"""Documents made before the reader was looked at; what came back broken at first try stays whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_files import drawn, lines
from pdf_fresh_layouts import (
    ACTIONS_BLOCKS,
    CARDS_BLOCKS,
    FIGURED_BLOCKS,
    MERGED_BLOCKS,
    NOTED_BLOCKS,
    SHEET_BLOCKS,
    TILES_BLOCKS,
    action_sheet,
    cards,
    figure_over_table,
    merged_cells,
    noted_strategy,
    rules_of_cells,
    tiles,
)
from read_snapshots import pairs, reading_here
from reportlab.pdfgen.canvas import Canvas

from pipeline.read.pdf.raised import split_mark


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(noted_strategy, NOTED_BLOCKS, id="notes"),
        pytest.param(merged_cells, MERGED_BLOCKS, id="merged cells"),
        pytest.param(action_sheet, SHEET_BLOCKS, id="list in a cell"),
        pytest.param(figure_over_table, FIGURED_BLOCKS, id="figure over a table"),
        pytest.param(rules_of_cells, ACTIONS_BLOCKS, id="rules below cells"),
        pytest.param(cards, CARDS_BLOCKS, id="cards"),
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
        ("€1", ("€", "1", "")),
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


def test_initial_and_pointed_bullets() -> None:
    """The file writes a title between an initial and its words; "›" opens items."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, ["A"], 34, "Helvetica-Bold")
        lines(canvas, 60, 760, ["Une halle"], 16, "Helvetica-Bold")
        lines(canvas, 92, 715, ["ttendue depuis dix ans, la halle ouvrira", "ses portes le 6 juin."], 11)
        lines(canvas, 60, 660, ["› La médiathèque ouvre le lundi.", "› Un composteur est installé rue Haute."], 11)

    assert pairs(reading_here(drawn(draw))) == [
        ("heading1", "Une halle"),
        ("paragraph", "Attendue depuis dix ans, la halle ouvrira ses portes le 6 juin."),
        ("list_item1", "La médiathèque ouvre le lundi."),
        ("list_item1", "Un composteur est installé rue Haute."),
    ]


def test_leaders_to_sums_and_a_lone_foot() -> None:
    """Prices at the end of dot leaders are rows; small type alone at the foot is a caption."""
    rows = [
        f"{label} {'.' * 60} {price}"
        for label, price in (("Repas", "3,40 €"), ("Étude", "1,80 €"), ("Salle", "120 € / jour"))
    ]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 760, ["Les tarifs qui suivent sont votés pour un an.", "", *rows], 11)
        lines(canvas, 60, 640, ["Ils s'appliquent dès septembre."], 11)
        lines(canvas, 60, 30, ["Commune de Roquelune"], 7)

    assert pairs(reading_here(drawn(draw))) == [
        ("paragraph", "Les tarifs qui suivent sont votés pour un an."),
        ("table_row", "Repas | 3,40 €"),
        ("table_row", "Étude | 1,80 €"),
        ("table_row", "Salle | 120 € / jour"),
        ("paragraph", "Ils s'appliquent dès septembre."),
        ("caption", "Commune de Roquelune"),
    ]
