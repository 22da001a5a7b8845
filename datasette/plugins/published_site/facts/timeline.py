"""Horizon years as a drawing: a line a collectivity, a disc a year, as large as what ends then."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from published_site.database import Row

WIDTH, LABELS, ROW, EDGE = 1000, 250, 56, 30
"""Of the drawing, in its own units; labels stand left of the lines."""
LARGEST, SMALLEST = 20.0, 7.0
FIRST, LAST = 1980, 2100
"""Years outside are typing errors or the history of mankind."""
MOST_TICKS = 12


def _ticks(first: int, last: int) -> list[int]:
    step = next(s for s in (1, 2, 5, 10, 20, 50) if (last - first) / s <= MOST_TICKS)
    return list(range(-(-first // step) * step, last + 1, step))


def timeline(sides: Sequence[tuple[str, Sequence[Row]]]) -> dict[str, Any] | None:
    """``sides`` are names with rows of year and commitments. None where no year is known."""
    rows = [(name, [row for row in found if FIRST <= row["year"] <= LAST]) for name, found in sides]
    years = sorted({row["year"] for _, found in rows for row in found})
    if not years:
        return None
    first, last = years[0], max(years[-1], years[0] + 4)
    per_year = (WIDTH - LABELS - 2 * EDGE) / (last - first)

    def x(year: int) -> float:
        return round(LABELS + EDGE + (year - first) * per_year, 1)

    lines: list[dict[str, Any]] = []
    for name, found in rows:
        totals = {year: sum(row["commitments"] for row in found if row["year"] == year) for year in years}
        lines.append({"name": name, "totals": totals})
    most = max(total for line in lines for total in line["totals"].values())
    for rank, line in enumerate(lines):
        line["y"] = ROW * rank + ROW / 2
        line["discs"] = [
            {"year": year, "n": n, "x": x(year), "r": round(max(SMALLEST, LARGEST * sqrt(n / most)), 1)}
            for year, n in line["totals"].items()
            if n
        ]
    return {
        "width": WIDTH,
        "height": ROW * len(lines) + 30,
        "labels": LABELS,
        "lines": lines,
        "years": years,
        "ticks": [{"year": year, "x": x(year)} for year in _ticks(first, last)],
    }
