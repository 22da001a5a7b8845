"""``engagements schedule``: the work pool and the nightly deployment of ``prefect.yaml`` on a Prefect server."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from pipeline.errors import EngagementsError
from pipeline.settings import ROOT

POOL = "engagements"
DEPLOYMENT = "nightly"
FILE = ROOT / "prefect.yaml"


class NoScheduler(EngagementsError):
    """No Prefect server is named, none answers, or it refuses."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The deployment as it now stands on the server; ``cron`` in five fields."""

    deployment: str
    cron: str
    site: str
    """Address of the server's own site, where runs are seen."""
    worker: str
    """The command that starts a worker."""


def schedule(cron: str | None = None, timezone: str = "Europe/Paris") -> Scheduled:
    """Set up work pool and deployment, or bring them up to date.

    Raises NoScheduler naming what is missing and how to get it. ``cron``: five fields; without it, as
    ``prefect.yaml`` says.
    """
    from prefect.settings import PREFECT_API_URL, PREFECT_UI_URL

    api = PREFECT_API_URL.value()
    if not api:
        raise NoScheduler(
            "no Prefect server: start one with `prefect server start`, then set "
            "PREFECT_API_URL=http://127.0.0.1:4200/api (also for the worker)"
        )
    _prefect("work-pool", "create", POOL, "--type", "process", "--overwrite")
    cron = cron or _cron_of(FILE)
    with TemporaryDirectory(prefix="engagements-") as folder:
        file = _at_its_times(Path(folder) / FILE.name, cron, timezone)
        _prefect("deploy", "--prefect-file", str(file), "--name", DEPLOYMENT)
    site = PREFECT_UI_URL.value() or api.removesuffix("/").removesuffix("/api")
    name = f"engagements-refresh/{DEPLOYMENT}"
    return Scheduled(name, cron, site, f"prefect worker start --pool {POOL}")


def _at_its_times(file: Path, cron: str, timezone: str) -> Path:
    """A copy of ``prefect.yaml``; Prefect's own --cron would add a second schedule to the one of the file."""
    whole = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for deployment in whole["deployments"]:
        if deployment["name"] == DEPLOYMENT:
            deployment["schedules"] = [{"cron": cron, "timezone": timezone}]
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    return file


def _prefect(*arguments: str) -> None:
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    environment = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1", **os.environ, "PWD": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split()) or f"status {done.returncode}"
        raise NoScheduler(f"prefect {' '.join(arguments[:2])}: {said[-500:]}")


def _cron_of(file: Path) -> str:
    deployments = yaml.safe_load(file.read_text(encoding="utf-8"))["deployments"]
    return next(d["schedules"][0]["cron"] for d in deployments if d["name"] == DEPLOYMENT)


def next_run() -> str | None:
    """When the server will start the next run (ISO 8601); None where none is planned, or no server answers."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterName,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateName,
    )
    from prefect.client.schemas.sorting import FlowRunSort

    planned = FlowRunFilter(state=FlowRunFilterState(name=FlowRunFilterStateName(any_=["Scheduled"])))
    ours = DeploymentFilter(name=DeploymentFilterName(any_=[DEPLOYMENT]))
    try:
        with get_client(sync_client=True) as client:
            runs = client.read_flow_runs(
                flow_run_filter=planned,
                deployment_filter=ours,
                sort=FlowRunSort.EXPECTED_START_TIME_ASC,
                limit=1,
            )
    except Exception:  # whatever keeps the server from answering, the database's part of the status is known
        return None
    moment = runs[0].expected_start_time if runs else None
    return None if moment is None else moment.isoformat(timespec="seconds")
