"""What ``follow`` of the manifest may say: a CSS selector, or an address pattern with * and ?."""

from __future__ import annotations

import re

from pipeline.errors import InvalidManifest

_PATTERN = re.compile(r"(?:https?:/)?/|\*")
"""How an address pattern starts; anything else is a CSS selector."""


def is_pattern(follow: str) -> bool:
    return _PATTERN.match(follow) is not None


def check_follow(follow: str) -> None:
    """Raises InvalidManifest where ``follow`` is neither an address pattern nor a CSS selector."""
    from cssselect import HTMLTranslator, SelectorError

    if is_pattern(follow):
        return
    try:
        HTMLTranslator().css_to_xpath(follow)
    except SelectorError as error:
        raise InvalidManifest(
            f"follow = {follow!r} is neither a CSS selector ({error}) nor an address pattern, "
            "which starts with /, * or http(s)://"
        ) from None
