"""Paragraphs of a whole document → blocks: headings by size and weight, items, rows, captions."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from pipeline.read.characters import is_upper, starts_lower
from pipeline.read.joining import ends_sentence, goes_on, join
from pipeline.read.markers import split_marker, value
from pipeline.read.marks import SESSION_LABELS
from pipeline.read.pdf.captions import captions_among
from pipeline.read.pdf.lines import Paragraph
from pipeline.types import Block

_LONGEST_HEADING = 160
_FEWEST_ENTRIES = 3
_FAR = 200
"""Items looked back at for the depth of one."""
_SAID_OF_SESSION = re.compile(
    rf"(?:{'|'.join(SESSION_LABELS)})(?:\(?[a-zé·.]*\)?)(?: [a-zé]+){{0,3}} ?:", re.IGNORECASE
)
_LABEL = re.compile(r"[^:]{1,40} ?: ?[\d\s.,%€()-]*")


class Type:
    """The type a document is set in: body size in points, and the sizes of its headings, largest first."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        weights: Counter[float] = Counter()
        for paragraph in (p for p in paragraphs if p.size):
            weights[round(paragraph.size * 2) / 2] += len(paragraph.text)
        self.body = weights.most_common(1)[0][0] if weights else 10.0
        sizes = {p.size for p in paragraphs if _may_head(p) and self.is_large(p) and _is_heading(p, self, True)}
        self.heading_sizes = _apart(sorted(sizes, reverse=True))

    def is_large(self, paragraph: Paragraph) -> bool:
        return paragraph.size > (1.25 if paragraph.ocr else 1.1) * self.body

    def level(self, paragraph: Paragraph) -> int:
        """1 for the largest size; headings at body size come last."""
        if not self.is_large(paragraph):
            return min(len(self.heading_sizes) + (1 if is_upper(paragraph.text) else 2), 6)
        larger = sum(size > 1.12 * paragraph.size for size in self.heading_sizes)
        return min(larger + 1, 6)


@dataclass(frozen=True, slots=True)
class _Told:
    """Indices of the paragraphs told from the others by what stands around them."""

    items: set[int]
    """Numbered, or set like headings and yet none, as they head nothing."""
    captions: set[int]


def blocks_of(paragraphs: list[Paragraph], words: frozenset[str]) -> list[Block]:
    """The blocks of a document in reading order, sentences whole over columns and pages."""
    paragraphs = _whole(paragraphs, words)
    setting = Type(paragraphs)
    told = _Told(_numbered(paragraphs) | _entries(paragraphs, setting), captions_among(paragraphs, setting.body))
    return [block for i in range(len(paragraphs)) for block in _block(paragraphs, i, setting, told)]


def _block(ps: list[Paragraph], i: int, setting: Type, told: _Told) -> list[Block]:
    paragraph = ps[i]
    marked = split_marker(paragraph.text)
    if paragraph.kind == "row":
        return _made(paragraph, paragraph.text, "table_row")
    if i in told.captions or paragraph.kind in {"aside", "entry"}:
        return _made(paragraph, paragraph.text, "caption")
    if paragraph.kind == "cell item" or marked.bullet or i in told.items:
        return _made(paragraph, marked.body, "list_item", _depth(ps, i))
    if _is_heading(paragraph, setting, i + 1 < len(ps)):
        return _made(paragraph, marked.body, "heading", setting.level(paragraph))
    if marked.number and value(marked.number) is not None:
        return _made(paragraph, marked.body, "list_item", 1)
    return _made(paragraph, paragraph.text, "paragraph")


def _entries(paragraphs: list[Paragraph], setting: Type) -> set[int]:
    """Indices of three and more of one type, set as headings are, with nothing between: what boxes beside one another
    say, or cards with icons. The last of them may head what follows.
    """
    found: set[int] = set()
    run: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        if run and not _is_one_more(paragraphs[run[-1]], paragraph):
            heads = paragraph.column == paragraphs[run[-1]].column
            found |= _idle(run[:-1] if heads else run)
            run = []
        if paragraph.kind == "text" and not is_upper(paragraph.text) and _is_heading(paragraph, setting, True):
            run.append(i)
    return found | _idle(run)


def _is_one_more(above: Paragraph, paragraph: Paragraph) -> bool:
    alike = _is_alike(above, paragraph) and above.bold == paragraph.bold and above.page == paragraph.page
    return alike and paragraph.kind == "text" and not is_upper(paragraph.text)


def _idle(run: list[int]) -> set[int]:
    """Those of a run that is long enough, and not what the document begins with."""
    return set(run) if len(run) >= _FEWEST_ENTRIES and run[0] > 0 else set()


def _made(paragraph: Paragraph, text: str, kind: str, level: int = 0) -> list[Block]:
    if not any(c.isalnum() for c in text):
        return []
    x0, top, x1, bottom = (round(value, 1) for value in paragraph.box)
    return [Block(text, kind, level, paragraph.page, (x0, top, x1, bottom), paragraph.ocr)]  # type: ignore[arg-type]


def _may_head(paragraph: Paragraph) -> bool:
    """Text, or text with a number before it; no bullet, no row."""
    return paragraph.kind == "text" or bool(paragraph.lines and paragraph.lines[0].marked.number)


def _is_heading(paragraph: Paragraph, setting: Type, followed: bool) -> bool:
    """Set larger, bold or in capitals; short; not a sentence."""
    text = paragraph.text
    if not 1 < len(text) < _LONGEST_HEADING or sum(c.isalpha() for c in text) < 0.4 * len(text):
        return False
    open_title = setting.is_large(paragraph) and is_upper(text) and len(paragraph.lines) > 1  # "VIVRE, / GRANDIR,"
    if _LABEL.fullmatch(text) or _SAID_OF_SESSION.match(text) or (text.endswith((";", ",")) and not open_title):
        return False
    if setting.is_large(paragraph):
        return not ends_sentence(text) or text[-1] in "!?" or paragraph.size > 1.5 * setting.body
    if starts_lower(text) or (ends_sentence(text) and not text.endswith("?")) or not followed:
        return False
    return (paragraph.bold and not text.endswith(":")) or (is_upper(text) and len(paragraph.lines) < 5)


def _depth(paragraphs: list[Paragraph], i: int) -> int:
    """1 + how many items above in the same column, and not left of this one, are set in less; 1 in a cell."""
    if not paragraphs[i].lines:
        return 1
    left = paragraphs[i].lines[0].box[0]
    lefts: list[float] = []
    for paragraph in reversed(paragraphs[max(0, i - _FAR) : i]):
        beside = paragraph.box[2] < left
        if paragraph.kind != "item" or paragraph.column != paragraphs[i].column or beside:
            break
        if paragraph.lines[0].box[0] < min([left, *lefts]) - (0.7 * paragraph.size if paragraph.ocr else 4):
            lefts.append(paragraph.lines[0].box[0])
    return 1 + len(lefts)


def _numbered(paragraphs: list[Paragraph]) -> set[int]:
    """Indices of items whose numbers follow one another with nothing between."""
    found: set[int] = set()
    for i, (a, b) in enumerate(itertools.pairwise(paragraphs)):
        first, second = split_marker(a.text), split_marker(b.text)
        one, two = value(first.number), value(second.number)
        if one is not None and two == one + 1 and not first.bullet and a.size == b.size:
            found |= {i, i + 1}
    return found


def _whole(paragraphs: list[Paragraph], words: frozenset[str]) -> list[Paragraph]:
    """Joins what a column or page end broke: the first paragraph of a column to the open one before."""
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        opener = _opener(result, paragraph)
        if opener is None:
            result.append(paragraph)
            continue
        hyphen = opener.lines[-1].hyphen and not opener.text.endswith("-")
        opener.text = join(opener.text + "-" if hyphen else opener.text, paragraph.text, words)
        opener.lines += paragraph.lines
        opener.column, opener.to_the_edge = paragraph.column, paragraph.to_the_edge
    return result


def _opener(before: list[Paragraph], paragraph: Paragraph) -> Paragraph | None:
    """The open paragraph above that this one finishes, if there is one in an earlier column."""
    if paragraph.kind != "text":
        return None
    for distance, candidate in enumerate(reversed(before[-5:])):
        if candidate.column == paragraph.column:
            return None
        if candidate.kind not in {"row", "cell item", "entry"} and _is_alike(candidate, paragraph):
            return candidate if _is_broken(candidate, paragraph, distance) else None
    return None


def _is_alike(a: Paragraph, b: Paragraph) -> bool:
    return abs(a.size - b.size) <= (0.45 if a.ocr else 0.06) * max(a.size, 1.0)


def _is_broken(opener: Paragraph, paragraph: Paragraph, distance: int) -> bool:
    """Is the sentence above open and this its rest: in lower case, or right after a full last line?"""
    if len(opener.text) < 25 or (opener.bold != paragraph.bold and not starts_lower(paragraph.text)):
        return False
    if opener.lines[-1].hyphen or (goes_on(opener.text, paragraph.text) and starts_lower(paragraph.text)):
        return True
    over = ends_sentence(opener.text) or opener.text.endswith((":", ";")) or is_upper(opener.text)
    running = len(opener.lines) > 1 and not (opener.bold and paragraph.bold and len(opener.text) < _LONGEST_HEADING)
    begins = is_upper(paragraph.text) or (paragraph.lines[0].bold and not opener.lines[-1].bold)
    return distance == 0 and opener.to_the_edge and not over and running and not begins


def _apart(sizes: list[float]) -> list[float]:
    """Sizes, largest first, that differ by more than an eighth; at most five, the smallest."""
    kept: list[float] = []
    for size in sizes:
        if not kept or kept[-1] > 1.12 * size:
            kept.append(size)
    return kept[-5:]
