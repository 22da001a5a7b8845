"""Web pages: content back, furniture out, each block of its kind."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from marked_pages import NAMES, marked_page, shares
from read_pages import FURNITURE, LAYOUTS, content_words
from read_snapshots import pairs, reading

from pipeline.errors import EmptyDocument


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="fr"><head><title>Essai</title>{head}</head><body><main>{body}</main></body></html>'
    )


def test_there_are_ten_layouts() -> None:
    assert len(LAYOUTS) >= 10


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_content_comes_back_and_furniture_does_not(name: str) -> None:
    wanted = Counter(content_words(LAYOUTS[name]))
    result = reading(LAYOUTS[name], "text/html")
    got = Counter(re.findall(r"\w+", " ".join(block.text for block in result.blocks).lower()))
    assert (wanted - got).total() <= 0.02 * wanted.total(), wanted - got
    furniture = sum(count for word, count in got.items() if word.endswith(FURNITURE))
    assert furniture <= 0.02 * got.total()
    assert result.language == "fr"


def test_there_are_ten_marked_pages_or_more() -> None:
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_marked_pages(name: str) -> None:
    marked = marked_page(name)
    result = reading(marked.markup, "text/html")
    back, furniture, lost, extra = shares(marked, " ".join(block.text for block in result.blocks))
    assert marked.content.total() >= 170
    assert back >= 0.98, lost
    assert furniture <= 0.02, extra
    assert result.language == "fr"


def test_whole_page() -> None:
    assert pairs(reading(LAYOUTS["drupal"], "text/html")) == [
        ("heading1", "Le plan nature"),
        (
            "paragraph",
            "La commune a rejoint en 2019 le syndicat des rivières du plateau. Elle y siège avec onze autres communes.",
        ),
        (
            "paragraph",
            "Le conseil a voté un budget de 84 000 € pour replanter les haies, détruites pendant le remembrement, "
            "et pour former les agents.",
        ),
        ("heading2", "Ce qui change"),
        ("list_item1", "rouvrir deux sentiers le long du canal ;"),
        ("list_item1", "équiper la gare d'un abri pour cent vélos"),
        ("list_item2", "dont dix places pour les vélos cargos"),
        ("list_item1", "abaisser les trottoirs du centre."),
        ("caption", "Écoles rénovées"),
        ("table_row", "École | Année"),
        ("table_row", "Jules-Verne | 2021"),
        ("table_row", "Louise-Michel | 2023"),
    ]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(
            '<div class="c"><p class="n">38</p><p>villes réunies en ligne</p><p class="source">Donnée Ville</p></div>',
            [("paragraph", "38 villes réunies en ligne"), ("caption", "Donnée Ville")],
            id="key figure in a box",
        ),
        pytest.param(
            "<h3>125 500 €</h3><p>versés en 2022</p><p>Le fonds existe depuis dix ans.</p>",
            [("paragraph", "125 500 € versés en 2022"), ("paragraph", "Le fonds existe depuis dix ans.")],
            id="key figure as a heading",
        ),
        pytest.param(
            "<p>En 2022, <strong>13</strong> projets ont vu le jour.</p>",
            [("paragraph", "En 2022, 13 projets ont vu le jour.")],
            id="a number in a sentence is no key figure",
        ),
        pytest.param(
            "<p>Nous voulons :<br>- ouvrir la halle<br>- planter des haies</p>",
            [("paragraph", "Nous voulons :"), ("list_item1", "ouvrir la halle"), ("list_item1", "planter des haies")],
            id="list by line breaks",
        ),
        pytest.param(
            "<p>La ville aide les<br>associations du port.</p>",
            [("paragraph", "La ville aide les associations du port.")],
            id="a line break within a sentence",
        ),
        pytest.param(
            "<dl><dt>Pilote</dt><dd>le port</dd></dl>", [("list_item1", "Pilote : le port")], id="definition list"
        ),
        pytest.param(
            "<details><summary>Et l'eau ?</summary><p>La source est protégée.</p></details>",
            [("heading2", "Et l'eau ?"), ("paragraph", "La source est protégée.")],
            id="accordion",
        ),
        pytest.param(
            "<ul><li><p>Un quai neuf.</p><p>Il ouvrira en mai.</p></li></ul>",
            [("list_item1", "Un quai neuf."), ("paragraph", "Il ouvrira en mai.")],
            id="paragraphs in an item",
        ),
        pytest.param(
            "<table><tr><th>Ville</th><th>Pays</th></tr><tr><td rowspan=2>Fano</td><td>Italie</td></tr>"
            "<tr><td>Marches</td></tr></table>",
            [("table_row", "Ville | Pays"), ("table_row", "Fano | Italie"), ("table_row", "Fano | Marches")],
            id="cell over two rows",
        ),
        pytest.param(
            "<figure><img alt=''><figcaption>Le phare © Ville</figcaption></figure><p>Publié le 3 mai 2021</p>"
            "<p>Le phare sera repeint.</p>",
            [
                ("caption", "Le phare © Ville"),
                ("caption", "Publié le 3 mai 2021"),
                ("paragraph", "Le phare sera repeint."),
            ],
            id="captions",
        ),
        pytest.param(
            "<p>Le quai est neuf.</p><h2>Lire aussi</h2><ul><li><a href='/a'>Le port en fête</a></li></ul>",
            [("paragraph", "Le quai est neuf.")],
            id="read also",
        ),
        pytest.param(
            "<h2>Partenaires</h2><ul><li><a href='/a'>Le Grand Port</a></li><li><a href='/b'>La Criée</a></li></ul>",
            [("heading2", "Partenaires"), ("list_item1", "Le Grand Port"), ("list_item1", "La Criée")],
            id="a list of linked partners is content",
        ),
        pytest.param(
            "<h2 id='logement-social'>Logement</h2><p>La ville loue dix maisons.</p>",
            [("heading2", "Logement"), ("paragraph", "La ville loue dix maisons.")],
            id="words of ids are no furniture",
        ),
    ],
)
def test_blocks(body: str, blocks: list[tuple[str, str]]) -> None:
    assert pairs(reading(page(body), "text/html")) == blocks


@pytest.mark.parametrize(
    ("encoding", "declared", "head"),
    [
        ("utf-8", None, ""),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "nonsense", '<meta charset="windows-1252">'),
        ("cp1252", None, '<meta charset="iso-8859-1">'),
        ("cp1252", "utf-8", ""),
        ("cp1252", None, ""),
        ("cp1252", "iso-8859-15", ""),
        ("iso-8859-15", "iso-8859-15", ""),
        ("iso-8859-15", None, ""),
        ("iso-8859-15", "iso-8859-1", ""),
        ("iso-8859-15", None, '<meta charset="windows-1252">'),
        ("utf-16-le", None, ""),
        ("utf-16-be", "utf-8", ""),
        ("utf-8-sig", None, ""),
        ("utf-16", None, ""),
    ],
)
def test_encodings(encoding: str, declared: str | None, head: str) -> None:
    sentence = "Le cœur du budget : 84 000 € pour l'école, la forêt et le théâtre."
    result = reading(page(f"<p>{sentence}</p>", head).encode(encoding), "text/html", declared)
    assert pairs(result) == [("paragraph", sentence)]


LD = '<script type="application/ld+json">{}</script>'
ABOUT = [
    pytest.param('<meta name="dcterms.created" content="2021-06-30">', "", "2021-06-30", None, None, id="dublin core"),
    pytest.param(
        '<meta name="DC.creator" content="Anne Morvan"><meta name="DC.Date.modified" content="2022-05-06">',
        "", None, "2022-05-06", "Anne Morvan", id="dublin core, author and change",
    ),
    pytest.param(
        '<meta property="article:published_time" content="2021-01-02T08:00:00+01:00">'
        '<meta property="article:modified_time" content="2021-02-03">', "", "2021-01-02", "2021-02-03", None, id="og",
    ),
    pytest.param(
        LD.replace(
            "{}",
            '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type": "Article", '
            '"datePublished": "2023-02-01", "dateModified": "2024-03-04T10:00:00Z", '
            '"author": {"@type": "Person", "name": "Luc Petit"}}]}',
        ),
        "", "2023-02-01", "2024-03-04", "Luc Petit", id="json-ld",
    ),
    pytest.param(LD.format('{"datePublished": "2023-02-01", }'), "", None, None, None, id="broken json-ld"),
    pytest.param('<meta name="author" content="admin">', "", None, None, None, id="an account is no author"),
    pytest.param("", "<p>Publié le 1er mars 2020</p>", "2020-03-01", None, None, id="words"),
    pytest.param("", "<p>Mis en ligne le 07.10.2015</p>", "2015-10-07", None, None, id="numbers"),
    pytest.param(
        "", "<p>Article publié le lundi 3 févr. 2020, mis à jour le 4/05/21</p>", "2020-02-03", "2021-05-04", None,
        id="both in words",
    ),
    pytest.param("", "<p>Dernière mise à jour : 03/05/2024</p>", None, "2024-05-03", None, id="last change"),
    pytest.param(
        "", '<p>Publié le <time datetime="2019-05-06">lundi dernier</time></p>', "2019-05-06", None, None, id="time",
    ),
    pytest.param(
        "", '<p><time itemprop="dateModified" datetime="2019-05-06T10:00">hier</time></p>', None, "2019-05-06", None,
        id="itemprop",
    ),
    pytest.param("", "<p>Le <time datetime='2019-05-06'>6 mai</time>, la halle ouvre.</p>", None, None, None, id="day"),
    pytest.param("", "<p>Mis à jour le 31 février 2015</p>", None, None, None, id="no such day"),
    pytest.param("", "<p>La ville a ouvert le quai le 3 mai 2021.</p>", None, None, None, id="a day of the text"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "published", "modified", "author"), ABOUT)
def test_what_a_page_says_of_itself(
    head: str, body: str, published: str | None, modified: str | None, author: str | None
) -> None:
    result = reading(page(body + "<p>Le quai est ouvert à tous.</p>", head), "text/html")
    said = (result.published, result.modified)
    assert [day and day.isoformat() for day in said] == [published, modified]
    assert result.author == author


def test_title_and_headline() -> None:
    markup = (
        "<html><head><title>Le port | Ville</title></head><body><h1>Le port</h1><main><p>Il est neuf.</p></main></body>"
    )
    result = reading(markup, "text/html")
    assert result.title == "Le port"
    assert pairs(result) == [("heading1", "Le port"), ("paragraph", "Il est neuf.")]


def test_a_page_of_scripts_is_empty() -> None:
    with pytest.raises(EmptyDocument, match=r"essai\.fr"):
        reading("<html><body><div id='app'></div><script>start()</script></body></html>", "text/html")
