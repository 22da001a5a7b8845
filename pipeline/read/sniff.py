"""What a snapshot is: by its bytes, then by what the server declared, by its address last."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pipeline.types import Snapshot

_MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
_ZIPPED = {
    b"word/": "docx",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"xl/": "an Excel workbook",
    b"ppt/": "a PowerPoint presentation",
    b"application/epub": "an EPUB book",
}
_DECLARED = {
    "application/pdf": "pdf",
    "application/xhtml+xml": "html",
    "text/html": "html",
    "text/markdown": "text",
    "text/plain": "text",
}
_EXTENSIONS = {
    ".htm": "html",
    ".html": "html",
    ".md": "text",
    ".pdf": "pdf",
    ".txt": "text",
    ".xhtml": "html",
}
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|h[1-6]|p|ul|table)\b", re.I)
_UTF16_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)


def format_of(snapshot: Snapshot) -> str:
    """ "pdf", "html", "text", "docx" or "odt"; for what is not read, words that name it."""
    content = snapshot.content
    by_bytes = _by_magic(content)
    if by_bytes is not None:
        return by_bytes
    declared = _DECLARED.get(snapshot.media_type.split(";")[0].strip().lower())
    if _is_html(content, declared):
        return "html"
    if _is_binary(content):
        return f"binary content declared as {snapshot.media_type or 'nothing'}"
    if declared in ("html", "text"):
        return declared
    return "html" if _EXTENSIONS.get(_suffix(snapshot.url)) == "html" and b"<" in content else "text"


def _by_magic(content: bytes) -> str | None:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    return next((name for magic, name in _MAGIC.items() if content.startswith(magic)), None)


def _zipped(content: bytes) -> str:
    """By the names of the parts and the part that names the type; by the bytes where the archive is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = "\n".join(archive.namelist()).encode()
            if "mimetype" in archive.namelist():
                with archive.open("mimetype") as part:
                    names += part.read(200)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        names = content[:4096] + content[-65_536:]
    return next((name for mark, name in _ZIPPED.items() if mark in names), "a zip archive")


def _is_html(content: bytes, declared: str | None) -> bool:
    """Tags at the start; the first few kilobytes where text was declared, to be sure."""
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return bool(_UTF16_TAG.search(head.decode("utf-16", errors="ignore")))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<!--", b"<?xml")) or _TAG.match(start):
        return bool(_TAG.search(content[:20_000]))
    return declared != "text" and len(_TAG.findall(head)) > 1


def _is_binary(content: bytes) -> bool:
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > 0.3 * len(head) / 2 and min(even, odd) < 0.05 * len(head):
        return False
    return control > 0.05 * len(head)


def _suffix(url: str) -> str:
    try:
        return PurePosixPath(urlsplit(url).path).suffix.lower()
    except ValueError:
        return ""
