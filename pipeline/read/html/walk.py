"""The main content → drafts, in one pass over its elements and without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from pipeline.read.characters import clean, starts_lower
from pipeline.read.html.drafts import Draft, is_number, is_source
from pipeline.read.html.main import names_of
from pipeline.read.html.tables import is_data, rows_of
from pipeline.read.html.words import BLOCK_TAGS, CAPTION_NAMES, HIDDEN_NAMES, SKIPPED_TAGS
from pipeline.read.joining import ends_sentence, join
from pipeline.read.markers import split_marker

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_FIGURE_HOLDERS = frozenset("a article dd div figure li p section td".split())
_NO_FIGURE = frozenset("br ol table ul".split())
_MOST_JOINED = 500
"""Broken lines in one paragraph that are looked at one by one."""
_MOST_INNER = 30
_LONGEST_FIGURE = 320
"""Characters in a box with a key figure."""


def drafts_of(content: HtmlElement) -> list[Draft]:
    """The drafts of an element's content, in order."""
    walker = _Walker()
    events = etree.iterwalk(content, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event in ("comment", "pi"):
            walker.add(element.tail)
        elif event == "start":
            if walker.start(element):
                events.skip_subtree()
        else:
            walker.end(element, element is content)
    walker.flush()
    return walker.drafts


class _Walker:
    """The text since the last block began, and where in lists and headings it stands."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._pieces: list[tuple[str, bool, bool]] = []
        self._kinds: list[tuple[str, int]] = [("paragraph", 0)]
        self._lists = self._bold = self._links = 0
        self._heading = 1
        self._terms: list[str] = []
        self._whole: set[HtmlElement] = set()

    def start(self, element: HtmlElement) -> bool:
        """Takes an opening tag; True where its content is done with."""
        tag = element.tag
        if tag in SKIPPED_TAGS or not names_of(element).isdisjoint(HIDDEN_NAMES):
            return True
        if self._is_whole(element):
            return True
        if tag == "br":
            self._pieces.append(("\n", False, False))
        self._bold += tag in _BOLD
        self._links += tag == "a"
        if tag in BLOCK_TAGS:
            self.flush()
            self._open(element)
        self.add(element.text)
        return False

    def end(self, element: HtmlElement, last: bool) -> None:
        """Takes a closing tag and the text after it."""
        tag = element.tag
        if element in self._whole:
            self._whole.discard(element)
        elif not isinstance(tag, str) or tag in SKIPPED_TAGS or not names_of(element).isdisjoint(HIDDEN_NAMES):
            pass
        else:
            self._bold -= tag in _BOLD
            self._links -= tag == "a"
            if tag in BLOCK_TAGS:
                self.flush()
                self._close(tag)
        if not last:
            self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append((text.replace("\n", " "), self._bold > 0, self._links > 0))

    def flush(self) -> None:
        """Ends the block that is open and makes drafts of its lines."""
        pieces, self._pieces = self._pieces, []
        kind, level = self._kinds[-1]
        for draft in _drafts(pieces, kind, level):
            if kind == "term":
                self._terms.append(draft.text)
                continue
            if kind == "definition" and self._terms:
                draft.text, self._terms = f"{' / '.join(self._terms)} : {draft.text}", []
            draft.kind = "list_item" if kind == "definition" else draft.kind
            self.drafts.append(draft)
            if draft.kind == "heading":
                self._heading = draft.level
            if kind == "list_item":
                self._kinds[-1] = ("paragraph", 0)

    def _open(self, element: HtmlElement) -> None:
        tag, names = element.tag, names_of(element)
        if tag in _HEADINGS:
            self._kinds.append(("heading", _HEADINGS[tag]))
        elif tag == "summary":
            self._kinds.append(("heading", min(self._heading + 1, 6)))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists += 1
            self._kinds.append(("paragraph", 0))
        elif tag in ("li", "dt", "dd"):
            kind = {"li": "list_item", "dt": "term", "dd": "definition"}[tag]
            self._kinds.append((kind, max(self._lists, 1)))
        elif tag in ("figcaption", "caption") or not names.isdisjoint(CAPTION_NAMES):
            self._kinds.append(("caption", 0))
        else:
            self._kinds.append(self._inherited(element))

    def _inherited(self, element: HtmlElement) -> tuple[str, int]:
        """The first paragraph of a list item, heading or caption is that still."""
        kind, level = self._kinds[-1]
        return (kind, level) if kind != "paragraph" else ("paragraph", 0)

    def _close(self, tag: str) -> None:
        if len(self._kinds) > 1:
            closed = self._kinds.pop()
            if closed == ("paragraph", 0) and self._kinds[-1][0] == "list_item" and tag in ("p", "div", "span"):
                self._kinds[-1] = closed
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists = max(self._lists - 1, 0)
        if tag == "dl":
            self.drafts += [Draft(term, "paragraph") for term in self._terms]
            self._terms = []

    def _is_whole(self, element: HtmlElement) -> bool:
        """Data tables and key figures are read at once."""
        found: list[Draft] = []
        if element.tag == "table" and is_data(element):
            found = list(_table(element))
        elif element.tag in _FIGURE_HOLDERS:
            found = _key_figure(element)
        if not found:
            return False
        self.flush()
        self.drafts += found
        self._whole.add(element)
        return True


def _table(table: HtmlElement) -> Iterator[Draft]:
    caption = table.find("caption")
    if caption is not None and (text := clean(" ".join(map(str, caption.itertext())))):
        yield Draft(text, "caption")
    for row in rows_of(table):
        yield Draft(" | ".join(row).rstrip(" |"), "table_row")


def _key_figure(element: HtmlElement) -> list[Draft]:
    """A small box with one number, its label and perhaps its source; [] for what is none."""
    texts: list[tuple[str, bool]] = []
    length = 0
    for n, child in enumerate(element.iter()):
        for piece, owner in ((child.text, child), (child.tail, child.getparent())):
            text = clean(piece or "") if child is not element or piece is child.text else ""
            length += len(text)
            if text and isinstance(owner.tag, str):
                texts.append((text, is_source(text) or _is_caption(owner, element)))
        if n > _MOST_INNER or length > _LONGEST_FIGURE or len(texts) > 6 or child.tag in _NO_FIGURE:
            return []
    labels = [text for text, source in texts if not source]
    if sum(map(is_number, labels)) != 1 or len(labels) < 2 or not _is_boxed(element):
        return []
    return [Draft(" ".join(labels), "paragraph"), *(Draft(text, "caption") for text, source in texts if source)]


def _is_caption(element: HtmlElement, within: HtmlElement) -> bool:
    """Is the element, or one around it in the box, named as a source or credit?"""
    while element is not within:
        if not names_of(element).isdisjoint(CAPTION_NAMES) or element.tag == "figcaption":
            return True
        element = element.getparent()
    return False


def _is_boxed(element: HtmlElement) -> bool:
    """Its number stands in an element of its own, as a block or at the start."""
    inner = [e for e in element.iter() if e is not element and isinstance(e.tag, str)]
    own = next((e for e in inner if is_number(clean("".join(map(str, e.itertext()))))), None)
    if own is None or clean(element.text or ""):
        return False
    return own.tag in BLOCK_TAGS or any(e.tag in BLOCK_TAGS for e in inner)


def _drafts(pieces: list[tuple[str, bool, bool]], kind: str, level: int) -> list[Draft]:
    """The drafts of one block of markup; line breaks in it may part lines, items or nothing."""
    lines = [line for line in _lines(pieces) if line.text]
    if len(lines) < 2 or kind in ("heading", "caption", "term", "definition"):
        return [_merged(lines, kind, level)] if lines else []
    if any(split_marker(line.text).bullet for line in lines):
        return [_line_draft(line, kind, level) for line in lines]
    if kind == "list_item":
        return [_merged(lines, kind, level)]
    return _paragraphs(lines)


def _line_draft(line: Draft, kind: str, level: int) -> Draft:
    item = bool(split_marker(line.text).bullet)
    line.kind, line.level = ("list_item", max(level, 1)) if item else (kind, level)
    return line


def _lines(pieces: list[tuple[str, bool, bool]]) -> Iterator[Draft]:
    """The text between line breaks; how much of it is linked, whether all is bold."""
    line: list[tuple[str, bool, bool]] = []
    for piece in [*pieces, ("\n", False, False)]:
        if piece[0] != "\n":
            line.append(piece)
            continue
        text = clean("".join(part for part, _, _ in line))
        total = sum(len(part.strip()) for part, _, _ in line) or 1
        linked = sum(len(part.strip()) for part, _, is_link in line if is_link) / total
        bold = sum(len(part.strip()) for part, is_bold, _ in line if is_bold) / total
        yield Draft(text, "paragraph", 0, linked, bold > 0.95)
        line = []


def _merged(lines: list[Draft], kind: str, level: int) -> Draft:
    text = "" if len(lines) < _MOST_JOINED else " ".join(line.text for line in lines)
    for line in lines[:_MOST_JOINED] if not text else ():
        text = join(text, line.text)
    linked = sum(line.linked * len(line.text) for line in lines) / max(sum(len(line.text) for line in lines), 1)
    return Draft(text, kind, level, linked, all(line.bold for line in lines))


def _paragraphs(lines: list[Draft]) -> list[Draft]:
    """Lines that line breaks part: joined where a sentence runs on."""
    groups: list[list[Draft]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        runs_on = last and starts_lower(line.text) and not ends_sentence(last.text) and last.text[-1] not in ":;"
        if runs_on and last and not last.bold:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_merged(group, "paragraph", 0) for group in groups]
