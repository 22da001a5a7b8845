"""Which way a quantity goes, and the years it is measured from and to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extract.indicators.patterns import (
    BASELINE,
    DECREASE,
    INCREASE,
    LESS_AFTER,
    MAINTAIN,
    MORE_AFTER,
    REACH,
)
from pipeline.types import Direction, Period

_I = re.IGNORECASE
_REACH_BACK = 110


def _stems(stems: Iterable[str]) -> str:
    return "|".join(sorted(stems, key=len, reverse=True))


_CUE = re.compile(
    rf"(?<!\w)(?:(?P<increase>{_stems(INCREASE)})|(?P<decrease>{_stems(DECREASE)})|(?P<maintain>{_stems(MAINTAIN)})"
    rf"|(?P<reach>{_stems(REACH)}))\w*",
    _I,
)
_CLAUSE = re.compile(r"[.;:]\s|\s[-–—]\s|\|")
_SIGNED = re.compile(r"(?:^|[\s(«:|])(?P<sign>[-−–+])\s?$")
_MINUS = re.compile(r"(?<!\w)(?:moins)\s(?:de\s)?$", _I)
_MORE = re.compile(MORE_AFTER)
_LESS = re.compile(LESS_AFTER)
_BASELINE = re.compile(BASELINE, _I)


def sign_before(sentence: str, start: int) -> re.Match[str] | None:
    """A plus or minus that belongs to the number there, not a dash between words."""
    return _SIGNED.search(sentence, 0, start)


def direction(sentence: str, start: int, end: int) -> Direction | None:
    """Which way the quantity at ``[start, end)`` of the sentence goes; None where the words do not say it."""
    sign = sign_before(sentence, start)
    if sign:
        return "increase" if sign["sign"] == "+" else "decrease"
    if _LESS.match(sentence, end):
        return "decrease"
    if _MORE.match(sentence, end):
        return "increase"
    return _cue_before(sentence, start) or _cue_in(sentence[start:end])


def _cue_before(sentence: str, start: int) -> Direction | None:
    clause = sentence[max(0, start - _REACH_BACK) : start]
    breaks = [m.end() for m in _CLAUSE.finditer(clause)]
    cues = list(_CUE.finditer(clause, breaks[-1] if breaks else 0))
    return _named(cues[-1]) if cues else None


def _cue_in(words: str) -> Direction | None:
    cue = _CUE.search(words)
    return _named(cue) if cue and cue.lastgroup in {"increase", "decrease"} else None


def _named(cue: re.Match[str]) -> Direction:
    return cue.lastgroup  # type: ignore[return-value]


def years(sentence: str, offset: int, periods: Sequence[Period], end: int) -> tuple[int | None, int | None]:
    """Baseline and target year of a quantity that ends at ``end``: of the sentence's periods, those that say so.

    ``offset`` is where the sentence begins in the text the periods count in.
    """
    baseline = target = None
    for period in sorted(periods, key=lambda p: abs(p.start - offset - end)):
        start = period.start - offset
        if _BASELINE.search(sentence, 0, start):
            baseline = period.start_year if baseline is None else baseline
        elif period.start_year is None:
            target = period.end_year if target is None else target
        elif period.end_year is None:
            baseline = period.start_year if baseline is None else baseline
        elif period.start_year != period.end_year:
            baseline = period.start_year if baseline is None else baseline
            target = period.end_year if target is None else target
        elif target is None:
            target = period.end_year
    return baseline, target
