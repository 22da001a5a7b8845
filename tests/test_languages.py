"""A document that is not French is kept as text, said to be so, and nothing is extracted from it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from pipeline.refresh import Options, refresh
from pipeline.settings import Settings

MANIFEST = """
[[collectivities]]
id = "montbrun"
name = "Ville de Montbrun"
level = "commune"

[[sources]]
id = "plan"
collectivity = "montbrun"
path = "plan.txt"
kind = "page"
"""
ENGLISH = "The city will plant 500 trees with the University of Leeds before 2030, for 40 000 € a year.\n"
BRETON = "Kêr Montbrun a blanto pemp kant gwezenn e-pad ar bloavezhioù a zeu gant skolioù ar vro hag an dud.\n"


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (BRETON, "br")])
def test_another_language_is_recorded_and_not_extracted(tmp_path, text: str, code: str) -> None:
    tmp_path.joinpath("sources.toml").write_text(MANIFEST, "utf-8")
    tmp_path.joinpath("plan.txt").write_text(text * 3, "utf-8")
    report = refresh(Options(tmp_path, tmp_path / "test.db"), Settings())
    db = Database(tmp_path / "test.db")
    assert not report.failed
    assert [(d["language"], d["text"].count("Montbrun") + d["text"].count("Leeds")) for d in db["documents"].rows] == [
        (code, 3)
    ]
    assert [(f["stage"], f["cause"]) for f in db["failures"].rows] == [
        ("read", f"written in {code!r}, not in French: nothing was extracted")
    ]
    assert db["passages"].count and not any(
        db[t].count for t in ("commitments", "partner_mentions", "amounts", "periods")
    )
