"""How the benchmarks time: rivals take turns, so that whatever else the machine does slows all alike."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(rivals: dict[str, Callable[[], object]], rounds: int = 3) -> dict[str, float]:
    """Name → the fewest seconds of processor time one call took, children not counted.

    Processor time, not time on the clock: these run on machines that do other things, too.
    """
    best = dict.fromkeys(rivals, float("inf"))
    for _ in range(rounds):
        for name, call in rivals.items():
            start = time.process_time()
            call()
            best[name] = min(best[name], time.process_time() - start)
    return best
