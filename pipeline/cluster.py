"""The flow on a Dask cluster (extra ``cluster``): one task a source, the model loaded once a worker, one writer.

``ENGAGEMENTS_DASK_ADDRESS`` names a scheduler; without it, two worker processes are started on this machine. Workers
need the same release, models and corpus folder (snapshots are handed over on disk).
"""

from __future__ import annotations

from pipeline.errors import EngagementsError
from pipeline.flow import refresh_flow
from pipeline.settings import Settings


class ClusterMissing(EngagementsError):
    """The extra is not installed."""


def _runner():
    try:
        from prefect_dask import DaskTaskRunner
    except ImportError:
        raise ClusterMissing("prefect-dask is not installed; pip install 'engagements[cluster]'") from None
    address = Settings.from_environment().dask_address
    if address is not None:
        return DaskTaskRunner(address=address)
    # One thread a process: spaCy holds the interpreter's lock, and a process holds one model.
    local = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    return DaskTaskRunner(cluster_kwargs=local)


cluster_flow = refresh_flow.with_options(name="engagements-refresh-cluster", task_runner=_runner())
