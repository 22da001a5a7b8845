"""Telling people that a run failed: Prefect blocks (webhook, e-mail) and addresses of the environment.

``ENGAGEMENTS_ALERT_BLOCKS`` names blocks as Prefect does, with commas between them: ``webhook/night,email/team``.
``ENGAGEMENTS_ALERT_URLS`` holds Apprise addresses: ``jsons://host/path`` posts JSON, ``mailtos://…`` sends mail.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
from typing import Any

from prefect.blocks.core import Block
from prefect.blocks.notifications import AppriseNotificationBlock

from pipeline.settings import Settings

logger = logging.getLogger(__name__)


class Email(AppriseNotificationBlock):
    """A mail server and who to write to, as Apprise writes them: mailtos://name:password@host?to=somebody@exemple.fr"""

    _block_type_name = "E-mail"
    _block_type_slug = "email"


def alert(subject: str, body: str, settings: Settings) -> None:
    """Tell whom the settings name. Nothing that goes wrong here costs the run; it is logged."""
    for name in _listed(settings.alert_blocks):
        try:
            _through_block(name, subject, body)
        except Exception as error:
            logger.error("alert through %s failed: %s", name, type(error).__name__)  # its text may hold a secret
    urls = _listed(settings.alert_urls)
    if urls:
        from apprise import Apprise

        if not Apprise(servers=[*urls]).notify(title=subject, body=body):
            logger.error("alert through ENGAGEMENTS_ALERT_URLS failed")


def alert_of_state(flow: Any, flow_run: Any, state: Any) -> None:
    """Prefect's hook for a flow run that failed or crashed."""
    alert(f"engagements: run {flow_run.name} {state.name.lower()}", state.message or "", Settings.from_environment())


def _through_block(name: str, subject: str, body: str) -> None:
    block: Any = Block.load(name)
    told = {"subject": subject, "body": body}
    answer = block.notify(body, subject) if hasattr(block, "notify") else block.call(told)
    if inspect.isawaitable(answer):
        answer = asyncio.run(_awaited(answer))
    if hasattr(answer, "raise_for_status"):
        answer.raise_for_status()


async def _awaited(answer: Any) -> Any:
    return await answer


def _listed(names: str | None) -> list[str]:
    return [n.strip() for n in (names or "").split(",") if n.strip()]
