"""One commitment: its words where they stand, what was read from them, and what they said before."""

from __future__ import annotations

from asyncio import gather
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from published_site import database, page_images
from published_site.database import Row
from published_site.difference import difference
from published_site.facts.cards import cards
from published_site.facts.marks import marks_between
from published_site.facts.similar import similar
from published_site.highlight import highlight

from pipeline import weights
from pipeline.settings import Settings

if TYPE_CHECKING:
    from datasette.app import Datasette

CONTEXT = 1200
"""Characters shown before and after the sentence where its passage is longer than that."""

COMMITMENT = """
select c.*, k.name as collectivity, d.title as document, d.url as document_url, d.source_id, d.url,
  d.sha256, d.media_type, d.published_on, d.fetched_at, d.pages, d.is_current,
  p.ocr, s.gone_on, p.position, p.kind as passage_kind,
  min(c.start_char, coalesce(p.start_char, c.start_char)) as passage_start,
  max(c.end_char, coalesce(p.end_char, c.end_char)) as passage_end
from commitments as c
join collectivities as k on k.id = c.collectivity_id
join documents as d on d.id = c.document_id
left join source_states as s on s.source_id = d.source_id
left join passages as p on p.id = c.passage_id
where c.id = :id
"""

TEXT = "select substr(text, :start + 1, :end - :start) as text from documents where id = :id"

INDICATORS = """
select text, value, max_value, unit, counted, per, direction, baseline_value, baseline_year, target_year
from indicators where commitment_id = :id order by start_char
"""

EARLIER = """
with recursive line (id, previous_id, run_id, similarity, depth) as (
  select commitment_id, previous_id, run_id, similarity, 1 from changes
  where commitment_id = :id and previous_id is not null
  union
  select ch.commitment_id, ch.previous_id, ch.run_id, ch.similarity, depth + 1
  from line join changes as ch on ch.commitment_id = line.previous_id
  where ch.previous_id is not null and depth < 20
)
select line.previous_id as id, line.similarity, r.started_at as changed_at, c.text, c.first_seen
from line join runs as r on r.id = line.run_id join commitments as c on c.id = line.previous_id
order by line.depth
"""

LATER = "select commitment_id as id from changes where previous_id = :id limit 1"


async def _shown_text(datasette: Datasette, found: Row) -> tuple[Markup, bool, bool]:
    """The passage with its marks, and whether it was cut before and after."""
    start = max(found["passage_start"], found["start_char"] - CONTEXT)
    end = min(found["passage_end"], found["end_char"] + CONTEXT)
    text, marks = await gather(
        database.first(datasette, TEXT, id=found["document_id"], start=start, end=end),
        marks_between(datasette, found["document_id"], start, end, found["id"]),
    )
    shown = highlight("" if text is None else text["text"], marks, start)
    return shown, start > found["passage_start"], end < found["passage_end"]


def _with_differences(text: str, earlier: list[Row]) -> list[Row]:
    """Each earlier wording, newest first, with what the one that followed changed in it."""
    later = [text, *(row["text"] for row in earlier)]
    return [row | {"difference": difference(row["text"], after)} for row, after in zip(earlier, later, strict=False)]


async def commitment(datasette: Datasette, key: str) -> dict[str, Any] | None:
    found = await database.first(datasette, COMMITMENT, id=key)
    if found is None:
        return None
    (card,), (text, cut_before, cut_after), alike, said = await gather(
        cards(datasette, [key]),
        _shown_text(datasette, found),
        similar(datasette, found["text"], found["collectivity_id"]),
        database.answers(datasette, {"earlier": EARLIER, "indicators": INDICATORS}, id=key),
    )
    # an unindexed question, asked only of the few that were withdrawn
    later = await database.first(datasette, LATER, id=key) if found["withdrawn_on"] else None
    words = weights.load(Settings.from_environment().models)
    return {
        "why_status": words.reasons(found["text"], found["status"]),
        "why_goals": {goal["sdg_id"]: words.reasons(found["text"], str(goal["sdg_id"])) for goal in card["goals"]},
        "commitment": card | found,
        "indicators": said["indicators"],
        "shown": text,
        "cut_before": cut_before,
        "cut_after": cut_after,
        "earlier": _with_differences(found["text"], said["earlier"]),
        "similar": alike,
        "has_page_image": page_images.can_be_drawn(datasette, found),
        "later": later,
        "demo": found["source_id"].endswith("-demo"),
    }
