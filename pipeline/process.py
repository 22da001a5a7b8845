"""One source on its way from its bytes to its extraction: what workers and Prefect's tasks run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import EngagementsError, SourceFailed
from pipeline.fingerprint import fingerprint
from pipeline.obtain import Obtained, bytes_again
from pipeline.settings import Settings
from pipeline.types import Extraction, Snapshot, Source


@dataclass(frozen=True, slots=True)
class Options:
    """What a refresh is asked to do. ``only``: ids of sources, all where empty; ``force``: the unchanged ones too."""

    corpus: Path
    database: Path
    only: tuple[str, ...] = ()
    offline: bool = False
    force: bool = False
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Processed:
    """A source's extraction on its way to the store, or why there is none."""

    source: Source
    snapshot: Snapshot | None = None
    """Without its bytes: they are kept by now, and the store wants the facts only."""
    fingerprint: str = ""
    extraction: Extraction | None = None
    """None where the source is unchanged."""
    error: SourceFailed | None = None


def settled(obtained: Obtained, known: str | None, settings: Settings) -> Processed | None:
    """What is clear before anything is read: it could not be had, or is what ``known`` was made from. Else None."""
    source, snapshot = obtained.source, obtained.snapshot
    if obtained.error is not None:
        return Processed(source, error=obtained.error)
    if snapshot is not None and fingerprint(source, snapshot, settings) == known:
        return Processed(source, snapshot, known or "")
    return None


def process(obtained: Obtained, known: str | None, options: Options, settings: Settings) -> Processed:
    """Analyse one source; ``known`` is the fingerprint of what is stored. Never raises SourceFailed."""
    done = settled(obtained, known, settings)
    if done is not None:
        return done
    source = obtained.source
    try:
        snapshot = bytes_again(obtained, options.corpus, settings)
        extraction = extract(source, snapshot, settings)
    except SourceFailed as error:
        return Processed(source, error=error)
    return Processed(source, replace(snapshot, content=b""), fingerprint(source, snapshot, settings), extraction)


def extract(source: Source, snapshot: Snapshot, settings: Settings) -> Extraction:
    """Analyse; whatever goes wrong in one document is that source's failure."""
    from pipeline.analyse import analyse

    with as_failure_of(source):
        return analyse(snapshot, source, settings)


@contextmanager
def as_failure_of(source: Source) -> Iterator[None]:
    """Documents are hostile and libraries many: an error nobody foresaw still costs one source only."""
    try:
        yield
    except EngagementsError:
        raise
    except Exception as error:
        raise SourceFailed(f"{source.url}: {type(error).__name__}: {error}") from error
