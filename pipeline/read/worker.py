"""The child process of ``apart``: reads one snapshot after the other, with little memory and time.

Run as ``python -m pipeline.read.worker FD``, where FD is its end of the parent's pipe.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.errors import EngagementsError, ReadFailed
from pipeline.read import read_here
from pipeline.read.pdf import read_pdf  # noqa: F401  imported before the first document's time begins
from pipeline.settings import Settings
from pipeline.types import Reading, Snapshot

_FIT = 0.5
"""Share of the memory allowed above which a process is not used again: what it holds, it seldom gives back."""


def serve(pipe: Connection) -> None:
    """Answer until the parent is gone: (Reading or error, fit for another)."""
    while True:
        try:
            pipe.send("ready")
            snapshot, settings = pipe.recv()
        except (EOFError, OSError):
            return
        _limit(settings)
        pipe.send((_answer(snapshot, settings), _is_fit(settings)))


def _answer(snapshot: Snapshot, settings: Settings) -> Reading | Exception:
    try:
        return read_here(snapshot, settings)
    except EngagementsError as error:
        return error
    except MemoryError:
        return ReadFailed(
            f"{snapshot.url}: more than max_memory_bytes = {settings.max_memory_bytes}; "
            "ENGAGEMENTS_MAX_MEMORY_BYTES gives it more"
        )
    except Exception as error:  # of any library, and perhaps not one that can be sent
        return ReadFailed(f"{snapshot.url}: {type(error).__name__}: {error}")


def _limit(settings: Settings) -> None:
    """Memory for this process and each it starts; and, should the parent be gone, an end."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + settings.read_seconds) + 10
    for what, most in ((resource.RLIMIT_AS, settings.max_memory_bytes), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _is_fit(settings: Settings) -> bool:
    return _peak_bytes() < _FIT * settings.max_memory_bytes


def _peak_bytes() -> int:
    """The most memory this program has held. Not ``ru_maxrss`` on Linux: a child begins with its parent's, which
    has a language model loaded, and would never be used twice."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
