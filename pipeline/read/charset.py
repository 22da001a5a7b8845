"""Bytes to text: byte order mark, declared character set, what the page says of itself, then a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_BROWSERS_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_SAMPLE = 200_000
_WESTERN = ("cp1252", "iso8859-15")
"""Sets of one byte a letter, so alike that each decodes what is written in the other."""
_ODD = re.compile("[\x80-\x9f]|[^\\W\\d_][½¼¾]|\\d[ \xa0]?¤")
"""What French text never holds and the wrong one of them makes of it: controls, "c½ur", "84 000 ¤"."""


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of the bytes, line ends as "\\n"; never raises: what no set explains becomes U+FFFD.

    Valid UTF-8 is UTF-8 whatever header or page say; else header, page and a guess are tried in turn.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _lines(content.decode(name, errors="replace"))
    for name in _candidates(content, declared):
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return _lines(_best_western(content, name, text) if name in _WESTERN else text)
    return _lines(content.decode(_mostly(content), errors="replace"))


def _candidates(content: bytes, declared: str | None) -> list[str]:
    if _looks_like_utf16(content):
        return ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    page = _META.search(content[:4096])
    said = [declared, page.group(1).decode("ascii") if page else None]
    names = [known for name in said if (known := _known(name))]
    return ["utf-8", *names, *_guesses(content)]


def _known(name: str | None) -> str | None:
    """The name as Python's codecs spell it, as browsers read it; None for one that is no text encoding."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None
    return _BROWSERS_READ_AS.get(codec.name, codec.name)


def _guesses(content: bytes) -> list[str]:
    best = from_bytes(content[:_SAMPLE]).best()
    guess = _known(best.encoding) if best is not None else None
    western = guess is None or guess.startswith(("cp125", "iso8859", "mac", "latin"))
    return ["cp1252"] if western or guess is None else [guess, "cp1252"]


def _looks_like_utf16(content: bytes) -> bool:
    sample = content[:2000]
    return len(sample) > 8 and sample.count(0) > 0.3 * len(sample)


def _best_western(content: bytes, name: str, text: str) -> str:
    """The text as decoded, or by the set that makes it less odd: headers often name a neighbour."""
    odd = {name: _oddness(text)}
    if not odd[name]:
        return text
    for other in _WESTERN:
        odd[other] = _oddness(content[:_SAMPLE].decode(other, errors="replace"))
    best = min(odd, key=lambda known: (odd[known], known != name))
    return text if best == name else content.decode(best, errors="replace")


def _oddness(text: str) -> int:
    return len(_ODD.findall(text[:_SAMPLE])) + text[:_SAMPLE].count("\ufffd")


def _mostly(content: bytes) -> str:
    """UTF-8 with a few bad bytes, or a single-byte set?"""
    text = content[:_SAMPLE].decode("utf-8", errors="replace")
    good = sum(ord(c) > 127 and c != "\ufffd" for c in text)
    return "utf-8" if good >= text.count("\ufffd") else "cp1252"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
