"""Units of a document: sentences, items, headings and rows, each with its lead-in."""

from __future__ import annotations

import pytest

from pipeline.document import lay_out
from pipeline.types import Block, BlockKind
from pipeline.units import Unit, only, units_of


def _units(*blocks: tuple[BlockKind, str]) -> list[Unit]:
    return units_of(
        lay_out([Block(text=text, kind=kind, level=int(kind == "heading")) for kind, text in blocks]).passages
    )


def test_items_have_the_last_sentence_before_them_as_lead_in() -> None:
    units = _units(
        ("paragraph", "Le climat presse. Nos priorités :"),
        ("list_item", "isoler les écoles. Dès demain."),
        ("list_item", "planter des haies"),
        ("paragraph", "Le reste attend."),
        ("list_item", "sans introduction"),
    )
    assert [(u.text, u.rank, u.lead) for u in units] == [
        ("Le climat presse.", 0, ""),
        ("Nos priorités :", 1, ""),
        ("isoler les écoles.", 0, "Nos priorités :"),
        ("Dès demain.", 1, "Nos priorités :"),
        ("planter des haies", 0, "Nos priorités :"),
        ("Le reste attend.", 0, ""),
        ("sans introduction", 0, ""),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "leads"),
    [
        ("heading", "La Ville s'engage à", True),
        ("heading", "Nous proposons de :", True),
        ("heading", "Nos engagements", False),
        ("paragraph", "Le plan permettra de", True),
        ("paragraph", "Le conseil retient les mesures suivantes", True),
        ("paragraph", "Le plan compte quatre mesures.", False),
        ("paragraph", "Une ville qu'on aime", False),
    ],
)
def test_headings_and_open_sentences_lead_in(kind: BlockKind, text: str, leads: bool) -> None:
    assert _units((kind, text), ("list_item", "rénover la halle"))[1].lead == (text if leads else "")


def test_headings_and_rows_are_whole() -> None:
    units = _units(("heading", "Agir. Vite"), ("table_row", "Thiès | Sénégal. Jumelage | 1990"))
    assert [(u.text, u.heading) for u in units] == [
        ("Agir. Vite", ""),
        ("Thiès | Sénégal. Jumelage | 1990", "Agir. Vite"),
    ]


def test_only_renumbers_lead_ins() -> None:
    units = _units(("heading", "Plan"), ("paragraph", "Au programme :"), ("list_item", "l'eau"), ("list_item", "l'air"))
    assert [u.lead_unit for u in only(units, [1, 3])] == [None, 0]
    assert [u.lead_unit for u in only(units, [2, 3])] == [None, None]


def test_offsets_point_into_the_text() -> None:
    layout = lay_out([Block(text="Un. Deux.", kind="paragraph"), Block(text="Trois", kind="list_item")])
    assert [layout.text[u.start : u.end] for u in units_of(layout.passages)] == ["Un.", "Deux.", "Trois"]
