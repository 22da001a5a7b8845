"""Light Markdown: headings, emphasis, tables, footnotes, admonitions."""

from __future__ import annotations

import re

from pipeline.read.characters import clean

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)\s+\w+\s+\"(.+)\"\s*$")
_RULE = re.compile(r"[|\s:+]*[-=_*~─━═.•·]{3,}[-=_*~─━═|:+\s.•·]*|[|:\-\s]{3,}")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\]:?\s*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,600}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_CODE = re.compile(r"`([^`]*)`")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_TITLED = re.compile(r"(\*\*|__)(?P<title>[^*]+?)\1\s+[—–-]\s+(?P<rest>\S.*)")


def heading(text: str) -> tuple[int, str] | None:
    """ "## Titre" → (2, "Titre"); an admonition's title is a heading of level 3."""
    if match := _HEADING.fullmatch(text):
        return len(match.group(1)), plain(match.group(2))
    if match := _ADMONITION.fullmatch(text):
        return 3, plain(match.group(1))
    return None


def is_rule(text: str) -> bool:
    """A line of dashes, dots or stars: a separator, nothing to read."""
    return len(text) < 400 and bool(_RULE.fullmatch(text))


def table_cells(raw: str) -> tuple[str, ...]:
    """Cells of "| a | b |" or of a tab-separated line; () where the line is no row."""
    line = raw.strip(" \r\n")
    if line.startswith("|") and line.count("|") > 1:
        parts = re.split(r"(?<!\\)\|", line.strip("|"))
    elif "\t" in line.strip():
        parts = line.strip().split("\t")
    else:
        return ()
    cells = tuple(plain(clean(part)) for part in parts)
    return cells if sum(bool(cell) for cell in cells) > 1 and len(cells[0]) > 1 else ()


def is_bold(text: str) -> bool:
    """Is the whole text emphasised: "**Titre**", "_**Titre**_"?"""
    bare = text.strip("_* ")
    return text.strip("_ ").startswith("**") and text.strip("_ ").endswith("**") and "**" not in bare


def opens_bold(text: str) -> bool:
    """Is a "**" left open at the end of the text, from its start?"""
    return text.startswith("**") and text.count("**") == 1


def titled(text: str) -> tuple[str, str] | None:
    """ "**Titre** — explication" → ("Titre", "explication")."""
    match = _TITLED.fullmatch(text)
    return (plain(match["title"]), plain(match["rest"])) if match else None


def plain(text: str) -> str:
    """The text without Markdown's marks; a "**" left alone goes too."""
    text = _FOOTNOTE.sub("", _LINK.sub(r"\1", text))
    text = _CODE.sub(r"\1", _BOLD.sub(r"\2", text)).replace("**", "")
    return clean(_ITALIC.sub(r"\2", text))
