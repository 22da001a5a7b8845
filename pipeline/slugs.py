"""Words → the letters, digits and hyphens an id is made of."""

from __future__ import annotations

import re
import unicodedata


def slug(words: str) -> str:
    spelled = words.translate({ord("œ"): "oe", ord("Œ"): "OE", ord("æ"): "ae", ord("Æ"): "AE", ord("’"): "-"})
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "document"
