"""How we ask: only what changed, only what robots.txt allows, one thing at a time, with patience."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from email.utils import formatdate
from multiprocessing import get_context
from pathlib import Path

import pytest
from asking import SETTINGS, TOWN, ask
from websites import Website, website

from pipeline.errors import FetchFailed, SourceGone, TransientFetchFailure
from pipeline.fetch import Fetcher
from pipeline.fetch.home import is_home
from pipeline.types import Source

DAY = 86_400


# Only what changed


@pytest.mark.parametrize(
    ("headers", "condition"),
    [
        pytest.param({"ETag": '"version-1"'}, ("if-none-match", '"version-1"'), id="ETag"),
        pytest.param(
            {"Last-Modified": "Mon, 06 Jan 2025 08:00:00 GMT"},
            ("if-modified-since", "Mon, 06 Jan 2025 08:00:00 GMT"),
            id="Last-Modified, however long ago",
        ),
    ],
)
def test_a_second_run_asks_whether_the_page_changed(site, tmp_path, headers, condition):
    site.tagged = False
    url = site.says("/plan", "Nous planterons 100 arbres.", **headers)
    first = ask(url, tmp_path)
    site.answers("/plan", 304, **headers)
    again = ask(url, tmp_path)
    assert (again.content, again.sha256, again.media_type) == (first.content, first.sha256, "text/html")
    asked = site.asked_for("/plan")
    name, value = condition
    assert [a.headers.get(name) for a in asked] == [None, value]
    assert first.exchange is not None and again.exchange is not None
    assert (first.exchange.revalidated, again.exchange.revalidated) == (False, True)
    assert (first.exchange.asked, first.exchange.status, first.exchange.redirects) == (url, 200, ())


def test_a_page_that_changed_comes_anew(site, tmp_path):
    url = site.says("/plan", "Nous planterons 100 arbres.")
    ask(url, tmp_path)
    site.says("/plan", "Nous planterons 200 arbres.")
    assert ask(url, tmp_path).content == b"Nous planterons 200 arbres."
    site.removes("/plan")
    with pytest.raises(SourceGone):
        ask(url, tmp_path)
    assert site.statuses("/plan") == [200, 200, 404]


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        pytest.param({"Cache-Control": "max-age=3600"}, 1, id="fresh for an hour: not asked"),
        pytest.param({"Cache-Control": "max-age=0"}, 2, id="fresh for no time"),
        pytest.param({"Cache-Control": "max-age=3600, no-cache"}, 2, id="to be asked each time"),
        pytest.param({"Cache-Control": "no-store"}, 2, id="not to be kept"),
        pytest.param({"Expires": "Fri, 31 Dec 2100 23:59:59 GMT"}, 2, id="a promise for decades"),
        pytest.param({}, 2, id="says nothing"),
    ],
)
def test_what_a_server_says_of_freshness_holds_until_the_next_night(site, tmp_path, headers, asked):
    url = site.says("/plan", "Nous planterons.", **headers)
    for _ in range(2):
        assert ask(url, tmp_path).content == b"Nous planterons."
    assert len(site.asked_for("/plan")) == asked


def test_a_year_of_freshness_lasts_no_longer_than_six_hours(site, tmp_path, monkeypatch):
    url = site.says("/plan", "Nous planterons.", Cache_Control="public, max-age=31536000", Date=formatdate(usegmt=True))
    ask(url, tmp_path)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + DAY / 4 + 60)
    ask(url, tmp_path)
    assert site.statuses("/plan") == [200, 304]


# Where the way leads


def test_redirects_are_recorded(site, tmp_path):
    site.says("/plan", "Nous planterons.")
    site.answers("/vieux", 302, Location="/moyen")
    url = site.answers("/tres-vieux", 301, Location="/vieux")
    site.answers("/moyen", 307, Location="plan")
    found = ask(url, tmp_path)
    assert found.exchange is not None
    assert found.url == f"{site.address}/plan"
    assert found.exchange.redirects == tuple(f"{site.address}/{p}" for p in ("vieux", "moyen", "plan"))


def test_a_page_sent_on_to_the_home_page_is_no_more(site, tmp_path):
    site.says("/", "Bienvenue. Nous planterons.")
    url = site.answers("/plan-climat", 302, Location="/")
    with pytest.raises(SourceGone, match=r"redirects to the home page, http://127.*/: the page is no more"):
        ask(url, tmp_path)
    assert ask(site.answers("/index.php", 302, Location="/"), tmp_path).content.startswith(b"Bienvenue")


@pytest.mark.parametrize("path", ["", "/", "/fr", "/fr/accueil", "/accueil.html", "/index.php", "/FR/home/"])
def test_home(path):
    assert is_home(f"https://www.exemple.fr{path}")


@pytest.mark.parametrize("path", ["/plan", "/fr/plan", "/accueil/plan", "/francais", "/?page=12", "/indexation"])
def test_not_home(path):
    assert not is_home(f"https://www.exemple.fr{path}")


# robots.txt

ROBOTS = """
User-agent: *
Disallow: /prive

User-agent: engagements
Disallow: /brouillons/
Allow: /brouillons/public
"""


def test_what_robots_txt_forbids_is_not_asked_for(site, tmp_path):
    site.says("/robots.txt", ROBOTS, "text/plain")
    for path in ("/brouillons/1", "/brouillons/public", "/prive"):
        site.says(path, "Nous.")
    forbidden = f"{site.address}/brouillons/1"
    with pytest.raises(FetchFailed) as caught:
        ask(forbidden, tmp_path)
    assert str(caught.value) == f"{forbidden}: its robots.txt asks engagements not to fetch {forbidden}"
    assert not isinstance(caught.value, TransientFetchFailure)
    for allowed in ("/brouillons/public", "/prive"):  # /prive: the group of our name is the one that counts
        ask(site.address + allowed, tmp_path)
    assert site.asked_for("/brouillons/1") == []


def test_robots_txt_holds_for_where_a_redirect_leads(site, tmp_path):
    site.says("/robots.txt", ROBOTS, "text/plain")
    url = site.answers("/public", 302, Location="/brouillons/1")
    with pytest.raises(FetchFailed, match=r"not to fetch .*/brouillons/1"):
        ask(url, tmp_path)
    assert site.asked_for("/brouillons/1") == []


def test_robots_txt_is_read_once_a_run(site, tmp_path):
    site.says("/robots.txt", ROBOTS, "text/plain")
    with Fetcher(SETTINGS, tmp_path) as fetcher:
        for n in range(3):
            fetcher.fetch(Source(f"p{n}", TOWN, site.says(f"/{n}", "Nous."), "page"))
    assert len(site.asked_for("/robots.txt")) == 1


@pytest.mark.parametrize(
    ("status", "fetched"),
    [(404, True), (403, True), (503, False), (500, False), (429, False)],
    ids=["there is none", "it is not for us", "in trouble: nothing may be fetched", "broken", "too many"],
)
def test_a_robots_txt_that_cannot_be_had(site, tmp_path, status, fetched):
    site.answers("/robots.txt", status)
    url = site.says("/plan", "Nous planterons.")
    if fetched:
        assert ask(url, tmp_path).content == b"Nous planterons."
        return
    with pytest.raises(TransientFetchFailure, match=rf"its robots.txt cannot be read: HTTP {status}"):
        ask(url, tmp_path)
    assert site.asked_for("/plan") == []
    assert len(site.asked_for("/robots.txt")) == SETTINGS.fetch_attempts


def test_a_robots_txt_of_bytes_is_read_as_far_as_it_goes(site, tmp_path):
    site.says("/robots.txt", b"\xff\xfe\x00\nUser-agent: *\nDisallow: /non\n" + b"#" * 600_000, "text/plain")
    assert ask(site.says("/oui", "Nous."), tmp_path).content == b"Nous."
    with pytest.raises(FetchFailed, match=r"robots\.txt asks"):
        ask(site.says("/non", "Nous."), tmp_path)


# One at a time, and a pause


def pauses(site: Website) -> list[float]:
    """From the end of one answer to the beginning of the next question."""
    return [later.began - earlier.ended for earlier, later in zip(site.asked, site.asked[1:], strict=False)]


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(site, tmp_path):
    settings = replace(SETTINGS, fetch_pause_seconds=0.1)
    urls = [site.says(f"/{n}", "Nous.") for n in range(4)]
    with Fetcher(settings, tmp_path) as fetcher, ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda url: fetcher.fetch(Source("page", TOWN, url, "page")), urls))
    assert len(site.asked) >= 5
    assert min(pauses(site)) >= 0.095


def test_the_delay_of_robots_txt_is_kept(site, tmp_path):
    site.says("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", "text/plain")
    with Fetcher(SETTINGS, tmp_path) as fetcher:
        for n in range(3):
            fetcher.fetch(Source(f"p{n}", TOWN, site.says(f"/{n}", "Nous."), "page"))
    _, *between = pauses(site)
    assert min(between) >= 0.295, "robots.txt itself may be followed at once"


def test_two_hosts_are_asked_at_once(tmp_path):
    with website() as one, website() as other, Fetcher(SETTINGS, tmp_path) as fetcher:
        urls = [s.answers("/lent", 200, seconds=0.5) for s in (one, other)]
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(lambda url: fetcher.fetch(Source("page", TOWN, url, "page")), urls))
        (first,), (second,) = one.asked_for("/lent"), other.asked_for("/lent")
        assert max(first.began, second.began) < min(first.ended, second.ended)


def ask_in_a_process(url: str, folder: str) -> None:
    ask(url, Path(folder), replace(SETTINGS, fetch_pause_seconds=0.2))


def test_processes_take_turns_too(site, tmp_path):
    context = get_context("spawn")
    urls = [site.says(f"/{n}", "Nous.") for n in range(2)]
    running = [context.Process(target=ask_in_a_process, args=(url, str(tmp_path))) for url in urls]
    for process in running:
        process.start()
    for process in running:
        process.join(60)
        assert process.exitcode == 0
    assert len(site.asked) == 4
    assert min(pauses(site)) >= 0.195


# Patience


def test_retry_after_is_waited_for(site, tmp_path):
    url = site.answers("/plan", 429, Retry_After="1")

    def recover() -> None:
        site.says("/plan", "Nous planterons.")

    with ThreadPoolExecutor(1) as threads:
        threads.submit(lambda: (time.sleep(0.3), recover()))
        assert ask(url, tmp_path).content == b"Nous planterons."
    first, second = site.asked_for("/plan")
    assert 0.95 <= second.began - first.ended < 3


def test_retry_after_may_be_a_date(site, tmp_path):
    url = site.answers("/plan", 503, Retry_After=formatdate(time.time() + 3600, usegmt=True))
    with pytest.raises(TransientFetchFailure, match=r"HTTP 503 Service Unavailable; asks to wait 3[56]\d\d s"):
        ask(url, tmp_path)
    assert len(site.asked_for("/plan")) == 1, "an hour is for the next run"


def test_a_host_that_asks_for_rest_is_left_alone_by_all(site, tmp_path):
    site.answers("/plan", 429, Retry_After="900")
    with Fetcher(SETTINGS, tmp_path) as fetcher:
        for path in ("/plan", "/bilan"):
            with pytest.raises(TransientFetchFailure):
                fetcher.fetch(Source("page", TOWN, site.address + path, "page"))
    assert site.asked_for("/bilan") == []
    with pytest.raises(TransientFetchFailure, match=r"asks to be left alone for (8\d\d|900) s"):
        ask(site.says("/bilan", "Nous."), tmp_path)


@pytest.mark.parametrize("header", ["", "bientôt".encode().decode("latin-1"), "-5"], ids=["none", "a word", "negative"])
def test_a_retry_after_that_says_nothing(site, tmp_path, header):
    url = site.answers("/plan", 503, **({"Retry_After": header} if header else {}))
    with pytest.raises(TransientFetchFailure, match="HTTP 503"):
        ask(url, tmp_path)
    assert len(site.asked_for("/plan")) == SETTINGS.fetch_attempts
