"""The stretches of a text worth reading closely: those around a cheap sign such as a currency or a year.

Outside them nothing is tried, which makes the extractors fast; inside them every run of spaces, digits
or number words is short, which keeps them linear on any input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def windows(text: str, sign: re.Pattern[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Half-open, disjoint, ordered stretches that hold every sign with so many characters on either side."""
    start = end = 0
    for match in sign.finditer(text):
        if match.start() - before > end:
            if end:
                yield start, end
            start = match.start() - before
        end = min(match.end() + after, len(text))
    if end:
        yield start, end
