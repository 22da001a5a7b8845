"""The ``engagements`` command as people, scripts and schedulers meet it."""

# One case a line, with the whole message that is shown:
# ruff: noqa: E501

import json
import os
import pty
import re
import select
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from made_by_hand import DEMO
from rich.console import Console

from pipeline import __version__
from pipeline.cli import main
from pipeline.console import printable, progress, summary
from pipeline.refresh import Outcome, Report
from pipeline.settings import ROOT, Settings
from pipeline.sources import load_manifest

COMMAND = [sys.executable, "-c", "from pipeline.cli import main; main()"]
MANIFEST = """\
[[collectivities]]
id = "rennes"
name = "Ville de Rennes"
level = "commune"
aliases = ["la Ville"]

# Les textes sont inventés.
[[sources]]
id = "voeux"
collectivity = "rennes"
path = "voeux.txt"
kind = "programme"
"""
WORDS = (
    "La Ville de Rennes s'engage à planter 500 arbres d'ici 2030.\n\n"
    "Elle versera chaque année 20 000 euros à l'association des Jardins partagés pour l'accès à l'eau potable.\n"
)


@pytest.fixture(autouse=True)
def _no_settings_of_ours(monkeypatch):
    for f in fields(Settings):
        monkeypatch.delenv(f"ENGAGEMENTS_{f.name.upper()}", raising=False)


def corpus_in(folder: Path, manifest: str = MANIFEST) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.toml").write_text(manifest, encoding="utf-8")
    (folder / "voeux.txt").write_text(WORDS, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def spawn(*arguments: object, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=False, timeout=300,
    )  # fmt: skip


# Help


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself_with_an_example(name):
    result = run(name, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(rf"^  Example:  engagements {name}\b", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_is_explained(name):
    untold = [p.name for p in main.commands[name].params if isinstance(p, click.Option) and not p.help]
    assert untold == []


def test_the_whole_explains_itself():
    result = CliRunner().invoke(main, ["--help"], terminal_width=78)  # what click makes of 80 columns
    assert result.exit_code == 0
    assert "engagements refresh --corpus corpus/demo --db demo.db" in result.stdout
    assert "..." not in result.stdout.partition("Commands:")[2], "a command's first sentence is cut"
    assert run("-h").stdout == run("--help").stdout


def test_the_commands_of_the_contract_are_there():
    assert {"refresh", "add", "extract", "serve", "train"} <= set(main.commands)


def test_version():
    assert run("--version").stdout == f"engagements, version {__version__}\n"


HEAVY = ("spacy", "sklearn", "prefect", "datasette", "trafilatura", "pdfplumber", "httpx", "sqlite_utils", "numpy")


@pytest.mark.parametrize("arguments", [[], ["refresh"], ["serve"]], ids=["engagements", "refresh", "serve"])
def test_help_answers_at_once_for_it_imports_nothing_heavy(arguments):
    code = (
        "import sys, time\n"
        "from pipeline.cli import main\n"
        f"try: main({[*arguments, '--help']!r})\n"
        "except SystemExit: pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], time.process_time() < 1, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "[] True\n")


# Wrong input: one line on stderr, nothing on stdout, status 2

WRONG = [
    ("unknown command", ["rafraichir"], "No such command 'rafraichir'. See: engagements --help"),
    ("unknown option", ["refresh", "--vite"], "No such option '--vite'"),
    ("no workers", ["refresh", "--workers", "0"], "Invalid value for '--workers': 0 is not in the range 1<=x<=64. See: engagements refresh --help"),
    ("workers in words", ["refresh", "--workers", "deux"], "Invalid value for '--workers': 'deux' is not a valid integer range. See: engagements refresh --help"),
    ("missing corpus", ["refresh", "--corpus", "{tmp}/absent"], "{tmp}/absent/sources.toml: no such file. Give a folder with a sources.toml: --corpus DIR, or --corpus corpus/demo"),
    ("corpus that is a file", ["refresh", "--corpus", "{corpus}/voeux.txt"], "Invalid value for '--corpus': Directory '{corpus}/voeux.txt' is a file. See: engagements refresh --help"),
    ("unknown source", ["refresh", "--corpus", "{corpus}", "--source", "bilan"], "--source bilan: not in the manifest, which has voeux"),
    ("invalid manifest", ["refresh", "--corpus", "{invalid}"], "{invalid}/sources.toml: [[collectivities]] entry 1 ('rennes'): level = 'ville' is not one of commune, epci, departement, region"),
    ("database below a file", ["refresh", "--corpus", "{corpus}", "--db", "{corpus}/voeux.txt/a.db"], "--db {corpus}/voeux.txt/a.db: cannot be written: {corpus}/voeux.txt: File exists; give another file"),
    ("database that is a folder", ["refresh", "--corpus", "{corpus}", "--db", "{corpus}"], "Invalid value for '--db': File '{corpus}' is a directory. See: engagements refresh --help"),
    ("database that is not one", ["refresh", "--corpus", "{corpus}", "--db", "{corpus}/voeux.txt"], "--db {corpus}/voeux.txt: not an SQLite database; give another file"),
    ("export in no format", ["export"], "Missing option '--format'. Choose from: csv, jsonl, parquet, xlsx, datapackage. See: engagements export --help"),
    ("export of another file", ["export", "--format", "csv", "--db", "{corpus}/voeux.txt"], "{corpus}/voeux.txt: not a database of this project: file is not a database"),
    ("status of another file", ["status", "--db", "{corpus}/voeux.txt"], "{corpus}/voeux.txt: not a database of this project: file is not a database"),
    ("status of no database", ["status", "--db", "{tmp}/absent?.db"], "{tmp}/absent?.db: no such database; make it with: engagements refresh --db {tmp}/absent?.db"),
    ("floors that are not stated", ["floors", "--check", "--models", "{tmp}"], "{tmp}/floors.toml: No such file or directory; state the floors with: make floors"),
    ("add without collectivity", ["add", "https://exemple.fr/"], "Missing option '--collectivity'. See: engagements add --help"),
    ("add to an unknown collectivity", ["add", "https://exemple.fr/", "--collectivity", "brest", "--corpus", "{corpus}"], "--collectivity brest: not in {corpus}/sources.toml, which has rennes"),
    ("add of a missing file", ["add", "absent.pdf", "--collectivity", "rennes", "--corpus", "{corpus}"], "absent.pdf: neither an http(s) address nor a file"),
    ("extract of nothing", ["extract"], "Missing argument 'FILE_OR_URL'. See: engagements extract --help"),
    ("extract of a missing file", ["extract", "absent.pdf"], "absent.pdf: neither an http(s) address nor a file"),
    ("extract of an empty file", ["extract", "{tmp}/vide.txt"], "vide.txt: "),
    ("extract of a picture", ["extract", "{tmp}/image.png"], "image.png: "),
    ("extract over ftp", ["extract", "ftp://exemple.fr/a"], "url = 'ftp://exemple.fr/a' is not an http(s) address; write https://host/page, or a file's path"),
    ("extract of a broken address", ["extract", "http://[::1"], "url = 'http://[::1' is not an address: "),
    ("extract in another format", ["extract", "a.txt", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of 'json', 'jsonl', 'table'. See: engagements extract --help"),
    ("serve without database", ["serve", "--db", "{tmp}/absent.db", "--port", "0"], "{tmp}/absent.db: no such database; make it with: engagements refresh --db {tmp}/absent.db"),
    ("serve of another file", ["serve", "--db", "{corpus}/voeux.txt", "--port", "0"], "{corpus}/voeux.txt: not a database of this project: "),
    ("serve of another database", ["serve", "--db", "{tmp}/autre.db", "--port", "0"], "{tmp}/autre.db: not a database of this project: "),
    ("serve on no port", ["serve", "--port", "70000"], "Invalid value for '--port': 70000 is not in the range 0<=x<=65535. See: engagements serve --help"),
    ("train on nothing", ["train", "--annotations", "{tmp}/absent"], "{tmp}/absent/documents: no .jsonl file; the labelled examples are missing"),
]  # fmt: skip


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "vide.txt").write_bytes(b"")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    sqlite3.connect(tmp_path / "autre.db").execute("CREATE TABLE autre (id)").connection.close()
    return {
        "tmp": tmp_path,
        "corpus": corpus_in(tmp_path / "corpus"),
        "invalid": corpus_in(tmp_path / "invalid", MANIFEST.replace("commune", "ville")),
    }


@pytest.mark.parametrize(("arguments", "message"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_wrong_input_is_one_clear_line_and_status_2(places, arguments, message):
    result = run(*(a.format_map(places) for a in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert isinstance(result.exception, SystemExit), "a traceback"
    assert result.stderr.startswith(f"engagements: {message.format_map(places)}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["refresh"], ["add", "a.txt", "--collectivity", "x"], ["extract", "a.txt"], ["serve"]])  # fmt: skip
def test_a_setting_that_does_not_fit_is_named(monkeypatch, command):
    monkeypatch.setenv("ENGAGEMENTS_MAX_PAGES", "abc")
    result = run(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "engagements: ENGAGEMENTS_MAX_PAGES='abc' is not a whole number above 0\n"


def test_a_port_that_is_taken_is_named(places):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--db", places["tmp"] / "absent.db", "--port", port)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"engagements: 127.0.0.1:{port} cannot be listened on: Address already in use; give another --port or --host\n"
    )


def test_a_database_of_the_environment_that_is_a_folder_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("ENGAGEMENTS_DATABASE", str(tmp_path))
    result = run("refresh", "--corpus", corpus_in(tmp_path / "corpus"))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"engagements: --db {tmp_path}: cannot be written: ")


def test_wrong_input_leaves_no_file_behind(places):
    before = sorted(places["tmp"].rglob("*"))
    run("refresh", "--corpus", places["invalid"], "--db", places["tmp"] / "neuf.db")
    run("refresh", "--corpus", places["corpus"], "--db", places["tmp"] / "neuf.db", "--source", "bilan")
    assert sorted(places["tmp"].rglob("*")) == before


def test_an_address_that_does_not_answer_is_a_failure_not_wrong_usage(monkeypatch):
    monkeypatch.setenv("ENGAGEMENTS_FETCH_ATTEMPTS", "1")
    monkeypatch.setenv("NO_PROXY", "*")
    result = run("extract", "http://127.0.0.1:9/")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("engagements: http://127.0.0.1:9/: ")


def test_a_process_shows_no_traceback_either(tmp_path):
    done = spawn("extract", tmp_path / "absent\n\x1b[31m.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    shown = f"{tmp_path}/absent [31m.txt"
    assert done.stderr.decode() == f"engagements: {shown}: neither an http(s) address nor a file\n"


# add


def test_add_says_how_to_go_on(tmp_path):
    corpus = corpus_in(tmp_path / "mon corpus")
    result = run("add", "https://exemple.fr/plan.pdf", "--collectivity", "rennes", "--corpus", corpus)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"added rennes-plan; extract it with: engagements refresh --corpus '{corpus}' --source rennes-plan\n"
    )
    assert (corpus / "sources.toml").read_text(encoding="utf-8") == MANIFEST + (
        '\n[[sources]]\nid = "rennes-plan"\ncollectivity = "rennes"\nurl = "https://exemple.fr/plan.pdf"\nkind = "page"\n'
    )


def test_add_to_the_corpus_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("ENGAGEMENTS_CORPUS", str(corpus_in(tmp_path / "corpus")))
    result = run("add", "https://exemple.fr/plan.pdf", "--collectivity", "rennes", "--title", "Plan « climat »")
    assert result.stdout == (
        "added rennes-plan-climat; extract it with: engagements refresh --source rennes-plan-climat\n"
    )


# refresh and extract, with the models: two runs for all the tests below


def test_refresh_json_is_one_object_on_stdout(demo_refresh):
    said = json.loads(demo_refresh.stdout.decode("utf-8"))
    assert (demo_refresh.stdout.count(b"\n"), sorted(said)) == (1, ["collectivities", "run", "sources"])
    ids = [s.id for s in load_manifest(DEMO)]
    assert [{k: s[k] for k in ("source_id", "state", "stage", "cause")} for s in said["sources"]] == [
        {"source_id": i, "state": "stored", "stage": None, "cause": None} for i in ids
    ]
    assert sum(c["documents"] for c in said["collectivities"]) == len(ids)
    assert "Département d'Ille-et-Vilaine" in [c["name"] for c in said["collectivities"]]


def test_refresh_json_tells_its_progress_on_stderr_in_plain_lines(demo_refresh):
    counts = {s["source_id"]: s["commitments"] for s in json.loads(demo_refresh.stdout)["sources"]}
    lines = [line for line in demo_refresh.stderr.splitlines() if not line.startswith("          warning: ")]
    assert lines == [f"stored    {i}: {n} commitments" + (f" ({n} added)" if n else "") for i, n in counts.items()]


ABSENT = """
[[sources]]
id = "absent"
collectivity = "{}"
path = "absent.txt"
kind = "page"
"""


def on_a_terminal(*arguments: object) -> tuple[int, str, str]:
    """Status, what a terminal showed of stderr, and stdout in a file."""
    terminal, its_end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=its_end
    )
    os.close(its_end)
    shown, end = b"", time.monotonic() + 300
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.2)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        shown += chunk
    stdout, _ = process.communicate(timeout=60)
    os.close(terminal)
    return process.returncode, shown.decode(errors="replace"), stdout.decode()


def test_a_terminal_shows_a_bar_and_a_failing_source_does_not_cost_the_others(demo_db, tmp_path):
    corpus, database = shutil.copytree(DEMO, tmp_path / "corpus"), Path(shutil.copy(demo_db, tmp_path))
    sources = load_manifest(DEMO)
    with (corpus / "sources.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(ABSENT.format(sources[0].collectivity.id))
    status, shown, stdout = on_a_terminal("refresh", "--corpus", corpus, "--db", database)
    assert status == 1
    assert "\x1b[" in shown and "Refreshing" in shown and f"0/{len(sources) + 1}" in shown
    assert f"unchanged {sources[0].id}" in shown
    assert "absent: fetch: absent.txt: no such file in the corpus folder" in shown
    lines = stdout.splitlines()
    assert lines[0].strip() == "Commitments by collectivity"
    assert lines[-3:] == [
        f"0 stored, {len(sources)} unchanged, 1 failed.",
        "FAILED absent (fetch): absent.txt: no such file in the corpus folder",
        f"Open the site:  engagements serve --db {database} --corpus {corpus}",
    ]
    assert "\x1b" not in stdout and sources[0].collectivity.name in stdout
    failures = sqlite3.connect(database).execute("SELECT source_id, stage, cause FROM failures").fetchall()
    assert ("absent", "fetch", "absent.txt: no such file in the corpus folder") in failures


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> dict[str, Result]:
    """What ``extract`` says of one text, in each format: the models are loaded once, in this process."""
    file = tmp_path_factory.mktemp("extract") / "voeux.txt"
    file.write_text(WORDS, encoding="utf-8")
    return {form: run("extract", file, "--kind", "programme", "--format", form) for form in ("json", "jsonl", "table")}


def test_extract_json(extracted):
    assert (extracted["json"].exit_code, extracted["json"].stderr) == (0, "")
    said = json.loads(extracted["json"].stdout)
    assert sorted(said) == [
        "amounts", "author", "commitments", "indicators", "language", "modified", "pages", "partners", "periods",
        "published", "text", "title", "warnings",
    ]  # fmt: skip
    assert [a["text"] for a in said["amounts"]] == ["20 000 euros"]
    found = [*said["commitments"], *said["partners"], *said["amounts"], *said["periods"]]
    assert found and all(said["text"][f["start"] : f["end"]] == f["text"] for f in found)


def test_extract_jsonl_is_a_line_a_commitment(extracted):
    assert (extracted["jsonl"].exit_code, extracted["jsonl"].stderr) == (0, "")
    rows = [json.loads(line) for line in extracted["jsonl"].stdout.splitlines()]
    assert rows == json.loads(extracted["json"].stdout)["commitments"]


def test_extract_table(extracted):
    assert (extracted["table"].exit_code, extracted["table"].stderr) == (0, "")
    assert "Status" in extracted["table"].stdout


def test_a_document_that_breaks_a_stage_is_a_failure_in_one_line(tmp_path, monkeypatch):
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("pipeline.analyse.read", broken)
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    result = run("extract", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "engagements: a.txt: IndexError: list index out of range\n"


# What is shown

OUTCOMES = (
    Outcome("voeux", "stored", commitments=3, changes={"withdrawn": 1, "added": 2}, warnings=("2 pages without text",)),
    Outcome("bilan", "unchanged"),
    Outcome("absent", "failed", "fetch", "[absent].txt: HTTP 404\n\x1b]0;titre\x07"),
)
LINES = """\
stored    voeux: 3 commitments (2 added, 1 withdrawn)
          warning: 2 pages without text
unchanged bilan
FAILED    absent: fetch: [absent].txt: HTTP 404 �]0;titre�
"""


def shown(terminal: bool, show) -> str:
    console = Console(force_terminal=terminal, width=100, color_system="standard" if terminal else None)
    with console.capture() as capture:
        show(console)
    return capture.get()


def tell_all(console: Console) -> None:
    with progress(len(OUTCOMES), console) as tell:
        for outcome in OUTCOMES:
            tell(outcome)


def test_progress_elsewhere_is_plain_lines():
    assert shown(False, tell_all) == LINES


def test_progress_on_a_terminal_is_a_bar_below_the_same_lines():
    on_screen = shown(True, tell_all)
    assert "Refreshing" in on_screen
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", on_screen)
    assert [line for line in LINES.splitlines() if line not in plain] == []
    assert "\x1b]0;" not in on_screen, "a document's words command the terminal"


def test_the_summary():
    totals = [
        {"name": "Ville [de] Rennes", "documents": 2, "pledges": 3, "actions": 0, "results": 1, "partners": 4, "euros": 1234567.0},
        {"name": "Bordeaux", "documents": 0, "pledges": 0, "actions": 0, "results": 0, "partners": 0, "euros": None},
    ]  # fmt: skip
    lines = shown(False, lambda console: summary(Report("r", OUTCOMES), totals, console)).splitlines()
    cells = [[c.strip() for c in re.split("[│┃]", line)[1:-1]] for line in lines if re.search("[│┃]", line)]
    assert cells == [
        ["Collectivity", "Documents", "Pledges", "Actions", "Results", "Partners", "Euros"],
        ["Ville [de] Rennes", "2", "3", "0", "1", "4", "1 234 567"],
        ["Bordeaux", "0", "0", "0", "0", "0", "–"],
    ]
    assert lines[-2:] == [
        "1 stored, 1 unchanged, 1 failed.",
        "FAILED absent (fetch): [absent].txt: HTTP 404 �]0;titre�",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'été, 20 % – « œuvre »", "l'été, 20 % – « œuvre »"),
        ("a\x1b[2Jb", "a�[2Jb"),
        ("a\x9b2Jb\x7f", "a�2Jb�"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_printable(text, expected):
    assert printable(text) == expected
