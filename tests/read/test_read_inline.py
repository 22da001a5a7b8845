"""Lists written inside one paragraph; the data file says where each begins and ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.inline import with_inline_lists
from pipeline.types import Block

CASES = [
    line
    for line in Path(__file__).parents[1].joinpath("data", "inline_lists.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_MARKER = re.compile(r"(?:\(?(?:[a-h]|[ivx]+|\d+)(?:[).°]| -)|[-–—•●▪►✓])\s+")


def _parts(text: str, kind: str = "paragraph", level: int = 0) -> list[tuple[str, str]]:
    return [(f"{b.kind}{b.level or ''}", b.text) for b in with_inline_lists([Block(text, kind, level)])]  # type: ignore[arg-type]


def test_the_list_is_not_empty() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("marked", CASES)
def test_paragraphs(marked: str) -> None:
    listed, _, rest = marked.partition("‖")
    lead, *items = (part.strip() for part in listed.split("¦"))
    wanted = [("paragraph", lead)] if lead else []
    wanted += [("list_item1", _MARKER.sub("", item, count=1)) for item in items]
    wanted += [("paragraph", rest)] if rest else []
    assert _parts(re.sub("[¦‖]", "", marked)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Curer le bief ; - border le canal.", ["1 Curer le bief ;", "1 border le canal."]),
        ("Planter des haies. 2) Créer un parc.", ["1 Planter des haies.", "1 Créer un parc."]),
        ("L'eau : - les fuites ; - les captages.", ["1 L'eau :", "2 les fuites ;", "2 les captages."]),
        ("Climate : membre du bureau - 2022", ["1 Climate : membre du bureau - 2022"]),
        ("Rue de la Paix • Montbrun", ["1 Rue de la Paix • Montbrun"]),
    ],
)  # fmt: skip
def test_items_hold_siblings_or_lists_of_their_own(text: str, wanted: list[str]) -> None:
    assert [f"{kind[-1]} {part}" for kind, part in _parts(text, "list_item", 1)] == wanted


def test_page_box_and_other_kinds_are_kept() -> None:
    row = Block("Buts : - a ; - b ; - c", "table_row", page=3)
    block = Block("Deux buts : • l'eau • l'air", "paragraph", page=3, box=(1.0, 2.0, 3.0, 4.0))
    assert with_inline_lists([row])[0] is row
    assert {(b.page, b.box) for b in with_inline_lists([block])} == {(3, (1.0, 2.0, 3.0, 4.0))}


@given(
    st.lists(
        st.sampled_from(["a", "- ", "; ", ": ", "1) ", "2) ", "• ", "b) ", ". ", "ville ", "(", "1. ", "2. "]),
        max_size=30,
    )
)
def test_no_word_is_lost(parts: list[str]) -> None:
    text = "".join(["La ville ", *parts]).strip()
    words = re.findall(r"[^\W\d]{2,}", text)
    assert re.findall(r"[^\W\d]{2,}", " ".join(part for _, part in _parts(text))) == words
