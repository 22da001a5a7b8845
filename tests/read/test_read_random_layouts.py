"""Pages of words, rules, grids and figures at random places: read whatever stands beside what."""

from __future__ import annotations

import random

import pytest
from pdf_files import SENTENCE, drawn
from read_snapshots import reading_here
from reportlab.pdfgen.canvas import Canvas

SCRAPS = (
    "La ville|87 %|1 950|A|›|•|3/4|Article 2 :|12 ........ 3,40 €|n° 7|Page 3|www.orvaine.example|610 000 €1|km2".split(
        "|"
    )
)


def _scrap(canvas: Canvas, chance: random.Random, x: float, y: float) -> None:
    canvas.setFont(chance.choice(["Helvetica", "Helvetica-Bold"]), chance.choice([6, 8, 10, 10, 14, 24, 34]))
    canvas.drawString(x, y, " ".join(chance.choices(SCRAPS, k=chance.choice([1, 1, 2, 5]))))


def _grid(canvas: Canvas, chance: random.Random, x: float, y: float) -> None:
    edges, heights = (
        [x + 70 * i for i in range(chance.randint(2, 5))],
        [y + 20 * i for i in range(chance.randint(2, 5))],
    )
    for height in heights:
        for left in edges[:-1]:
            if chance.random() < 0.9:
                canvas.line(left, height, left + 70, height)
    for left in edges:
        _scrap(canvas, chance, left + 3, chance.choice(heights) + 6)
        if chance.random() < 0.5:
            canvas.line(left, heights[0], left, heights[-1])


def _figure(canvas: Canvas, chance: random.Random, x: float, y: float) -> None:
    canvas.rect(x, y, chance.choice([60, 216]), chance.choice([3, 20, 96]), fill=0)
    canvas.circle(x, y, chance.choice([1.5, 20]), fill=1)


@pytest.mark.parametrize("seed", range(6))
def test_random_pages_are_read(seed: int) -> None:
    chance = random.Random(seed)

    def draw(canvas: Canvas) -> None:
        for _ in range(8):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 400, SENTENCE)
            for _ in range(chance.randint(1, 20)):
                kind = chance.choice([_scrap, _scrap, _scrap, _grid, _figure])
                kind(canvas, chance, 10 * chance.randint(0, 50), 10 * chance.randint(0, 82))
            canvas.showPage()

    blocks = reading_here(drawn(draw)).blocks
    assert {block.page for block in blocks} == set(range(1, 9))
    assert all(block.text == block.text.strip() for block in blocks)
