"""``engagements export``: every format says what the database says."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import zipfile
from datetime import date, datetime

import frictionless
import pyarrow.parquet
import pytest
from click.testing import CliRunner
from read_workbook import sheets

from pipeline.cli import main
from pipeline.export.excel import LONGEST_CELL, write_workbook
from pipeline.settings import ROOT

FORMULA = '=HYPERLINK("https://exemple.fr") nous.'


@pytest.fixture
def database(site):
    """Two runs of a source, with a hostile sentence and a withdrawn one."""
    site.says(FORMULA, 'Nous planterons, avec Kendari, pour 500 € d’ici 2030 :\n« des arbres, des "haies" ».')
    site.says(FORMULA, "Rien de plus.")
    return site.store.path


def run(*args) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["export", *map(str, args)])
    return result.exit_code, result.output


def stored(database, table) -> list[dict]:
    connection = sqlite3.connect(database)
    connection.row_factory = sqlite3.Row
    key = {"commitment_sdgs": "commitment_id, sdg_id", "changes": "run_id, commitment_id, change"}.get(table, "id")
    return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY {key}")]  # noqa: S608


TABLES = [
    "collectivities", "sources", "documents", "passages", "commitments", "commitment_sdgs", "sdgs", "partners",
    "partner_mentions", "amounts", "periods", "runs", "failures", "changes",
]  # fmt: skip


def test_jsonl_holds_every_row(database, tmp_path):
    assert run("--format", "jsonl", "--db", database, "--out", tmp_path)[0] == 0
    assert set(TABLES) <= {file.stem for file in tmp_path.glob("*.jsonl")}
    for file in tmp_path.glob("*.jsonl"):
        assert [json.loads(line) for line in file.read_text("utf-8").splitlines()] == stored(database, file.stem)
    assert len(stored(database, "commitments")) == 2
    assert not (tmp_path / "source_states.jsonl").exists()


def test_csv_holds_every_row(database, tmp_path):
    assert run("--format", "csv", "--db", database, "--out", tmp_path)[0] == 0
    for table in TABLES:
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        said = [{k: "" if v is None else str(v) for k, v in row.items()} for row in stored(database, table)]
        assert found == said


def test_parquet_holds_every_row_with_its_types(database, tmp_path):
    assert run("--format", "parquet", "--db", database, "--out", tmp_path)[0] == 0
    for table in TABLES:
        assert pyarrow.parquet.read_table(tmp_path / f"{table}.parquet").to_pylist() == stored(database, table)
    amounts = pyarrow.parquet.read_schema(tmp_path / "amounts.parquet")
    assert (str(amounts.field("value").type), str(amounts.field("start_char").type)) == ("double", "int64")


def test_excel_holds_words_and_no_formula(database, tmp_path):
    status, said = run("--format", "xlsx", "--db", database, "--out", tmp_path)
    assert (status, said.strip()) == (0, str(tmp_path / "engagements.xlsx"))
    book = sheets((tmp_path / "engagements.xlsx").read_bytes())
    assert next(iter(book)) == "dictionnaire"
    assert ["commitments", "text", "string", "Mots exacts de l’engagement"] in book["dictionnaire"]
    heading, *rows = book["commitments"]
    assert [row[heading.index("text")] for row in rows] == [row["text"] for row in stored(database, "commitments")]
    assert FORMULA in [row[heading.index("text")] for row in rows]


def test_a_cell_too_long_for_excel_is_cut(tmp_path):
    write_workbook(tmp_path / "a.xlsx", [("a/b:c" * 20, ["x"], [["é" * (LONGEST_CELL + 5)], [None], [2]])])
    ((name, rows),) = sheets((tmp_path / "a.xlsx").read_bytes()).items()
    assert len(name) == 31 and "/" not in name
    assert rows[1][0] == "é" * (LONGEST_CELL - 1) + "…"
    assert rows[-1] == [2.0]


READ_AS = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}


def test_the_data_package_describes_what_it_holds(database, tmp_path):
    assert run("--format", "datapackage", "--db", database, "--out", tmp_path)[0] == 0
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    tables: dict[str, list[dict]] = {}
    for resource in package["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["title"] and resource["description"]
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert all(field["description"] for field in fields.values())
        found = list(csv.DictReader(content.decode().splitlines(keepends=True)))
        tables[resource["name"]] = found
        assert not found or list(found[0]) == list(fields)
        for row in found:
            for name, value in row.items():
                assert value == "" or READ_AS[fields[name]["type"]](value) is not None
        keys = [tuple(row[k] for k in resource["schema"]["primaryKey"]) for row in found]
        assert len(set(keys)) == len(keys)
    assert set(TABLES) <= set(tables)
    links = [(r["name"], link) for r in package["resources"] for link in r["schema"].get("foreignKeys", ())]
    assert ("commitments", "documents") in {(name, link["reference"]["resource"]) for name, link in links}
    for name, link in links:
        (column,), (other,) = link["fields"], link["reference"]["fields"]
        there = {row[other] for row in tables[link["reference"]["resource"] or name]}
        assert {row[column] for row in tables[name]} - {""} <= there
    assert "| `text` | string | Mots exacts de l’engagement |" in (tmp_path / "LISEZ-MOI.md").read_text("utf-8")


def test_the_standards_own_library_finds_the_data_package_valid(database, tmp_path):
    """Every row of every table against its types, keys and links, and every file against its size and hash."""
    assert run("--format", "datapackage", "--db", database, "--out", tmp_path)[0] == 0
    report = frictionless.validate(tmp_path / "datapackage.json")
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid
    assert set(TABLES) <= {task.name for task in report.tasks}


def test_the_standards_own_library_sees_a_broken_link(database, tmp_path):
    assert run("--format", "datapackage", "--db", database, "--out", tmp_path)[0] == 0
    documents = tmp_path / "data" / "documents.csv"
    documents.write_text(documents.read_text("utf-8").splitlines()[0] + "\r\n", "utf-8")
    found = {kind for _, kind in frictionless.validate(tmp_path / "datapackage.json").flatten(["name", "type"])}
    assert {"hash-count", "foreign-key"} <= found


def test_the_data_package_in_one_file(database, tmp_path):
    target = tmp_path / "engagements.zip"
    assert run("--format", "datapackage", "--db", database, "--out", target) == (0, f"{target}\n")
    names = zipfile.ZipFile(target).namelist()
    assert names[0] == "datapackage.json"
    assert {"LISEZ-MOI.md", "data/commitments.csv"} <= set(names)
    assert [file.name for file in tmp_path.iterdir() if "partial" in file.name] == []


def test_only_the_tables_asked_for(database, tmp_path):
    assert run("--format", "csv", "--db", database, "--out", tmp_path, "--table", "amounts")[0] == 0
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".csv"] == ["amounts.csv"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--format", "pdf"], "'csv'"),
        ([], "--format"),
        (["--format", "csv", "--db", "absent.db"], "no such database; make it with: engagements refresh"),
        (["--format", "csv", "--db", str(ROOT / "README.md")], "not a database of this project"),
        (["--format", "csv", "--out", "a.zip"], "only a data package goes into one file"),
        (["--format", "csv", "--out", str(ROOT / "README.md")], "is a file; give a folder"),
    ],
    ids=["format", "no format", "no database", "no database of ours", "zip of csv", "file for a folder"],
)
def test_wrong_usage_is_said(args, said):
    status, output = run(*args)
    assert status == 2
    assert said in output and "Traceback" not in output


def test_an_unknown_table_is_named_with_those_there_are(database, tmp_path):
    status, output = run("--format", "csv", "--db", database, "--out", tmp_path, "--table", "source_states")
    assert status == 2
    assert "'source_states' is not one of collectivities, sources, documents" in output
