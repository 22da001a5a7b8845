"""Quantities said without a number of their own: "un logement sur trois", "doubler", "la moitié de"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.indicators.patterns import FACTORS, FRACTIONS, THE, ZERO_BEFORE
from pipeline.extract.numbers import FIGURE, IN_WORDS, figure_value, words_value
from pipeline.types import Direction

_I = re.IGNORECASE
_N = rf"(?:{FIGURE}|{IN_WORDS})"
_SHARE = re.compile(
    rf"(?<![\w.,/])(?P<part>une?|{_N})\s(?P<noun>(?:[a-zà-öø-ÿ][\w’'-]*\s){{0,3}}?)sur\s(?P<whole>{_N})"
    r"(?![\w%€]|\s?(?:%|€))",
    _I,
)
_TIMES = re.compile(rf"(?<!\w)(?P<verb>divis|multipli)\w*\s(?:[^.;:]{{1,60}}?\s)??par\s(?P<by>{_N})(?!\w)", _I)
_FACTOR = re.compile(
    rf"(?<!\w)(?P<stem>{'|'.join(FACTORS)})(?:er|é|ée|és|ées|e|ent|era|eront|erons|ons|ant|ement)(?!\w)"
    rf"(?=\s(?:\w+ment\s)?(?:{THE}))",
    _I,
)
_FRACTION = re.compile(
    r"(?<!\w)(?:(?P<by>(?:de\s(?:la\s)?|d['’]un\s|d['’]une\s|des\s))|la\s|les\s|un\s|une\s|le\s)?"
    rf"(?P<half>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})(?![\w-])(?!\s(?:monde|payant|d['’]heure))",
    _I,
)
_UP = re.compile(r"(?<!\w)(?:augment|accro|hauss|progress|agrand)\w*[^.;:]{0,60}$", _I)
_DOWN = re.compile(r"(?<!\w)(?:rédu|dimin|bais|chut|recul|allég|abaiss|supprim|coup)\w*[^.;:]{0,60}$", _I)
_ZERO = re.compile(r"(?<!\w)(?:zéro|0)(?=\s[a-zà-öø-ÿ])", _I)
_ZERO_BEFORE = re.compile(ZERO_BEFORE, _I)
_SHORT_OF = 20


@dataclass(frozen=True, slots=True)
class Proportion:
    """Offsets are within the sentence. ``noun`` is what is counted where it stands inside."""

    start: int
    end: int
    value: float
    unit: str | None
    direction: Direction | None
    noun: str | None = None


def proportions(sentence: str) -> Iterator[Proportion]:
    yield from _shares(sentence)
    yield from _factors(sentence)
    yield from _fractions(sentence)
    for match in _ZERO.finditer(sentence):
        if _ZERO_BEFORE.search(sentence[: match.start()]):
            yield Proportion(match.start(), match.end(), 0.0, None, "reach")


def _shares(sentence: str) -> Iterator[Proportion]:
    """ "un logement sur trois", "deux habitants sur cinq", "8 sur 10"."""
    for match in _SHARE.finditer(sentence):
        part, whole = _number(match["part"]), _number(match["whole"])
        noun = match["noun"].strip()
        timetable = part == whole or re.search(r"(?:jours?|heures?|h|fois|notes?|points?|ans?)$", noun, _I)
        if part is None or whole is None or not 0 < part < whole or timetable:
            continue
        if not noun and re.match(r"une?$", match["part"], _I) is None and whole == _SHORT_OF:
            continue  # "14 sur 20" is a mark
        yield Proportion(match.start(), match.end(), round(100 * part / whole, 2), "%", None, noun or None)


def _factors(sentence: str) -> Iterator[Proportion]:
    """ "diviser par deux", "multiplier par 3", "doubler le nombre de"."""
    for match in _TIMES.finditer(sentence):
        value = _number(match["by"])
        if value is not None and value > 1:
            way: Direction = "decrease" if match["verb"].lower() == "divis" else "increase"
            yield Proportion(match.start(), match.end(), value, "fois", way)
    for match in _FACTOR.finditer(sentence):
        yield Proportion(match.start(), match.end(), FACTORS[match["stem"].lower()], "fois", "increase")


def _fractions(sentence: str) -> Iterator[Proportion]:
    """ "réduire de moitié", "d'un tiers", "la moitié des repas"."""
    for match in _FRACTION.finditer(sentence):
        before = sentence[: match.start()]
        changed = bool(match["by"]) and (_UP.search(before) or _DOWN.search(before))
        followed = re.match(r"\s(?:des?\s|du\s|d['’])", sentence[match.end() :]) or before.endswith("dont ")
        if not changed and not followed:
            continue
        way: Direction | None = None
        if changed:
            way = "decrease" if _DOWN.search(before) else "increase"
        yield Proportion(match.start(), match.end(), round(FRACTIONS[_plain(match["half"])], 2), "%", way)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _number(written: str) -> float | None:
    if written[0].isdigit():
        return figure_value(written)
    return 1.0 if written.lower() in {"un", "une"} else words_value(written)
