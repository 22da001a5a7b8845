"""The site's own pages: read the address, ask the facts, fill the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import AsgiFileDownload, Response
from datasette.views.database import DatabaseView
from published_site import (
    at_once,
    commitment_list,
    database,
    downloads,
    links,
    list_filters,
    page_images,
    robots,
    words,
)
from published_site.caching import revalidated
from published_site.facts.collectivity import collectivity
from published_site.facts.commitment import commitment
from published_site.facts.comparison import comparison
from published_site.facts.document import document, place_of_passage
from published_site.facts.goal import goal
from published_site.facts.home import home
from published_site.facts.news import news
from published_site.facts.partner import partner
from published_site.security import MAP_PAGE

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


def _number(text: str | None, default: int) -> int:
    """A whole number of an address; anything else is the default."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default


async def _missing(datasette: Datasette, request: Request) -> Response:
    """Answered, not raised: Datasette prints an exception with all its variables, for a third of a second."""
    body = await at_once.rendered(datasette, request, ["error.html"], {"status": 404})
    return Response.html(body, status=404)


async def _page(datasette: Datasette, request: Request, template: str, found: dict[str, Any] | None) -> Response:
    if found is None:
        return await _missing(datasette, request)
    here = datasette.absolute_url(request, datasette.urls.path(request.path))
    context = found | {"permalink": here}
    return Response.html(await at_once.rendered(datasette, request, [template], context))


async def home_page(datasette: Datasette, request: Request) -> Response:
    """In place of Datasette's own, which counts every table of every database first."""
    return await _page(datasette, request, "accueil.html", await home(datasette))


async def commitment_page(datasette: Datasette, request: Request) -> Response:
    found = await commitment(datasette, request.url_vars["id"])
    return await _page(datasette, request, "engagement.html", found)


async def page_image(datasette: Datasette, request: Request) -> Response:
    """The page of a PDF with the words boxed."""
    drawn = await page_images.of_commitment(datasette, request.url_vars["id"])
    if drawn is None:
        return await _missing(datasette, request)
    return Response(drawn, content_type="image/webp")


async def document_page(datasette: Datasette, request: Request) -> Response:
    page = _number(request.args.get("page"), 1)
    found = await document(datasette, request.url_vars["id"], page)
    return await _page(datasette, request, "document.html", found)


async def passage_page(datasette: Datasette, request: Request) -> Response:
    """A passage is shown where it stands."""
    place = await place_of_passage(datasette, request.url_vars["id"])
    if place is None:
        return await _missing(datasette, request)
    return Response.redirect(datasette.urls.path(links.position(place["document_id"], place["position"])))


async def partner_page(datasette: Datasette, request: Request) -> Response:
    found = await partner(datasette, request.url_vars["id"])
    return await _page(datasette, request, "partenaire.html", found)


async def collectivity_page(datasette: Datasette, request: Request) -> Response:
    found = await collectivity(datasette, request.url_vars["id"])
    return await _page(datasette, request, "collectivite.html", found)


async def goal_page(datasette: Datasette, request: Request) -> Response:
    found = await goal(datasette, int(request.url_vars["id"]))
    return await _page(datasette, request, "objectif.html", found)


async def comparison_page(datasette: Datasette, request: Request) -> Response:
    wanted = tuple(sorted(set(request.args.getlist("c"))))
    given = {name: (request.args.get(name) or "").strip() for name in list_filters.FILTERS}
    given = {name: value for name, value in given.items() if value}
    status = request.args.get("statut") or ""
    status = status if status in words.STATUS else ""
    found = await comparison(datasette, wanted, status, tuple(given.items()))
    listed = {f"_{name}": value for name, value in given.items()}
    return await _page(
        datasette, request, "comparer.html", found | {"given": given, "status": status, "listed": listed}
    )


async def map_page(datasette: Datasette, request: Request) -> Response:
    return Response.redirect(datasette.urls.path(f"/engagements{MAP_PAGE}"))


async def news_feed(datasette: Datasette, request: Request) -> Response:
    """Of all, or of one collectivity or goal: then the feed stands below its page."""
    collectivity, goal_number = request.url_vars.get("collectivity"), request.url_vars.get("goal")
    found = await news(datasette, collectivity, None if goal_number is None else int(goal_number))
    if found is None:
        return await _missing(datasette, request)
    context = found | {
        "site": _site(datasette, request),
        "here": datasette.absolute_url(request, datasette.urls.path(request.path)),
    }
    body = await at_once.rendered(datasette, request, ["nouveautes.xml"], context)
    return Response(body, content_type="application/atom+xml; charset=utf-8")


async def downloads_page(datasette: Datasette, request: Request) -> Response:
    tables = [name for name in words.TABLES if await database.of(datasette).table_exists(name)]
    return await _page(datasette, request, "telecharger.html", {"tables": tables})


async def download(datasette: Datasette, request: Request) -> Response | AsgiFileDownload:
    name = request.url_vars["name"]
    file = await downloads.made(datasette, name)
    if file is None:
        return await _missing(datasette, request)
    return AsgiFileDownload(str(file), filename=name, content_type=downloads.MEDIA_TYPES[file.suffix])


async def _questions(datasette: Datasette, request: Request) -> Response:
    return await DatabaseView(datasette).dispatch_request(request)


_questions_kept = revalidated(_questions)


async def questions_page(datasette: Datasette, request: Request) -> Response:
    """Datasette's own page, which asks for every table and question who may see it: kept, unless it answers SQL."""
    return await (_questions if request.query_string else _questions_kept)(datasette, request)


def _site(datasette: Datasette, request: Request) -> str:
    """The address of the whole, without its last slash."""
    return datasette.absolute_url(request, datasette.urls.instance()).rstrip("/")


async def robots_file(datasette: Datasette, request: Request) -> Response:
    return Response.text(robots.ROBOTS.format(site=_site(datasette, request)))


async def sitemap(datasette: Datasette, request: Request) -> Response:
    """The index of the map, or one of its parts."""
    name = request.url_vars.get("part")
    found = (
        {"parts": await robots.parts(datasette)} if name is None else {"addresses": await robots.part(datasette, name)}
    )
    if found.get("addresses", ()) is None:
        return await _missing(datasette, request)
    context = found | {"site": _site(datasette, request)}
    body = await at_once.rendered(datasette, request, ["sitemap.xml"], context)
    return Response(body, content_type="application/xml; charset=utf-8")


PAGES = [
    (r"^/$", home_page),
    (r"^/engagement/(?P<id>[\w.~-]+)$", commitment_page),
    (r"^/engagement/(?P<id>[\w.~-]+)/page\.webp$", page_image),
    (r"^/document/(?P<id>[\w.~-]+)$", document_page),
    (r"^/passage/(?P<id>[\w.~-]+)$", passage_page),
    (r"^/partenaire/(?P<id>[\w.~-]+)$", partner_page),
    (r"^/collectivite/(?P<id>[\w.~-]+)$", collectivity_page),
    (r"^/objectif/(?P<id>\d{1,2})$", goal_page),
    (r"^/comparer$", comparison_page),
    (r"^/carte$", map_page),
    (r"^/nouveautes\.xml$", news_feed),
    (r"^/collectivite/(?P<collectivity>[\w.~-]+)/nouveautes\.xml$", news_feed),
    (r"^/objectif/(?P<goal>\d{1,2})/nouveautes\.xml$", news_feed),
    (r"^/robots\.txt$", robots_file),
    (r"^/sitemap\.xml$", sitemap),
    (r"^/sitemap/(?P<part>[a-z]+-\d{1,6})\.xml$", sitemap),
    (r"^/telecharger$", downloads_page),
    (r"^/telecharger/(?P<name>engagements\.(?:zip|xlsx|db))$", download),
]
ROUTES = [(pattern, revalidated(page)) for pattern, page in PAGES] + [
    (r"^/(?P<database>engagements)(?P<format>\.none)?$", questions_page),
    (commitment_list.ADDRESS, commitment_list.commitments_page),
]
