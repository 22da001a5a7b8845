"""The text of a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterable


def row_text(cells: Iterable[str]) -> str:
    """The cells, parted by " | ", from the first that holds something; empty ones at the end are left out."""
    return re.sub(" +", " ", " | ".join(cells)).rstrip(" |").lstrip()
