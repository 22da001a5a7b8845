"""``Source`` → ``Snapshot``: bytes from a file or over http(s), politely, bounded in size and time."""

from pipeline.fetch.fetcher import Fetcher, fetch

__all__ = ["Fetcher", "fetch"]
