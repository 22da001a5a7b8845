"""The list of commitments: Datasette's page of a table, with cards in place of rows.

Cards are made from ids, so that Datasette reads and renders nothing else: cells, plugins asked about each,
labels of foreign keys took most of the page's time. Other formats (``.csv``, ``.json``) hold all columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response
from datasette.views.table import TableView
from published_site import at_once, known_counts
from published_site.facts.cards import cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datasette.app import Datasette
    from datasette.utils.asgi import Request

ADDRESS = r"^/(?P<database>engagements)/(?P<table>commitments)(?P<format>\.none)?$"
"""The last group matches nothing: Datasette wants to know it is not asked for a format."""


class CommitmentList(TableView):  # type: ignore[misc]
    async def columns_to_select(self, table_columns: Sequence[str], pks: Sequence[str], request: Request) -> list[str]:
        """The key, and the column of the order, which the address of the next page holds."""
        asked = (request.args.get("_sort"), request.args.get("_sort_desc"))
        return list(dict.fromkeys([*pks, *(column for column in asked if column in table_columns)]))

    async def expandable_columns(self, database_name: str, table_name: str) -> list[Any]:
        return []

    async def render(
        self, templates: Sequence[str], request: Request, context: dict[str, Any] | None = None
    ) -> Response:
        context = context or {}
        ids = [cell["raw"] for row in context["display_rows"] for cell in row if cell["value_type"] == "pk"]
        shown = context | {"cards": await cards(self.ds, ids)}
        return Response.html(await at_once.rendered(self.ds, request, templates, shown))


async def commitments_page(datasette: Datasette, request: Request) -> Response:
    with known_counts.of_list(await known_counts.of(datasette, request)):
        return await CommitmentList(datasette).dispatch_request(request)
