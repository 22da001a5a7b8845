"""What the neighbours of a unit are taken for: the second look of the classifiers.

A first model reads each unit alone; these features tell a second one what the first thought of the
sentences around it, of the other items of its list and of the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.units import Unit

REACH = 6
"""Units of the same kind this far up and down are company."""
_NEAR = (-2, -1, 1, 2)


def neighbourhood(first: np.ndarray, units: Sequence[Unit]) -> np.ndarray:
    """Features of one document, units × n, from the first model's probabilities, units × classes."""
    rows = np.empty((len(units), 0))
    if not units:
        return rows
    whole = first.mean(axis=0)
    return np.array([np.concatenate(_features(i, first, units, whole)) for i in range(len(units))])


def _features(i: int, first: np.ndarray, units: Sequence[Unit], whole: np.ndarray) -> list[np.ndarray]:
    nothing = np.zeros(first.shape[1])
    near = [first[i + step] if 0 <= i + step < len(units) else nothing for step in _NEAR]
    company = [
        first[j]
        for j in range(max(0, i - REACH), min(len(units), i + REACH + 1))
        if j != i and units[j].kind == units[i].kind
    ]
    lead = units[i].lead_unit
    return [
        first[i],
        np.log(first[i] + 1e-4) / 5,
        whole,
        *near,
        np.mean(company, axis=0) if company else nothing,
        first[lead] if lead is not None else nothing,
        np.array([float(bool(company)), float(lead is not None)]),
    ]
