"""Broken lines made whole: what continues what, and which hyphens are only hyphenation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.read.characters import starts_lower
from pipeline.read.marks import (
    AMBIGUOUS_STARTS,
    CLOSERS,
    CO_STEMS,
    COMPOUNDS,
    FINAL,
    HYPHENATED_ENDS,
    HYPHENATED_STARTS,
    OPEN_WORDS,
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"([\w-]*?)([^\W\d_]+)-$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+['’]?$")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|St|Ste|art|al|cf|n|p|pp|vol|env|ex|etc)\.$")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """All words of a document in lower case, halves of broken ones left out: hyphens are judged by them."""
    found: set[str] = set()
    broken = False
    for line in lines:
        words = [word.lower() for word in _WORD.findall(line)]
        next_broken = bool(words) and line.endswith("-")
        found.update(words[int(broken) : len(words) - int(next_broken)])
        broken = next_broken or (broken and not words)
    return frozenset(found)


def ends_sentence(text: str) -> bool:
    """Does the text end with a final mark, perhaps closed by a quote or bracket?"""
    bare = text[-60:].rstrip(CLOSERS + " ")
    return bare.endswith(tuple(FINAL)) and not _ABBREVIATION.search(bare)


def ends_open(text: str) -> bool:
    """Must the text go on: a comma, a word such as "de", an open bracket, a hyphen?"""
    if text.endswith((",", "(", "«", "-", "/", "&", "“", "+")):
        return True
    if text.count("(") > text.count(")"):
        return True
    word = _LAST_WORD.search(text[-60:])
    return word is not None and word.group().lower().replace("’", "'") in OPEN_WORDS


def is_hyphenation(left: str, right: str, words: frozenset[str]) -> bool:
    """Is the hyphen at the end of ``left`` there only because the line was full?

    "environ-" + "nement" → True; "co-" + "financement", "Saint-Victor-sur-" + "Loire" → False.
    ``words`` are the document's own: they decide first.
    """
    last, first = _LAST_PART.search(left[-60:]), _FIRST_PART.match(right)
    if last is None or first is None or not first.group()[0].islower():
        return False
    head, tail = last.group(2).lower(), first.group().lower()
    if head + tail in words:
        return True
    if f"{head}-{tail}" in words or {f"{head}-{tail}", f"{head}-{tail[:-1]}"} & COMPOUNDS or tail in HYPHENATED_ENDS:
        return False
    if "-" in last.group(1):
        return len(head) > 2 and head not in words | OPEN_WORDS | HYPHENATED_STARTS
    return _breaks(head, tail, words)


def _breaks(head: str, tail: str, words: frozenset[str]) -> bool:
    """Are the two halves of one word, by what their kind usually is?"""
    if head in {"co", "éco"} and (tail in words or tail.startswith(CO_STEMS)):
        return False
    if head in HYPHENATED_STARTS:
        return head in AMBIGUOUS_STARTS and tail not in words
    return not (len(head) > 2 and len(tail) > 2 and head in words and tail in words)


def join(left: str, right: str, words: frozenset[str] = frozenset()) -> str:
    """Two pieces of one text as one; the space between them only where there is one."""
    if not left or not right:
        return left or right
    if len(left) > 1 and left.endswith("-") and left[-2].isalpha() and right[0].isalpha():
        return left[:-1] + right if is_hyphenation(left, right, words) else left + right
    if left.endswith(("-", "–", "/")) and left[-2:-1].isdigit() and right[0].isdigit():
        return left + right  # "2026- / 2028"
    if left.endswith(("/", "'", "’")) and left[-2:-1].isalpha() and right[0].isalpha():
        return left + right
    return f"{left} {right}"


def goes_on(left: str, right: str) -> bool:
    """Does ``right`` finish the sentence that ``left`` leaves open, by their wording alone?"""
    if ends_sentence(left) or left.endswith((";", ":")):
        return False
    return starts_lower(right) or ends_open(left)
