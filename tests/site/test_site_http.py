"""Robots, the map of the site, caching, and errors that are answered at once."""

from __future__ import annotations

import asyncio
import json
import shutil
from xml.etree import ElementTree

import pytest
from datasette.app import Datasette
from httpx import QueryParams
from protego import Protego
from sqlite_utils import Database

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(answer) -> list[str]:
    found = ElementTree.fromstring(answer.content).iter(f"{MAP}loc")
    return [place.text.removeprefix("http://localhost") for place in found]


ALL = "/engagements/commitments?withdrawn_on__isnull=1"
ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"
PAGES = {"/", "/engagement/c-pledge", "/engagement/c-old", "/document/d1", "/partenaire/azur", "/collectivite/clairval"}


def test_robots_are_told_where_everything_is(get):
    said = get("/robots.txt")
    assert said.headers["content-type"].startswith("text/plain")
    assert "Sitemap: http://localhost/sitemap.xml" in said.text
    assert "Disallow: /-/" in said.text
    rules = Protego.parse(said.text)
    mapped = [path for part in locations(get("/sitemap.xml")) for path in locations(get(part))]
    assert mapped and not [path for path in mapped if not rules.can_fetch(path, "*")]
    assert not any(rules.can_fetch(path, "*") for path in ("/-/search?q=eau", "/comparer?c=clairval"))


def test_the_map_names_every_page_of_ours(get):
    parts = locations(get("/sitemap.xml"))
    found = [path for part in parts for path in locations(get(part))]
    assert PAGES | {"/objectif/17"} <= set(found)
    assert all(get(path).status_code == 200 for path in found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("part", ["engagement-2", "rien-1", "engagement-0", "passage-1"])
def test_there_is_no_part_beyond_the_last(get, part):
    assert get(f"/sitemap/{part}.xml").status_code == 404


def test_a_page_is_sent_again_only_when_the_database_changed(tmp_path, database_file, serve):
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    site = serve(copy)

    async def ask(tag=None):
        return await site.client.get("/", headers={"if-none-match": tag} if tag else {})

    async def before_and_after():
        first = await ask()
        tag = first.headers["etag"]
        again = await ask(f'"x", {tag}')
        Database(copy)["collectivities"].update("clairval", {"name": "Clairval-les-Bains"})
        return first, again, await ask(tag)

    first, again, later = asyncio.run(before_and_after())
    assert (first.status_code, again.status_code, later.status_code) == (200, 304, 200)
    assert first.headers["cache-control"] == "public, no-cache"
    assert again.content == b"" and "Clairval-les-Bains" in later.text


def test_other_addresses_have_other_tags(get):
    tags = {get(path).headers["etag"] for path in ("/", "/comparer", "/comparer?c=clairval", "/objectif/1")}
    assert len(tags) == 4


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/static/base.css", "public, max-age=3600"),
        ("/-/tiles/basemap/0/0/0.png", "public, max-age=86400"),
        ("/engagement/rien", "public, no-cache"),
        ("/-/search?q=eau", "public, no-cache"),
        ("/engagements", "public, no-cache"),
        ("/engagements/amounts.csv", "public, no-cache"),
        ("/engagements/amounts", "max-age=5"),
    ],
)
def test_files_are_kept_a_while(get, path, rule):
    assert get(path).headers.get_list("cache-control") == [rule]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/rien", 404, "Cette page n’existe pas"),
        ("/engagements/rien", 404, "Cette page n’existe pas"),
        ("/engagements?sql=drop+table+commitments", 400, "Cette demande n’a pas été comprise"),
        ("/engagements?sql=select+*+from+rien", 400, "La requête n’a pas abouti"),
        (f"/engagements?{QueryParams({'sql': ENDLESS})}", 400, "trop de temps"),
    ],
    ids=["page", "table", "write", "no table", "endless"],
)  # fmt: skip
def test_errors_are_pages_of_ours_without_a_traceback(get, path, status, said, capsys):
    answer = get(path)
    assert (answer.status_code, said in answer.text) == (status, True), answer.text[-600:]
    assert "Traceback" not in "".join(capsys.readouterr())


def test_errors_in_json(get):
    answer = get("/engagements.json?sql=update+x")
    assert (answer.status_code, json.loads(answer.text)["ok"]) == (400, False)


def test_a_failure_of_ours_is_logged_and_said(site, get, monkeypatch, caplog):
    async def broken(*_):
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr("published_site.pages.partner", broken)
    answer = get("/partenaire/azur?encore")
    assert answer.status_code == 500
    assert "Le site a rencontré une erreur" in answer.text and "disk" not in answer.text
    assert "the disk is gone" in caplog.text


@pytest.mark.parametrize(
    "path",
    ["/", "/objectif/15", "/collectivite/clairval", "/comparer?c=clairval", "/engagements/commitments?_objectif=15"],
)
def test_a_database_older_than_the_counts_is_served_too(tmp_path, database_file, serve, path):
    copy = tmp_path / "engagements.db"
    shutil.copy(database_file, copy)
    db = Database(copy)
    for (trigger,) in db.execute(
        "select name from sqlite_master where type = 'trigger' and name like 'kept_%'"
    ).fetchall():
        db.execute(f"drop trigger {trigger}")
    for table in ("kept_counts", "kept_relations", "kept_partners"):
        db[table].drop()
    answer = asyncio.run(serve(copy).client.get(path))
    assert answer.status_code == 200


def test_the_plugin_starts_without_our_templates(database_file):
    """A Datasette that loads the plugin and nothing else, as one in the same process as the site does."""
    site = Datasette([str(database_file)])
    assert site.template_dir is None
    asyncio.run(site.invoke_startup())
    assert "engagements" in site.databases
