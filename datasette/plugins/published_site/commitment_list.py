"""The list of commitments: Datasette's page of a table, with cards in place of rows.

Cards are made from ids, so that Datasette reads and renders nothing else: cells, plugins asked about each,
labels of foreign keys took most of the page's time. Other formats (``.csv``, ``.json``) hold all columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.views.table import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

ADDRESS = r"^/(?P<database>engagements)/(?P<table>commitments)(?P<format>\.none)?$"
"""The last group matches nothing: Datasette wants to know it is not asked for a format."""


class CommitmentList(TableView):  # type: ignore[misc]
    async def columns_to_select(self, table_columns: Sequence[str], pks: Sequence[str], request: Request) -> list[str]:
        """The key, and the column of the order, which the address of the next page holds."""
        asked = (request.args.get("_sort"), request.args.get("_sort_desc"))
        return list(dict.fromkeys([*pks, *(column for column in asked if column in table_columns)]))

    async def expandable_columns(self, database_name: str, table_name: str) -> list[Any]:
        return []


async def commitments_page(datasette: Datasette, request: Request) -> Response:
    return await CommitmentList(datasette).dispatch_request(request)
