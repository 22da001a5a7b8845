"""How blocks become one text with exact offsets and heading paths."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import lay_out
from pipeline.types import BLOCK_KINDS, Block

BLOCKS = st.builds(
    Block,
    text=st.text(min_size=1, max_size=20).filter(str.strip),
    kind=st.sampled_from(BLOCK_KINDS),
    level=st.integers(0, 6),
)


def test_blank_lines_part_paragraphs_and_single_ones_items_and_rows() -> None:
    kinds = ("paragraph", "list_item", "list_item", "table_row", "table_row", "paragraph")
    layout = lay_out([Block(text=letter, kind=kind) for letter, kind in zip("abcdef", kinds, strict=True)])
    assert layout.text == "a\n\nb\nc\n\nd\ne\n\nf"


def test_headings_lead_to_what_follows() -> None:
    layout = lay_out(
        [
            Block(text="Climat", kind="heading", level=1),
            Block(text="Énergie", kind="heading", level=2),
            Block(text="Nous isolons.", kind="paragraph"),
            Block(text="Eau", kind="heading", level=2),
            Block(text="Nous réparons.", kind="paragraph"),
            Block(text="Culture", kind="heading", level=1),
            Block(text="Nous jouons.", kind="paragraph"),
        ]
    )
    assert [p.heading for p in layout.passages] == [
        "",
        "Climat",
        "Climat › Énergie",
        "Climat",
        "Climat › Eau",
        "",
        "Culture",
    ]


def test_passages_say_where_their_words_come_from() -> None:
    scan = Block(text="Nous isolons.", kind="paragraph", page=3, box=(1.0, 2.0, 3.0, 4.0), ocr=True)
    passages = lay_out([scan, Block(text="Nous réparons.", kind="paragraph", page=4)]).passages
    assert [(p.page, p.box, p.ocr) for p in passages] == [(3, (1.0, 2.0, 3.0, 4.0), True), (4, None, False)]


def test_nothing_gives_nothing() -> None:
    assert lay_out([]).text == ""


@given(st.lists(BLOCKS, max_size=12))
def test_offsets_are_exact(blocks: list[Block]) -> None:
    layout = lay_out(blocks)
    assert [layout.text[p.start : p.end] for p in layout.passages] == [b.text for b in blocks]
    assert [p.position for p in layout.passages] == list(range(len(blocks)))
    gaps = [layout.text[a.end : b.start] for a, b in zip(layout.passages, layout.passages[1:], strict=False)]
    assert set(gaps) <= {"\n", "\n\n"}
