"""The small words of French: data only, by language code."""

from __future__ import annotations

SMALL_WORDS: dict[str, frozenset[str]] = {
    "fr": frozenset(
        "le la les de des du et en un une à au aux que qui dans pour par sur est ce cette il elle nous vous "
        "avec plus pas ne se sont ses leur leurs ou".split()
    ),
}
