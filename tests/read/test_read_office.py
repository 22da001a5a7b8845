"""Word and OpenDocument texts: order, headings, lists, tables; what is damaged or hostile fails by name."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from datetime import datetime

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from read_snapshots import pairs, reading

from pipeline.errors import EmptyDocument, ReadFailed, UnsupportedType

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WANTED = [
    ("heading1", "Le plan nature"),
    ("paragraph", "La commune replante ses haies. Elle y consacre 84 000 € par an."),
    ("heading2", "Ce qui change"),
    ("paragraph", "Nous allons :"),
    ("list_item1", "rouvrir deux sentiers ;"),
    ("list_item2", "dont celui du canal"),
    ("list_item1", "abaisser les trottoirs."),
    ("table_row", "École | Année"),
    ("table_row", "Jules-Verne | 2021"),
    ("paragraph", "Le bilan est public."),
]


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Plan nature 2030"
    document.core_properties.author = "Service des parcs"
    document.core_properties.created = datetime(2024, 3, 5)
    document.core_properties.modified = datetime(2024, 6, 7)
    document.sections[0].header.paragraphs[0].text = "Ville de Montbrun"
    document.add_heading("Le plan nature", 1)
    paragraph = document.add_paragraph("La commune replante ses haies. Elle y ")
    paragraph.add_run("consacre").bold = True
    paragraph.add_run(" 84\u00a0000\u00a0€ par an.")
    document.add_heading("Ce qui change", 2)
    document.add_paragraph("Nous allons :")
    document.add_paragraph("rouvrir deux sentiers ;", style="List Bullet")
    document.add_paragraph("dont celui du canal", style="List Bullet 2")
    document.add_paragraph("abaisser les trottoirs.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["École", "Année", "Jules-Verne", "2021"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Le bilan est public.")
    return _saved(document)


def open_document() -> bytes:
    document = odfdo.Document("text")
    body = document.body
    body.clear()
    document.meta.title = "Plan nature 2030"
    document.meta.creator = "Service des parcs"
    document.meta.creation_date = datetime(2024, 3, 5)
    document.meta.date = datetime(2024, 6, 7)
    body.append(odfdo.Header(1, "Le plan nature"))
    body.append(odfdo.Paragraph("La commune replante  ses haies. Elle y consacre 84\u00a0000\u00a0€ par an."))
    body.append(odfdo.Header(2, "Ce qui change"))
    body.append(odfdo.Paragraph("Nous allons :"))
    items = odfdo.List()
    first = odfdo.ListItem("rouvrir deux sentiers ;")
    first.append(odfdo.List(["dont celui du canal"]))
    items.append(first)
    items.append(odfdo.ListItem("abaisser les trottoirs."))
    body.append(items)
    table = odfdo.Table("écoles", width=2, height=2)
    table.set_values([["École", "Année"], ["Jules-Verne", "2021"]])
    body.append(table)
    body.append(odfdo.Paragraph("Le bilan est public."))
    return _saved(document)


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


@pytest.mark.parametrize("make", [word, open_document])
@pytest.mark.parametrize("declared", ["", "application/pdf", "text/html", "application/zip"])
def test_whole_document_whatever_it_is_declared_as(make: Callable[[], bytes], declared: str) -> None:
    result = reading(make(), declared)
    assert pairs(result) == WANTED
    assert (result.title, result.author, str(result.published), str(result.modified), result.language) == (
        "Plan nature 2030", "Service des parcs", "2024-03-05", "2024-06-07", "fr",
    )  # fmt: skip


W = nsdecls("w")
REVISED = (
    f"<w:p {W}><w:r><w:t>Le quai </w:t></w:r><w:ins><w:r><w:t>neuf </w:t></w:r></w:ins><w:del><w:r><w:delText>vieux "
    "</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>est ouvert</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
)
CONTROL = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Un champ du modèle.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
CONTENTS = (
    f"<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    "<w:sdtContent><w:p><w:r><w:t>Le port 3</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
BROKEN = (
    f"<w:p {W}><w:r><w:t>Nous allons :</w:t><w:br/><w:t>- rouvrir la halle</w:t><w:br/><w:t>- planter</w:t></w:r></w:p>"
)
BOLD = f"<w:p {W}><w:r><w:rPr><w:b/></w:rPr><w:t>Le budget</w:t></w:r></w:p>"


def test_what_word_hides_from_paragraph_text() -> None:
    document = docx.Document()
    for markup in (CONTENTS, REVISED, CONTROL, BOLD, BROKEN):
        document.element.body.insert_element_before(parse_xml(markup), "w:sectPr")
    assert pairs(reading(_saved(document), WORD)) == [
        ("paragraph", "Le quai neuf est ouvert."),
        ("paragraph", "Un champ du modèle."),
        ("heading2", "Le budget"),
        ("paragraph", "Nous allons :"),
        ("list_item1", "rouvrir la halle"),
        ("list_item1", "planter"),
    ]


def test_a_table_that_lays_out_is_no_data() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).rows[0].cells[1]
    for n in range(5):
        cell.add_paragraph(f"La ville ouvre la halle numéro {n}.")
    assert [kind for kind, _ in pairs(reading(_saved(document), WORD))] == ["paragraph"] * 5


def _repacked(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return buffer.getvalue()


PARTS = [pytest.param(word, "word/document.xml", id="docx"), pytest.param(open_document, "content.xml", id="odt")]


@pytest.mark.parametrize(("make", "part"), PARTS)
def test_a_file_that_swells_names_the_limit(make: Callable[[], bytes], part: str) -> None:
    bomb = _repacked(make(), part, lambda xml: xml + b" " * 3_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(ReadFailed, match="ENGAGEMENTS_MAX_UNPACKED_BYTES"):
        reading(bomb, max_unpacked_bytes=2_000_000)


@pytest.mark.parametrize(("make", "part"), PARTS)
def test_entities_are_refused(make: Callable[[], bytes], part: str) -> None:
    declared = b"<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
    bomb = _repacked(make(), part, lambda xml: xml.replace(b"?>", b"?>" + declared, 1))
    with pytest.raises(ReadFailed, match="declares entities"):
        reading(bomb)


@pytest.mark.parametrize(("make", "part"), PARTS)
def test_a_missing_part_is_one_clear_error(make: Callable[[], bytes], part: str) -> None:
    with pytest.raises(ReadFailed, match=r"essai\.fr/page: no readable"):
        reading(_repacked(make(), part, lambda _: b"<a>"))


@pytest.mark.parametrize(("make", "part"), PARTS)
def test_characters_are_bounded(make: Callable[[], bytes], part: str) -> None:
    result = reading(make(), max_characters=100)
    assert sum(len(b.text) for b in result.blocks) <= 100
    assert "max_characters = 100" in result.warnings[0]


def test_spaces_by_the_billion_are_one() -> None:
    swell = b'Bonjour<text:s text:c="1000000000"/>tous'
    content = _repacked(open_document(), "content.xml", lambda xml: xml.replace(b"Nous allons :", swell))
    assert ("paragraph", "Bonjour tous") in pairs(reading(content))


def test_empty_and_other_packages() -> None:
    with pytest.raises(EmptyDocument):
        reading(_saved(docx.Document()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(UnsupportedType, match=r"Excel.*\.docx.*\.odt"):
        reading(buffer.getvalue(), WORD)


@pytest.mark.parametrize("make", [word, open_document])
def test_damage_ends_in_text_or_a_named_error(make: Callable[[], bytes]) -> None:
    good, rng = make(), random.Random(7)
    failed = 0
    for _ in range(60):
        content = bytearray(good)
        for _ in range(rng.randrange(1, 30)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        try:
            reading(bytes(content[: rng.randrange(len(content) // 2, len(content) + 1)]), WORD)
        except ReadFailed as error:
            failed += 1
            assert "essai.fr/page" in str(error)
    assert failed


@pytest.mark.parametrize(("make", "part"), PARTS)
def test_damaged_xml_ends_in_text_or_a_named_error(make: Callable[[], bytes], part: str) -> None:
    """The archive is whole, its XML is not: elements renamed, moved, cut."""
    good, rng = make(), random.Random(11)

    def mangled(xml: bytes) -> bytes:
        tags = xml.split(b"<")
        for _ in range(rng.randrange(1, 6)):
            i, j = rng.randrange(1, len(tags)), rng.randrange(1, len(tags))
            tags[i] = rng.choice([tags[j], b"w:tbl/>", b"text:p>", b"!-- -->", tags[i].swapcase()])
        return b"<".join(tags)

    for _ in range(60):
        try:
            reading(_repacked(good, part, mangled))
        except ReadFailed as error:
            assert "essai.fr/page" in str(error)


def _word_table(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _saved(document)


def _open_table(rows: list[list[str]]) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    table = odfdo.Table("écoles", width=len(rows[0]), height=len(rows))
    table.set_values(rows)
    document.body.append(table)
    return _saved(document)


@pytest.mark.parametrize("make", [_word_table, _open_table])
def test_empty_cells_leave_their_bars_and_no_spaces(make: Callable[[list[list[str]]], bytes]) -> None:
    rows = [["", "2024", "2025"], ["École du port", "", "12 000 €"], ["Halle", "900 €", ""]]
    assert pairs(reading(make(rows))) == [
        ("table_row", "| 2024 | 2025"),
        ("table_row", "École du port | | 12 000 €"),
        ("table_row", "Halle | 900 €"),
    ]
