"""Sums in tables whose currency stands in a header, a label or a title: invented tables, whole answers."""

from __future__ import annotations

import pytest

from pipeline.document import lay_out
from pipeline.extract.amounts import find_amounts
from pipeline.types import Block


def found(title: str | None, rows: tuple[str, ...]) -> list[tuple]:
    blocks = [Block(title, "caption")] if title else []
    layout = lay_out([*blocks, *(Block(row, "table_row") for row in rows)])
    sums = find_amounts(layout.text, layout.passages)
    assert all(layout.text[a.start : a.end] == a.text for a in sums)
    return [(a.text, a.value, a.currency, a.per) for a in sums]


@pytest.mark.parametrize(
    ("title", "rows", "sums"),
    [
        pytest.param(
            None,
            ("Action | Montant (€) | Projets | Année", "Haies | 45 000,50 | 3 | 2025"),
            [("45 000,50", 45000.5, "EUR", None)],
            id="the header of its column",
        ),
        pytest.param(
            None,
            ("Opération | Budget (k€) | Part", "École | 1 250 | 12 %"),
            [("1 250", 1250000.0, "EUR", None)],
            id="thousands",
        ),
        pytest.param(
            "Budget 2024 (en milliers d'euros)",
            ("Poste | 2023 | 2024", "Voirie | 1 200 | 1 350", "Part du total (%) | 12 | 14"),
            [("1 200", 1200000.0, "EUR", None), ("1 350", 1350000.0, "EUR", None)],
            id="the title of the table, but not a row of shares",
        ),
        pytest.param(
            None,
            ("Indicateur | 2022 | 2023", "Agents | 45 | 48", "Dépenses (€/habitant) | 1 200 | 1 250"),
            [("1 200", 1200.0, "EUR", "habitant"), ("1 250", 1250.0, "EUR", "habitant")],
            id="the label of its row",
        ),
        pytest.param(
            None,
            ("Tarif (€) | Enfant | Adulte", "Piscine | 2,50 | 4"),
            [("2,50", 2.5, "EUR", None), ("4", 4.0, "EUR", None)],
            id="the corner",
        ),
        pytest.param(
            "Plan de financement (€ HT)",
            ("Financeur | Montant | %", "État | 120 000 | 40"),
            [("120 000", 120000.0, "EUR", None)],
            id="a column of per cent beside",
        ),
        pytest.param(
            None,
            ("Projet | Coût", "Halle | 1,2 M€"),
            [("1,2 M€", 1200000.0, "EUR", None)],
            id="written out in the cell: once",
        ),
        pytest.param(None, ("Ville | Pays | Année", "Kendari | Indonésie | 2014"), [], id="no money"),
        pytest.param(None, ("Chapitre | Montant", "65 | 800 000"), [], id="no currency anywhere"),
    ],
)
def test_table(title, rows, sums):
    assert found(title, rows) == sums
