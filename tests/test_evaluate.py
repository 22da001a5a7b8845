"""Scores: what counts as found, what as missed; the same figures as the shared scorer; tables, JSON, page."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from rich.console import Console

from pipeline.calibration import calibration_error, reliability
from pipeline.cli import main
from pipeline.cli.score_tables import before_after, evaluation
from pipeline.evaluate.gold import InvalidGold, Quote, View, judge, load_gold
from pipeline.evaluate.judged import QUESTIONS, Counts, Judged
from pipeline.evaluate.matching import matched, same_partners
from pipeline.evaluate.page import page
from pipeline.evaluate.summary import summarise

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
PLANT = Quote("Nous planterons mille arbres en ville.", "pledge", {15: 0.8}, 0.9)
HELP = Quote("La Ville aide les associations.", "action", {17: 0.6}, 0.7)


def view(*statements: Quote, partners=(), amounts=(), periods=(), scored=frozenset(QUESTIONS)) -> View:
    return View(tuple(statements), tuple(partners), Counter(amounts), Counter(periods), scored)


def judged(found: View, gold: View, document: str = "plan", collectivity: str = "brume", kind: str = "page") -> Judged:
    return judge(document, collectivity, kind, found, gold)


# Against gold, one document


def test_all_right():
    same = view(PLANT, HELP, partners=[("Oran",)], amounts=[(5.0, "EUR")], periods=[(2020, None)])
    assert {q: c.f1 for q, c in judged(same, same).counts.items()} == dict.fromkeys(QUESTIONS, 1.0)


def test_wrong_status_and_goal_count_apart():
    found = judged(view(Quote(PLANT.text, "action", {13: 0.5})), view(PLANT))
    assert found.counts["statements"] == (1, 1, 1)
    assert found.counts["status"] == found.counts["sdgs"] == (0, 1, 1)
    assert found.confusion == {("pledge", "action"): 1}
    assert [(m.true, m.said) for m in found.mistakes] == [("pledge", "action"), ("goals 15", "goals 13")]


def test_missed_and_spurious():
    found = judged(view(PLANT, Quote("Bienvenue.", "action", {}, 0.55)), view(PLANT, HELP))
    assert found.counts["statements"] == (1, 2, 2)
    assert found.confusion == {("pledge", "pledge"): 1, ("none", "action"): 1, ("action", "none"): 1}
    assert found.by_status == {"action": Counts(0, 1, 1), "pledge": Counts(1, 1, 1)}
    assert [(m.text, m.chance) for m in found.mistakes] == [("Bienvenue.", 0.55), (HELP.text, None)]


def test_goals_of_a_missed_statement_are_missed_and_those_of_a_spurious_one_spurious():
    found = judged(view(PLANT, Quote("Bienvenue.", "action", {3: 0.5})), view(PLANT, HELP))
    assert found.counts["sdgs"] == (1, 2, 2)
    assert found.counts["sdgs_of_statements"] == (1, 1, 1)
    assert found.by_sdg == {3: Counts(0, 1, 0), 15: Counts(1, 1, 1), 17: Counts(0, 0, 1)}


def test_what_was_claimed_and_came_true():
    found = judged(view(PLANT, Quote("Bienvenue.", "action", {3: 0.5}, 0.55)), view(PLANT))
    assert found.claims == {"status": [(0.9, True), (0.55, False)], "sdgs": [(0.8, True)]}


def test_only_the_questions_a_gold_file_scores_count():
    assert set(judged(view(PLANT), view(PLANT, scored=frozenset({"statements", "periods"}))).counts) == {
        "statements", "periods"
    }  # fmt: skip


def test_a_quote_matches_once_the_likeliest_first():
    assert matched(["planterons mille arbres", PLANT.text], [PLANT.text]) == [(1, 0)]


def test_quotes_that_share_too_few_words_do_not_match():
    assert matched(["Nous planterons une forêt demain matin."], [PLANT.text]) == []


@pytest.mark.parametrize(
    ("found", "true", "right"),
    [
        pytest.param([("AFD", "Agence de l'eau")], [("Agence de l’Eau",)], 1, id="any name"),
        pytest.param([("Ville d'Oran",)], [("Oran",)], 1, id="small words do not weigh"),
        pytest.param([("Oran",)], [("Oran",), ("Ville d'Oran",)], 1, id="one found counts once"),
        pytest.param([("Lyon",)], [("Nantes",)], 0, id="another"),
    ],
)  # fmt: skip
def test_partners(found, true, right):
    assert same_partners(found, true) == right


def test_amounts_and_periods_count_each_time():
    found, gold = view(periods=[(2020, 2020)]), view(periods=[(2020, 2020), (2020, 2020)])
    assert judged(found, gold).counts["periods"] == (1, 1, 2)


# Gold files

GOLD = {
    "statements": [{"quote": PLANT.text, "status": "pledge", "sdgs": [15]}],
    "partners": [{"name": "Oran", "aliases": ["ville d'Oran"]}],
    "amounts": [{"value": 5, "currency": "EUR"}],
    "periods": [{"start": 2020, "end": None}],
}


def test_gold_is_read(tmp_path):
    (tmp_path / "un_plan.json").write_text(json.dumps({**GOLD, "scored": ["statements+status"]}), encoding="utf-8")
    assert load_gold(tmp_path) == {
        "un-plan": view(
            Quote(PLANT.text, "pledge", {15: 1.0}),
            partners=[("Oran", "ville d'Oran")],
            amounts=[(5.0, "EUR")],
            periods=[(2020, None)],
            scored=frozenset({"status"}),
        )
    }


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"statements": [{}]}', json.dumps({**GOLD, "scored": ["mood"]})])
def test_wrong_gold_is_named(tmp_path, content):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidGold, match=r"a\.json"):
        load_gold(tmp_path)


def test_no_gold_is_an_error(tmp_path):
    with pytest.raises(InvalidGold, match=r"no \.json file"):
        load_gold(tmp_path)


@pytest.fixture(scope="module")
def shared_score():
    """The scorer every developer has beside the project."""
    if not (SHARED / "score.py").exists():
        pytest.skip("../shared is not there")
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def worn(gold: dict, n: int) -> dict:
    """A gold file with every n-th answer changed, lost or cut: what a pipeline might say."""
    said = {k: list(v) if isinstance(v, list) else v for k, v in gold.items()}
    said["statements"] = [
        {**s, "status": "action" if i % n == 1 else s["status"], "sdgs": [13] if i % n == 2 else s.get("sdgs"),
         "quote": " ".join(s["quote"].split()[: -2 if i % 2 else None])}
        for i, s in enumerate(gold["statements"]) if i % n
    ]  # fmt: skip
    for name in ("partners", "amounts", "periods"):
        said[name] = [x for i, x in enumerate(gold[name]) if i % (n + 1)] + gold[name][:1]
    return said


@pytest.mark.parametrize("folder", ["dev/gold", "dev/more/gold"])
@pytest.mark.parametrize("scored", [None, ["statements+status", "periods"]], ids=["all", "some scored"])
def test_figures_are_those_of_the_shared_scorer(shared_score, tmp_path, folder, scored):
    ours, theirs = [], []
    for number, file in enumerate(sorted((SHARED / folder).glob("*.json"))):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if number % 2 and scored:
            gold["scored"] = scored
        said = worn(gold, 3 + number)
        for name, content in (("gold", gold), ("said", said)):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / file.name).write_text(json.dumps(content), encoding="utf-8")
        theirs.append((shared_score.gold_view(said), shared_score.gold_view(gold)))
    gold_views, said_views = load_gold(tmp_path / "gold"), load_gold(tmp_path / "said")
    ours = [judged(said_views[name], gold_views[name]) for name in gold_views]
    found = summarise(ours, "wear", worst=0)
    expected, confusion = shared_score.score(theirs)
    names = dict(zip(("statements", "statements+status", "sdg|matched", "sdg end-to-end"),
                     ("statements", "status", "sdgs_of_statements", "sdgs"), strict=True))  # fmt: skip
    assert ours and 0.2 < expected["statements+status"]["f1"] < 1
    assert {
        name: (score["tp"], score["tp"] + score["fp"], score["tp"] + score["fn"]) for name, score in expected.items()
    } == {name: found.scores[names.get(name, name)].counts for name in expected}
    assert {pair: n for pair, n in found.confusion.items() if "none" not in pair} == confusion


# Summed up


def documents() -> list[Judged]:
    right = judged(view(PLANT, HELP), view(PLANT, HELP), "bilan", "brume", "report")
    wrong = judged(view(Quote(PLANT.text, "result", {15: 0.9}, 0.95)), view(PLANT, HELP), "<plan>", "orme", "page")
    return [right, wrong]


def test_intervals_hold_the_figure_and_grow_with_what_documents_differ_in():
    found = summarise(documents(), "two documents")
    score = found.scores["status"]
    assert score.counts == (2, 3, 4)
    assert score.f1[0] == 0.0 and score.f1[1] == 1.0
    assert summarise(documents()[:1] * 20, "twenty alike").scores["status"].f1 == (1.0, 1.0)


def test_intervals_are_the_same_each_time():
    assert summarise(documents(), "") == summarise(documents(), "")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("collectivity", {"brume": 1.0, "orme": 0.0}),
        ("kind", {"page": 0.0, "report": 1.0}),
        ("status", {"action": 2 / 3, "pledge": 2 / 3, "result": 0.0}),
    ],
)
def test_groups(by, expected):
    assert {g.name: g.scores["status"].counts.f1 for g in summarise(documents(), "", by).groups} == expected


def test_groups_by_goal():
    found = summarise(documents(), "", "sdg")
    assert {g.name: g.scores["sdgs"].counts for g in found.groups} == {"SDG 15": (2, 2, 2), "SDG 17": (1, 1, 2)}


def test_the_most_certain_mistake_is_first_and_what_was_missed_last():
    found = summarise(documents(), "")
    assert [(m.true, m.said, m.chance) for m in found.mistakes] == [
        ("pledge", "result", 0.95), ("action", "none", None)
    ]  # fmt: skip
    assert summarise(documents(), "", worst=1).mistakes == found.mistakes[:1]


def test_reliability():
    chances, right = np.array([0.92, 0.98, 0.31, 0.39, 1.0]), np.array([True, False, False, True, True])
    low, high = reliability(chances, right)
    assert (low.low, low.count, round(low.stated, 3), low.observed) == (0.3, 2, 0.35, 0.5)
    assert (high.low, high.count, round(high.stated, 3), round(high.observed, 3)) == (0.9, 3, 0.967, 0.667)
    assert calibration_error(chances, right) == pytest.approx(0.4 * 0.15 + 0.6 * 0.3)
    assert calibration_error(np.array([]), np.array([])) == 0.0


# Shown


def shown(show) -> str:
    console = Console(width=140)
    with console.capture() as capture:
        show(console)
    return capture.get()


def test_tables():
    said = shown(lambda console: evaluation(summarise(documents(), "two documents", "kind"), console))
    assert "Measured on two documents." in said
    assert re.search(r"statements with their status .* 0\.571 │    3 │    4 │\n.* 0\.000–1\.000 │ +│ +│\n", said)
    assert "By kind: F1" in said and "report" in said
    assert "Calibration of status" in said
    assert "  1. true pledge, said result (0.95), <plan>\n     Nous planterons mille arbres en ville." in said
    assert "  2. true action, said none (missed), <plan>" in said


def test_json_holds_a_key_a_question():
    said = summarise(documents(), "two documents", "kind").as_json()
    assert {k: said["status"][k] for k in ("precision", "recall", "f1", "right", "said", "true")} == {
        "precision": 0.6667, "recall": 0.5, "f1": 0.5714, "right": 2, "said": 3, "true": 4
    }  # fmt: skip
    assert said["confusion"]["pledge"] == {"pledge": 1, "action": 0, "result": 1, "none": 0}
    assert [g["name"] for g in said["groups"]] == ["page", "report"]
    assert json.loads(json.dumps(said)) == said


class Elements(HTMLParser):
    """Every element that begins, and references to elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.outside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.outside += [f"{k}={v}" for k, v in attrs if k in {"src", "href", "data", "srcset"}]


@pytest.mark.parametrize("by", [None, "collectivity", "status", "sdg"])
def test_the_page_is_complete_in_itself_and_escapes_what_documents_say(by):
    written = page(summarise(documents(), "deux <documents>", by))
    elements = Elements(written)
    assert elements.outside == [] and elements.tags["script"] == elements.tags["plan"] == 0
    assert "&lt;plan&gt;" in written and "deux &lt;documents&gt;" in written
    # Accessible: each plot has a title and a table that says the same; each table has a caption.
    assert elements.tags["svg"] >= 3 and elements.tags["desc"] == elements.tags["svg"]
    assert elements.tags["table"] == elements.tags["caption"] == elements.tags["svg"] + 1
    assert '<html lang="en">' in written and '<blockquote lang="fr">Nous planterons mille arbres en ville.' in written


def test_a_page_of_one_document_without_mistakes():
    assert "<svg" in page(summarise(documents()[:1], "one", "kind"))


def test_before_and_after():
    scores = {"status_f1": 0.7, "status_calibration_error": 0.02, "sdg_micro_f1": 0.5}
    better = {"status_f1": 0.75, "status_calibration_error": 0.03, "sdg_micro_f1": 0.5, "partner_f1": 0.9}
    before = {"annotations_sha256": "a", "documents": 2, "units": 9, "scores": scores}
    after = {"annotations_sha256": "b", "documents": 3, "units": 12, "scores": better}
    said = shown(lambda console: before_after(before, after, console))
    rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if "│" in line]
    assert rows == [
        ["status_f1", "0.7000", "0.7500", "+0.0500"],
        ["status_calibration_error", "0.0200", "0.0300", "+0.0100"],
        ["sdg_micro_f1", "0.5000", "0.5000", "="],
        ["partner_f1", "–", "0.9000", "new"],
    ]
    assert "Measured on 3 documents, 12 units." in said
    assert "Before was measured on other examples (2 documents, 9 units)" in said


# The command


def run(*arguments: object):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "mayor"], "Invalid value for '--by': 'mayor' is not one of 'collectivity', 'kind', 'status', 'sdg'."),
        (["--corpus", "."], "--corpus names the sources of --gold; give --gold DIR as well, or leave it out"),
        (["--html", "{tmp}/absent/a.html"], "--html {tmp}/absent/a.html: {tmp}/absent is no folder; make it first"),
        (["--gold", "{tmp}"], "{tmp}: no .json file; --gold names a folder with one gold file a document"),
        (["--annotations", "{tmp}"], "{tmp}/documents: no .jsonl file; the labelled examples are missing"),
    ],
    ids=["by what", "corpus alone", "no folder", "no gold", "no examples"],
)
def test_wrong_input(tmp_path, arguments, message):
    result = run(*(a.format(tmp=tmp_path) for a in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("engagements: " + message.format(tmp=tmp_path))
    assert result.stderr.count("\n") == 1
