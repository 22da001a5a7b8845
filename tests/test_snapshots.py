"""Snapshots: what was fetched comes back as it was, whole or not at all."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import FetchFailed
from pipeline.snapshots import SnapshotStore
from pipeline.types import Collectivity, Exchange, Snapshot, Source

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
        exchange=Exchange("https://exemple.fr/voeux", 200, (URL,), {"user-agent": "essai"}, {"etag": '"v1"'}),
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
    assert names(store) == sorted([f"{sha[:2]}/{sha}", "latest/voeux.json", "versions/voeux.jsonl"])
    assert (store.folder / sha[:2] / sha).read_bytes() == snapshot().content
    facts = {
        "source_id": "voeux",
        "url": URL,
        "media_type": "text/html",
        "charset": "utf-8",
        "sha256": sha,
        "fetched_at": "2024-05-01T12:00:00+00:00",
        "exchange": {
            "asked": "https://exemple.fr/voeux",
            "status": 200,
            "redirects": [URL],
            "request": {"user-agent": "essai"},
            "response": {"etag": '"v1"'},
            "revalidated": False,
        },
    }
    assert json.loads((store.folder / "latest" / "voeux.json").read_text(encoding="utf-8")) == facts
    assert json.loads((store.folder / "versions" / "voeux.jsonl").read_text(encoding="utf-8")) == facts


def test_the_newest_is_the_last_kept_and_the_older_stays_for_audit(store):
    old, new = snapshot(), snapshot("Nous ouvrirons deux crèches.", day=2)
    store.keep(old)
    store.keep(new)
    assert store.latest(SOURCE) == new
    assert (store.folder / old.sha256[:2] / old.sha256).read_bytes() == old.content
    assert len(names(store)) == 4
    assert store.latest(SOURCE).exchange == new.exchange


def test_every_version_can_be_read_again(store):
    kept = [snapshot("un"), snapshot("un", day=2), snapshot("deux", day=3), snapshot("un", day=4)]
    for one in kept:
        store.keep(one)
    versions = list(store.versions("voeux"))
    assert [store.with_content(SOURCE, v).content for v in versions] == [b"un", b"deux", b"un"]
    assert [v.fetched_at.day for v in versions] == [1, 3, 4]
    assert versions[1].exchange == kept[2].exchange
    assert list(store.versions("jamais-vue")) == []


def test_a_version_whose_bytes_are_gone_says_so(store):
    store.keep(snapshot())
    (version,) = store.versions("voeux")
    (store.folder / version.sha256[:2] / version.sha256).unlink()
    with pytest.raises(FetchFailed, match="cannot be read: No such file or directory; run once without --offline"):
        store.with_content(SOURCE, version)


def test_the_same_content_is_kept_once_for_two_sources(store):
    store.keep(snapshot())
    store.keep(snapshot(source="miroir", day=3))
    sha = snapshot().sha256
    assert names(store) == sorted(
        [f"{sha[:2]}/{sha}", "latest/miroir.json", "latest/voeux.json", "versions/miroir.jsonl", "versions/voeux.jsonl"]
    )
    assert store.latest(SOURCE) == snapshot()


def test_many_threads_keep_the_same_content(store):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.keep(snapshot(source=f"s{n % 3}")), range(60)))
    assert len(names(store)) == 1 + 3 + 3, "bytes once, newest and versions for each source"


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
