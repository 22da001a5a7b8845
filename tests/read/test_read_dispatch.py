"""Formats told by content; limits; damage of every kind ends in text or a named error."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_pages import NAMES, marked_page
from read_pages import LAYOUTS
from read_snapshots import reading, snapshot

from pipeline.errors import EmptyDocument, ReadFailed, UnsupportedType
from pipeline.read import read, read_here
from pipeline.read.sniff import format_of
from pipeline.settings import Settings


@pytest.mark.parametrize(
    ("content", "declared", "url", "expected"),
    [
        (b"%PDF-1.7\n", "text/html", "", "pdf"),
        (b"\n<!DOCTYPE html><html>", "text/plain", "", "html"),
        (b"<p>Bonjour</p>", "text/html", "", "html"),
        (b"# Le plan <p>", "text/markdown", "", "text"),
        (b"La ville.", "", "https://a.fr/x.pdf", "text"),
        (b"<p>Bonjour", "", "https://a.fr/x.html", "html"),
        (b"\x89PNG\r\n", "application/pdf", "", "a PNG image"),
        (b"PK\x03\x04....word/document.xml", "application/pdf", "", "docx"),
    ],
)
def test_formats(content: bytes, declared: str, url: str, expected: str) -> None:
    assert format_of(snapshot(content, declared, url=url)) == expected


def test_unsupported_type_names_it() -> None:
    with pytest.raises(UnsupportedType, match="a PNG image"):
        reading(b"\x89PNG\r\n\x1a\n" + bytes(100), "text/html")


def test_too_many_bytes_names_the_limit() -> None:
    with pytest.raises(ReadFailed, match="max_bytes = 100"):
        reading("La ville. " * 20, max_bytes=100)


def test_nothing_is_empty() -> None:
    with pytest.raises(EmptyDocument):
        reading(b"  \n -- \n")


def test_characters_are_bounded() -> None:
    assert sum(len(b.text) for b in reading("La ville agit. " * 1000, max_characters=2_000).blocks) <= 2_000


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["", "text/html", "text/plain", "application/pdf"]))
def test_random_bytes_end_in_text_or_a_named_error(content: bytes, declared: str) -> None:
    _reads(content, declared)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["text/html", "text/plain"]))
def test_random_text_keeps_blocks_on_one_line(text: str, declared: str) -> None:
    _reads(text.encode("utf-8", "ignore"), declared)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(LAYOUTS)), st.integers(0, 2**32))
def test_mutated_pages(name: str, seed: int) -> None:
    rng = random.Random(seed)
    content = bytearray(LAYOUTS[name].encode())
    for _ in range(rng.randrange(1, 40)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    _reads(bytes(content[: rng.randrange(len(content))]), "text/html")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.integers(0, 2**32))
def test_pages_with_their_tags_shuffled(name: str, seed: int) -> None:
    rng = random.Random(seed)
    pieces = marked_page(name).markup.split("<")
    for _ in range(rng.randrange(1, 30)):
        i, j = rng.randrange(1, len(pieces)), rng.randrange(1, len(pieces))
        pieces[i] = rng.choice([pieces[j], "/div>", "table><td>", "!--", "button aria-expanded=x>", pieces[i][1:]])
    _reads("<".join(pieces).encode(), "text/html")


HOSTILE = """<p onclick="alert(1)" style="background:url(javascript:alert(2))" title="</p><script>alert(3)</script>">
La ville plante des haies.<img src=x onerror="alert(4)"><svg onload=alert(5)><text>alert(6)</text></svg>
<a href="javascript:alert(7)">Le port</a> est ouvert.<iframe srcdoc="<p>alert(8)</p>"></iframe>
<style>@import 'alert(9)'</style><template>alert(10)</template><object data="alert(11)">alert(12)</object></p>"""


def test_scripts_in_every_attribute_leave_plain_text() -> None:
    result = reading(f"<html lang='fr'><body><main>{HOSTILE}</main></body></html>", "text/html")
    assert "alert" not in " ".join(block.text for block in result.blocks)
    assert result.blocks[0].text.startswith("La ville plante des haies.")


def test_a_large_page_is_read_apart_within_its_limits() -> None:
    content = b"<html><body>" + b"<div>" * 500_000
    with pytest.raises(ReadFailed, match=r"ENGAGEMENTS_READ_SECONDS"):
        reading(content, "text/html", read_seconds=0.01)


def test_one_endless_paragraph_is_cut_with_a_warning() -> None:
    result = reading("<p>" + "La ville agit. " * 10_000, "text/html", max_characters=1_000)
    assert [len(block.text) for block in result.blocks] == [1_000]
    assert "max_characters = 1000" in result.warnings[0]


def test_pictures_written_into_a_page_do_not_crowd_out_its_text() -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 450_000}'>"
    page = snapshot(f"<html><body><main>{picture}<p>La ville agit.</p></main></body></html>", "text/html")
    result = read_here(page, Settings())
    assert [block.text for block in result.blocks] == ["La ville agit."]


def _reads(content: bytes, declared: str) -> None:
    try:
        result = read(snapshot(content, declared), Settings())
    except ReadFailed:
        return
    for block in result.blocks:
        assert block.text == block.text.strip()
        assert "\n" not in block.text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<html><body>" + b"<div>" * 100_000 + b"la ville", id="deep"),
        pytest.param(b"<html><body><p>" + b"la ville<br>" * 50_000, id="line breaks"),
        pytest.param(b"<html><body><table>" + b"<tr><td rowspan=9999>a<td>b" * 2_000, id="spans"),
        pytest.param(b"1\n\n2\n\n" * 20_000, id="numbers"),
        pytest.param(b"la ville\n" * 60_000, id="lines"),
        pytest.param(b"**a " * 60_000, id="stars"),
        pytest.param(b"-" * 500_000 + b"a", id="rule"),
        pytest.param(b"<!DOCTYPE html [<!ENTITY a 'x&a;&a;'>]><html><body><p>la ville &a;</p>", id="entities"),
    ],
)
def test_hostile_content_takes_seconds(content: bytes) -> None:
    start = time.process_time()  # whatever else the machine does
    _reads(content, "")
    assert time.process_time() - start < 20
