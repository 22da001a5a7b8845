"""One request at a time to a host, and a pause between two, across threads and processes.

``<folder>/<host>.lock`` is held during a request; ``<host>.next`` holds the moment from which the host may be
asked again, in seconds since 1970: a pause after each request, or as long as its Retry-After asks.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock

from pipeline.errors import TransientFetchFailure


class Pace:
    """``patience``: seconds after which we stop waiting for a host that asks for a rest."""

    def __init__(self, folder: Path, patience: float) -> None:
        self.folder = folder
        self.patience = patience

    @contextmanager
    def turn(self, url: str, pause: float) -> Iterator[None]:
        """Wait for our turn, then hold it. ``pause``: seconds before the next one.

        Raises TransientFetchFailure where the host wants to be left alone for longer than our patience.
        """
        name = _file_name(url)
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / f"{name}.lock"):
            self._wait(url, self.folder / f"{name}.next")
            try:
                yield
            finally:
                if pause > 0:
                    self._not_before(name, time.time() + pause)

    def rest(self, url: str, seconds: float) -> None:
        """The host asks not to be asked for so long. Called while holding its turn, or not."""
        self._not_before(_file_name(url), time.time() + seconds)

    def _wait(self, url: str, file: Path) -> None:
        left = _moment(file) - time.time()
        if left > self.patience:
            raise TransientFetchFailure(f"{urlsplit(url).netloc} asks to be left alone for {left:.0f} s", left)
        if left > 0:
            time.sleep(left)

    def _not_before(self, name: str, moment: float) -> None:
        file = self.folder / f"{name}.next"
        file.write_text(str(max(moment, _moment(file))), encoding="ascii")


def _moment(file: Path) -> float:
    try:
        return float(file.read_text(encoding="ascii"))
    except (OSError, ValueError):  # never asked, or a write cut short
        return 0.0


def _file_name(url: str) -> str:
    """Host and port, in characters every file system takes."""
    return re.sub(r"[^a-z0-9.-]", "_", urlsplit(url).netloc.lower())[:200]
