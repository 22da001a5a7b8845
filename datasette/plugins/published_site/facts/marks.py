"""What is marked in a stretch of a document: statements, partners, amounts and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from published_site import database, formats, links, words
from published_site.database import Row
from published_site.highlight import Mark

if TYPE_CHECKING:
    from datasette.app import Datasette

STATEMENTS = """
select id, status, start_char, end_char from commitments
where document_id = :document and start_char < :end and end_char > :start and withdrawn_on is null
"""

ONE_STATEMENT = "select id, status, start_char, end_char from commitments where id = :commitment"

PARTNERS = """
select m.start_char, m.end_char, p.name from partner_mentions as m join partners as p on p.id = m.partner_id
where m.document_id = :document and m.start_char < :end and m.end_char > :start
"""

AMOUNTS = """
select start_char, end_char, value, max_value, currency, per from amounts
where document_id = :document and start_char < :end and end_char > :start
"""

PERIODS = """
select start_char, end_char, start_year, end_year from periods
where document_id = :document and start_char < :end and end_char > :start
"""

FACTS = {"partners": PARTNERS, "amounts": AMOUNTS, "periods": PERIODS}


def _mark(row: Row, css: str, title: str, link: str | None = None) -> Mark:
    return Mark(row["start_char"], row["end_char"], f"mark mark-{css}", title, link)


def _statement(row: Row, linked: bool) -> Mark:
    title = f"Engagement : {words.STATUS.get(row['status'], row['status'])}"
    return _mark(row, "statement", title, links.page("commitments", row["id"]) if linked else None)


def _amount(row: Row) -> Mark:
    sum_in_words = formats.money(row["value"], row["currency"], row["max_value"], row["per"])
    return _mark(row, "amount", f"Somme : {sum_in_words}")


async def marks_between(
    datasette: Datasette, document: str, start: int, end: int, commitment: str | None = None
) -> list[Mark]:
    """Marks that touch ``[start, end)``: of one statement if ``commitment`` is given, else of all, linked."""
    about = STATEMENTS if commitment is None else ONE_STATEMENT
    found = await database.answers(
        datasette, {"statements": about, **FACTS}, document=document, start=start, end=end, commitment=commitment
    )
    return [
        *(_statement(row, commitment is None) for row in found["statements"]),
        *(_mark(row, "partner", f"Partenaire : {row['name']}") for row in found["partners"]),
        *(_amount(row) for row in found["amounts"]),
        *(
            _mark(row, "period", f"Période : {words.years(row['start_year'], row['end_year'])}")
            for row in found["periods"]
        ),
    ]
