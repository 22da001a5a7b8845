"""A limit on a whole exchange: httpx times out between two reads only, and a server that drips would never end."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any

import httpx

from pipeline.errors import FetchFailed


@contextmanager
def deadline(seconds: float) -> Iterator[dict[str, Any]]:
    """Request extensions that let what is asked inside last ``seconds`` at most, then raise FetchFailed."""
    sockets: list[socket.socket] = []
    over = Event()

    def watch(event: str, info: dict[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            sockets.append(info["return_value"].get_extra_info("socket"))
            if over.is_set():
                cut()

    def cut() -> None:
        over.set()
        for one in sockets:
            with suppress(OSError):  # closed, or replaced by its TLS socket
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield {"trace": watch}
    except httpx.RequestError:
        if not over.is_set():
            raise
    finally:
        timer.cancel()
    if over.is_set():  # a body without a declared length ends well where it is cut
        raise FetchFailed(f"not all of it came within {seconds:g} s")
