"""Reading in a process of its own: whatever a file does to a library, time and memory end it.

Libraries in C hang and crash on hostile files, and nothing inside a process stops them. So a child
process reads, is killed with all its children when the time is over, and lives on from document to
document where all goes well: it costs its start once, not once a document.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from pathlib import Path
from threading import Lock

from pipeline.errors import ReadFailed
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot

_START_SECONDS = 120.0
"""For the imports of a child on a busy machine."""
_PROJECT = Path(__file__).resolve().parent.parent.parent


def read_apart(snapshot: Snapshot, settings: Settings) -> Reading:
    """The reading of a snapshot, made by a child process within ``read_seconds`` and ``max_memory_bytes``.

    Raises what the reader raises, and ReadFailed where the child dies or does not answer in time.
    """
    child = _CHILDREN.take()
    try:
        answer, fit = child.ask(snapshot, settings)
    except BaseException:
        child.end()
        raise
    if fit:
        _CHILDREN.give_back(child)
    else:
        child.end()
    if isinstance(answer, Reading):
        return answer
    raise answer


class _Child:
    """A process that runs ``pipeline.read.worker``, and the pipe to it."""

    def __init__(self) -> None:
        self.pipe, theirs = Pipe()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pipeline.read.worker", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_PROJECT), *filter(None, sys.path)])},
            )

    def ask(self, snapshot: Snapshot, settings: Settings) -> tuple[Reading | Exception, bool]:
        """The child's answer, and whether it is fit for another document."""
        if not self._is_ready():
            raise ReadFailed(f"{snapshot.url}: no process to read it could be started: {sys.executable}")
        try:
            self.pipe.send((snapshot, settings))
            if not self.pipe.poll(settings.read_seconds):
                raise ReadFailed(
                    f"{snapshot.url}: not read within {settings.read_seconds:g} seconds; "
                    "ENGAGEMENTS_READ_SECONDS gives it more"
                )
            return self.pipe.recv()
        except (EOFError, OSError) as error:
            raise ReadFailed(f"{snapshot.url}: damaged, or too large: {self._death(settings)}") from error

    def _is_ready(self) -> bool:
        try:
            return self.pipe.poll(_START_SECONDS) and self.pipe.recv() == "ready"
        except (EOFError, OSError):
            return False

    def _death(self, settings: Settings) -> str:
        self.end()
        code = self.process.returncode
        how = signal.Signals(-code).name if code < 0 else f"status {code}"
        return f"its reader died ({how}) within max_memory_bytes = {settings.max_memory_bytes}"

    def end(self) -> None:
        """Kill the process and what it started; harmless where they are gone."""
        self.pipe.close()
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class _Children:
    """Children that wait for a document. They end when the parent's end of their pipe closes."""

    def __init__(self) -> None:
        self._idle: list[_Child] = []
        self._lock = Lock()

    def take(self) -> _Child:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.process.poll() is None:
                    return child
        return _Child()

    def give_back(self, child: _Child) -> None:
        with self._lock:
            self._idle.append(child)


_CHILDREN = _Children()
