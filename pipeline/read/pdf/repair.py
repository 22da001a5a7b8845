"""Files cut short have lost their table of objects and, often, the list of their pages: both made anew."""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_MOST_PAGES = 5_000
_HEAD = 2_000
"""Bytes of an object in which its type stands."""


def repaired(content: bytes) -> bytes | None:
    """The file with a new catalogue of the page objects found in it; None where there are none, or it is encrypted."""
    if b"/Encrypt" in content:
        return None
    objects = [(match.start(), match.end(), int(match[1])) for match in _OBJECT.finditer(content)]
    pages = [number for _, end, number in objects if _is_page(content, end)][:_MOST_PAGES]
    if not pages:
        return None
    tree = max(number for _, _, number in objects) + 1
    kids = b" ".join(b"%d 0 R" % number for number in dict.fromkeys(pages))
    added = [
        (tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(set(pages)), kids)),
        (tree + 1, b"<</Type/Catalog/Pages %d 0 R>>" % tree),
    ]
    last: dict[int, int] = {number: start for start, _, number in objects}
    body = content + b"\n"
    for number, value in added:
        last[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(last.items()))
    trailer = b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (tree + 2, tree + 1, len(body))
    return body + b"xref\n" + table + trailer


def _is_page(content: bytes, start: int) -> bool:
    end = content.find(b"endobj", start, start + _HEAD)
    return _PAGE.search(content, start, end if end >= 0 else start + _HEAD) is not None
