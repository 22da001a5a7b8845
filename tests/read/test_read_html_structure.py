"""How markup becomes blocks: headings, lists, tables, key figures, accordions, captions, inline markup."""

from __future__ import annotations

import pytest
from read_snapshots import pairs, reading

LAST = "La ville publie le bilan chaque année."
CASES = {
    "nested lists": (
        "<ul><li>l'eau<ol><li>les fuites<ul><li>du réseau nord</li></ul></li><li>les captages</li></ol></li>"
        "<li>l'air</li></ul>",
        ["list_item1 l'eau", "list_item2 les fuites", "list_item3 du réseau nord", "list_item2 les captages",
         "list_item1 l'air"],
    ),
    "a list that its parent list holds": (
        "<ul><li>l'eau</li><ul><li>les fuites</li></ul><li>l'air</li></ul>",
        ["list_item1 l'eau", "list_item2 les fuites", "list_item1 l'air"],
    ),
    "text after a list within an item": (
        "<ul><li>Deux axes :<ul><li>l'eau</li></ul>et leur suivi.</li></ul>",
        ["list_item1 Deux axes :", "list_item2 l'eau", "paragraph et leur suivi."],
    ),
    "definition list with two terms and two definitions": (
        "<dl><dt>Pilote</dt><dt>Appui</dt><dd>le port</dd><dt>Délai</dt><dd>deux ans</dd><dd>ou trois</dd></dl>",
        ["list_item1 Pilote / Appui : le port", "list_item1 Délai : deux ans", "list_item1 ou trois"],
    ),
    "terms in groups": (
        "<dl><div><dt>Pilote</dt><dd>le port</dd></div><div><dt>Délai</dt><dd>deux ans</dd></div></dl>",
        ["list_item1 Pilote : le port", "list_item1 Délai : deux ans"],
    ),
    "figure in inline boxes": (
        "<div><div><b>6</b><span>médecins recrutés</span></div>"
        "<div><b>1,8 M€</b><span>investis par la Ville</span></div></div>",
        ["paragraph 6 médecins recrutés", "paragraph 1,8 M€ investis par la Ville"],
    ),
    "figure below its label": (
        "<div><p>Arbres plantés</p><p>4 200</p><p>Source : service des parcs</p></div>",
        ["paragraph Arbres plantés 4 200", "caption Source : service des parcs"],
    ),
    "figure with a suffix of its own": (
        "<div><div><span>18</span><span> %</span></div><div>de fuites en moins</div></div>",
        ["paragraph 18 % de fuites en moins"],
    ),
    "figure in a list item": (
        "<ul><li><strong>11 800</strong> <span>foyers aidés</span></li>"
        "<li><strong>74</strong><span>écoles</span></li></ul>",
        ["list_item1 11 800 foyers aidés", "list_item1 74 écoles"],
    ),
    "accordion with a button": (
        "<div><button aria-expanded='false' aria-controls='z'>Qui paie ?</button><div id='z' hidden><p>La Région paie "
        "la moitié des travaux du quai.</p></div></div>",
        ["heading2 Qui paie ?", "paragraph La Région paie la moitié des travaux du quai."],
    ),
    "accordion with a role": (
        "<h2>Aides</h2><div><div role='button' aria-expanded='false'>Qui paie ?</div><div aria-hidden='true' "
        "style='display:none'><p>La Région paie la moitié des travaux du quai.</p></div></div>",
        ["heading2 Aides", "heading3 Qui paie ?", "paragraph La Région paie la moitié des travaux du quai."],
    ),
    "tabs": (
        "<ul role='tablist'><li><a role='tab' href='#a'>Vélo</a></li><li><a role='tab' href='#b'>Bus</a></li></ul>"
        "<div role='tabpanel' id='a'><p>Onze pistes relient les bourgs entre eux.</p></div>"
        "<div role='tabpanel' id='b' hidden><p>Deux lignes de bus rouleront le dimanche.</p></div>",
        ["heading2 Vélo", "paragraph Onze pistes relient les bourgs entre eux.", "heading2 Bus",
         "paragraph Deux lignes de bus rouleront le dimanche."],
    ),
    "a hidden menu is no accordion": (
        "<p>Le quai est ouvert à tous les habitants.</p><div hidden><ul><li><a href='/a'>Port</a></li><li>"
        "<a href='/b'>Mairie</a></li><li><a href='/c'>École</a></li></ul></div>",
        ["paragraph Le quai est ouvert à tous les habitants."],
    ),
    "list by line breaks and numbers": (
        "<p>Nous allons :<br>1. rouvrir la halle<br>2. planter des haies<br>3. repeindre le phare</p>",
        ["paragraph Nous allons :", "list_item1 rouvrir la halle", "list_item1 planter des haies",
         "list_item1 repeindre le phare"],
    ),
    "list by line breaks after a colon": (
        "<p>Nous allons :<br>rouvrir la halle ;<br>planter des haies ;<br>repeindre le phare.</p>",
        ["paragraph Nous allons :", "list_item1 rouvrir la halle ;", "list_item1 planter des haies ;",
         "list_item1 repeindre le phare."],
    ),
    "paragraphs by two line breaks": (
        "<div>Le quai est neuf.<br><br>Le phare sera repeint.</div>",
        ["paragraph Le quai est neuf.", "paragraph Le phare sera repeint."],
    ),
    "a paragraph each item": (
        "<p>- rouvrir la halle</p><p>- planter des haies</p>",
        ["list_item1 rouvrir la halle", "list_item1 planter des haies"],
    ),
    "bullets that are pictures of text": (
        "<p>• rouvrir la halle • planter des haies • repeindre le phare</p>",
        ["list_item1 rouvrir la halle", "list_item1 planter des haies", "list_item1 repeindre le phare"],
    ),
    "quotation and who said it": (
        "<blockquote><p>« Nous le ferons. »</p><footer>La maire</footer></blockquote>"
        "<blockquote>Le quai est à tous.<cite>Un pêcheur</cite></blockquote>",
        ["paragraph « Nous le ferons. »", "caption La maire", "paragraph Le quai est à tous.", "caption Un pêcheur"],
    ),
    "markup inside words": (
        "<p><b>E</b>nvironnement, habitant<span>·e·s</span>, 1<sup>er</sup> quai, m<sup>2</sup>, CO<sub>2</sub>, "
        "l'<em>eau</em>, co<wbr>financer, éner\u00adgie</p>",
        ["paragraph Environnement, habitant·e·s, 1er quai, m2, CO2, l'eau, cofinancer, énergie"],
    ),
    "spaces that do not break": (
        "<p>12&nbsp;000&nbsp;€&nbsp;: «&#8239;tout&nbsp;» ou&thinsp;rien</p>",
        ["paragraph 12 000 € : « tout » ou rien"],
    ),
    "boxes side by side without a space": (
        "<p><span>Solidarités</span><strong>Semaine bleue</strong></p>",
        ["paragraph Solidarités Semaine bleue"],
    ),
    "caption and credit": (
        "<figure><img alt='Le phare'><figcaption>Le phare <small>© L. Amar</small></figcaption></figure>",
        ["caption Le phare © L. Amar"],
    ),
    "heading by its role": (
        "<div role='heading' aria-level='3'>Le port</div><p>Il est neuf.</p>",
        ["heading3 Le port", "paragraph Il est neuf."],
    ),
    "table with a heading row, spans and an empty cell": (
        "<table><tr><th colspan='2'>Ville</th><th>Aide</th></tr><tr><td>Fano</td><td>Italie</td><td></td></tr>"
        "<tr><td>Thiès</td><td>Sénégal</td><td>4 000 €</td></tr></table>",
        ["table_row Ville | Aide", "table_row Fano | Italie", "table_row Thiès | Sénégal | 4 000 €"],
    ),
    "table of two columns of long text": (
        "<table><tr><td><p>Nous rouvrirons la halle.</p><ul><li>le mardi</li></ul></td><td><p>Nous planterons des "
        "haies autour du bourg.</p></td></tr></table>",
        ["paragraph Nous rouvrirons la halle.", "list_item1 le mardi",
         "paragraph Nous planterons des haies autour du bourg."],
    ),
    "preformatted lines": (
        "<pre>Nous allons :\n- rouvrir la halle\n- planter des haies</pre>",
        ["paragraph Nous allons :", "list_item1 rouvrir la halle", "list_item1 planter des haies"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_structure(name: str) -> None:
    body, wanted = CASES[name]
    markup = f'<html lang="fr"><head><title>Essai</title></head><body><main>{body}<p>{LAST}</p></main></body></html>'
    assert [" ".join(pair) for pair in pairs(reading(markup, "text/html"))] == [*wanted, f"paragraph {LAST}"]


def test_a_comment_beside_a_key_figure_and_an_empty_first_cell() -> None:
    """Both were found by shuffling the tags of good pages."""
    page = (
        "<main><h1>Budget</h1><div><span>12</span><!-- chiffre --><span>écoles rénovées</span></div>"
        "<table><tr><th>Lieu</th><th>Année</th><th>Somme</th></tr>"
        "<tr><td></td><td>2005</td><td>84 000 €</td></tr></table>"
        "<p>La commune a refait ses écoles avec l'aide du département et de ses habitants.</p></main>"
    )
    texts = [block.text for block in reading(page.encode()).blocks]
    assert any("12" in text and "écoles rénovées" in text for text in texts)
    assert all(text == text.strip() for text in texts)
    assert any(text.endswith("2005 | 84 000 €") for text in texts)


@pytest.mark.parametrize(
    ("markup", "stays"),
    [
        pytest.param('<p><a href="/m">Consulter les menus</a></p>', False, id="a button"),
        pytest.param("<p>Consulter les habitants avant chaque chantier.</p>", True, id="no link"),
        pytest.param('<p>Consulter <a href="/h">les habitants</a> avant les travaux.</p>', True, id="a link in words"),
        pytest.param('<ul><li><a href="/s.pdf">Schéma directeur</a> (PDF - 2,1 Mo)</li></ul>', False, id="a file"),
        pytest.param("<p>La box livre 2 Mo par seconde, notice en PDF.</p>", True, id="no file"),
        pytest.param("<p>Affichages : 412</p>", False, id="how often it was read"),
        pytest.param("<p>Affichages : 412 panneaux posés</p>", True, id="what was posted"),
        pytest.param('<div id="SITE_FOOTER_WRAPPER"><p>Mairie, 1 rue du Four</p></div>', False, id="a foot"),
        pytest.param('<div class="has-footer"><p>La mairie soutient le port.</p></div>', True, id="what has a foot"),
        pytest.param(
            '<div><h4><a href="#x1">Logement</a></h4><p>La ville loge dix familles.</p></div>'
            '<div><h4><a href="#x2">Langue</a></h4><p>La ville paie des cours du soir.</p></div>',
            True,
            id="an accordion",
        ),
        pytest.param(
            '<div><h4><a href="/x1">Logement</a></h4><p>La ville loge dix familles.</p></div>'
            '<div><h4><a href="/x2">Langue</a></h4><p>La ville paie des cours du soir.</p></div>',
            False,
            id="teasers",
        ),
    ],
)
def test_what_leads_elsewhere_and_what_looks_like_it(markup: str, stays: bool) -> None:
    text = "<p>La commune soutient les associations du port et rénove ses écoles avec le département.</p>" * 3
    page = f"<html lang='fr'><body><h1>Le port</h1>{text}<div>{markup}</div>{text}</body></html>"
    found = [block.text for block in reading(page, "text/html").blocks]
    assert (len(found) > 7) == stays, found
