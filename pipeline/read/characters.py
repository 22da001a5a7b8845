"""One normal form of characters: NFC, plain spaces, nothing invisible, ligatures spelt out."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff"
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufe00-\ufe0f\U000e0000-\U000e007f\ud800-\udfff]"
)
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """One line of normal text: every run of white space is one space, none at the ends.

    Apostrophes, quotes and dashes stay as written.
    """
    text = _LIGATURE.sub(lambda ligature: _LIGATURES[ligature[0]], _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def starts_lower(text: str) -> bool:
    """Does the text go on from a line above: lower case, a closing mark, a unit?"""
    head = text.lstrip("«“\"'(’ ")
    if text[:1] and text[0] in "(,;:.)]»%€/+=":
        return True
    return bool(head) and head[0].islower()


def is_upper(text: str) -> bool:
    """Is the text set in capitals (at least two letters, hardly any lower-case one)?"""
    letters = [c for c in text[:200] if c.isalpha()]
    if len(letters) < 2:
        return False
    return sum(c.isupper() for c in letters) >= 0.85 * len(letters)
