"""What repeats from page to page: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from pipeline.read.pdf.geometry import PageText, Segment, same_line

_ZONE = 0.1
"""Share of the page's height, above and below, in which furniture stands."""
_TOP = 0.06
"""Share of the page's height in which nothing but heads stands."""
_SMALL = 0.9
"""Times the body's size."""
_LARGEST = 1.7
"""Times the body's size: what is set larger is a title, though each page may have the same."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—•| ]*)(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|\|)\s*\d{1,4})?(?:[-–—•| ]*)", re.IGNORECASE
)
_LETTERHEAD = frozenset(
    {"libertéégalitéfraternité", "républiquefrançaise", "républiquefrançaiselibertéégalitéfraternité"}
)
"""Words, without spaces and marks, that every act of the State or of a local government is headed with."""


def without_furniture(pages: list[PageText]) -> None:
    """Takes running heads, feet and page numbers out of the pages' segments."""
    repeated = _repeated(pages)
    body = _body(pages)
    largest = _LARGEST * body
    for page in pages:
        beside = _beside_numbers(page, _SMALL * body)
        page.segments = [
            s
            for s in page.segments
            if not _is_letterhead(s) and (s.size > largest or not (id(s) in beside or _is_furniture(s, page, repeated)))
        ]
        _set_heads_aside(page, body)
        _set_feet_aside(page, body)


def _set_heads_aside(page: PageText, body: float) -> None:
    """Small type alone at the very top is a head, even where no other page has the same."""
    heads = [s for s in page.segments if s.box[3] < _TOP * page.height]
    if heads and all(s.size < _SMALL * body for s in heads):
        gone = {id(s) for s in heads}
        page.segments = [s for s in page.segments if id(s) not in gone]
        page.asides += heads


def _set_feet_aside(page: PageText, body: float) -> None:
    """Small type alone at the very foot, with nothing right above it, is a foot."""
    feet = [s for s in page.segments if s.box[1] > (1 - _TOP) * page.height]
    if not feet or any(s.size >= _SMALL * body for s in feet):
        return
    top, step = min(s.box[1] for s in feet), 1.5 * max(s.size for s in feet)
    gone = {id(s) for s in feet}
    if not any(top - step < s.box[3] and id(s) not in gone for s in page.segments):
        page.segments = [s for s in page.segments if id(s) not in gone]
        page.asides += feet


def _body(pages: list[PageText]) -> float:
    """The size most characters are set in."""
    sizes: Counter[int] = Counter()
    for page in pages:
        for segment in page.segments:
            sizes[round(segment.size)] += len(segment.words)
    return float(max(sizes, key=sizes.__getitem__, default=0))


def _beside_numbers(page: PageText, small: float) -> set[int]:
    """Ids of small lines level with a page number, in the zone of feet or heads: parts of one of these."""
    zone = [s for s in page.segments if s.size < small and _in_zone(s, page)]
    numbers = [s for s in zone if _PAGE_NUMBER.fullmatch(s.text)]
    return {id(s) for s in zone if any(same_line(s.box, number.box) for number in numbers)} if numbers else set()


def _is_letterhead(segment: Segment) -> bool:
    text = segment.text
    return len(text) < 60 and "".join(c for c in text.casefold() if c.isalpha()) in _LETTERHEAD


def _is_furniture(segment: Segment, page: PageText, repeated: set[tuple[str, int]]) -> bool:
    if not _in_zone(segment, page):
        return False
    if _PAGE_NUMBER.fullmatch(segment.text):
        return True
    return any((_key(segment), _place(segment, page) + d) in repeated for d in (-1, 0, 1))


def _repeated(pages: list[PageText]) -> set[tuple[str, int]]:
    """Wording (digits apart) and place of what stands so on half of the pages, of the left or the right ones."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for segment in page.segments:
            if _in_zone(segment, page):
                seen[_key(segment), _place(segment, page)].add(page.number)
    enough = max(2, min(3, (len(pages) + 1) // 2))
    enough_of_a_side = max(2, min(3, len(pages) // 4))
    return {
        key
        for key, numbers in seen.items()
        if len(numbers) >= enough or (len(numbers) >= enough_of_a_side and len({n % 2 for n in numbers}) == 1)
    }


def _in_zone(segment: Segment, page: PageText) -> bool:
    middle = (segment.box[1] + segment.box[3]) / 2
    return not _ZONE * page.height < middle < (1 - _ZONE) * page.height


def _key(segment: Segment) -> str:
    """Letters alone, in one case, and numbers as a sign: pages may set the same words in their own way."""
    return _DIGITS.sub("#", "".join(c for c in segment.text.casefold() if c.isalnum())) or segment.text


def _place(segment: Segment, page: PageText) -> int:
    """Height on the page in steps of 4 points, counted from the nearer edge."""
    top = segment.box[1]
    return int(top // 4) if top < page.height / 2 else -int((page.height - top) // 4) - 1
