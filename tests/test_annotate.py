"""Labels of people: out to their tools and back, agreement, what to label next, data sets of others, the check."""

# One case a line, with the whole message that is shown:
# ruff: noqa: E501

from __future__ import annotations

import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from pipeline.annotate.agreement import Agreement, agreement
from pipeline.annotate.check import Example, duplicates, problems
from pipeline.annotate.choose import Candidate, choose, documents_to_read
from pipeline.annotate.labels import PersonLabel, load_labels, save_labels
from pipeline.annotate.outside import OutsideExample, load_outside, save_outside
from pipeline.annotate.stored import StoredDocument
from pipeline.annotate.tasks import Said, Task
from pipeline.cli import main
from pipeline.cli.annotation_tables import agreement_told, conflicts_told
from pipeline.types import Collectivity

ROOT = Path(__file__).resolve().parent.parent
TREES = "Nous planterons mille arbres dans les cours d'école."
CHOIR = "La Ville soutient la chorale des quais."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["annotate", *map(str, arguments)])


def label(annotator: str = "anne", text: str = TREES, status: str = "pledge", sdgs=(15,), **more) -> PersonLabel:
    return PersonLabel("plan", text, status, tuple(sdgs), annotator, **more)


@pytest.fixture
def folder(tmp_path) -> Path:
    """An annotations folder of one labelled document."""
    documents = tmp_path / "annotations" / "documents"
    documents.mkdir(parents=True)
    row = {
        "document": "d", "collectivity": "Ville de Brume", "level": "commune", "kind": "page", "title": "Brume",
        "unit": "p", "text": "La Ville ouvre une crèche au bord du canal, près de la vieille halle aux grains.",
        "status": "action", "sdgs": [4], "partners": [],
    }  # fmt: skip
    (documents / "pages.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (documents.parent / "README.md").write_text("| `pages.jsonl` | pages |\n", encoding="utf-8")
    return documents.parent


@pytest.mark.parametrize("name", sorted(main.commands["annotate"].commands))
def test_every_command_explains_itself(name):
    result = run(name, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(rf"^  Example:  engagements annotate {name}\b", result.stdout, re.MULTILINE)
    options = main.commands["annotate"].commands[name].params
    assert [p.name for p in options if isinstance(p, click.Option) and not p.help] == []


# Label Studio's JSON and JSON lines, in


def lines(*rows: dict) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


LINE = {"source": "plan", "text": TREES, "status": "pledge", "sdgs": [15], "annotator": "anne"}


def studio(*annotations: dict, **data: object) -> str:
    return json.dumps([{"id": 7, "data": {"source": "plan", "text": TREES, **data}, "annotations": list(annotations)}])


def annotation(status: list[str], sdgs: list[str] = (), **more: object) -> dict:
    chosen = [("status", status), *([("sdgs", list(sdgs))] if sdgs else [])]
    return {
        "completed_by": 3,
        "result": [{"from_name": n, "to_name": "text", "type": "choices", "value": {"choices": c}} for n, c in chosen],
        **more,
    }


READ = [
    pytest.param(lines(LINE), [label()], id="a line"),
    pytest.param(lines({**LINE, "status": None}, {**LINE, "status": "none", "sdgs": []}),
                 [label(status="none", sdgs=())], id="a line left empty"),
    pytest.param(lines({**LINE, "annotator": None}), [label("max")], id="a line without a name"),
    pytest.param(lines(LINE, LINE), [label()], id="the same twice"),
    pytest.param(studio(annotation(["pledge"], ["15"])), [label("user 3")], id="Label Studio"),
    pytest.param(studio(annotation(["pledge"], ["ODD 15 – Vie terrestre"])), [label("user 3")], id="a goal in words"),
    pytest.param(
        studio(annotation(["pledge"], ["15"], completed_by={"id": 3, "email": "anne"}),
               annotation(["action"], ["4", "15"], completed_by={"id": 4})),
        [label(), label("user 4", status="action", sdgs=(4, 15))], id="two annotators",
    ),
    pytest.param(studio(annotation(["pledge"], ["15"], was_cancelled=True)), [], id="skipped there"),
    pytest.param(studio(annotation(["none"], completed_by=None, ground_truth=True), heading="Nature"),
                 [label("max", status="none", sdgs=(), decides=True, heading="Nature")], id="ground truth decides"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), READ)
def test_labels_are_read(tmp_path, content, expected):
    (tmp_path / "in").write_text(content, encoding="utf-8")
    result = run("import", tmp_path / "in", "--annotations", tmp_path / "kept", "--annotator", "max")
    assert (result.exit_code, result.stderr) == (0, "")
    assert load_labels(tmp_path / "kept") == expected
    assert result.stdout.startswith(f"{len(expected)} labels: {len(expected)} new, 0 changed, 0 as before; ")


REFUSED = [
    ("no JSON", "{", "{file}:1: not JSON; give the lines of annotate next or export, filled in"),
    ("a broken array", "[1,", "{file}: neither Label Studio's JSON nor JSON lines: "),
    ("nothing", "\n", "{file}: holds no unit"),
    ("status", lines({**LINE, "status": "promise"}), "{file}:1: status is one of pledge, action, result, none. Got 'promise'"),
    ("goal", lines(LINE, {**LINE, "sdgs": [18]}), "{file}:2: sdgs are 1–17"),
    ("key", lines({**LINE, "statut": "pledge"}), "{file}:1: unknown key statut; allowed are source, text, "),
    ("no source", lines({k: v for k, v in LINE.items() if k != "source"}), "{file}:1: 'source' is missing"),
    ("nobody", lines({**LINE, "annotator": None}), "{file}:1: nobody is named as annotator; name one: --annotator NAME"),
    ("two minds", lines(LINE, {**LINE, "status": "action"}), "{file}: anne says both pledge [15] and action [15] of one unit"),
    ("two statuses", studio(annotation(["pledge", "action"])), "{file}: task 1: an annotation has one status. Got ['pledge', 'action']"),
    ("no status", studio(annotation([])), "{file}: task 1: an annotation has one status. Got []"),
    ("another goal", studio(annotation(["pledge"], ["Arbres"])), "{file}: task 1: a goal begins with its number (6, ODD 6). Got 'Arbres'"),
    ("no data", json.dumps([{"annotations": [annotation(["none"])]}]), "{file}: task 1: 'data' is missing"),
    ("no name", studio(annotation(["none"], completed_by=None)), "{file}: task 1: nobody is named in completed_by"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_is_not_labels_is_refused_whole(tmp_path, content, message):
    (tmp_path / "in").write_text(content, encoding="utf-8")
    result = run("import", tmp_path / "in", "--annotations", tmp_path / "kept")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("engagements: " + message.replace("{file}", str(tmp_path / "in")))
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "kept").exists()


def test_a_second_import_changes_adds_and_keeps(tmp_path):
    save_labels(tmp_path, [label(), label("zoé")])
    rows = [{**LINE, "status": "action"}, {**LINE, "annotator": "zoé"}, {**LINE, "text": CHOIR}]
    (tmp_path / "in").write_text(lines(*rows), encoding="utf-8")
    result = run("import", tmp_path / "in", "--annotations", tmp_path)
    assert result.stdout.splitlines()[0] == "3 labels: 1 new, 1 changed, 1 as before; 0 units are empty"
    assert Counter((x.text, x.annotator, x.status) for x in load_labels(tmp_path)) == {
        (TREES, "anne", "action"): 1, (TREES, "zoé", "pledge"): 1, (CHOIR, "anne", "pledge"): 1
    }  # fmt: skip
    assert "differ: anne action, goals 15; zoé pledge, goals 15" in result.stdout
    assert "1 units annotators differ on are left to the model; settle them with --decides." in result.stdout


def test_one_decides(tmp_path):
    save_labels(tmp_path, [label(), label("zoé", status="action")])
    (tmp_path / "in").write_text(lines({**LINE, "annotator": "max"}), encoding="utf-8")
    assert "differ" not in run("import", tmp_path / "in", "--annotations", tmp_path, "--decides").stdout


# Agreement


def test_agreement_is_cohens_kappa():
    """Four units: alike in three of four; by chance, 0.5 × 0.75 + 0.5 × 0.25 = 0.5 would be: kappa 0.5."""
    first = ["pledge", "pledge", "none", "none"]
    second = ["pledge", "pledge", "pledge", "none"]
    labels = [
        label(who, f"unité {n}", status, () if status == "none" else (15,))
        for who, said in (("anne", first), ("zoé", second))
        for n, status in enumerate(said)
    ]
    (pair,) = agreement([*labels, label("max", "ailleurs")])
    assert (pair.one, pair.other, pair.units, pair.status, pair.same) == ("anne", "zoé", 4, 0.5, 0.75)
    assert pair.goals == pytest.approx(0.7927, abs=1e-3)


def test_where_there_is_nothing_to_tell_apart_there_is_no_kappa():
    (pair,) = agreement([label(status="none", sdgs=()), label("zoé", status="none", sdgs=())])
    assert pair == Agreement("anne", "zoé", 1, None, None, 1.0)


def test_agreement_and_conflicts_are_shown():
    labels = [label(), label("zoé"), label(text=CHOIR, status="action"), label("zoé", CHOIR, "none", ())]
    console = Console(width=100)
    with console.capture() as capture:
        agreement_told(labels, console)
        conflicts_told(labels, console)
    assert re.search(r"anne, zoé +│ +2 │ +0\.\d{3} │ +0\.\d{3} │ +50%", capture.get())
    assert f"differ: anne action, goals 15; zoé none, goals –\n        plan: {CHOIR}\n" in capture.get()


# Out


def test_round_trip_by_json_lines(demo_db, tmp_path):
    """What export writes, filled in, import reads."""
    result = run("export", "--db", demo_db, "--annotations", tmp_path, "--output", tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        f"{len(rows)} units in {tmp_path / 'out.jsonl'}\n",
    )
    connection = sqlite3.connect(demo_db)
    query = "SELECT d.source_id, c.text, c.status, c.probability FROM commitments c JOIN documents d ON d.id = c.document_id"
    assert Counter((r["source"], r["text"], r["said"]["status"], r["said"]["probability"]) for r in rows) == Counter(connection.execute(query))  # fmt: skip
    texts = dict(connection.execute("SELECT source_id, text FROM documents"))
    assert all(f"{r['before'][-20:]}" in texts[r["source"]] for r in rows)
    filled = [{**r, "status": "none", "sdgs": [], "annotator": "anne"} for r in rows[:3]]
    (tmp_path / "in.jsonl").write_text(lines(*filled, *rows[3:6]), encoding="utf-8")
    assert run("import", tmp_path / "in.jsonl", "--annotations", tmp_path).stdout == (
        "3 labels: 3 new, 0 changed, 0 as before; 3 units are empty\n"
    )
    again = run("export", "--db", demo_db, "--annotations", tmp_path)
    told = [json.loads(line) for line in again.stdout.splitlines()]
    assert [(r["text"], r["annotator"]) for r in told if r["status"]] == [(r["text"], "anne") for r in rows[:3]]


def test_round_trip_by_label_studio(demo_db, tmp_path):
    source = sqlite3.connect(demo_db).execute("SELECT source_id FROM documents LIMIT 1").fetchone()[0]
    options = ["--db", demo_db, "--source", source, "--format", "label-studio", "--annotations", tmp_path]
    tasks = json.loads(run("export", *options).stdout)
    assert {t["data"]["source"] for t in tasks} == {source}
    said = tasks[0]["predictions"][0]
    assert 0 < said["score"] <= 1 and said["result"][0]["from_name"] == "status"
    # A person agrees with the prediction: what Label Studio would export.
    tasks[0]["annotations"] = [{"completed_by": {"id": 1, "email": "anne"}, "result": said["result"]}]
    (tmp_path / "done.json").write_text(json.dumps(tasks), encoding="utf-8")
    assert run("import", tmp_path / "done.json", "--annotations", tmp_path).exit_code == 0
    (kept,) = load_labels(tmp_path)
    assert (kept.text, [kept.status]) == (tasks[0]["data"]["text"], said["result"][0]["value"]["choices"])
    told = json.loads(run("export", *options).stdout)[0]["annotations"]
    assert [a["completed_by"] for a in told] == [{"email": "anne"}]


def test_the_labelling_interface_has_our_choices():
    root = ET.parse(ROOT / "annotations" / "label-studio.xml").getroot()
    choices = {c.get("name"): [x.get("alias") for x in c] for c in root.iter("Choices")}
    assert choices == {"status": ["pledge", "action", "result", "none"], "sdgs": [str(g) for g in range(1, 18)]}


@pytest.mark.parametrize("command", ["next", "export"])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--db", "{tmp}/absent.db"], "{tmp}/absent.db: no such database; make it with: engagements refresh --db {tmp}/absent.db"),
        (["--db", "{tmp}/autre.db"], "{tmp}/autre.db: not a database of this project: no such table: commitments"),
        (["--db", "{demo}", "--source", "bilan"], "--source bilan: not in the database, which has "),
    ],
    ids=["absent", "another", "source"],
)  # fmt: skip
def test_a_database_that_does_not_fit_is_named(demo_db, tmp_path, command, options, message):
    sqlite3.connect(tmp_path / "autre.db").execute("CREATE TABLE autre (id)").connection.close()
    places = {"tmp": tmp_path, "demo": demo_db}
    result = run(command, *(o.format_map(places) for o in options))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("engagements: " + message.format_map(places))


# Next


def candidate(text: str, doubt: float, direction: int, name: str = "Brume", status: str = "pledge") -> Candidate:
    vector = np.zeros(4)
    vector[direction] = 1.0
    return Candidate(Task("plan", text, name, "page", said=Said(status, 0.5, ())), doubt, vector)


def texts(tasks: list[Task]) -> list[str]:
    return [t.text for t in tasks]


def test_the_unsure_first():
    assert texts(choose([candidate("sûr", 0.1, 0), candidate("douteux", 0.9, 1)], 1)) == ["douteux"]


def test_unlike_one_another():
    alike = [candidate("un", 0.9, 0), candidate("deux", 0.8, 0), candidate("autre", 0.5, 1)]
    assert texts(choose(alike, 2)) == ["un", "autre"]
    assert texts(choose(alike, 3)) == ["un", "autre", "deux"]


def test_every_collectivity_and_status_in_turn():
    found = [candidate(f"brume {n}", 0.9 - n / 100, n % 4) for n in range(9)]
    found += [candidate("orme", 0.1, 3, "Orme"), candidate("rien", 0.1, 3, status="none")]
    assert set(texts(choose(found, 3))) == {"brume 0", "orme", "rien"}


def test_those_labelled_least_first():
    found = [candidate("brume", 0.9, 0), candidate("orme", 0.1, 1, "Orme")]
    assert texts(choose(found, 1, Counter({("Brume", "pledge"): 5}))) == ["orme"]


def test_the_same_words_once_and_no_more_than_there_are():
    assert texts(choose([candidate("Oui.", 0.9, 0), candidate("oui", 0.8, 1), candidate("non", 0.1, 2)], 9)) == ["Oui.", "non"]  # fmt: skip
    assert choose([], 3) == []


def test_documents_to_read_are_the_least_certain_of_each_collectivity():
    def document(source: str, town: str, certainty: float | None) -> StoredDocument:
        return StoredDocument(source, source, "page", "", Collectivity(town, town, "commune"), "", certainty)

    there = [document("a1", "a", 0.9), document("a2", "a", 0.6), document("a3", "a", None), document("b1", "b", 0.8)]
    assert [d.source for d in documents_to_read(there, 3)] == ["a2", "b1", "a1"]


def test_next_picks_from_a_database_with_near_misses_and_without_what_is_labelled(demo_db, tmp_path):
    picked = run("next", "--db", demo_db, "--annotations", tmp_path, "--n", 12, "--documents", 4)
    assert picked.exit_code == 0 and picked.stderr.startswith("reading documents: 4 of 4 in ")
    rows = [json.loads(line) for line in picked.stdout.splitlines()]
    assert len(rows) == 12 and {r["status"] for r in rows} == {None}
    assert len({r["collectivity"] for r in rows}) >= 3
    assert "none" in {r["said"]["status"] for r in rows}, "no near miss"
    stored = dict(sqlite3.connect(demo_db).execute("SELECT source_id, text FROM documents"))
    assert all(r["text"] in stored[r["source"]] for r in rows)
    save_labels(tmp_path, [PersonLabel(r["source"], r["text"], "none", (), "anne") for r in rows])
    again = run(
        "next", "--db", demo_db, "--annotations", tmp_path, "--n", 12, "--documents", 4, "--format", "label-studio"
    )
    assert not {t["data"]["text"] for t in json.loads(again.stdout)} & {r["text"] for r in rows}


# Data sets of others

OSDG = (
    "doi\ttext_id\ttext\tsdg\tlabels_negative\tlabels_positive\tagreement\n"
    "1\ta\tMany wells were dug in the valley.\t6\t0\t5\t1.0\n"
    "2\tb\tNobody is sure about this one.\t7\t3\t3\t0.0\n"
    '3\tc\tThe "night bus" now runs every hour.\t11\t1\t8\t0.78\n'
)
PROMISES = json.dumps(
    [
        {"data": "D'ici 2030, nous diviserons nos rejets par deux.", "promise_status": "Yes", "evidence_status": "No"},
        {"data": "Le groupe compte douze sites.", "promise_status": "No", "evidence_status": "N/A"},
    ]
)


@pytest.mark.parametrize(
    ("mapping", "content", "expected"),
    [
        ("osdg", OSDG, [("Many wells were dug in the valley.", None, (6,)), ('The "night bus" now runs every hour.', None, (11,))]),
        ("promise-eval", PROMISES, [("D'ici 2030, nous diviserons nos rejets par deux.", "pledge", None), ("Le groupe compte douze sites.", "none", ())]),
    ],
    ids=["an SDG table", "promises in JSON"],
)  # fmt: skip
def test_shipped_mappings(folder, mapping, content, expected):
    (folder / "in").write_text(content, encoding="utf-8")
    path = ROOT / "annotations" / "mappings" / f"{mapping}.toml"
    result = run("import", folder / "in", "--annotations", folder, "--mapping", path, "--name", mapping)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(e.text, e.status, e.sdgs) for e in load_outside(folder, [mapping])] == expected
    assert f"engagements train --include {mapping}" in result.stdout
    assert load_labels(folder) == [], "they are no labels of sources"
    checked = run("check", "--annotations", folder)
    assert checked.exit_code == 1
    assert f"outside/{mapping}.jsonl: README.md does not say where it is from; add a row with" in checked.stdout


MAPPING = """
format = "json"
records = "set.rows"
[fields]
text = "said.words"
sdgs = "themes"
heading = "title"
[constants]
status = "action"
[values.sdgs]
Eau = 6
"Santé" = "SDG 3"
[split]
sdgs = ";"
"""
ROWS = {"set": {"rows": [{"said": {"words": "De l'eau  pour tous."}, "themes": "Eau; Santé", "title": "Services"}]}}


def import_outside(folder: Path, mapping: str, content: str, *options: object) -> Result:
    (folder / "m.toml").write_text(mapping, encoding="utf-8")
    (folder / "in").write_text(content, encoding="utf-8")
    return run("import", folder / "in", "--annotations", folder, "--mapping", folder / "m.toml", "--name", "autre", *options)  # fmt: skip


def test_a_mapping_in_full(folder):
    assert import_outside(folder, MAPPING, json.dumps(ROWS)).exit_code == 0
    assert load_outside(folder) == [OutsideExample("De l'eau pour tous.", "action", (3, 6), "Services", "", "autre line 1")]  # fmt: skip


WRONG_MAPPING = [
    ("format", MAPPING.replace('"json"', '"xml"'), ROWS, "{f}/m.toml: format is one of csv, json, jsonl. Got 'xml'"),
    ("no fields", 'format = "csv"', ROWS, "{f}/m.toml: fields is missing"),
    ("TOML", "format = ", ROWS, "{f}/m.toml: Invalid value"),
    ("key", 'colour = "red"\n' + MAPPING, ROWS, "{f}/m.toml: an unexpected key 'colour'"),
    ("field", MAPPING.replace("heading =", "mayor ="), ROWS, "{f}/m.toml: [fields] knows text, status, sdgs, heading, lead. Got mayor"),
    ("no text", MAPPING.replace("text =", "lead ="), ROWS, "{f}/m.toml: [fields] names the column of the text"),
    ("nothing to learn", 'format = "json"\n[fields]\ntext = "a"', ROWS, "{f}/m.toml: [fields] or [constants] has status, sdgs or both"),
    ("condition", MAPPING + '[[where]]\ncolumn = "a"', ROWS, "{f}/m.toml: [[where]] 'a' has either equals = […] or least = a number"),
    ("column", MAPPING.replace("themes", "goals"), ROWS, "{f}/in: row 1: no column 'goals'; there are said, themes, title"),
    ("value", MAPPING.replace("Eau = 6", "Air = 6"), ROWS, "{f}/in: row 1: [values.sdgs] has no 'Eau'; it has Air, Santé"),
    ("goal", MAPPING.replace("Eau = 6", "Eau = 66"), ROWS, "{f}/in: row 1: sdgs are 1–17"),
    ("status", MAPPING.replace('"action"', '"acting"'), ROWS, "{f}/in: row 1: status is one of pledge, action, result, none. Got 'acting'"),
    ("records", MAPPING.replace("set.rows", "set"), ROWS, "{f}/in: not json in utf-8 as the mapping says: a list is wanted where the mapping says records = 'set'"),
    ("no row", MAPPING + '[[where]]\ncolumn = "title"\nequals = ["Ailleurs"]', ROWS, "{f}/in: no row fits the mapping's [[where]]"),
    ("encoding", 'encoding = "utf-99"\n' + MAPPING, ROWS, "{f}/in: not json in utf-99 as the mapping says: unknown encoding"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mapping", "rows", "message"), [c[1:] for c in WRONG_MAPPING], ids=[c[0] for c in WRONG_MAPPING]
)
def test_a_mapping_that_does_not_fit_is_named(folder, mapping, rows, message):
    result = import_outside(folder, mapping, json.dumps(rows))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("engagements: " + message.replace("{f}", str(folder)))
    assert not (folder / "outside").exists()


def test_what_was_said_before_is_refused_or_left_out(folder):
    near = "La Ville ouvre une crèche au bord du canal, près de la vieille halle aux draps."
    rows = {
        "set": {"rows": [{"said": {"words": t}, "themes": "Eau", "title": ""} for t in (near, "De l'eau pour tous.")]}
    }
    refused = import_outside(folder, MAPPING, json.dumps(rows))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert (
        "1 rows repeat others: in row 1: the same words as d. Leave them out with --drop-duplicates" in refused.stderr
    )
    kept = import_outside(folder, MAPPING, json.dumps(rows), "--drop-duplicates")
    assert "1 examples in" in kept.stdout and "1 repeated ones left out" in kept.stdout
    assert [e.text for e in load_outside(folder)] == ["De l'eau pour tous."]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--mapping", "{f}/README.md"], "--name : letters, digits and hyphens, as in --name osdg"),
        (["--mapping", "{f}/README.md", "--name", "../a"], "--name ../a: letters, digits and hyphens"),
        (["--name", "osdg"], "--name and --drop-duplicates go with --mapping; give the data set's mapping"),
    ],
    ids=["no name", "a path", "no mapping"],
)
def test_options_that_do_not_go_together(folder, options, message):
    result = run("import", folder / "README.md", "--annotations", folder, *(o.format(f=folder) for o in options))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"engagements: {message}")


# The check

HALL = "La Ville restaure la grande halle du quai nord avec les habitants du quartier."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([HALL, HALL.replace("quartier", "village")], 1, id="one word apart"),
        pytest.param([HALL, HALL.upper()], 1, id="the same"),
        pytest.param([HALL, f"{HALL} {TREES} {CHOIR}"], 0, id="ten words in common, and twice as many besides"),
        pytest.param(["Nos engagements", "Nos engagements"], 0, id="short ones may repeat"),
        pytest.param([HALL, HALL, HALL], 2, id="each named once"),
    ],
)
def test_duplicates(texts, expected):
    assert len(list(duplicates([Example(str(n), t) for n, t in enumerate(texts)]))) == expected


def test_check_of_a_folder_in_order(folder):
    result = run("check", "--annotations", folder)
    assert (result.exit_code, result.stdout) == (0, "1 documents, 1 units: no problems\n")


def test_everything_wrong_is_told(folder):
    pages = folder / "documents" / "pages.jsonl"
    row = json.loads(pages.read_text(encoding="utf-8"))
    other = {**row, "document": "e", "level": "region"}
    third = {**row, "document": "d", "collectivity": "Ville d'Orme", "text": CHOIR}
    (folder / "documents" / "new.jsonl").write_text(lines(other, third), encoding="utf-8")
    save_outside(folder, "osdg", [OutsideExample(row["text"].lower(), None, (4,))])
    save_labels(folder, [label(), label("zoé", status="none", sdgs=())])
    assert sorted(problems(folder)) == sorted([
        f"e and d: the same words: {row['text']}",
        f"e and osdg line 1: the same words: {row['text']}",
        f"{folder}/documents/new.jsonl: README.md does not say where it is from; add a row with `new.jsonl`",
        f"{folder}/outside/osdg.jsonl: README.md does not say where it is from; add a row with `osdg.jsonl`",
        "Ville de Brume: one collectivity is of one level. Got commune, region",
        "d: a document is written in one piece. Got 2 (Ville d'Orme, Ville de Brume)",
        f"labels.jsonl: plan: anne (pledge [15]) and zoé (none []) differ on: {TREES}",
    ])  # fmt: skip
    assert run("check", "--annotations", folder).exit_code == 1
