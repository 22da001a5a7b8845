"""Snapshots: what was fetched comes back as it was, whole or not at all."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import FetchFailed
from pipeline.snapshots import SnapshotStore
from pipeline.types import Collectivity, Snapshot, Source

URL = "https://exemple.fr/vœux"
SOURCE = Source("voeux", Collectivity("rennes", "Ville de Rennes", "commune"), URL, "page")


def snapshot(words: str = "Nous ouvrirons une crèche.", source: str = "voeux", day: int = 1) -> Snapshot:
    content = words.encode()
    return Snapshot(
        source_id=source,
        url=URL,
        content=content,
        media_type="text/html",
        sha256=hashlib.sha256(content).hexdigest(),
        fetched_at=datetime(2024, 5, day, 12, tzinfo=UTC),
        charset="utf-8",
    )


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "snapshots")


def names(store: SnapshotStore) -> list[str]:
    return sorted(p.relative_to(store.folder).as_posix() for p in store.folder.rglob("*") if p.is_file())


def test_what_was_kept_comes_back(store):
    store.keep(snapshot())
    assert store.latest(SOURCE) == snapshot()


def test_files_are_named_by_content_and_say_where_it_came_from(store):
    store.keep(snapshot())
    sha = snapshot().sha256
    assert names(store) == sorted([f"{sha[:2]}/{sha}", f"{sha[:2]}/{sha}.voeux.json", "latest/voeux.json"])
    assert (store.folder / sha[:2] / sha).read_bytes() == snapshot().content
    assert json.loads((store.folder / "latest" / "voeux.json").read_text(encoding="utf-8")) == {
        "source_id": "voeux",
        "url": URL,
        "media_type": "text/html",
        "charset": "utf-8",
        "sha256": sha,
        "fetched_at": "2024-05-01T12:00:00+00:00",
    }


def test_the_newest_is_the_last_kept_and_the_older_stays_for_audit(store):
    old, new = snapshot(), snapshot("Nous ouvrirons deux crèches.", day=2)
    store.keep(old)
    store.keep(new)
    assert store.latest(SOURCE) == new
    assert (store.folder / old.sha256[:2] / old.sha256).read_bytes() == old.content
    assert len(names(store)) == 5


def test_the_same_content_is_kept_once_for_two_sources(store):
    store.keep(snapshot())
    store.keep(snapshot(source="miroir", day=3))
    sha = snapshot().sha256
    assert names(store) == sorted(
        [f"{sha[:2]}/{sha}", f"{sha[:2]}/{sha}.miroir.json", f"{sha[:2]}/{sha}.voeux.json",
         "latest/miroir.json", "latest/voeux.json"]
    )  # fmt: skip
    assert store.latest(SOURCE) == snapshot()


def test_many_threads_keep_the_same_content(store):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.keep(snapshot(source=f"s{n % 3}")), range(60)))
    assert len(names(store)) == 1 + 3 + 3


def test_without_a_snapshot_the_way_out_is_named(store):
    with pytest.raises(FetchFailed) as caught:
        store.latest(SOURCE)
    assert str(caught.value) == f"{URL}: no snapshot kept; run once without --offline"


def test_a_write_that_fails_leaves_the_newest_of_before_and_no_draft(store, monkeypatch):
    store.keep(snapshot())
    before = names(store)
    write_bytes = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        write_bytes(self, data[:4])
        raise OSError(28, "No space left on device", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(FetchFailed, match=f"^{URL}: its snapshot cannot be kept in .*No space left on device"):
            store.keep(snapshot("Autre chose.", day=2))
    assert (names(store), store.latest(SOURCE)) == (before, snapshot())


def test_a_folder_that_cannot_be_made_is_the_failure_of_its_source(tmp_path):
    (tmp_path / "snapshots").write_text("un fichier")
    with pytest.raises(FetchFailed, match="its snapshot cannot be kept in"):
        SnapshotStore(tmp_path / "snapshots").keep(snapshot())


def test_a_body_cut_short_is_written_again(store):
    store.keep(snapshot())
    (store.folder / snapshot().sha256[:2] / snapshot().sha256).write_bytes(b"Nous")
    store.keep(snapshot())
    assert store.latest(SOURCE) == snapshot()


def damage_body(store: SnapshotStore) -> None:
    (store.folder / snapshot().sha256[:2] / snapshot().sha256).write_bytes(b"Nous fermerons une creche.")


def damage_facts(text: str):
    return lambda store: (store.folder / "latest" / "voeux.json").write_text(text)


@pytest.mark.parametrize(
    ("damage", "cause"),
    [
        pytest.param(damage_body, "is damaged; delete it and run once without --offline", id="other bytes"),
        pytest.param(damage_facts("{"), "run once without --offline", id="not JSON"),
        pytest.param(damage_facts("[]"), "run once without --offline", id="not an object"),
        pytest.param(damage_facts("{}"), "run once without --offline", id="no facts"),
        pytest.param(
            damage_facts('{"sha256": "../../etc", "fetched_at": "2024-05-01T12:00:00"}'),
            "run once without --offline",
            id="another path",
        ),
    ],
)
def test_a_damaged_snapshot_is_the_failure_of_its_source(store, damage, cause):
    store.keep(snapshot())
    damage(store)
    with pytest.raises(FetchFailed) as caught:
        store.latest(SOURCE)
    assert str(caught.value).startswith(f"{URL}: ")
    assert str(caught.value).endswith(cause)
