"""Who may import what: a newcomer reads these lines to know where a thing belongs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))
NLP = {
    "analyse.py", "choose.py", "classify.py", "clauses.py", "context.py", "dataset.py", "doc_text.py", "embedded.py",
    "features.py", "link.py", "models.py", "nlp.py", "train.py", "vectors.py",
}  # fmt: skip
DATABASE = {
    "first_shape.py", "kept_counts.py", "migrations.py", "presence.py", "replacement.py", "shape.py", "status.py",
    "store.py",
}  # fmt: skip


@cache
def imports(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_there_are_modules():
    assert len(MODULES) > 40


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("prefect", {"alerts.py", "cluster.py", "flow.py", "schedule.py"}),
        ("click", {"cli", "single.py"}),
        ("rich", {"cli", "console.py", "single.py"}),
        ("datasette", {"serve.py"}),
        ("sqlite_utils", DATABASE),
        ("httpx", {"fetch"}),
        ("hishel", {"fetch"}),
        ("protego", {"fetch"}),
    ],
)
def test_a_library_stays_in_its_place(library, allowed):
    users = {m.relative_to(PACKAGE).parts for m in MODULES if library in imports(m)}
    assert {parts[0] if parts[0] in {"cli", "fetch"} else parts[-1] for parts in users} <= allowed


def test_spacy_stays_before_the_store():
    users = {m for m in MODULES if "spacy" in imports(m)}
    assert {m.name for m in users if "extract" not in m.parts} <= NLP


def test_sql_stays_in_the_store():
    statement = re.compile(r"\"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE) ", re.IGNORECASE)
    users = {m.name for m in MODULES if statement.search(m.read_text(encoding="utf-8"))}
    assert users <= DATABASE | {"opened.py", "stored.py", "tables.py"}


def test_a_refresh_that_finds_nothing_changed_imports_no_language_model():
    code = "import sys, pipeline.refresh; print([m for m in ('spacy', 'sklearn') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert said.stdout == "[]\n"


def test_no_bag_of_helpers():
    assert not [m for m in MODULES if m.stem in {"utils", "helpers", "common", "misc"}]
