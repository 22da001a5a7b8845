"""Days that running text states: "publié le 7 octobre 2015", "Dernière mise à jour : 03/05/24"."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

Event = Literal["published", "modified"]

_MONTHS = {
    "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "fév": 2, "mars": 3, "avril": 4, "avr": 4,
    "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10,
    "oct": 10, "novembre": 11, "nov": 11, "décembre": 12, "decembre": 12, "déc": 12,
}  # fmt: skip
_WORDS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
_GAP = r"[ ./-]{1,2}"
_MONTH = rf"(?P<month>\d{{1,2}}|(?:{_WORDS})\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)\b"
_DAY = rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:er)?{_GAP}{_MONTH}{_GAP}{_YEAR}|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
_LINK = r"(?:[ :,]|le\b|du\b|au\b)*"
_PUBLISHED = (
    r"(?:publi|diffus|post|cré)ée?s?|mise?s? en ligne|parue?s?|(?:date de )?(?:publication|parution|mise en ligne)"
)
_MODIFIED = r"mise?s? à jour|(?:modifi|actualis|révis)ée?s?|maj|modification|révision|actualisation"
SAYS: dict[Event, re.Pattern[str]] = {
    "published": re.compile(rf"\b(?:{_PUBLISHED}){_LINK}(?:{_DAY})"),
    "modified": re.compile(rf"\b(?:{_MODIFIED}){_LINK}(?:{_DAY})"),
}
"""The words before a day that say what it is the day of, in lower case; at most a "le" or a colon between."""


def day_in(text: str, event: Event) -> date | None:
    """The first day the text states for the event; None where it states none."""
    for match in SAYS[event].finditer(text.lower().replace("\u00a0", " ")):
        if day := _day_of(match):
            return day
    return None


def iso_day(text: str | None) -> date | None:
    """ "2021-06-30T10:00:00+02:00" → that day; None for anything else."""
    match = re.search(r"((?:19|20)\d\d)-(\d\d)-(\d\d)", text or "")
    return _day(*(int(part) for part in match.groups())) if match else None


def _day_of(match: re.Match[str]) -> date | None:
    if match["iso"]:
        return iso_day(match["iso"])
    month = match["month"].rstrip(".")
    year = int(match["year"])
    return _day(
        year if year > 99 else 2000 + year, int(month) if month.isdecimal() else _MONTHS[month], int(match["day"])
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
