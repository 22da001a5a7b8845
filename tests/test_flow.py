"""The flow under Prefect's own test harness: what ``refresh`` stores, and what Prefect shows of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from made_by_hand import DEMO, content, rows, write_corpus

from pipeline.errors import (
    EmptyDocument,
    FetchFailed,
    InvalidManifest,
    ModelMissing,
    RefreshRunning,
    TransientFetchFailure,
)
from pipeline.flow import is_transient, process_source, refresh_flow
from pipeline.lock import locked
from pipeline.process import Options, Processed
from pipeline.settings import Settings
from pipeline.sources import load_manifest

AT_ONCE = [0.0, 0.0]


@dataclass
class Shown:
    """What Prefect knows of a flow run: its state, and its task runs by name."""

    state: Any
    tasks: dict[str, Any]

    @property
    def id(self) -> UUID:
        return self.state.state_details.flow_run_id


def run(corpus: Path, database: Path, **parameters: Any) -> Shown:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    state = refresh_flow(str(corpus), str(database), retry_delays=AT_ONCE, **parameters, return_state=True)
    with get_client(sync_client=True) as client:
        of_it = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
        tasks = client.read_task_runs(flow_run_filter=of_it)
    assert len({t.name for t in tasks}) == len(tasks)
    return Shown(state, {t.name: t for t in tasks})


def table_of(flow_run: UUID) -> list[dict]:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

    with get_client(sync_client=True) as client:
        found = client.read_artifacts(
            artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[flow_run]))
        )
    by_key = {a.key: a for a in found}
    assert {key: a.type for key, a in by_key.items()} == {"refresh": "table", "refresh-report": "markdown"}
    return json.loads(by_key["refresh"].data)


def test_stores_what_refresh_stores(prefect_server, demo_db, tmp_path):
    shown = run(DEMO, tmp_path / "flow.db")
    sources = [s.id for s in load_manifest(DEMO)]
    assert shown.state.is_completed()
    assert shown.state.result() == {"stored": len(sources), "unchanged": 0, "failed": 0}
    assert content(tmp_path / "flow.db") == content(demo_db)
    assert set(shown.tasks) == set(sources), "one task run a source, named after it"
    assert all(t.state.is_completed() and t.run_count == 1 for t in shown.tasks.values())
    table = table_of(shown.id)
    assert [row["source"] for row in table] == sources
    counts = rows(
        demo_db,
        "SELECT d.source_id, count(c.id) FROM documents d LEFT JOIN commitments c ON c.document_id = d.id GROUP BY 1",
    )
    assert {row["source"]: row["commitments"] for row in table} == dict(counts)
    assert table[0] == {
        "source": sources[0], "state": "stored", "commitments": dict(counts)[sources[0]],
        "changes": f"{dict(counts)[sources[0]]} added", "cause": "",
    }  # fmt: skip


def test_unchanged_sources_are_skipped(prefect_server, no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"a": "Nous aidons Kendari.", "b": "Nous planterons."})
    run(corpus, tmp_path / "a.db")
    assert run(corpus, tmp_path / "a.db").state.result() == {"stored": 0, "unchanged": 2, "failed": 0}
    assert run(corpus, tmp_path / "a.db", sources=["b"], force=True).state.result()["stored"] == 1
    one = run(corpus, tmp_path / "a.db", collectivity="clairval").state.result()
    assert one == {"stored": 0, "unchanged": 2, "failed": 0}
    state = run(corpus, tmp_path / "a.db", collectivity="ailleurs").state
    assert isinstance(state.result(raise_on_failure=False), InvalidManifest)


def test_what_may_pass_is_tried_again_and_what_will_not_is_not(prefect_server, no_model, server, tmp_path):
    corpus = write_corpus(
        tmp_path / "corpus",
        {
            "revient": server.give("/revient", (503, ""), (200, "Nous aidons Kendari.")),
            "perdu": server.give("/perdu", (404, "")),
            "en-panne": server.give("/en-panne", (503, "")),
            "local": "Nous planterons 5 arbres.",
        },
    )
    shown = run(corpus, tmp_path / "a.db")
    assert shown.state.is_completed(), "a source that fails does not fail the run"
    assert shown.state.result() == {"stored": 2, "unchanged": 0, "failed": 2}
    runs = {name: (t.run_count, t.state.type.value) for name, t in shown.tasks.items()}
    assert runs == {
        "revient": (2, "COMPLETED"),
        "perdu": (1, "FAILED"),
        "en-panne": (3, "FAILED"),
        "local": (1, "COMPLETED"),
    }
    asked = {name: server.asked.count(f"/{name}") for name in ("revient", "perdu", "en-panne")}
    assert asked == {"revient": 2, "perdu": 1, "en-panne": 3}, "fetch's own retries would multiply Prefect's"
    failures = rows(tmp_path / "a.db", "SELECT source_id, stage FROM failures")
    assert failures == [("perdu", "fetch"), ("en-panne", "fetch")]
    causes = {row["source"]: row["cause"] for row in table_of(shown.id)}
    assert "404" in causes["perdu"]
    assert "503" in causes["en-panne"]


def test_what_stops_all_sources_fails_the_run(prefect_server, no_model, monkeypatch, tmp_path):
    def missing(*_):
        raise ModelMissing("no models/status.skops")

    monkeypatch.setattr("pipeline.analyse.analyse", missing)
    corpus = write_corpus(tmp_path / "corpus", {"a": "Nous aidons Kendari."})
    state = run(corpus, tmp_path / "a.db").state
    assert state.is_failed()
    assert isinstance(state.result(raise_on_failure=False), ModelMissing)
    assert rows(tmp_path / "a.db", "SELECT status FROM runs") == [("interrupted",)]


def test_flow_and_refresh_do_not_meet(prefect_server, no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"a": "Nous aidons Kendari."})
    with locked(tmp_path / "a.db"):
        state = run(corpus, tmp_path / "a.db").state
    assert isinstance(state.result(raise_on_failure=False), RefreshRunning)


# Without a server


def options(corpus: Path, database: Path) -> tuple[Options, Settings]:
    return Options(corpus, database), Settings(fetch_attempts=1)


def test_the_task_is_a_function(no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"a": "Nous aidons Kendari pour 5 €."})
    (source,) = load_manifest(corpus)
    processed = process_source.fn(source, None, *options(corpus, tmp_path / "a.db"))
    assert isinstance(processed, Processed)
    assert processed.extraction is not None
    assert [a.text for a, _ in processed.extraction.amounts] == ["5 €"]
    assert processed.snapshot is not None
    assert processed.snapshot.content == b"", "bytes do not travel on"
    again = process_source.fn(source, processed.fingerprint, *options(corpus, tmp_path / "a.db"))
    assert again.extraction is None


def test_the_task_raises_what_failed(no_model, tmp_path):
    corpus = write_corpus(tmp_path / "corpus", {"a": "x"})
    (source,) = load_manifest(corpus)
    (corpus / "a.txt").unlink()
    with pytest.raises(FetchFailed, match="no such file"):
        process_source.fn(source, None, *options(corpus, tmp_path / "a.db"))


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (TransientFetchFailure("503"), True),
        (FetchFailed("404"), False),
        (EmptyDocument("empty"), False),
        (ModelMissing("none"), False),
    ],
    ids=lambda v: type(v).__name__,
)
def test_is_transient(error, again):
    class State:
        def result(self, raise_on_failure: bool) -> Exception:
            return error

    assert is_transient(None, None, State()) is again
