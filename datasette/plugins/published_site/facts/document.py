"""One document of ours: its passages, marked, and the headings it is found by."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from published_site import database
from published_site.database import Row
from published_site.facts.marks import marks_between
from published_site.highlight import Mark, highlight
from published_site.links import PASSAGES_PER_PAGE

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST_HEADINGS = 400

DOCUMENT = """
select d.id, d.source_id, d.collectivity_id, d.url, d.title, d.author, d.published_on, d.modified_on, d.fetched_at,
  d.media_type,
  d.pages, d.modified_on, d.author, d.characters, d.is_current, k.name as collectivity, s.kind,
  (select count(*) from passages where document_id = d.id) as passages,
  (select count(*) from commitments where document_id = d.id and withdrawn_on is null) as commitments
from documents as d
join collectivities as k on k.id = d.collectivity_id
join sources as s on s.id = d.source_id
where d.id = :id
"""

PASSAGES = """
select id, position, kind, heading, page, start_char, end_char from passages
where document_id = :id and position >= :first and position < :first + :count order by position
"""

TEXT = "select substr(text, :start + 1, :end - :start) as text from documents where id = :id"

HEADINGS = """
select position, text, heading, page from passages
where document_id = :id and kind = 'heading' order by position limit :most
"""

PARTS = """
select min(position) as position, heading as text, '' as heading, min(page) as page from passages
where document_id = :id and heading <> '' group by heading order by 1 limit :most
"""

PASSAGE = "select document_id, position from passages where id = :id"


def _marked(passages: list[Row], text: str, origin: int, marks: list[Mark]) -> list[Row]:
    """Each passage with its HTML. Marks come sorted, so that each is looked at once or twice."""
    waiting = sorted(marks, key=lambda mark: mark.start)
    shown, open_marks = [], []
    for passage in passages:
        start, end = passage["start_char"], passage["end_char"]
        while waiting and waiting[0].start < end:
            open_marks.append(waiting.pop(0))
        open_marks = [mark for mark in open_marks if mark.end > start]
        html = highlight(text[start - origin : end - origin], open_marks, start)
        shown.append(passage | {"html": html, "depth": passage["heading"].count(" › ") + 1})
    return shown


async def _passages(datasette: Datasette, key: str, page: int) -> list[Row]:
    first = (page - 1) * PASSAGES_PER_PAGE
    passages = await database.rows(datasette, PASSAGES, id=key, first=first, count=PASSAGES_PER_PAGE)
    if not passages:
        return []
    start, end = passages[0]["start_char"], max(passage["end_char"] for passage in passages)
    text, marks = await gather(
        database.first(datasette, TEXT, id=key, start=start, end=end),
        marks_between(datasette, key, start, end),
    )
    return _marked(passages, "" if text is None else text["text"], start, marks)


async def document(datasette: Datasette, key: str, page: int) -> dict[str, Any] | None:
    found = await database.first(datasette, DOCUMENT, id=key)
    last_page = 0 if found is None else max(1, -(-found["passages"] // PASSAGES_PER_PAGE))
    if found is None or not 1 <= page <= last_page:
        return None
    passages, headings = await gather(
        _passages(datasette, key, page),
        database.rows(datasette, HEADINGS, id=key, most=MOST_HEADINGS),
    )
    if not headings:
        headings = await database.rows(datasette, PARTS, id=key, most=MOST_HEADINGS)
    return {
        "document": found,
        "passages": passages,
        "headings": headings,
        "page": page,
        "last_page": last_page,
        "demo": found["source_id"].endswith("-demo"),
    }


async def place_of_passage(datasette: Datasette, key: str) -> Row | None:
    return await database.first(datasette, PASSAGE, id=key)
