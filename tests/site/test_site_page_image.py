"""The page of a PDF with the words of a commitment boxed: found on the page, drawn apart, served only if it is it."""

from __future__ import annotations

import asyncio
import hashlib
import io
import shutil

import pytest
from made_pdf import LINES, SENTENCE, pdf
from PIL import Image
from sqlite_utils import Database

from pipeline.page_image import WIDTH, Wanted, place, rectangles, render

YELLOW, BLUE = (255, 243, 191), (201, 228, 255)


def near(colour, other) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(colour, other, strict=True))


def coloured_rows(image: bytes, colour) -> set[int]:
    """In PDF points from the top: which lines of text the colour fills."""
    drawn = Image.open(io.BytesIO(image)).convert("RGB")
    scale = drawn.width / 400
    return {
        top
        for top in range(0, 300, 5)
        if sum(near(drawn.getpixel((int(x * scale), int(top * scale))), colour) for x in range(400)) > 10
    }


@pytest.mark.parametrize(
    ("text", "page", "found"),
    [
        ("Planter 500 arbres", "Cap. Planter 500 arbres. Fin", "Planter500arbres"),
        ("coopération", "coopé-\nration", "coopération"),
        ("fidèle aux flots", "ﬁdèle aux ﬂots", "fidèleauxflots"),
        ("Ville | Pays", "Ville Pays", "VillePays"),
        ("Nous aidons les écoles du pays", "Nous aidons les écoles", "Nousaidonslesécoles"),
        ("Nous aidons les écoles", "Nous aidons", ""),
        ("absent", "Une autre page", ""),
        ("…", "Une page", ""),
    ],
    ids=["plain", "hyphen", "ligature", "cells", "cut by the page", "cut too short", "absent", "no letter"],
)  # fmt: skip
def test_words_are_found_on_the_page(text, page, found):
    where = place(text, list(page))
    assert "".join(text[i] for i in sorted(where)) == found
    assert sorted(where.values()) == list(where.values())


def test_one_rectangle_a_line():
    boxes = [(0, 0, 5, 10), (6, 1, 10, 11), (0, 20, 5, 30), (80, 20, 85, 30)]
    assert rectangles(boxes) == [(0, 0, 10, 11), (0, 20, 5, 30), (80, 20, 85, 30)]


def test_the_sentence_and_its_partner_are_coloured_where_they_stand():
    start = SENTENCE.index("Sève")
    drawn = render(pdf(LINES), Wanted(1, SENTENCE, (("partner", start, start + 14),)))
    assert Image.open(io.BytesIO(drawn)).width == WIDTH
    statement, partner = coloured_rows(drawn, YELLOW), coloured_rows(drawn, BLUE)
    assert {65, 85} & statement and not {45, 50} & statement  # the second and third line, never the first
    assert partner and min(partner) > 75  # the third line only


def test_a_sentence_on_the_next_page_is_drawn_there():
    assert coloured_rows(render(pdf(["Rien ici."], LINES), Wanted(1, SENTENCE)), YELLOW)


def test_words_of_a_scan_are_framed_by_their_passage():
    drawn = render(pdf([]), Wanted(1, SENTENCE, box=(40, 100, 300, 140)))
    rows = coloured_rows(drawn, YELLOW)
    assert rows and rows <= set(range(100, 141, 5)) and rows >= set(range(105, 136, 5))


@pytest.fixture
def ask(serve, corpus):
    site = serve(corpus / "images.db")
    site.engagements_corpus = corpus
    return lambda path: asyncio.run(site.client.get(path))


def test_the_page_shows_its_picture(ask):
    assert 'src="/engagement/c-pledge/page.webp"' in ask("/engagement/c-pledge").text
    answer = ask("/engagement/c-pledge/page.webp")
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["etag"]
    assert coloured_rows(answer.content, YELLOW)


def test_a_file_that_changed_is_not_shown(ask, corpus, monkeypatch):
    monkeypatch.setattr("published_site.page_images._kept", {})
    file = corpus / "textes" / "cap.pdf"
    kept = file.read_bytes()
    file.write_bytes(pdf(["Un autre texte."]))
    try:
        assert ask("/engagement/c-pledge/page.webp").status_code == 404
    finally:
        file.write_bytes(kept)


@pytest.mark.parametrize("address", ["../secret.pdf", "/etc/passwd", "textes/../../secret.pdf", "https://exemple.fr/x"])
def test_no_file_outside_the_corpus_is_read(corpus, address):
    from published_site import originals

    (corpus.parent / "secret.pdf").write_bytes(b"%PDF")

    class Site:
        engagements_corpus = corpus

    assert originals.found(Site(), "0" * 64, address) is None
    assert originals.found(Site(), "../../x", "textes/cap.pdf") is None


def test_a_broken_pdf_is_a_missing_picture(serve, corpus, tmp_path):
    content = b"%PDF-1.7 rien de bon"
    fingerprint = hashlib.sha256(content).hexdigest()
    kept = tmp_path / "snapshots" / fingerprint[:2] / fingerprint
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    file = tmp_path / "broken.db"
    shutil.copy(corpus / "images.db", file)
    db = Database(file)
    db["documents"].update("d1", {"sha256": fingerprint})
    db.close()
    site = serve(file)
    site.engagements_corpus = tmp_path
    assert asyncio.run(site.client.get("/engagement/c-pledge/page.webp")).status_code == 404


def test_without_a_corpus_there_is_no_picture(get):
    assert "page.webp" not in get("/engagement/c-pledge").text
    assert get("/engagement/c-pledge/page.webp").status_code == 404
