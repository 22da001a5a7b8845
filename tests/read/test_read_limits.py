"""Files that would hang, fill memory or crash a library end in a named error, and the next one is read."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from pdf_files import SENTENCE, bomb, drawn, lines, scanned, written
from read_snapshots import reading, reading_here, snapshot

from pipeline.errors import ReadFailed
from pipeline.read import apart, read
from pipeline.read.pdf import ocr
from pipeline.settings import Settings

GOOD = drawn(lambda canvas: lines(canvas, 72, 700, [SENTENCE]))


@pytest.fixture(autouse=True)
def children(monkeypatch: pytest.MonkeyPatch):
    """Children of this test only, so that each starts with what the test set."""
    fresh = apart._Children()
    monkeypatch.setattr(apart, "_CHILDREN", fresh)
    yield fresh
    for child in fresh._idle:
        child.end()


def test_one_process_reads_document_after_document(children: apart._Children) -> None:
    processes = []
    for _ in range(3):
        assert [block.text for block in reading(GOOD).blocks] == [SENTENCE]
        processes.append(children._idle[0].process.pid)
    assert len(set(processes)) == 1
    assert processes[0] != os.getpid()


def test_it_does_so_for_a_parent_larger_than_itself(children: apart._Children) -> None:
    """A child's ``ru_maxrss`` begins with its parent's: by it no child of a loaded language model served twice."""
    held = bytearray(b"1") * 700_000_000  # more than the half of the memory allowed above which a child is not kept
    assert [block.text for block in reading(GOOD).blocks] == [SENTENCE]
    assert len(children._idle) == 1
    assert len(held) > Settings().max_memory_bytes / 2


def test_seconds_end_a_page_that_never_ends() -> None:
    start = time.monotonic()
    with pytest.raises(ReadFailed, match=r"essai\.fr/page: not read within 1\.5 seconds; ENGAGEMENTS_READ_SECONDS"):
        read(snapshot(bomb(b"0 0 m 9 9 l S\n" * 1000, 3000)), Settings(read_seconds=1.5))
    assert time.monotonic() - start < 30
    assert len(reading(GOOD).blocks) == 1


def test_memory_ends_a_page_that_unpacks_to_gigabytes() -> None:
    text = b"BT /F1 10 Tf 50 700 Td (La ville agit et paie. ) Tj ET\n" * 1000
    with pytest.raises(ReadFailed, match=r"essai\.fr/page: .* max_memory_bytes = 150000000"):
        read(snapshot(bomb(text, 2000)), Settings(max_memory_bytes=150_000_000))
    assert len(reading(GOOD).blocks) == 1


def test_a_process_killed_between_documents_is_replaced(children: apart._Children) -> None:
    reading(GOOD)
    os.kill(children._idle[0].process.pid, signal.SIGKILL)
    children._idle[0].process.wait()
    assert len(reading(GOOD).blocks) == 1


def test_what_was_read_when_the_time_is_over_is_kept() -> None:
    def draw(canvas) -> None:
        for _ in range(300):
            lines(canvas, 72, 700, [SENTENCE] * 20)
            canvas.showPage()

    result = reading_here(drawn(draw), read_seconds=0.02)
    assert result.pages == 300
    assert 0 < len(result.blocks) < 300 * 20
    assert result.warnings[0].endswith("of 300: read_seconds = 0.02")


HANGS = """#!/bin/sh
[ "$1" = --version ] && echo tesseract 5.3.0 && exit
echo $$ > "$0.pid"
exec sleep 600
"""


def tesseract_that_hangs(folder: Path) -> None:
    command = folder / "tesseract"
    command.write_text(HANGS)
    command.chmod(0o755)


def test_a_recogniser_that_hangs_costs_its_pages_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract_that_hangs(tmp_path)
    monkeypatch.setattr(ocr, "can_read", lambda: True)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    def draw(canvas) -> None:
        lines(canvas, 72, 700, [SENTENCE])
        canvas.showPage()
        scanned(canvas, lambda inner: lines(inner, 72, 700, [SENTENCE], 12))

    result = reading_here(drawn(draw), read_seconds=3)
    assert [block.text for block in result.blocks] == [SENTENCE]
    assert result.warnings == ("1 page without text, OCR found none",)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "tesseract.pid").read_text()), 0)


def test_a_file_without_pages() -> None:
    with pytest.raises(ReadFailed, match="damaged PDF, or one without pages, of 218 bytes"):
        reading(written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]))


def three_pages(canvas) -> None:
    for _ in range(3):
        lines(canvas, 72, 700, [SENTENCE])
        canvas.showPage()


WHOLE = drawn(three_pages)


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param(WHOLE[: WHOLE.rindex(b"startxref")] + b"startxref\n99\n%%EOF", 3, id="table elsewhere"),
        pytest.param(WHOLE[: WHOLE.rindex(b"xref\n0")], 3, id="no table"),
        pytest.param(WHOLE[: WHOLE.rindex(b"xref\n0")].replace(b"/Catalog", b"/Katalog"), 3, id="no catalogue"),
        pytest.param(b"\n\n<!-- -->" + WHOLE, 3, id="something before"),
    ],
)
def test_the_text_of_damaged_files_is_read(content: bytes, count: int) -> None:
    assert [block.text for block in reading(content).blocks] == [SENTENCE] * count


def test_what_calls_itself_otherwise() -> None:
    named = snapshot(GOOD, "text/html", url="https://essai.fr/plan.html")
    assert [block.text for block in read(named, Settings()).blocks] == [SENTENCE]
