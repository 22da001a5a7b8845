"""The numbers of a sentence that measure something, with their unit: before anything is known of what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.indicators.patterns import (
    EACH,
    LABELS,
    NOT_MEASURED_AFTER,
    POINTING,
    UNITS,
)
from pipeline.extract.numbers import FIGURE, IN_WORDS, SPACE, figure_value, words_value

_I = re.IGNORECASE
_SCALES = {"millier": 1e3, "million": 1e6, "milliard": 1e9}
_NUMBER = re.compile(
    rf"(?<![\w])(?<!\d[.,])(?:(?P<figure>{FIGURE})(?:{SPACE}(?P<scale>{'|'.join(_SCALES)})s?(?!\w))?(?P<half>\set\sdemie?)?"
    rf"|(?P<words>{IN_WORDS})(?![\w'’]|-[a-z]))",
    _I,
)
_UNIT = re.compile(rf"{SPACE}?(?:" + "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, _) in enumerate(UNITS)) + ")")
_LINK = re.compile(r"\s(?:de\s|d['’])")
_SIGN = re.compile(r"(?:^|\s)[-−–+]\s?$")
_POINTS = re.compile(rf"\s(?P<u{next(i for i, (_, name) in enumerate(UNITS) if name == 'point')}>points?)(?!\w)")
_LABEL = re.compile(LABELS, _I)
_AFTER = re.compile(NOT_MEASURED_AFTER)
_POINTING = re.compile(POINTING, _I)
_ONE = re.compile(r"une?", _I)
_ONE_EACH = re.compile(rf"(?:\s[a-zà-öø-ÿ][\w’'-]*){{1,4}}?\s(?:par|pour\schaque)\s(?:{'|'.join(EACH)})(?!\w)")
"""After "un": "un arbre par habitant" measures, "un arbre" does not."""
_RANK = re.compile(r"(?:^|[\s(])(?:le|au|du|jusqu['’]au)\s$", _I)
_JOINS = re.compile(
    rf"{SPACE}?(?:(?P<to>à|a|jusqu['’]à)|(?P<dash>[-–—/])|(?P<either>ou|et)){SPACE}?(?:près de |plus de )?", _I
)
_FROM = re.compile(r"(?<!\w)(?:(?P<between>entre)|de|du|d['’])\s$", _I)
_MOVES = re.compile(
    r"(?<!\w)(?:pass|port|rédui|augment|abaiss|ramen|évolu|progress|étend|grimp|chut|recul|mont|élev|baiss|hauss|relev)\w*"
    r"(?:\s[^.;:]{0,70}?)?\s(?:de|d['’])\s?$",
    _I,
)
_PHONE = re.compile(
    r"(?<!\d)0\d(?:[ .\u00a0]?\d\d){4}(?!\d)|(?<!\d)\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{5}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. Offsets are within the sentence; ``end`` is after the unit."""

    start: int
    end: int
    value: float
    unit: str | None = None
    maximum: float | None = None
    baseline: float | None = None
    """What it was before: "passer de 30 à 50 %"."""
    of: bool = False
    """Said as a noun, so that "de" follows: "une centaine de", "deux millions de"."""
    spelled: bool = False


def quantities(sentence: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Quantities of a sentence in order; ``taken`` are spans of sums and periods, and hold none."""
    closed = [*taken, *(m.span() for m in _PHONE.finditer(sentence))]
    found = [q for q in _numbers(sentence) if not any(a < q.end and q.start < b for a, b in closed)]
    return list(_joined(sentence, found))


def _numbers(sentence: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(sentence):
        value = _value(match)
        if value is None or (
            match["words"] and _ONE.fullmatch(match["words"]) and not _ONE_EACH.match(sentence, match.end())
        ):
            continue
        unit = _unit_after(sentence, match)
        canonical = UNITS[int(unit.lastgroup[1:])][1] if unit and unit.lastgroup else None
        words = (match["words"] or match["scale"] or "").lower()
        noun = bool(re.search(r"(?:aine|millier|million|milliard)s?(?:\set\sdemie?)?$", words))
        end = unit.end() if unit else match.end()
        yield Quantity(match.start(), end, value, canonical, of=noun, spelled=bool(match["words"]))


def _unit_after(sentence: str, number: re.Match[str]) -> re.Match[str] | None:
    """ "3 km", "10 millions de litres", "+ 10 points": of a point only after a sign, else it is a place or a topic."""
    unit = _UNIT.match(sentence, number.end())
    if unit is None and number["scale"] and (link := _LINK.match(sentence, number.end())):
        unit = _UNIT.match(sentence, link.end())
    if unit is None and _SIGN.search(sentence, 0, number.start()):
        unit = _POINTS.match(sentence, number.end())
    return unit


def _value(match: re.Match[str]) -> float | None:
    if match["words"]:
        return words_value(match["words"])
    half = 0.5 if match["half"] else 0.0
    return (figure_value(match["figure"]) + half) * _SCALES.get((match["scale"] or "").lower(), 1.0)


def _joined(sentence: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """Each quantity, or the two ends of a range or of a change as one."""
    skip = False
    for i, low in enumerate(numbers):
        if skip:
            skip = False
            continue
        high = numbers[i + 1] if i + 1 < len(numbers) else None
        together = _together(sentence, low, high) if high is not None else None
        skip = together is not None
        if together is None:
            if _measures(sentence, low):
                yield low
        elif _measures(sentence, replace(together, start=together.end)) and not _LABEL.search(sentence[: low.start]):
            yield together


def _together(sentence: str, low: Quantity, high: Quantity) -> Quantity | None:
    joint = _JOINS.fullmatch(sentence, low.end, high.start)
    if joint is None or (low.unit is not None and low.unit != high.unit):
        return None
    before = sentence[: low.start]
    opened = _FROM.search(before)
    moved = _MOVES.search(before) if joint["to"] else None
    if moved:
        whole = moved.group().lower().startswith(("pass", "port"))
        start = moved.start() if whole else opened.start() if opened else low.start
        return Quantity(start, high.end, high.value, high.unit, baseline=low.value, of=high.of)
    if high.value <= low.value or (joint["either"] == "et" and not (opened and opened["between"])):
        return None
    if joint["dash"] and (low.value * 20 < high.value or low.end - low.start > 6 or joint.group().strip() == "/"):
        return None
    start = opened.start() if opened and (opened["between"] or joint["to"]) else low.start
    return Quantity(start, high.end, low.value, high.unit, high.value, of=high.of)


def _measures(sentence: str, quantity: Quantity) -> bool:
    """False for a rank, a date, an hour, an age, an address, a score, a reference."""
    before = sentence[: quantity.start]
    if quantity.unit == "%":
        return not re.match(r"\s(?:des\s)?(?:voix|suffrages|votants)", sentence[quantity.end :])
    if _LABEL.search(before[-24:]):
        return False
    if quantity.unit is not None:
        return True
    if quantity.spelled and quantity.value <= 10 and _POINTING.search(before[-24:]):
        return False
    return not (_RANK.search(before[-12:]) or _AFTER.match(sentence, quantity.end))
