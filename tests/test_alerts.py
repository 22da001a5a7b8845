"""Alerts of a failed run reach a real web server and a real mail server, both ours on loopback."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer

from mail_server import mail_server, read_mail, serving

from pipeline.alerts import alert
from pipeline.settings import Settings

SUBJECT, BODY = "engagements: run nuit failed", "2 sources on 10 failed: école à Lormoy"


class Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


def test_a_mail_server_is_given_the_message(caplog):
    with mail_server() as (address, got):
        alert(SUBJECT, BODY, Settings(alert_urls=f"mailto://{address}?from=nuit@exemple.fr&to=equipe@exemple.fr"))
    assert not caplog.records
    (message,) = map(read_mail, got)
    assert message["Subject"] == SUBJECT
    assert "equipe@exemple.fr" in message["To"]
    assert BODY in message.get_body(("plain", "html")).get_content()


def test_a_web_hook_is_given_it_too_where_mail_fails(caplog):
    with serving(HTTPServer(("127.0.0.1", 0), Hook)) as (address, got):
        urls = f"mailto://127.0.0.1:1?from=a@exemple.fr&to=b@exemple.fr,json://{address}/"
        alert(SUBJECT, BODY, Settings(alert_urls=urls))
    assert [(told["title"], told["message"]) for told in got] == [(SUBJECT, BODY)]
    assert "alert through ENGAGEMENTS_ALERT_URLS failed" in caplog.text
