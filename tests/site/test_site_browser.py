"""In a real browser: nothing from another host, no script broken, no policy broken, accessible, never too wide."""

from __future__ import annotations

import pytest
from browser import CHROMIUM
from site_contents import PAGES

SHOWN = [path for path in PAGES if not path.endswith(".xml")]
MAP = "/engagements/carte-des-partenaires"
CHARTS = "/-/dashboards/tableau-de-bord"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")]


@pytest.fixture(scope="module")
def axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


@pytest.mark.parametrize("path", SHOWN)
def test_page_fits_a_telephone_stays_home_and_is_accessible(visit, axe, path):
    drawn = path.startswith("/-/dashboards/") or path == MAP
    page = visit.open(path, "networkidle" if drawn else "load")
    assert visit.clean, (visit.elsewhere, visit.errors)
    assert visit.width() <= 360
    found = axe.run(page).response["violations"]
    assert not [(v["id"], [node["html"][:150] for node in v["nodes"][:3]]) for v in found]


def test_the_map_draws_its_markers_and_speaks_french(visit):
    page = visit.open(MAP)
    page.wait_for_selector(".leaflet-marker-icon")
    assert page.get_attribute(".leaflet-control-zoom-in", "title") == "Agrandir"


@pytest.mark.parametrize("path", [CHARTS, "/-/dashboards/qualite"])
def test_charts_are_drawn_with_their_numbers(visit, path):
    page = visit.open(path)
    count = page.locator(".chart-drawing").count()
    for number in range(count):
        page.locator(".chart-drawing").nth(number).locator("svg").first.wait_for()
    assert page.locator(".chart-table td").count() > count
    assert visit.clean, visit.errors


def test_wide_pages_are_accessible_too(desk, axe):
    """What a telephone hides: the bars, two columns, the picture of a page beside its words."""
    pages = ("/", "/engagement/c-pledge", "/document/d1", "/comparer?c=clairval&c=haut-pays", "/engagements/runs", MAP)
    for path in pages:
        found = axe.run(desk.open(path)).response["violations"]
        assert not [(path, v["id"], [node["html"][:150] for node in v["nodes"][:3]]) for v in found]


def test_paper_shows_words_and_no_buttons(desk):
    page = desk.open("/engagement/c-pledge")
    page.emulate_media(media="print")
    assert page.locator(".passage mark").first.is_visible()
    assert not page.locator("header nav").is_visible()
    assert not page.locator("button").first.is_visible()


def test_who_wants_no_motion_gets_none(desk):
    page = desk.open("/")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
