"""Lines broken at any width come back as the blocks they were, and every sentence and item is a unit of its own."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from read_snapshots import reading

from pipeline.document import lay_out
from pipeline.types import Block
from pipeline.units import units_of

DATA = Path(__file__).parents[1] / "data" / "minutes.txt"
LINES = [line for line in DATA.read_text("utf-8").splitlines() if line and not line.startswith("#")]
BLOCKS = [(line[0], line[2:]) for line in LINES]
KINDS = {"h": "heading", "p": "paragraph", "i": "list_item"}
_MARKER = re.compile(r"(?:[-•]|\w\)|\d\.) ")


def broken(width: int, blanks: bool, hanging: bool) -> str:
    lines: list[str] = []
    before = ""
    for kind, text in BLOCKS:
        indent = "  " if hanging and kind == "i" else ""
        if blanks and before and (kind, before) != ("i", "i"):
            lines.append("")
        lines += textwrap.wrap(text, width, break_on_hyphens=False, subsequent_indent=indent)
        before = kind
    return "\n".join(lines)


def _units(blocks: list[Block]) -> list[str]:
    return [unit.text for unit in units_of(lay_out(blocks).passages)]


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90, 100, 110, 120])
@pytest.mark.parametrize("hanging", [True, False], ids=["hanging", "flush"])
@pytest.mark.parametrize("blanks", [True, False], ids=["blank lines", "no blank lines"])
def test_blocks_and_units(width: int, blanks: bool, hanging: bool) -> None:
    wanted = [(KINDS[kind], _MARKER.sub("", text, count=1)) for kind, text in BLOCKS]
    blocks = list(reading(broken(width, blanks, hanging)).blocks)
    got = {block.text for block in blocks}
    lost = [text for _, text in wanted if text not in got]
    # Without blank lines a sentence that ends at the margin may be the end of its paragraph or not.
    assert len(lost) <= (0 if blanks else 3), lost
    units = _units(blocks)
    whole = _units([Block(text, kind) for kind, text in wanted])  # type: ignore[arg-type]
    assert [unit for unit in whole if unit not in units] == []
