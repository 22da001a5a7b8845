"""In a real browser: nothing from another host, no script broken, no page wider than a telephone."""

from __future__ import annotations

import shutil
import threading
import time

import pytest
import uvicorn
from site_contents import PAGES

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOWN = [path for path in PAGES if not path.endswith(".xml")]
MAP = "/engagements/carte-des-partenaires"
CHARTS = "/-/dashboards/tableau-de-bord"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")]


@pytest.fixture(scope="module")
def address(site):
    server = uvicorn.Server(uvicorn.Config(site.app(), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def telephone():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
        browser.close()


@pytest.fixture
def visit(telephone, address):
    """Open a path; gives the page, the hosts it asked elsewhere and the errors it threw."""
    page = telephone.new_page()
    elsewhere: list[str] = []
    errors: list[str] = []
    own = (address, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else elsewhere.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_path(path):
        page.goto(address + path, wait_until="networkidle")
        return page, elsewhere, errors

    yield open_path
    page.close()


@pytest.mark.parametrize("path", SHOWN)
def test_page_fits_a_telephone_and_stays_home(visit, path):
    page, elsewhere, errors = visit(path)
    assert not elsewhere
    assert not errors
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_map_draws_its_markers_and_speaks_french(visit):
    page, *_ = visit(MAP)
    page.wait_for_selector(".leaflet-marker-icon")
    assert page.get_attribute(".leaflet-control-zoom-in", "title") == "Agrandir"


def test_charts_are_drawn(visit):
    page, *_ = visit(CHARTS)
    page.wait_for_selector("#chart-objectifs svg, #chart-objectifs canvas")
    assert page.locator(".chart-drawing :is(svg, canvas)").count() == page.locator(".chart-drawing").count()


def test_the_citation_is_copied(visit, telephone, address):
    telephone.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page, *_ = visit("/engagement/c-action")
    page.click("button[data-copy]")
    page.wait_for_function("document.querySelector('[role=status]').textContent === 'Citation copiée'")
    assert "<script>alert(1)</script>" in page.evaluate("navigator.clipboard.readText()")


def test_hostile_words_do_nothing(visit):
    page, *_ = visit("/document/d1")
    assert page.evaluate("document.querySelectorAll('main script').length") == 0
