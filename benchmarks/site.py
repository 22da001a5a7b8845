"""How long the site's pages take on a hundred thousand commitments, beside ``select 1`` in the same run.

``python -m benchmarks.site [--commitments N] [--database FILE] [--times N]``. Every address is asked once or a few
times and none twice in a row: what is kept until the next refresh is kept, as for readers.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.many_commitments import COLLECTIVITIES, PARTNERS, PER_DOCUMENT, make
from pipeline.serve import make_site
from pipeline.settings import ROOT

MEDIAN, P95 = 50.0, 200.0
"""Milliseconds a page may take."""
BASE = "select 1"


def pages(commitments: int, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Name of a kind of page → an address of that kind."""
    documents = -(-commitments // PER_DOCUMENT)

    def town() -> str:
        return f"ville-{chance.randrange(COLLECTIVITIES)}"

    def word() -> str:
        return chance.choice(("bade", "mola", "tiva", "rebo", "cheva*", "pour", "sola nemi", "seront"))

    listed = "/engagements/commitments?withdrawn_on__isnull=1"
    return {
        BASE: lambda: "/engagements.json?sql=select+1&_shape=array",
        "home": lambda: "/",
        "commitment": lambda: f"/engagement/c{chance.randrange(commitments)}",
        "document": lambda: f"/document/d{chance.randrange(documents)}",
        "partner": lambda: f"/partenaire/p{chance.randrange(PARTNERS)}",
        "collectivity": lambda: f"/collectivite/{town()}",
        "goal": lambda: f"/objectif/{chance.randint(1, 17)}",
        "compare two": lambda: f"/comparer?c={town()}&c={town()}",
        "compare on a goal and a country": lambda: (
            f"/comparer?c={town()}&c={town()}&objectif={chance.randint(1, 17)}&pays=SN"
        ),
        "search": lambda: f"/-/search?q={word()}",
        "list with facets": lambda: f"{listed}&_offset={chance.randrange(9)}",
        "list of a place with facets": lambda: f"{listed}&collectivity_id={town()}",
        "list of a goal with facets": lambda: f"{listed}&_objectif={chance.randint(1, 17)}",
        "list by words with facets": lambda: f"{listed}&_mots={word()}",
        "questions and tables": lambda: "/engagements",
        "downloads": lambda: "/telecharger",
        "feed": lambda: "/nouveautes.xml",
        "feed of a place": lambda: f"/collectivite/{town()}/nouveautes.xml",
        "charts": lambda: "/-/dashboards/tableau-de-bord",
        "sitemap": lambda: "/sitemap.xml",
        "no such page": lambda: f"/engagement/rien-{chance.randrange(10**6)}",
    }


async def measure(database: Path, commitments: int, times: int) -> dict[str, tuple[float, list[float]]]:
    """For each kind: milliseconds of the very first answer, and of the others."""
    site = make_site(database, ROOT / "datasette", ROOT / "corpus")
    kinds = pages(commitments, random.Random(1))
    await site.invoke_startup()
    await site.client.get(kinds[BASE]())  # opens the connections
    first = {kind: await _timed(site, address()) for kind, address in kinds.items()}
    rounds: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(times):
        for kind, address in kinds.items():
            rounds[kind].append(await _timed(site, address()))
    return {kind: (first[kind], rounds[kind]) for kind in kinds}


async def _timed(site, address: str) -> float:
    start = time.perf_counter()
    answer = await site.client.get(address)
    took = 1000 * (time.perf_counter() - start)
    if answer.status_code not in (200, 404):
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


def report(found: dict[str, tuple[float, list[float]]]) -> None:
    base = statistics.median(found[BASE][1])
    print(f"{'page':34} {'first':>8} {'median':>8} {'p95':>8} {'x select 1':>11}")
    for kind, (first, rest) in found.items():
        median, p95 = statistics.median(rest), sorted(rest)[int(0.95 * (len(rest) - 1))]
        slow = "" if median <= MEDIAN and p95 <= P95 else "  over"
        print(f"{kind:34} {first:8.1f} {median:8.1f} {p95:8.1f} {median / base:11.1f}{slow}")
    print(f"milliseconds; over: more than {MEDIAN:.0f} at the median or {P95:.0f} at the 95th percentile")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commitments", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40, help="answers of each kind")
    parser.add_argument("--database", type=Path, help="made where it is absent, kept; else one is made and forgotten")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = given.database or Path(folder) / "engagements.db"
        if not database.exists():
            make(database, given.commitments)
        report(asyncio.run(measure(database, given.commitments, given.times)))


if __name__ == "__main__":
    main()
