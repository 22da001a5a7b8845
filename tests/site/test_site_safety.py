"""Hostile words stay words, nothing comes from another host, and the headers say so."""

from __future__ import annotations

import re

import httpx
import pytest
from markupsafe import Markup
from published_site.full_text import fts_query
from published_site.highlight import Mark, highlight
from published_site.links import safe_href
from site_contents import PAGES

LOADED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio|embed|object)\b[^>]*?(?:src|href|data)=[\"']([^\"']+)",
    re.IGNORECASE,
)
HTML_PAGES = [path for path in PAGES if not path.endswith(".xml")]
HOSTILE = [
    "/",
    "/engagement/c-action",
    "/document/d1",
    "/partenaire/ponts",
    "/collectivite/clairval",
    "/-/search?q=accueillons",
    "/engagements/commitments",
    "/engagements/documents",
    "/engagements/partners",
    "/engagements/passages",
    "/engagements/echecs-du-dernier-passage",
    "/engagements/qui-travaille-avec",
    "/engagements/carte-des-partenaires",
    "/nouveautes.xml",
    "/comparer?c=clairval",
]


@pytest.mark.parametrize("path", HOSTILE)
def test_words_of_documents_are_escaped(get, path):
    page = get(path).text
    assert "<script>alert" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("path", HTML_PAGES)
def test_no_dangerous_link(get, path):
    assert not re.search(r"href=[\"']\s*(?:javascript|data|vbscript):", get(path).text, re.IGNORECASE)
    assert 'href="//' not in get(path).text


@pytest.mark.parametrize(
    "path",
    [
        "/-/search?q=%22%3E%3Cscript%3Ealert(1)",
        "/engagements?sql=select+'<script>alert(1)'",
        "/engagements/commitments?_search=%3Cscript%3Ealert(1)",
        "/comparer?c=%22%3E%3Cb%3E",
        "/%3Cscript%3Ealert(1)",
        "/-/search?q=%22",
        "/engagements/commitments?_objectif=x",
    ],
)
def test_addresses_are_escaped(get, path):
    answer = get(path)
    assert answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("path", HTML_PAGES)
def test_nothing_is_loaded_from_elsewhere(get, path):
    loaded = LOADED.findall(get(path).text)
    assert loaded
    assert not [address for address in loaded if re.match(r"(?:https?:)?//", address) and "://localhost" not in address]


@pytest.mark.parametrize("path", HTML_PAGES)
def test_no_inline_script_or_style(get, path):
    page = get(path).text
    inline = [tag for tag in re.findall(r"<script\b[^>]*>", page) if "src=" not in tag and "nonce=" not in tag]
    assert not inline
    assert not re.search(r"<style\b|\sstyle=|\son(?:click|load|error)=", page)


def test_what_pages_load_exists(get):
    addresses = {address for path in HTML_PAGES for address in LOADED.findall(get(path).text)}
    own = {re.sub(r"^https?://localhost", "", Markup(address).unescape()) for address in addresses}
    assert len(own) > 10
    assert not [address for address in sorted(own) if get(address).status_code != 200]


@pytest.mark.parametrize("path", HTML_PAGES)
def test_headers(get, path):
    headers = get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "http" not in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_nonce_changes(get):
    first, second = (get("/engagements/carte-des-partenaires").headers["content-security-policy"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://exemple.fr/a b", "https://exemple.fr/a%20b"),
        ("http://exemple.fr/#:~:text=x", "http://exemple.fr/#:~:text=x"),
        ("/document/d1#passage-2", "/document/d1#passage-2"),
        ("javascript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//hote.exemple/x", None),
        ("/\\hote.exemple", None),
        ("https:", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_safe_href(address, expected):
    assert safe_href(address) == expected


def test_original_of_a_hostile_source_is_no_link(get):
    assert "Ouvrir le document original" not in get("/engagement/c-pledge").text


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("abcdef", [(1, 3, "x")], "a[x bc]def"),
        ("abcdef", [(0, 6, "x"), (2, 4, "y")], "[x ab[y cd]ef]"),
        ("abcdef", [(0, 4, "x"), (2, 6, "y")], "[x ab[y cd]][y ef]"),
        ("abcdef", [(2, 2, "x"), (5, 9, "y"), (-3, 1, "z")], "[z a]bcde[y f]"),
        ("a<b>🎈", [(1, 4, "x"), (4, 5, "y")], "a[x &lt;b&gt;][y 🎈]"),
        ("abc", [(0, 3, "x"), (0, 3, "y")], "[x [y abc]]"),
    ],
    ids=["one", "nested", "crossing", "clipped", "escaped", "twice the same"],
)
def test_highlight(text, marks, expected):
    html = highlight(text, [Mark(start, end, css, "") for start, end, css in marks])
    drawn = re.sub(r'<mark class="(\w)" title="">', r"[\1 ", html).replace("</mark>", "]")
    assert drawn == expected


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("eau potable", '"eau" "potable"'),
        ('"eau potable" *', '"eau potable"'),
        ("climat*", '"climat"*'),
        ("Saint-Malo l’eau", '"Saint-Malo" "l’eau"'),
        ('un "trou', '"un" "trou"'),
        ('" -- OR ^', '"OR"'),
        ("", '""'),
        (None, '""'),
    ],
)
def test_full_text_query(typed, query):
    assert fts_query(typed) == query


@pytest.mark.parametrize("typed", ['"', "***", "NEAR(", "a:b", "(", "climat*", "'; drop table x --"])
def test_no_search_fails(get, typed):
    assert get(f"/-/search?{httpx.QueryParams({'q': typed})}").status_code == 200
    answer = get(f"/engagements/chercher-des-mots?{httpx.QueryParams({'mots': typed})}")
    assert "La requête n’a pas abouti" not in answer.text


def test_marks_stand_on_the_exact_words(get):
    page = get("/engagement/c-action").text
    partner = re.search(r'<mark class="mark mark-partner"[^>]*>(.*?)</mark>', page)
    period = re.search(r'<mark class="mark mark-period"[^>]*>(.*?)</mark>', page)
    assert partner is not None
    assert period is not None
    assert (partner[1], period[1]) == ("l&#39;Atelier 🎈 des Ponts", "depuis 2019")
