"""Find what can be measured of an act: quantities of anything but money and time, with what they count.

Sentence by sentence: shares ("un logement sur trois"), factors ("doubler", "diviser par deux"), fractions
("la moitié de"), then numbers with a unit or a noun. The nearest words tell the direction, the sentence's
periods the years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.indicators.counted import (
    NONE,
    OF,
    Counted,
    Tokens,
    counted_after,
    counted_before,
    counted_of_share,
)
from pipeline.extract.indicators.direction import direction, sign_before, years
from pipeline.extract.indicators.patterns import NOMINAL_UNITS, NOT_PER, STRUCTURE, THINGS
from pipeline.extract.indicators.proportions import Proportion, proportions
from pipeline.extract.indicators.quantities import Quantity, quantities
from pipeline.extract.indicators.tables import find_table_indicators
from pipeline.types import Direction, Indicator, Passage, Period
from pipeline.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]
SHARES = {"%", "point"}
_SIGN = re.compile(
    r"\d|(?<!\w)(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|cent|mille|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|"
    r"soixantaine|centaine|millier|million|moitié|tiers|quart|doubl|tripl|quadrupl|divis|multipli|zéro|"
    r"une?\s[^.;:|]{2,60}?\s(?:par|pour\schaque)\s)",
    re.IGNORECASE,
)
_PER = re.compile(r"\s?(?:/\s?|par\s)(?P<per>m[²2]|[a-zà-öø-ÿ]{1,15})(?:[.·]\w+)?(?![\w'’])", re.IGNORECASE)
_DISTANCE = re.compile(
    r"(?<!\w)(?:à|de|des|tous\sles)\s(?:près\sde\s|moins\sde\s|plus\sde\s|environ\s)?$", re.IGNORECASE
)
_CONTRAST = re.compile(r"(?<!\w)(?:contre|au\slieu\sde|vs\.?)\s(?:seulement\s|environ\s)?$", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\s(?:le|leur|notre|son)\snombre\s(?=de\s|d['’])")
_OF_IT = re.compile(r"\s?(?:d['’]|(?:de|des|du|en)(?![\w-]))")
_THINGS = re.compile(THINGS, re.IGNORECASE)
_LENGTHS = {"km", "m", "°C"}


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    tokens: Tokens
    periods: list[Period]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def bounds(self) -> Span:
        return self.start, self.end

    def direction(self, span: Span) -> Direction | None:
        return direction(self.tokens, self.text, self.start, span)


def find_indicators(
    doc: Doc,
    units: Sequence[Unit],
    sums: Sequence[Span],
    periods: Sequence[Period],
    passages: Sequence[Passage] = (),
) -> list[Indicator]:
    """Indicators of a tagged document in reading order; none overlap each other, a sum or a period.

    Among ``passages`` are the tables whose headers and labels say what their cells count.
    """
    tokens = Tokens(doc)
    found: list[Indicator] = []
    for unit in units:
        if _SIGN.search(unit.text):
            sentence = _Sentence(unit.text, unit.start, tokens, _within(periods, unit.start, unit.end))
            taken = [*_spans(sums, sentence), *_spans([(p.start, p.end) for p in sentence.periods], sentence)]
            found.extend(_of_sentence(sentence, taken))
    closed = [*sums, *((p.start, p.end) for p in periods), *((i.start, i.end) for i in found)]
    return sorted([*found, *find_table_indicators(passages, closed)], key=lambda i: i.start)


def _within(periods: Sequence[Period], start: int, end: int) -> list[Period]:
    return [p for p in periods if start <= p.start < end]


def _spans(spans: Sequence[Span], sentence: _Sentence) -> list[Span]:
    """Those that touch the sentence, counted from its start."""
    return [(a - sentence.start, b - sentence.start) for a, b in spans if a < sentence.end and b > sentence.start]


def _of_sentence(sentence: _Sentence, taken: list[Span]) -> Iterator[Indicator]:
    found: list[Indicator] = []
    for proportion in proportions(sentence.text):
        if not _meets(taken, (proportion.start, proportion.end)):
            taken.append((proportion.start, proportion.end))
            found.append(_from_proportion(sentence, proportion))
    for quantity in quantities(sentence.text, taken):
        indicator = _from_quantity(sentence, quantity)
        if indicator is None:
            continue
        if found and _CONTRAST.search(sentence.text, 0, quantity.start) and found[-1].unit == indicator.unit:
            found[-1] = _compared(found[-1], indicator)
        else:
            found.append(indicator)
    end = -1
    for indicator in sorted(found, key=lambda i: i.start):
        if indicator.start >= end:
            end = indicator.end
            yield indicator


def _compared(indicator: Indicator, before: Indicator) -> Indicator:
    """ "32 % en 2030, contre 12 % en 2015": the second is where the first comes from."""
    year = before.target_year if before.target_year != indicator.target_year else None
    known = indicator.baseline_year
    return replace(indicator, baseline_value=before.value, baseline_year=year if known is None else known)


def _meets(spans: list[Span], span: Span) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


def _from_proportion(sentence: _Sentence, found: Proportion) -> Indicator:
    start, end = sentence.start + found.start, sentence.start + found.end
    counted = Counted(found.noun, end) if found.noun else counted_of_share(sentence.tokens, start, end, sentence.bounds)
    way = found.direction or sentence.direction((found.start, found.end))
    facts = Indicator(start, end, "", found.value, found.unit, direction=way)
    return _indicator(sentence, (found.start, found.end), counted, facts)


def _from_quantity(sentence: _Sentence, quantity: Quantity) -> Indicator | None:
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    sign = sign_before(sentence.text, quantity.start)
    first = sign.start("sign") if sign else quantity.start
    if quantity.unit in SHARES:
        counted = counted_of_share(sentence.tokens, start, end, sentence.bounds)
    else:
        counted = _what(sentence, quantity)
        if quantity.unit is None and (counted.words is None or _is_structure(counted)):
            return None
        if quantity.unit in _LENGTHS and _is_distance(sentence, quantity, counted):
            return None
    if quantity.baseline is not None:
        way: Direction | None = "increase" if quantity.value > quantity.baseline else "decrease"
    else:
        way = sentence.direction((quantity.start, quantity.end))
    facts = Indicator(
        start, end, "", quantity.value, quantity.unit or NOMINAL_UNITS.get(counted.head or ""), direction=way,
        max_value=quantity.maximum, baseline_value=quantity.baseline,
    )  # fmt: skip
    found = _indicator(sentence, (first, quantity.end), counted, facts)
    return None if quantity.spelled and quantity.value == 1 and found.per is None else found


def _is_structure(counted: Counted) -> bool:
    return counted.head in STRUCTURE and _THINGS.match(counted.words or "") is None


def _what(sentence: _Sentence, quantity: Quantity) -> Counted:
    """What a number of things or of units of measure is one of: "la moitié" of them is said as a share is."""
    tokens, end = sentence.tokens, sentence.start + quantity.end
    if quantity.unit is None:
        named = _NUMBER_OF.match(sentence.text, quantity.end)
        if named:  # "porter à 2 000 le nombre de logements"
            return counted_after(tokens, sentence.start + named.end(), sentence.end, OF)
        return counted_after(tokens, end, sentence.end, OF if quantity.of else NONE)
    if _OF_IT.match(sentence.text, quantity.end):
        return counted_after(tokens, end, sentence.end, OF)
    return counted_before(tokens, sentence.start + quantity.start, sentence.start, end)


def _is_distance(sentence: _Sentence, quantity: Quantity, counted: Counted) -> bool:
    """ "à 12 km de la gare", "un chemin de 3 km": where or how long a thing is."""
    before = _DISTANCE.search(sentence.text, 0, quantity.start)
    if before is None or sentence.direction((quantity.start, quantity.end)) is not None:
        return False
    return not _OF_IT.match(sentence.text, quantity.end) or before.group().lower().startswith("à")


def _indicator(sentence: _Sentence, span: Span, counted: Counted, facts: Indicator) -> Indicator:
    """``facts`` with its words, what it counts, what one unit comes with and its years."""
    end = max(span[1], counted.end - sentence.start)
    per = _PER.match(sentence.text, end)
    if per and per["per"].lower() not in NOT_PER:
        end = per.end()
    else:
        per = None
    baseline, target = years(sentence.text, sentence.start, sentence.periods, end)
    start = sentence.start + span[0]
    return replace(
        facts,
        start=start,
        end=sentence.start + end,
        text=sentence.text[span[0] : end],
        counted=counted.words,
        per=per["per"].lower() if per else None,
        baseline_year=baseline,
        target_year=target,
    )
