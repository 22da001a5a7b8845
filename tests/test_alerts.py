"""Alerts of a failed run reach a real web server and a real mail server, both ours on loopback."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_string, policy
from http.server import BaseHTTPRequestHandler, HTTPServer

from pipeline.alerts import alert
from pipeline.settings import Settings

SUBJECT, BODY = "engagements: run nuit failed", "2 sources on 10 failed: école à Lormoy"


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


class Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


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


def test_a_mail_server_is_given_the_message(caplog):
    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox)) as (address, got):
        alert(SUBJECT, BODY, Settings(alert_urls=f"mailto://{address}?from=nuit@exemple.fr&to=equipe@exemple.fr"))
    assert not caplog.records
    (message,) = (message_from_string(text, policy=policy.default) for text in got)
    assert message["Subject"] == SUBJECT
    assert "equipe@exemple.fr" in message["To"]
    assert BODY in message.get_body(("plain", "html")).get_content()


def test_a_web_hook_is_given_it_too_where_mail_fails(caplog):
    with serving(HTTPServer(("127.0.0.1", 0), Hook)) as (address, got):
        urls = f"mailto://127.0.0.1:1?from=a@exemple.fr&to=b@exemple.fr,json://{address}/"
        alert(SUBJECT, BODY, Settings(alert_urls=urls))
    assert [(told["title"], told["message"]) for told in got] == [(SUBJECT, BODY)]
    assert "alert through ENGAGEMENTS_ALERT_URLS failed" in caplog.text
