"""A label and a colon before a name ("Financeurs : CAF, MSA"), or a verb of others' past: "commerçaient avec"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.partners.cues import LABELS, LONG_AGO

_LABELLED = re.compile(
    rf"^\W*(?:{'|'.join(LABELS)})\s*:\s*(?:[^.!?:]*(?:[,;/]|\bet|&)\s*)?(?:(?:l'|la |le |les )\s*)?[«\"“]?\s*$",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(rf"\b(?:{'|'.join(LONG_AGO)})\b[^.;:]*\bavec\b[^.;:]*$", re.IGNORECASE)


def label_features(before: str) -> Iterator[str]:
    """``before`` is what its unit says before the name, apostrophes straight."""
    if _LABELLED.match(before):
        yield "labelled"
    if _LONG_AGO.search(before):
        yield "longago"
