"""Index pages: which of their links become sources, and for how long."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asking import TOWN
from websites import Website

from pipeline.follow import child_of, links
from pipeline.manifest_entries import MAX_SLUG, check_slug
from pipeline.process import Options
from pipeline.refresh import refresh
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

SETTINGS = replace(Settings(), fetch_attempts=1, fetch_pause_seconds=0, allow_private_addresses=True)
ADDRESS = "https://www.clairval.example/conseil/"
PAGE = """
<nav><a href="/">Accueil</a></nav>
<main>
  <ul class="documents">
    <li><a href="budget 2025.pdf#page=2">Budget</a></li>
    <li><a href="/media/plan-climat.pdf">Plan climat</a> <a href="/media/plan-climat.pdf">(bis)</a></li>
    <li><a href="https://clairval.example/eau?version=2">Eau</a></li>
    <li><a href="https://ailleurs.example/media/x.pdf">Ailleurs</a></li>
    <li><a href="mailto:mairie@clairval.example">Écrire</a> <a href="javascript:void(0)">Rien</a></li>
    <li><a href="http://[::1">Cassé</a> <a name="ancre">Sans adresse</a></li>
  </ul>
  <a class="delib" href="délibérations/12">Délibération 12</a>
</main>"""


def answer(html: str = PAGE, url: str = ADDRESS) -> Snapshot:
    return Snapshot("index", url, html.encode(), "text/html", "0" * 64, datetime.now(UTC), "utf-8")


@pytest.mark.parametrize(
    ("follow", "expected"),
    [
        pytest.param("a.delib", [f"{ADDRESS}d%C3%A9lib%C3%A9rations/12"], id="a class of links"),
        pytest.param(
            ".documents",
            [
                f"{ADDRESS}budget%202025.pdf",
                "https://www.clairval.example/media/plan-climat.pdf",
                "https://clairval.example/eau?version=2",
            ],
            id="all links in a list, of the same site",
        ),
        pytest.param(
            "nav a, a.delib", ["https://www.clairval.example/", f"{ADDRESS}d%C3%A9lib%C3%A9rations/12"], id="two"
        ),
        pytest.param("/media/*.pdf", ["https://www.clairval.example/media/plan-climat.pdf"], id="a folder's PDFs"),
        pytest.param(
            "*.pdf",
            [f"{ADDRESS}budget%202025.pdf", "https://www.clairval.example/media/plan-climat.pdf"],
            id="all PDFs",
        ),
        pytest.param("*version=?", ["https://clairval.example/eau?version=2"], id="a pattern sees the query"),
        pytest.param("https://clairval.example/*", ["https://clairval.example/eau?version=2"], id="whole addresses"),
        pytest.param(".absent", [], id="nothing of the kind"),
    ],
)
def test_links(follow, expected):
    assert list(dict.fromkeys(links(answer(), follow))) == expected


@pytest.mark.parametrize("html", ["", "   ", "\x00", "<a href='/x'", "%PDF-1.7"], ids=repr)
def test_a_page_of_nothing_links_to_nothing(html):
    assert list(links(answer(html), "*")) == []


def test_a_base_address_counts():
    assert list(links(answer('<base href="/autre/"><a href="x">x</a>'), "/autre/*")) == [
        "https://www.clairval.example/autre/x"
    ]


def test_the_id_of_a_link_depends_on_its_address_alone():
    index = Source("i" * MAX_SLUG, TOWN, ADDRESS, "minutes", follow="a", title="Index")
    one = child_of(index, f"{ADDRESS}d%C3%A9lib/2024 é.pdf")
    assert (one.kind, one.title, one.follow) == ("minutes", None, None)
    assert one == child_of(replace(index, title="Autre", depth=3), one.url)
    assert check_slug(one.id) == one.id
    others = [child_of(index, f"{ADDRESS}{name}") for name in ("", "?a=1", "/", "délib/2024.pdf", "a" * 300)]
    assert len({check_slug(o.id) for o in others}) == len(others)


# Through a refresh


def corpus_in(folder: Path, site: Website, follow: str, depth: int = 1) -> Path:
    folder.mkdir()
    (folder / "sources.toml").write_text(
        f"""
[[collectivities]]
id = "clairval"
name = "Ville de Clairval"
level = "commune"
[[sources]]
id = "index"
collectivity = "clairval"
url = "{site.address}/index"
kind = "minutes"
follow = "{follow}"
depth = {depth}
""",
        encoding="utf-8",
    )
    return folder


def linking(*paths: str) -> str:
    return "<p>Nous publions.</p>\n" + "".join(f'<a href="{p}">{p}</a>' for p in paths)


def run(corpus: Path, **options):
    return refresh(Options(corpus, corpus / "a.db", **options), SETTINGS)


def states(report) -> dict[str, str]:
    """By the name of the page within the id."""
    return {o.source_id.removeprefix("index-").rpartition("-")[0] or "index": o.state for o in report.outcomes}


def test_links_become_sources_until_they_are_gone(site, no_model, tmp_path):
    corpus = corpus_in(tmp_path / "corpus", site, "/d/*")
    site.says("/index", linking("/d/un", "/d/deux", "/autre"))
    for name in ("un", "deux", "trois"):
        site.says(f"/d/{name}", f"Nous ferons {name}.")
    assert states(run(corpus)) == {"index": "stored", "un": "stored", "deux": "stored"}
    assert site.statuses("/index") == [200], "the index is asked for once a run"
    assert site.asked_for("/autre") == []

    site.says("/index", linking("/d/trois", "/d/un"))
    assert states(run(corpus)) == {"index": "stored", "trois": "stored", "un": "unchanged", "deux": "unchanged"}

    site.removes("/d/deux")
    report = run(corpus)
    assert states(report)["deux"] == "failed"
    assert [o.changes for o in report.failed] == [{"source_gone": 1}]
    assert "deux" not in states(run(corpus)), "gone and no longer linked: let go"

    site.answers("/index", 503)
    assert states(run(corpus)) == {"index": "failed", "trois": "unchanged", "un": "unchanged"}

    asked = len(site.asked)
    report = refresh(Options(corpus, tmp_path / "again.db", offline=True), SETTINGS)
    assert set(states(report).values()) == {"stored"}
    assert len(site.asked) == asked
    kinds = sqlite3.connect(corpus / "a.db").execute("SELECT DISTINCT kind FROM sources").fetchall()
    assert kinds == [("minutes",)]


@pytest.mark.parametrize(("depth", "found"), [(1, {"index", "an"}), (2, {"index", "an", "mois"})])
def test_depth(site, no_model, tmp_path, depth, found):
    corpus = corpus_in(tmp_path / "corpus", site, "/d/*", depth)
    site.says("/index", linking("/d/an", "/index"))
    site.says("/d/an", linking("/d/mois", "/index", "/d/an"))
    site.says("/d/mois", linking("/d/jour"))
    report = run(corpus)
    assert set(states(report)) == found
    assert max(len(site.asked_for(a.path)) for a in site.asked) == 1


def test_too_many_links_are_left_out_and_told_of(site, no_model, tmp_path):
    corpus = corpus_in(tmp_path / "corpus", site, "/d/*")
    names = [f"/d/{n}" for n in range(5)]
    site.says("/index", linking(*names))
    for name in names:
        site.says(name, "Nous.")
    report = refresh(Options(corpus, corpus / "a.db"), replace(SETTINGS, max_followed=3))
    assert len(report.outcomes) == 4
    told = sqlite3.connect(corpus / "a.db").execute("SELECT source_id, stage, cause FROM failures").fetchall()
    assert told == [("index", "follow", "2 of its links left out; raise ENGAGEMENTS_MAX_FOLLOWED")]


def test_what_the_manifest_names_itself_is_not_taken_twice(site, no_model, tmp_path):
    corpus = corpus_in(tmp_path / "corpus", site, "/d/*")
    manifest = corpus / "sources.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8")
        + f'[[sources]]\nid = "un"\ncollectivity = "clairval"\nurl = "{site.address}/d/un"\nkind = "report"\n'
    )
    site.says("/index", linking("/d/un"))
    site.says("/d/un", "Nous.")
    assert [o.source_id for o in run(corpus).outcomes] == ["index", "un"]
