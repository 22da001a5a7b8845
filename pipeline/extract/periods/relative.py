"""Years told from the day a text was published: "l'an dernier", "d'ici trois ans", "l'été prochain"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.extract.numbers import IN_WORDS, words_value
from pipeline.extract.periods.patterns import DAY
from pipeline.extract.periods.relative_patterns import CASES, LAST, NEXT, WHEN
from pipeline.types import Period

_I = re.IGNORECASE
_MOST_YEARS = 150
_CHEAP = re.compile(r"\bans?\b|ann[ée]e|derni[eè]r|prochain|en cours", _I)
_NUMBER = rf"(?P<n>\d{{1,3}}|{IN_WORDS})"
_COMPILED = [
    (re.compile(rf"(?<!\w){pattern.replace('{N}', _NUMBER)}(?!\w)", _I), meaning) for pattern, meaning in CASES
]
_SEASON = re.compile(
    rf"(?<!\w)(?P<since>depuis\s|dès\s|à\spartir\sde\s)?(?:(?P<until>d['’]ici\s|avant\s|jusqu['’]à\s)(?:à\s)?)?"
    rf"(?:le\s|la\s|l['’]|en\s|au\s|à\sla\s|fin\s|début\s)?(?:{DAY}\s)?"
    rf"(?P<when>{'|'.join(sorted(WHEN, key=len, reverse=True))})\s(?:(?P<last>{LAST})|(?P<next>{NEXT}))(?!\w)",
    _I,
)
_ARTICLE = re.compile(r"(?:en|le|au|à\sla)\s", _I)


def find_relative(text: str, published: date) -> list[Period]:
    """Periods that name no year, reckoned from that day, in reading order; none overlap."""
    if not _CHEAP.search(text):
        return []
    found: list[Period] = []
    for period in sorted([*_years(text, published.year), *_seasons(text, published)], key=lambda p: (p.start, -p.end)):
        if not found or period.start >= found[-1].end:
            found.append(period)
    return found


def _years(text: str, year: int) -> Iterator[Period]:
    for pattern, (first, last) in _COMPILED:
        for match in pattern.finditer(text):
            count = _count(match)
            if count is not None and count <= _MOST_YEARS:
                yield Period(
                    match.start(), match.end(), match.group(), _from(year, first, count), _from(year, last, count), True
                )


def _count(match: re.Match[str]) -> int | None:
    """The number of years written; 0 where the case has none."""
    written = match.groupdict().get("n")
    if written is None:
        return 0
    if written.isdigit():
        return int(written)
    value = 1.0 if re.fullmatch("une?", written, _I) else words_value(written)
    return None if value is None else round(value)


def _from(year: int, shift: int | str | None, count: int) -> int | None:
    if shift is None:
        return None
    return year + (shift if isinstance(shift, int) else count if shift == "+n" else -count)


def _seasons(text: str, published: date) -> Iterator[Period]:
    """ "en juin dernier": the last June that had begun; "l'été prochain": the next summer to come."""
    for match in _SEASON.finditer(text):
        month = WHEN[match["when"].lower()]
        if match["last"]:
            year = published.year if month <= published.month else published.year - 1
        else:
            year = published.year if month > published.month else published.year + 1
        first = year - 1 if match["when"].lower() == "hiver" else year
        article = _ARTICLE.match(text, match.start())
        start = match.start() if match["since"] or match["until"] or article is None else article.end()
        yield Period(
            start, match.end(), text[start : match.end()], None if match["until"] else first,
            None if match["since"] else year, True,
        )  # fmt: skip
