"""What can go wrong, one class a fact; the message names the value and the way out."""

from __future__ import annotations


class EngagementsError(Exception):
    """Root of the errors this package raises on purpose."""


class InvalidInput(EngagementsError):
    """What a person gave breaks its format; the message names file and place."""


class InvalidAnnotation(InvalidInput):
    """A file below annotations/, or one to import, breaks its format."""


class InvalidManifest(InvalidInput):
    """sources.toml breaks the contract; nothing was fetched."""


class NoDatabase(InvalidInput):
    """There is no database to read, or it is none of this project."""


class SourceFailed(EngagementsError):
    """One source could not be processed; the others go on. ``stage`` names where it stopped."""

    stage = "extract"


class FetchFailed(SourceFailed):
    stage = "fetch"


class SourceGone(FetchFailed):
    """The site answers that the page is no more (404, 410): not the same as a site in trouble."""


class TransientFetchFailure(FetchFailed):
    """A time-out, a refused connection, 429 or 5xx: worth another try.

    ``retry_after``: seconds the server asks to wait, if it does.
    """

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message, retry_after)
        self.retry_after = retry_after

    def __str__(self) -> str:
        return str(self.args[0])


class ReadFailed(SourceFailed):
    stage = "read"


class EmptyDocument(ReadFailed):
    """The file opens and holds no text to extract from."""


class UnsupportedType(ReadFailed):
    """The content is of a type no reader knows."""


class StoreFailed(EngagementsError):
    """The database cannot be opened or written."""


class RefreshRunning(EngagementsError):
    """Another refresh holds the database."""


class ModelMissing(EngagementsError):
    """models/ lacks an artefact; ``engagements train`` makes it."""
