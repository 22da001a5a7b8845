"""A mail server on loopback, and how it and others of ours are run in a test."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_string, policy
from email.message import EmailMessage


class Mailbox(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs to hand over one message."""

    def handle(self) -> None:
        self._say("220 loopback")
        while line := self.rfile.readline().decode().strip():
            command = line.upper()
            if command.startswith("QUIT"):
                self._say("221 bye")
                return
            if command == "DATA":
                self._say("354 go on")
                lines = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
                self.server.got.append("\n".join(lines))
            self._say("250 ok")

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())


@contextmanager
def serving(server) -> Iterator[tuple[str, list]]:
    """Where it listens, and what it was given."""
    server.got = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", server.got
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def mail_server() -> Iterator[tuple[str, list[str]]]:
    """Its address, and the messages it was given."""
    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox)) as (address, got):
        yield address, got


def read_mail(text: str) -> EmailMessage:
    return message_from_string(text, policy=policy.default)  # type: ignore[return-value]
