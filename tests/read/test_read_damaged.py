"""Thousands of damaged files, made from good ones by seed: each ends in text or in a named error, within the limits."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable

import pytest
from pdf_files import SENTENCE, drawn, lines, picture_of
from read_pages import LAYOUTS
from read_snapshots import snapshot
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from pipeline.errors import ReadFailed
from pipeline.read import apart, read
from pipeline.settings import Settings

LIMITS = Settings(read_seconds=20, max_memory_bytes=600_000_000, max_pages=50)
GROUPS, EACH = 4, 550
"""So 2,200 files in all."""


def _text(canvas: Canvas) -> None:
    for _ in range(2):
        lines(canvas, 72, 780, ["Le plan"], 18, "Helvetica-Bold")
        lines(canvas, 72, 740, [SENTENCE, SENTENCE])
        lines(canvas, 72, 700, ["- planter ;", "- rénover."])
        canvas.rect(60, 600, 300, 60)
        canvas.showPage()


def _table(compressed: int) -> bytes:
    file = io.BytesIO()
    rows = [["Ville", "Pays", "Année"], ["Fano", "Italie", "1998"], ["Vigo", "Espagne", "2004"]]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    SimpleDocTemplate(file, pagesize=A4, pageCompression=compressed).build([Table(rows, style=grid)])
    return file.getvalue()


def _pictured(canvas: Canvas) -> None:
    lines(canvas, 72, 700, [SENTENCE])
    canvas.drawInlineImage(picture_of(drawn(_text), dots_per_inch=20), 72, 300, 100, 140)


PDFS = 6
GOOD: list[tuple[bytes, str]] = [
    (drawn(_text), "application/pdf"),
    (drawn(_text, pageCompression=0), "application/pdf"),
    (_table(0), "application/pdf"),
    (_table(1), "application/pdf"),
    (drawn(_pictured), "application/pdf"),
    (drawn(_text, encrypt=StandardEncryption("", "owner")), "application/pdf"),
    (LAYOUTS[sorted(LAYOUTS)[0]].encode(), "text/html"),
    ((SENTENCE + "\n\n- planter ;\n- rénover.\n").encode(), "text/plain"),
]


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_out(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 400) :]


def doubled(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start : start + 300] * chance.randrange(2, 9) + content[start:]


def renumbered(content: bytes, chance: random.Random) -> bytes:
    """Other lengths, places, sizes and references: the numbers that readers trust."""
    changed = bytearray(content)
    places = [i for i, byte in enumerate(changed) if 48 <= byte <= 57]
    for place in chance.sample(places, min(len(places), chance.randrange(1, 12))):
        changed[place] = chance.randrange(48, 58)
    return bytes(changed)


def spliced(content: bytes, chance: random.Random) -> bytes:
    other = chance.choice(GOOD)[0]
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def random_bytes(content: bytes, chance: random.Random) -> bytes:
    return chance.choice([b"", b"%PDF-1.7\n", b"<html>"]) + chance.randbytes(chance.randrange(1, 600))


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [
    truncated, flipped, cut_out, doubled, renumbered, spliced, random_bytes,
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_recognition(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """Of what is left of a page Tesseract would look at each picture, for seconds: its own limits have their test."""
    fresh = apart._Children()
    monkeypatch.setattr(apart, "_CHILDREN", fresh)
    monkeypatch.setenv("PATH", str(tmp_path))
    yield
    for child in fresh._idle:
        child.end()


@pytest.mark.parametrize("group", range(GROUPS))
def test_damaged_files_end_in_text_or_a_named_error(group: int) -> None:
    texts = errors = 0
    for seed in range(group * EACH, (group + 1) * EACH):
        chance = random.Random(seed)
        content, declared = chance.choice(GOOD if chance.random() < 0.15 else GOOD[:PDFS])
        damaged = chance.choice(DAMAGES)(content, chance)
        start = time.monotonic()
        try:
            blocks = read(snapshot(damaged, declared), LIMITS).blocks
        except ReadFailed as error:
            assert "essai.fr" in str(error), f"seed {seed}"
            errors += 1
        else:
            assert blocks and all(b.text == b.text.strip() and "\n" not in b.text for b in blocks), f"seed {seed}"
            texts += 1
        assert time.monotonic() - start < LIMITS.read_seconds + 10, f"seed {seed}"
    assert texts > 20 and errors > 20, "the damage is too little or too much to show anything"
