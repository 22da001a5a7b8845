"""robots.txt (RFC 9309): what a host lets us fetch, and how long it wants us to wait between two requests."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from pipeline.errors import FetchFailed, TransientFetchFailure

KEPT_SECONDS = 3600.0
"""How long a process goes by what it read."""
MAX_BYTES = 512_000
"""Of a longer file, the start is read (RFC 9309 asks for 500 KiB at least)."""
MAX_DELAY = 60.0
"""A longer Crawl-delay, in seconds, is taken for a mistake: a host with 200 documents would hold up the night."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A host's robots.txt, or why there is none: then ``text`` is empty and everything is allowed."""

    parsed: Protego
    read_at: float


class Robots:
    """``read``: address of a robots.txt → its text, "" where there is none. It raises TransientFetchFailure where the
    host is in trouble: RFC 9309 then forbids everything."""

    def __init__(self, agent: str, read: Callable[[str], str]) -> None:
        self._agent = agent
        self._read = read
        self._rules: dict[str, Rules] = {}

    def check(self, url: str) -> None:
        """Raises FetchFailed where the host asks us not to fetch it, TransientFetchFailure where it cannot say."""
        if not self._of(url).parsed.can_fetch(url, self._agent):
            raise FetchFailed(f"its robots.txt asks {self._agent.split('/')[0]} not to fetch {url}")

    def delay(self, url: str) -> float:
        """Seconds the host wants between two requests, 0 where it does not say."""
        rules = self._rules.get(_place(url))
        return 0.0 if rules is None else min(rules.parsed.crawl_delay(self._agent) or 0.0, MAX_DELAY)

    def _of(self, url: str) -> Rules:
        place = _place(url)
        rules = self._rules.get(place)
        if rules is None or time.monotonic() - rules.read_at > KEPT_SECONDS:
            try:
                text = self._read(place)
            except TransientFetchFailure as error:
                raise TransientFetchFailure(f"its robots.txt cannot be read: {error}", error.retry_after) from error
            rules = self._rules[place] = Rules(Protego.parse(text), time.monotonic())
        return rules


def _place(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
