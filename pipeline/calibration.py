"""Whether a stated chance is the share of times it comes true."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose stated chance lies in ``[low, high)`` (the last bin holds 1 too)."""

    low: float
    high: float
    count: int
    stated: float
    """Mean chance stated, 0–1."""
    observed: float
    """Share that was right, 0–1."""


def reliability(chances: np.ndarray, right: np.ndarray) -> list[Bin]:
    """Bins of equal width that hold a claim, from stated chances (0–1) and whether each was right."""
    which = np.minimum((chances * BINS).astype(int), BINS - 1)
    return [
        Bin(b / BINS, (b + 1) / BINS, int(held.sum()), float(chances[held].mean()), float(right[held].mean()))
        for b in range(BINS)
        if (held := which == b).any()
    ]


def calibration_error(chances: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error: the mean gap between stated and observed chance, weighted by bin size."""
    gaps = [b.count * abs(b.stated - b.observed) for b in reliability(chances, right)]
    return float(sum(gaps) / max(1, len(chances)))
