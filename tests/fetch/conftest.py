"""What all that ask for pages share: no wait between two attempts, no proxy, a site of ours on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import tenacity
from websites import Website, website


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pipeline.fetch.fetcher.wait_exponential_jitter", lambda **_: tenacity.wait_none())


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as site:
        yield site
