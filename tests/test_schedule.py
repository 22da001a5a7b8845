"""The whole of Prefect, for real: a server and a worker of our own on loopback, ``engagements schedule``, a night."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml
from click.testing import CliRunner
from made_by_hand import write_corpus
from mail_server import mail_server, read_mail
from prefect_site import Prefect, stop, wait
from websites import Website, website

from pipeline.alerts import Email, alert
from pipeline.cli import main
from pipeline.settings import Settings

PYTHON = sys.executable
GOOD = (
    "La Ville plantera 500 arbres avec la Région Bretagne d'ici 2030, pour un montant de 40 000 €. "
    "Elle soutient les associations du quartier."
)


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as site:
        yield site


def test_a_night(prefect: Prefect, prefect_server, site: Website, tmp_path: Path, monkeypatch):
    from prefect.blocks.webhook import Webhook

    for name, value in prefect.environment.items():
        monkeypatch.setenv(name, value)

    # One command sets it up, and says where to look.
    done = CliRunner().invoke(main, ["schedule", "--cron", "30 2 * * *", "--timezone", "America/Cayenne"])
    assert done.exit_code == 0, done.output
    assert "engagements-refresh/nightly runs at 30 2 * * * (America/Cayenne)." in done.stdout
    assert f"Runs, logs and reports:  {prefect.api.removesuffix('/api')}/deployments" in done.stdout
    assert "prefect worker start --pool engagements" in done.stdout
    deployment = prefect.get("/deployments/name/engagements-refresh/nightly")
    assert [(s["schedule"]["cron"], s["schedule"]["timezone"], s["active"]) for s in deployment["schedules"]] == [
        ("30 2 * * *", "America/Cayenne", True)
    ]
    assert deployment["work_pool_name"] == "engagements"
    assert prefect.get("/work_pools/engagements")["type"] == "process"
    assert {"corpus", "collectivity", "sources", "force", "offline"} <= set(
        deployment["parameter_openapi_schema"]["properties"]
    )
    planned = wait(lambda: prefect.post("/flow_runs/filter", deployments={"id": {"any_": [deployment["id"]]}}))
    assert {run["state"]["name"] for run in planned} == {"Scheduled"}

    # A night: one source that comes back, one that is gone, one that is fine.
    Webhook(method="POST", url=f"{site.address}/block").save("nuit")
    corpus = write_corpus(
        tmp_path / "corpus", {"revient": f"{site.address}/revient", "perdu": f"{site.address}/perdu", "local": GOOD}
    )
    site.answers("/revient", 503)
    run = prefect.post(
        f"/deployments/{deployment['id']}/create_flow_run",
        parameters={"corpus": str(corpus), "database": str(tmp_path / "a.db"), "retry_delays": [1.0, 1.0, 1.0]},
    )
    worker = subprocess.Popen(
        [PYTHON, "-m", "prefect", "worker", "start", "--pool", "engagements", "--limit", "1"],
        env=prefect.environment
        | {
            "ENGAGEMENTS_ALLOW_PRIVATE_ADDRESSES": "yes",
            "ENGAGEMENTS_FETCH_PAUSE_SECONDS": "0",
            "ENGAGEMENTS_ALERT_BLOCKS": "webhook/nuit",
            "ENGAGEMENTS_ALERT_URLS": f"{site.address.replace('http', 'json')}/address",
        },
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait(lambda: site.asked_for("/revient"))
        site.says("/revient", f"<html lang=fr><body><article><p>{GOOD}</p></article></body></html>")
        state = wait(lambda: (s := prefect.get(f"/flow_runs/{run['id']}")["state"])["type"] in ENDED and s)
    finally:
        stop(worker)
    assert state["type"] == "COMPLETED", state
    tasks = prefect.post("/task_runs/filter", flow_runs={"id": {"any_": [run["id"]]}})
    histories = {
        t["name"]: [s["name"] for s in httpx.get(f"{prefect.api}/task_run_states/?task_run_id={t['id']}").json()]
        for t in tasks
    }
    assert histories["revient"][-1] == "Completed"
    assert "AwaitingRetry" in histories["revient"]
    assert "Retrying" in histories["revient"]
    assert histories["perdu"][-1] == "Failed"
    assert not {"AwaitingRetry", "Retrying"} & set(histories["perdu"]), "what is gone is not tried again"
    assert histories["local"][-1] == "Completed"

    # What is left of it for the morning.
    artifacts = prefect.post("/artifacts/filter", artifacts={"flow_run_id": {"any_": [run["id"]]}})
    (report,) = [a["data"] for a in artifacts if a["type"] == "markdown"]
    assert "3 sources: 2 stored, 0 unchanged, 1 failed." in report
    assert "- **perdu** (fetch):" in report
    assert "500 arbres" in report
    told = [json.loads(body) for body in site.posted]
    assert len(told) == 2, "the block and the address"
    assert {t.get("subject") or t.get("title") for t in told} == {"engagements: 1 sources failed"}
    assert all("HTTP 404 Not Found" in (t.get("body") or t.get("message")) for t in told)

    status = CliRunner().invoke(main, ["status", "--db", str(tmp_path / "a.db"), "--json"])
    found = json.loads(status.stdout)
    assert found["next_run"] is not None
    assert found["failures"] == {"fetch: HTTP 404 Not Found": ["perdu"]}


ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


# Without a server


def test_schedule_without_a_server_says_how_to_get_one(monkeypatch, tmp_path):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT")}
    done = subprocess.run(
        [PYTHON, "-c", "from pipeline.cli import main; main()", "schedule"],
        env=environment | {"PREFECT_HOME": str(tmp_path)}, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("engagements: no Prefect server: start one with `prefect server start`")


def test_a_time_zone_alone_moves_the_night(monkeypatch):
    from prefect.settings import PREFECT_API_URL, temporary_settings

    deployed: list[dict] = []

    def prefect(command: str, *options: str) -> None:
        if command == "deploy":
            deployed.extend(yaml.safe_load(Path(options[1]).read_text(encoding="utf-8"))["deployments"])

    monkeypatch.setattr("pipeline.schedule._prefect", prefect)
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}):
        done = CliRunner().invoke(main, ["schedule", "--timezone", "America/Cayenne"])
    assert done.stdout.startswith("engagements-refresh/nightly runs at 0 3 * * * (America/Cayenne).\n")
    (nightly,) = [d for d in deployed if d["name"] == "nightly"]
    assert nightly["schedules"] == [{"cron": "0 3 * * *", "timezone": "America/Cayenne"}]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--cron", "0 3 * *"], "--cron '0 3 * *': five fields are wanted, as in '0 3 * * *'"),
        (["--timezone", "Mars/Tharsis"], "--timezone 'Mars/Tharsis': no such time zone; write one as in Europe/Paris"),
        (["--timezone", "../etc"], "--timezone '../etc': no such time zone; write one as in Europe/Paris"),
    ],
)
def test_a_time_that_does_not_fit_is_refused(options, said):
    done = CliRunner().invoke(main, ["schedule", *options])
    assert (done.exit_code, done.output) == (2, f"engagements: {said}\n")


def test_a_mail_goes_out_through_the_block_of_that_name(prefect_server, caplog):
    with mail_server() as (address, got):
        Email(url=f"mailto://{address}?from=nuit@exemple.fr&to=equipe@exemple.fr").save("equipe")  # type: ignore[arg-type]
        alert(
            "engagements: run nuit failed", "1 source failed: perdu", Settings(alert_blocks="email/equipe, email/rien")
        )
    (message,) = map(read_mail, got)
    assert message["Subject"] == "engagements: run nuit failed"
    assert "equipe@exemple.fr" in message["To"]
    assert "1 source failed: perdu" in message.get_body(("plain", "html")).get_content()
    told = [r.getMessage() for r in caplog.records if r.name == "pipeline.alerts"]
    assert told == ["alert through email/rien failed: ValueError"]


def test_an_alert_that_reaches_nobody_costs_nothing(caplog):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    alert("sujet", "corps", Settings(alert_urls=f"json://nom:secret@127.0.0.1:{port}/"))
    assert "alert through ENGAGEMENTS_ALERT_URLS failed" in caplog.text
    assert "secret" not in "".join(r.getMessage() for r in caplog.records if r.name.startswith("pipeline"))


def test_the_settings_do_not_show_secrets():
    assert "secret" not in repr(Settings(alert_urls="mailtos://nom:secret@exemple.fr"))
