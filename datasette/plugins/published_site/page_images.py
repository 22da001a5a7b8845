"""Pictures of pages with the words of a commitment boxed: drawn by a process of their own, and kept."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from published_site import database, originals

if TYPE_CHECKING:
    from datasette.app import Datasette

SECONDS = 20
KEPT, KEPT_BYTES = 200, 600_000
"""Pictures held in memory, and the largest that is."""
_kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
_drawing: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
"""One picture at a time: drawing takes a processor."""

COMMITMENT = """
select c.id, c.text, c.page, c.start_char, d.id as document_id, d.sha256, d.url, d.media_type,
  p.x0, p.top, p.x1, p.bottom
from commitments as c
join documents as d on d.id = c.document_id
left join passages as p on p.id = c.passage_id
where c.id = :id
"""

FACTS = """
select 'partner' as kind, start_char, end_char from partner_mentions where commitment_id = :id
union all select 'amount', start_char, end_char from amounts where commitment_id = :id
union all select 'period', start_char, end_char from periods where commitment_id = :id
"""


def can_be_drawn(datasette: Datasette, commitment: dict[str, Any]) -> bool:
    """Whether a row with page, media_type, sha256 and url has a page to show."""
    return (
        commitment["page"] is not None
        and commitment["media_type"] == originals.PDF
        and originals.found(datasette, commitment["sha256"], commitment["url"]) is not None
    )


async def of_commitment(datasette: Datasette, key: str) -> bytes | None:
    """A WebP image of the page; None where there is nothing to draw, or it cannot be."""
    found = await database.first(datasette, COMMITMENT, id=key)
    if found is None or not can_be_drawn(datasette, found):
        return None
    known = (found["sha256"], key)
    if known not in _kept:
        async with _drawing.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(1)):
            if known not in _kept:  # else another reader waited for the same
                drawn = await _draw(datasette, found)
                if drawn is None or len(drawn) > KEPT_BYTES:
                    return drawn
                _kept[known] = drawn
                while len(_kept) > KEPT:
                    _kept.popitem(last=False)
    _kept.move_to_end(known)
    return _kept[known]


async def _draw(datasette: Datasette, found: dict[str, Any]) -> bytes | None:
    file = originals.found(datasette, found["sha256"], found["url"])
    content = None if file is None else await asyncio.to_thread(originals.content, file, found["sha256"])
    if content is None:
        return None
    facts = await database.rows(datasette, FACTS, id=found["id"])
    origin = found["start_char"]
    box = [found[side] for side in ("x0", "top", "x1", "bottom")]
    wanted = {
        "page": found["page"],
        "text": found["text"],
        "marks": [(f["kind"], f["start_char"] - origin, f["end_char"] - origin) for f in facts],
        "box": None if None in box else box,
    }
    return await _ask(json.dumps(wanted).encode() + b"\n" + content)


async def _ask(given: bytes) -> bytes | None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "pipeline.page_image",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        drawn, _ = await asyncio.wait_for(process.communicate(given), SECONDS)
    except (TimeoutError, OSError):
        return None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return drawn if process.returncode == 0 and drawn else None
