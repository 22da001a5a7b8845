"""A picture of every kind of page at two widths, to be looked at: ``python -m benchmarks.screenshots DATABASE FOLDER``.

``--only NAME`` takes one kind. What a page says against its own policy, or a script throws, is printed.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.serve import make_site
from pipeline.settings import ROOT

WIDTHS = (1280, 360)
TALLEST = 7_000
"""Pixels: what lies below is more of the same."""
RICHEST = {
    "commitment": "select c.id from commitments as c where withdrawn_on is null and page is not null order by "
    "(select count(*) from partner_mentions where commitment_id = c.id) + 2 * exists (select 1 from amounts where "
    "commitment_id = c.id) + 2 * exists (select 1 from periods where commitment_id = c.id) desc",
    "commitment-of-a-page": "select id from commitments where page is null and withdrawn_on is null "
    "order by length(text) desc",
    "partner": "select partner_id from partner_mentions group by 1 order by count(*) desc",
    "document": "select id from documents order by characters desc",
    "collectivity": "select collectivity_id from commitments group by 1 order by count(*) desc",
    "goal": "select sdg_id from commitment_sdgs group by 1 order by count(*) desc",
}
"""Kind of page → the ids of what fills it most."""
ADDRESS = {
    "commitment": "/engagement/{}",
    "commitment-of-a-page": "/engagement/{}",
    "partner": "/partenaire/{}",
    "document": "/document/{}",
    "collectivity": "/collectivite/{}",
    "goal": "/objectif/{}",
}
FIXED = {
    "home": "/",
    "search": "/-/search?q=coop%C3%A9ration",
    "search-empty": "/-/search",
    "search-nothing": "/-/search?q=zzz",
    "compare-empty": "/comparer",
    "questions": "/engagements",
    "sql": "/engagements?sql=select+name,+level+from+collectivities",
    "list": "/engagements/commitments?withdrawn_on__isnull=1",
    "list-of-a-goal": "/engagements/commitments?withdrawn_on__isnull=1&_objectif=17&status=pledge",
    "downloads": "/telecharger",
    "map": "/engagements/carte-des-partenaires",
    "dashboards": "/-/dashboards",
    "charts": "/-/dashboards/tableau-de-bord",
    "chart-network": "/-/dashboards/tableau-de-bord/reseau",
    "quality": "/-/dashboards/qualite",
    "not-found": "/engagement/rien",
    "bad-sql": "/engagements?sql=select+rien",
}


def addresses(database: Path) -> dict[str, str]:
    """Name of a kind of page → an address of it in this database, every table and every question included."""
    found = dict(FIXED)
    with closing(sqlite3.connect(database)) as connection:
        for kind, sql in RICHEST.items():
            row = connection.execute(sql).fetchone()
            if row is not None:
                found[kind] = ADDRESS[kind].format(row[0])
        two = [key for (key,) in connection.execute(RICHEST["collectivity"] + " limit 2")]
    found["compare"] = "/comparer?" + "&".join(f"c={key}" for key in two)
    found["compare-on-a-goal"] = found["compare"] + "&objectif=17"
    return found | _of_metadata()


def _of_metadata() -> dict[str, str]:
    import yaml

    known = yaml.safe_load((ROOT / "datasette/metadata.yaml").read_text(encoding="utf-8"))["databases"]["engagements"]
    tables = {f"table-{name}": f"/engagements/{name}" for name in known["tables"] if name != "commitments"}
    return tables | {f"question-{name}": f"/engagements/{name}" for name in known["queries"]}


@contextmanager
def served(database: Path, corpus: Path) -> Iterator[str]:
    import uvicorn

    site = make_site(database, ROOT / "datasette", corpus)
    server = uvicorn.Server(uvicorn.Config(site.app(), port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def take(site: str, pages: dict[str, str], folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play, closing(play.chromium.launch(executable_path=shutil.which("chromium"))) as browser:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 800})
            page.on("console", lambda said: print("said:", said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: print("threw:", error))
            for name, address in pages.items():
                page.goto(site + address, wait_until="networkidle")
                wide, tall = page.evaluate(
                    "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
                )
                print(f"{name} {width}: {wide} x {tall}", "TOO WIDE" if wide > width else "", flush=True)
                clip = {"x": 0, "y": 0, "width": width, "height": min(tall, TALLEST)}
                page.screenshot(path=folder / f"{name}-{width}.png", full_page=True, clip=clip)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus/demo")
    parser.add_argument("--only", action="append", default=[], help="one kind of page; may be given again")
    given = parser.parse_args()
    pages = {n: at for n, at in addresses(given.database).items() if not given.only or n in given.only}
    with served(given.database, given.corpus) as site:
        take(site, pages, given.folder)


if __name__ == "__main__":
    main()
