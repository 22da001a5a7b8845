"""One source, whatever it takes: the way to it, and further attempts where a failure may pass."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from pipeline.errors import FetchFailed, TransientFetchFailure
from pipeline.fetch.files import read_file
from pipeline.fetch.web import Web
from pipeline.settings import Settings
from pipeline.types import Snapshot, Source

logger = logging.getLogger(__name__)


def fetch(source: Source, settings: Settings) -> Snapshot:
    """What the source answers now, without a memory of earlier answers. For many sources, use one ``Fetcher``."""
    if source.path is not None:
        return read_file(source, settings)
    with TemporaryDirectory(prefix="engagements-") as folder, Fetcher(settings, Path(folder)) as fetcher:
        return fetcher.fetch(source)


class Fetcher:
    """Fetches many sources, from several threads if need be.

    ``folder`` remembers answers (to ask only whether they changed) and when each host was last asked;
    processes that share it share both.
    """

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = settings
        self.web = Web(settings, folder)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.web.close()

    def fetch(self, source: Source) -> Snapshot:
        """What the source answers now.

        Raises FetchFailed naming the address and the cause: no such file, a status, a size, a time-out;
        SourceGone where the page is no more. What may pass is tried ``settings.fetch_attempts`` times.
        """
        if source.path is not None:
            return read_file(source, self.settings)
        attempts = Retrying(
            stop=stop_after_attempt(self.settings.fetch_attempts),
            wait=wait_exponential_jitter(max=20),
            retry=retry_if_exception(self._worth_another_try),
            before_sleep=_tell,
            reraise=True,
        )
        try:
            return attempts(self.web.get, source)
        except FetchFailed as error:
            raise type(error)(f"{source.url}: {error}") from error

    def _worth_another_try(self, error: BaseException) -> bool:
        """Where the server asks for more patience than a run has, the next run tries again."""
        if not isinstance(error, TransientFetchFailure):
            return False
        return error.retry_after is None or error.retry_after <= self.settings.fetch_patience_seconds


def _tell(state: RetryCallState) -> None:
    source: Any = state.args[0]
    error = state.outcome.exception() if state.outcome else None
    logger.info("attempt %d failed: %s", state.attempt_number, error, extra={"source": source.id})
