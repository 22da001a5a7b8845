"""A site over twelve nights, on a server of ours: what it adds, rewords, withdraws, and what only looks like it.

The pages are plain text; a line that says "nous" is a commitment (``made_by_hand.analyse``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_by_hand import check, write_corpus
from sqlite_utils import Database
from websites import Website, website

from pipeline import refresh as module
from pipeline.process import Options
from pipeline.refresh import Report, refresh
from pipeline.settings import Settings

SETTINGS = replace(Settings(), fetch_attempts=1, fetch_pause_seconds=0, allow_private_addresses=True)
TREES = "Nous planterons 500 arbres dans les cours des écoles."
MORE_TREES = "Nous planterons 800 arbres dans les cours des écoles."
WATER = "Nous aidons Kendari à traiter l'eau des fontaines."
BIKES = "Nous doublerons la longueur des pistes cyclables."
NURSERY = "Nous ouvrirons une crèche de quartier avant la rentrée."
FIRST = datetime(2026, 3, 1, 3, tzinfo=UTC)


@dataclass
class Nights:
    """Refreshes once a night, and tells what each night changed."""

    corpus: Path
    database: Path
    site: Website
    patch: pytest.MonkeyPatch
    count: int = 0
    reports: list[Report] = field(default_factory=list)

    def pass_(self, **options: bool) -> list[tuple[str, str, str | None]]:
        """Another night. Returns what ``changes`` tells of it: change, words, words of before."""
        moment = FIRST + timedelta(days=self.count)
        self.count += 1

        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment

        self.patch.setattr(module, "datetime", Clock)
        self.reports.append(refresh(Options(self.corpus, self.database, **options), SETTINGS))
        db = Database(self.database)
        check(db)
        db.close()
        return self.rows(
            "SELECT change, c.text, p.text FROM changes JOIN commitments c ON c.id = commitment_id "
            "LEFT JOIN commitments p ON p.id = previous_id WHERE run_id = ? ORDER BY change, c.text",
            self.reports[-1].run_id,
        )

    def rows(self, sql: str, *values: str) -> list[tuple]:
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def standing(self) -> set[str]:
        return {text for (text,) in self.rows("SELECT text FROM commitments WHERE withdrawn_on IS NULL")}

    def seen(self, text: str) -> tuple[str, str, str | None]:
        """First and last night (by number, from 1) and the one it was withdrawn on."""
        ((first, last, withdrawn),) = self.rows(
            "SELECT first_seen, last_seen, withdrawn_on FROM commitments WHERE text = ?", text
        )
        return tuple(None if d is None else (datetime.fromisoformat(d) - datetime(2026, 2, 28)).days
                     for d in (first, last, withdrawn))  # type: ignore[return-value]  # fmt: skip

    def ids(self) -> dict[str, str]:
        return dict(self.rows("SELECT text, id FROM commitments"))


@pytest.fixture
def nights(no_model, monkeypatch, tmp_path) -> Iterator[Nights]:
    with website() as site:
        corpus = write_corpus(tmp_path / "corpus", {"plan": f"{site.address}/plan"})
        yield Nights(corpus, tmp_path / "a.db", site, monkeypatch)


def page(*lines: str, menu: str = "Accueil - Agenda") -> str:
    return "\n".join([menu, *lines])


def test_twelve_nights(nights):
    says = lambda *lines, **kinds: nights.site.says("/plan", page(*lines, **kinds))  # noqa: E731

    says(TREES, WATER, BIKES)
    assert nights.pass_() == [("added", WATER, None), ("added", BIKES, None), ("added", TREES, None)]
    first_ids = nights.ids()

    # 2: nothing changed, and the server says so.
    assert nights.pass_() == []
    assert nights.reports[-1].count("unchanged") == 1
    assert nights.site.statuses("/plan") == [200, 304]

    # 3: other furniture, paragraphs in another order, another apostrophe.
    says(BIKES, WATER.replace("'", "’"), TREES, menu="Accueil - Agenda - Vos démarches - 12 mars")
    assert nights.pass_() == []
    assert {nights.ids()[t] for t in (TREES, BIKES)} <= set(first_ids.values())

    # 4: a figure changes: the same commitment in other words.
    says(BIKES, WATER, MORE_TREES)
    assert nights.pass_() == [("reworded", MORE_TREES, TREES)]
    assert nights.rows("SELECT difference FROM changes WHERE change = 'reworded'") == [
        ("Nous planterons [-500-] {+800+} arbres dans les cours des écoles.",)
    ]

    # 5: the site is down. Nothing is withdrawn, nothing is seen.
    nights.site.answers("/plan", 503)
    assert nights.pass_() == []
    assert [(o.state, o.changes) for o in nights.reports[-1].outcomes] == [("failed", {})]
    assert nights.standing() == {BIKES, WATER, MORE_TREES}

    # 6: one promise is no longer made, the page answers.
    says(BIKES, MORE_TREES)
    assert nights.pass_() == [("withdrawn", WATER, None)]
    assert nights.seen(WATER) == (1, 4, 6)

    # 7: an empty page, as a broken template gives, withdraws nothing.
    nights.site.says("/plan", "")
    assert nights.pass_() == []
    assert nights.standing() == {BIKES, MORE_TREES}

    # 8: one is new.
    says(BIKES, MORE_TREES, NURSERY)
    assert nights.pass_() == [("added", NURSERY, None)]

    # 9: the page is gone. What it said stands, its page does not, and that is told once.
    nights.site.removes("/plan")
    lost = [("source_gone", text, None) for text in sorted([BIKES, MORE_TREES, NURSERY])]
    assert nights.pass_() == lost
    assert nights.reports[-1].outcomes[0].changes == {"source_gone": 3}
    assert nights.rows("SELECT gone_on FROM source_states") == [("2026-03-09",)]

    # 10: still gone.
    assert nights.pass_() == []
    assert nights.standing() == {BIKES, MORE_TREES, NURSERY}

    # 11: it is back, with a promise less and the first withdrawn one made again.
    says(MORE_TREES, NURSERY, WATER)
    assert nights.pass_() == [
        ("added", WATER, None),
        ("source_back", NURSERY, None),
        ("source_back", MORE_TREES, None),
        ("withdrawn", BIKES, None),
    ]
    assert nights.ids()[WATER] == first_ids[WATER]
    assert nights.seen(WATER) == (1, 11, None)

    # 12: our own reading anew, of what was kept, changes nothing.
    assert nights.pass_(offline=True, force=True) == []
    assert nights.seen(NURSERY) == (8, 12, None)
    assert nights.seen(TREES) == (1, 3, 4)
    assert len(nights.site.asked_for("/plan")) == 11
    assert nights.rows("SELECT status FROM runs ORDER BY id") == [
        ("failed" if night in {5, 7, 9, 10} else "ok",) for night in range(1, 13)
    ]


def test_a_page_gone_and_back_unchanged(nights):
    nights.site.says("/plan", page(TREES))
    nights.pass_()
    nights.site.answers("/plan", 410)
    assert nights.pass_() == [("source_gone", TREES, None)]
    nights.site.says("/plan", page(TREES))
    assert nights.pass_() == [("source_back", TREES, None)]
    assert nights.reports[-1].outcomes[0].changes == {"source_back": 1}
    assert nights.pass_() == []
    assert nights.rows("SELECT gone_on FROM source_states") == [(None,)]


def test_a_page_sent_on_to_the_home_page_is_gone(nights):
    nights.site.says("/plan", page(TREES))
    nights.site.says("/", "Bienvenue dans notre ville.")
    nights.pass_()
    nights.site.answers("/plan", 302, Location="/")
    assert nights.pass_() == [("source_gone", TREES, None)]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 504])
def test_what_may_pass_withdraws_nothing(nights, status):
    nights.site.says("/plan", page(TREES))
    nights.pass_()
    nights.site.answers("/plan", status)
    assert nights.pass_() == []
    assert nights.rows("SELECT gone_on FROM source_states") == [(None,)]
    assert nights.standing() == {TREES}


def test_a_lie_about_the_type_withdraws_nothing(nights):
    """Behind a log-in, a server may send whatever it likes as a page."""
    nights.site.says("/plan", page(TREES))
    nights.pass_()
    nights.site.says("/plan", b"\x00\x01PANNE", "application/pdf")
    assert nights.pass_() == []
    assert nights.reports[-1].outcomes[0].state == "failed"
    assert nights.standing() == {TREES}


def test_the_cache_of_answers_may_be_deleted_between_two_nights(nights):
    """``http.db`` lost costs a full answer, and neither a snapshot nor a word of what was found."""
    nights.site.says("/plan", page(TREES, WATER))
    nights.pass_()
    snapshots = nights.corpus / "snapshots"
    kept = {p: p.read_bytes() for p in (snapshots / "versions").rglob("*") if p.is_file()}
    caches = list(snapshots.rglob("http.db*"))
    assert kept and snapshots / "http.db" in caches
    for cache in caches:
        cache.unlink()
    assert [nights.pass_(), nights.pass_()] == [[], []]
    assert nights.site.statuses("/plan") == [200, 200, 304]
    assert [report.count("unchanged") for report in nights.reports] == [0, 1, 1]
    assert {p: p.read_bytes() for p in (snapshots / "versions").rglob("*") if p.is_file()} == kept
    assert nights.standing() == {TREES, WATER}


def test_offline_rebuilds_from_snapshots_alone(nights, tmp_path):
    nights.site.says("/plan", page(TREES, WATER))
    nights.pass_()
    nights.site.says("/plan", page(MORE_TREES, WATER))
    nights.pass_()
    nights.site.answers("/plan", 503)
    asked = len(nights.site.asked)
    again = Nights(nights.corpus, tmp_path / "again.db", nights.site, nights.patch)
    again.pass_(offline=True)
    assert again.standing() == nights.standing() == {MORE_TREES, WATER}
    assert again.ids()[WATER] == nights.ids()[WATER]
    assert len(nights.site.asked) == asked
