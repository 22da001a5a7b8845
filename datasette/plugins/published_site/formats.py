"""Numbers, money and dates as French readers write them."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, get_currency_symbol

LOCALE = "fr_FR"


def number(value: float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):  # a page shows a thousand of them, and Babel takes its time
        return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return format_decimal(value, format="#,##0.####", locale=LOCALE)


def percent(value: float | None) -> str:
    return "" if value is None else f"{round(value * 100)}\N{NO-BREAK SPACE}%"


def money(value: float, currency: str = "EUR", max_value: float | None = None, per: str | None = None) -> str:
    """« 50 000 à 60 000 € par an »."""
    words = number(value)
    if max_value is not None and max_value != value:
        words = f"{words} à {number(max_value)}"
    words = f"{words}\N{NO-BREAK SPACE}{get_currency_symbol(currency, locale=LOCALE)}"
    return words if per is None else f"{words} par {per}"


def _moment(value: str) -> datetime | date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def day(value: str | None) -> str:
    """« 3 avril 2023 », « 1er avril 2023 »; what is no ISO date stays as it is."""
    moment = _moment(value) if value else None
    if moment is None:
        return value or ""
    return format_date(moment, "d'er' MMMM y" if moment.day == 1 else "d MMMM y", locale=LOCALE)


def instant(value: str | None) -> str:
    """« 3 avril 2023 à 02:15 »."""
    moment = _moment(value) if value else None
    if not isinstance(moment, datetime):
        return day(value)
    return f"{day(value)} à {format_time(moment, 'HH:mm', locale=LOCALE)}"


def plural(count: int, singular: str, plural_form: str | None = None) -> str:
    """« 1 document », « 3 documents »; French counts from two."""
    form = singular if abs(count) < 2 else plural_form or f"{singular}s"
    return f"{number(count)}\N{NO-BREAK SPACE}{form}"


def prepare() -> None:
    """Read the names of months and currencies before the first reader waits for them."""
    instant("2020-01-01T00:00:00+00:00")
    money(1.5)


FILTERS = {
    "day": day,
    "instant": instant,
    "money": money,
    "number": number,
    "percent": percent,
    "plural": plural,
}
