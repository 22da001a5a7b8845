"""What went wrong, said in a page of ours, at once: Datasette prints every error with all its variables, for seconds,

and a page that is not there is no error of ours. Only those of our own making go to the log.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

log = logging.getLogger(__name__)


def _said(exception: Exception) -> dict[str, Any]:
    """Status, error and title of an exception."""
    if isinstance(exception, Base400):
        return {"status": exception.status, "error": str(exception.args[0] if exception.args else ""), "title": None}
    if isinstance(exception, DatasetteError):
        return exception.error_dict | {
            "status": exception.status,
            "error": "" if exception.message_is_html else exception.message,
            "title": exception.title,
        }
    return {"status": 500, "error": "", "title": None}


async def answer(datasette: Datasette, request: Request, exception: Exception) -> Response:
    said = _said(exception)
    if said["status"] >= 500:
        log.error("%s failed", request.path, exc_info=exception)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, **said}, status=said["status"])
    body = await datasette.render_template("error.html", said, request=request)
    return Response.html(body, status=said["status"])
