"""Text with marks as HTML: always well nested, always escaped, and the same text once tags are dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """``[start, end)`` in code points; ``css`` names its colour, ``title`` says what it is."""

    start: int
    end: int
    css: str
    title: str
    link: str | None = None
    """Where a small sign after the mark leads, if anywhere."""


def _clipped(marks: Iterable[Mark], origin: int, length: int) -> list[tuple[int, int, int, Mark]]:
    """Marks as a queue of (start, −end, rank, mark) relative to the text: outer before inner."""
    queue = []
    for rank, mark in enumerate(marks):
        start, end = max(mark.start - origin, 0), min(mark.end - origin, length)
        if start < end:
            queue.append((start, -end, rank, mark))
    heapify(queue)
    return queue


def _opening(mark: Mark) -> Markup:
    return Markup('<mark class="{}" title="{}">').format(mark.css, mark.title)


def _closing(mark: Mark, last: bool) -> Markup:
    if mark.link is None or not last:
        return Markup("</mark>")
    return Markup('</mark><a class="mark-link" href="{}" aria-label="Fiche de cet engagement"></a>').format(mark.link)


def highlight(text: str, marks: Iterable[Mark], origin: int = 0) -> Markup:
    """HTML of ``text``, which begins at ``origin`` in its document. Crossing marks are cut."""
    queue = _clipped(marks, origin, len(text))
    html: list[Markup] = []
    opened: list[tuple[int, bool, Mark]] = []
    at = 0

    def close_until(limit: int) -> None:
        nonlocal at
        while opened and opened[-1][0] <= limit:
            end, last, mark = opened.pop()
            html.extend((escape(text[at:end]), _closing(mark, last)))
            at = end

    while queue:
        start, negative_end, rank, mark = heappop(queue)
        close_until(start)
        end, last = -negative_end, True
        if opened and end > opened[-1][0]:
            heappush(queue, (opened[-1][0], -end, rank, mark))
            end, last = opened[-1][0], False
        html.extend((escape(text[at:start]), _opening(mark)))
        at = start
        opened.append((end, last, mark))
    close_until(len(text))
    html.append(escape(text[at:]))
    return Markup("").join(html)
