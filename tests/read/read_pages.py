# ruff: noqa: E501
"""Web pages laid out as French public sites lay theirs out; every sentence is ours.

``LAYOUTS`` maps a name to the markup of a page. Words of the main content are ordinary; words of the
furniture all carry the mark ``FURNITURE`` so that a test can count what came back of each.
"""

from __future__ import annotations

import re

FURNITURE = "zz"
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL)

_PROSE = """
<p>La commune a rejoint en 2019 le syndicat des rivières du plateau. Elle y siège avec onze autres communes.</p>
<p>Le conseil a voté un budget de 84 000 € pour replanter les haies, <a href="/haies">détruites pendant le
remembrement</a>, et pour former les agents.</p>
"""
_LIST = """
<ul><li>rouvrir deux sentiers le long du canal ;</li><li>équiper la gare d'un abri pour cent vélos
<ul><li>dont dix places pour les vélos cargos</li></ul></li><li>abaisser les trottoirs du centre.</li></ul>
"""
_TABLE = """
<table><caption>Écoles rénovées</caption><thead><tr><th>École</th><th>Année</th></tr></thead>
<tbody><tr><td>Jules-Verne</td><td>2021</td></tr><tr><td>Louise-Michel</td><td>2023</td></tr></tbody></table>
"""
_FIGURES = """
<div class="chiffre"><span class="nb">1 240</span><p>arbres plantés depuis 2020</p><p>Source : service des parcs</p></div>
"""


def _nav(*labels: str) -> str:
    return "<ul>" + "".join(f'<li><a href="#">{label}{FURNITURE}</a></li>' for label in labels) + "</ul>"


_MENU = _nav("Démarches", "Agenda", "Elus", "Quartiers", "Contact")

LAYOUTS: dict[str, str] = {
    "drupal": f"""<!DOCTYPE html><html lang="fr"><head><title>Le plan nature | Ville de Montbrun</title>
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00"></head><body>
<a class="visually-hidden skip-link" href="#main">Allerzz</a>
<div class="dialog-off-canvas-main-canvas"><header role="banner"><nav>{_MENU}</nav></header>
<div class="region region-breadcrumb"><nav class="breadcrumb">{_nav("Accueil", "Cadre")}</nav></div>
<main role="main"><div class="layout-content"><article class="node node--type-page">
<h1><span class="field field--name-title">Le plan nature</span></h1>
<div class="field field--name-body">{_PROSE}<h2>Ce qui change</h2>{_LIST}{_TABLE}</div>
<div class="addtoany">{_nav("Facebook", "Linkedin")}</div></article></div></main>
<aside class="layout-sidebar">{_nav("Voisin", "Proche")}</aside>
<footer>Mentionszz légaleszz © Montbrunzz</footer></div>
<div id="tarteaucitronRoot"><p>Cookieszz nécessaireszz</p><button>Accepterzz</button></div></body></html>""",
    "typo3": f"""<!DOCTYPE html><html lang="fr-FR"><head><title>Nos engagements</title></head><body>
<div id="page"><div class="navbar" role="navigation">{_MENU}</div>
<div id="content"><!--TYPO3SEARCH_begin--><div class="csc-header"><h1>Nos engagements</h1></div>
<div class="csc-textpic-text">{_PROSE}</div><div class="frame frame-type-textmedia">{_LIST}</div>
<figure><img src="a.jpg" alt=""><figcaption>Le lavoir restauré © Ville de Montbrun</figcaption></figure>
{_FIGURES}<!--TYPO3SEARCH_end--></div>
<div id="footer"><p>Hôtelzz communalzz</p></div></div></body></html>""",
    "wordpress": f"""<!DOCTYPE html><html lang="fr-FR"><head><title>Mobilités – Montbrun</title>
<script type="application/ld+json">{{"datePublished": "2023-11-20T10:00:00+00:00"}}</script></head>
<body class="page-template has-sidebar"><div id="masthead" class="site-header">{_MENU}</div>
<div id="primary"><article class="post"><header class="entry-header"><h1 class="entry-title">Mobilités</h1></header>
<div class="entry-content">{_PROSE}<details><summary>Pourquoi un abri ?</summary><p>Parce que les vélos
rouillent sous la pluie.</p></details>{_LIST}<p><strong>Ce que nous ferons ensuite</strong></p>
<p>Nous ouvrirons une maison du vélo.</p></div>
<div class="sharedaddy">{_nav("Partager")}</div></article>
<div class="related-posts"><h3>Articles similaires</h3>{_nav("Autre", "Encore")}</div></div>
<div id="secondary" class="widget-area">{_nav("Archives")}</div><footer>Propulsézz</footer></body></html>""",
    "liferay": f"""<!DOCTYPE html><html lang="fr"><head><title>Jumelages - Agglo</title></head><body>
<div id="wrapper"><div id="banner">{_MENU}</div><section id="content">
<div class="portlet-boundary"><div class="journal-content-article"><h1>Jumelages</h1>
<div class="accordion"><div class="panel"><h2><button aria-expanded="false">Un port ami</button></h2>
<div class="collapse" hidden>{_PROSE}</div></div><div class="panel"><h2><button>Deux écoles</button></h2>
<div class="collapse">{_LIST}{_FIGURES}</div></div></div></div></div></section>
<div class="cookie-consent"><p>Notrezz sitezz utilisezz</p></div><footer>Planzz sitezz</footer></div></body></html>""",
    "spip": f"""<!DOCTYPE html><html lang="fr"><head><title>La maison des langues</title></head><body>
<div id="conteneur"><div id="entete">{_MENU}</div><div id="hierarchie" class="ariane">{_nav("Accueil", "Culture")}</div>
<div id="contenu"><div class="cartouche"><h1 class="crayon">La maison des langues</h1>
<p class="info-publi">Publié le 12 juin 2022</p></div><div class="chapo"><p>Un lieu, douze langues.</p></div>
<div class="texte">{_PROSE}<p>Au programme :<br>- un café polyglotte<br>- des cours du soir<br>- une fête en juin</p></div>
</div><div id="navigation">{_nav("Rubrique", "Agenda")}</div><div id="pied">SPIPzz</div></div></body></html>""",
    "table-2005": f"""<html><head><title>Mairie de Montbrun</title></head><body bgcolor="white">
<table width="760"><tr><td colspan="2"><a href="a.htm">Accueilzz</a> <a href="b.htm">Mairiezz</a>
<a href="c.htm">Ecoleszz</a></td></tr><tr><td width="150">
<a href="1.htm">Budgetzz</a><br><a href="2.htm">Travauxzz</a><br><a href="3.htm">Cantinezz</a><br><a href="4.htm">Sportzz</a></td>
<td><font size="5"><b>Le mot du maire</b></font><br><br>{_PROSE}
<b>Les travaux de l'année</b><br>- la toiture de l'église<br>- le pont de bois<br><br>
{_TABLE}</td></tr></table></body></html>""",
    "dsfr": f"""<!DOCTYPE html><html lang="fr"><head><title>Feuille de route</title></head><body>
<div class="fr-skiplinks"><nav>{_nav("Contenu")}</nav></div><header role="banner" class="fr-header">{_MENU}</header>
<main id="content"><nav class="fr-breadcrumb">{_nav("Accueil")}</nav><h1>Feuille de route</h1>{_PROSE}
<section class="fr-accordion"><h3 class="fr-accordion__title"><button class="fr-accordion__btn">Les délais</button></h3>
<div class="fr-collapse">{_LIST}</div></section>
<dl><dt>Pilote</dt><dd>la direction des parcs</dd><dt>Échéance</dt><dd>fin 2027</dd></dl>
<div class="fr-share"><p>Partagerzz pagezz</p></div></main><footer class="fr-footer">Gouvernementzz</footer></body></html>""",
    "joomla": f"""<!DOCTYPE html><html xml:lang="fr-fr" lang="fr-fr"><head><title>Santé</title></head><body>
<div class="topbar">{_nav("Flux")}</div><div class="container"><div class="nav-collapse"><ul class="nav menu">
<li><a>Vivrezz</a></li><li><a>Sortirzz</a></li></ul></div><div class="item-page"><div class="page-header"><h1>Santé</h1></div>
<div class="icons"><a class="print">Imprimerzz</a></div>{_PROSE}{_LIST}{_FIGURES}
<ul class="pager pagenav"><li><a>Précédentzz</a></li></ul></div></div><div class="footer">Joomlazz</div></body></html>""",
    "ezpublish": f"""<!DOCTYPE html><html lang="fr"><head><title>Europe</title></head><body><div id="header">{_MENU}</div>
<div id="maincontent"><div class="content-view-full"><div class="attribute-header"><h1>Europe</h1></div>
<div class="attribute-short"><p>Une région dans l'Union.</p></div><div class="attribute-long">{_PROSE}<h2>Nos fonds</h2>
{_TABLE}<ol><li>déposer un dossier</li><li>signer la convention</li></ol></div></div></div>
<div id="sidemenu">{_nav("Fonds", "Contacts")}</div><div id="footer">Régionzz</div></body></html>""",
    "tabs": f"""<!DOCTYPE html><html lang="fr"><head><title>Climat</title></head><body><nav>{_MENU}</nav><main>
<h1>Climat</h1><ul class="nav nav-tabs" role="tablist"><li><a id="t1">Ongletzz</a></li></ul>
<div class="tab-content"><div role="tabpanel">{_PROSE}</div><div role="tabpanel" style="display:none">{_LIST}</div></div>
<h2>À lire aussi</h2>{_nav("Eau", "Air")}</main><footer>Basdepagezz</footer></body></html>""",
}
"""Ten layouts; the headings of furniture ("Articles similaires", "À lire aussi") are furniture, too."""

FURNITURE_WORDS = frozenset("articles similaires à lire aussi".split())


def words(markup: str) -> list[str]:
    """All words of the body, in order."""
    body = markup[markup.index("<body") :]
    return re.findall(r"\w+", _TAGS.sub(" ", body).lower())


def content_words(markup: str) -> list[str]:
    found = [word for word in words(markup) if not word.endswith(FURNITURE)]
    return [word for word in found if word not in FURNITURE_WORDS]
