"""Five people on the site, from the door to what they came for, in a real browser."""

from __future__ import annotations

import pytest
from browser import CHROMIUM, Visit, served
from read_workbook import sheets
from site_contents import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")]


def waited(locator):
    """Playwright's own waiting; its ``wait_for_function`` needs eval, which the site's policy forbids."""
    from playwright.sync_api import expect

    return expect(locator)


def test_an_analyst_compares_two_places_on_climate_and_takes_the_table(desk):
    page = desk.open("/")
    page.get_by_role("navigation", name="Rubriques").get_by_role("link", name="Comparer").click()
    page.get_by_label("Ville de Clairval").check()
    page.get_by_label("Département du Haut-Pays").check()
    page.get_by_label("Objectif", exact=True).select_option(label="13. Lutte contre le changement climatique")
    page.get_by_role("button", name="Comparer").click()
    row = page.locator("table.compare tbody tr").first
    waited(row.locator("td")).to_have_text(["–", "1"])
    assert "plantera 500 arbres" in page.get_by_role("region", name="Ville de Clairval").inner_text()
    with page.expect_download() as started:
        page.get_by_role("link", name="Excel").click()
    ((heading, *rows),) = sheets(started.value.path().read_bytes()).values()
    said = [dict(zip(heading, row, strict=False)) for row in rows]
    assert [(row["collectivité"], row["statut"]) for row in said] == [("Ville de Clairval", "promis")]
    row.get_by_role("link", name="1").click()
    assert "1 engagement" in page.locator(".count").inner_text().replace("\xa0", " ")
    assert desk.clean, desk.errors


def test_a_journalist_goes_from_a_search_to_the_words_in_the_page_and_the_citation(desk):
    page = desk.open("/")
    page.get_by_label("Chercher dans tous les textes").fill("arbres racines")
    page.get_by_role("button", name="Chercher").click()
    page.locator("article blockquote a").first.click()
    marked = page.locator(".passage mark.mark-statement").first
    assert marked.inner_text().startswith("La Ville plantera 500 arbres")
    assert page.locator(".passage mark.mark-amount").inner_text() == "40 000 €"
    picture = page.locator(".page-image img")
    picture.scroll_into_view_if_needed()
    waited(picture).to_have_js_property("complete", True, timeout=20_000)
    assert picture.evaluate("image => image.naturalWidth") > 0
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.address)
    page.get_by_role("button", name="Copier la citation").click()
    waited(page.get_by_role("status")).to_have_text("Citation copiée")
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in (
        "La Ville plantera 500 arbres",
        "Ville de Clairval",
        "p.\xa01",
        "1er mars 2025",
        "/engagement/c-pledge",
    ):
        assert part in copied
    page.get_by_role("link", name="Lire tout le document ici").click()
    page.wait_for_url("**/document/d1#passage-1")
    assert page.locator("#passage-1 mark").first.is_visible()
    assert desk.clean, desk.errors


def test_a_reader_with_a_small_screen_reads_all_without_scrolling_sideways(visit):
    page = visit.open("/")
    page.get_by_role("link", name="Rechercher").click()
    page.get_by_role("searchbox").fill("jumelage")
    page.get_by_role("button", name="Chercher").click()
    page.locator("article blockquote a").first.click()
    assert "Port-Azur" in page.locator("h1").inner_text()
    assert visit.width() <= 360
    page.get_by_role("link", name="Port-Azur").last.click()
    page.get_by_role("link", name="Ville de Clairval").first.click()
    page.locator("#documents ~ ul a").first.click()
    assert page.locator(".text").is_visible()
    assert visit.width() <= 360
    sizes = page.locator("nav[aria-label=Rubriques] a").evaluate_all(
        "all => all.map(a => a.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 24  # WCAG 2.2, target size
    assert visit.clean, visit.errors


def focused(page) -> str:
    return page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || "
                         "document.activeElement.id || '').trim()")  # fmt: skip


def tab_to(page, wanted: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(wanted):
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(outline) != "none", f"{wanted}: focus cannot be seen"
            return
    raise AssertionError(f"{wanted}: not reached with {most} presses of Tab")


def test_a_reader_with_a_keyboard_only_reaches_the_citation(desk):
    page = desk.open("/")
    page.keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    tab_to(page, "q", 3)
    page.keyboard.type("arbres")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/search?q=arbres")
    tab_to(page, "La Ville plantera 500 arbres")
    page.keyboard.press("Enter")
    page.wait_for_url("**/engagement/c-pledge")
    tab_to(page, "Copier la citation")
    page.keyboard.press("Enter")
    waited(page.get_by_role("status")).not_to_have_text("")
    assert desk.clean, desk.errors


def test_a_hostile_document_does_nothing_on_any_page(serve, hostile_file, corpus, browser):
    site = serve(hostile_file)
    site.engagements_corpus = corpus
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    with served(site) as address:
        reader = Visit(context.new_page(), address)
        for path in PAGES:
            if path.endswith(".xml"):
                continue
            page = reader.open(path, "networkidle" if path.startswith("/-/dashboards/t") else "load")
            assert page.evaluate("window.attacked === undefined && !document.querySelector('main img[onerror]')"), path
            assert "49" not in page.title()
            assert reader.clean, (path, reader.elsewhere, reader.errors)
        page = reader.open("/engagements/carte-des-partenaires", "networkidle")
        page.locator(".leaflet-marker-icon").first.click()
        page.wait_for_selector(".leaflet-popup-content")
        assert page.evaluate("window.attacked === undefined"), "the map's popup"
        assert not reader.elsewhere
    context.close()
