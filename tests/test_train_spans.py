"""``engagements train --spans``: a partner component from labelled documents, on a few of our own making."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.annotations import Label, LabelledDocument, load_documents
from pipeline.cli import main
from pipeline.component import counted, own, partner_documents, split
from pipeline.evaluate.judged import Counts
from pipeline.extract.partners.spans import labelled, named_by, passages_of, train_spans
from pipeline.settings import ROOT
from pipeline.types import Collectivity

TOWNS = ["Brume", "Ondine", "Valserre", "Montclos", "Pierrefeu", "Grandval", "Sablons", "Hautbois"]
CLUBS = [
    "Les Tournesols",
    "Le Chaudron",
    "La Lanterne",
    "Les Cigales",
    "Le Moulin",
    "La Passerelle",
    "Le Phare",
    "Nova",
]
SUPPORTS = [
    "La Ville verse une subvention à l'association {}.",
    "Nous travaillons en partenariat avec l'association {}.",
    "Une convention est signée avec l'association {}.",
]
NAMED_ONLY = ["La piscine de Bellerive rouvre en mai.", "Monsieur Arnaud habite rue Pasteur.", "La séance est levée."]
EPOCHS = 60


def write(folder: Path, towns: list[str], kind: str | None = "association") -> None:
    """A document a town: three sentences with a partner in one paragraph, three without (None: no partner labelled)."""
    rows = []
    for number, (town, club) in enumerate(zip(towns, CLUBS, strict=False)):
        about = {"document": f"d{number}", "collectivity": town, "level": "commune", "kind": "page", "title": town}
        texts = [(text.format(club), club) for text in SUPPORTS] + [(text, None) for text in NAMED_ONLY]
        for place, (text, name) in enumerate(texts):
            at = text.find(name) if name else 0
            spans = [[at, at + len(name), kind]] if name and kind else []
            unit = "s" if place in (1, 2) else "p"
            label = {"unit": unit, "text": text, "status": "none", "sdgs": [], "partners": spans}
            rows.append(json.dumps(about | label, ensure_ascii=False))
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "few.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def run(*options: object) -> Result:
    return CliRunner().invoke(main, ["train", *map(str, options)], env={"COLUMNS": "100"})


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("spans")
    write(folder, TOWNS)
    return folder, run("--annotations", folder, "--spans", folder / "component", "--epochs", EPOCHS, "--json")


def test_the_component_that_was_written_is_the_one_that_was_scored(trained):
    import spacy

    folder, result = trained
    assert result.exit_code == 0, result.stderr
    assert re.fullmatch(rf"partner spans: {EPOCHS} of {EPOCHS} in \d+ s\n", result.stderr)
    nlp, documents = spacy.load(folder / "component"), partner_documents(folder)
    counts = Counts(0, 0, 0)
    for document in (documents[i] for i in split(documents)[1]):
        texts = [text for text, _ in passages_of(document)]
        counts += counted(named_by(nlp, texts, own(document)), labelled(document))
    said = json.loads(result.stdout)
    assert (said["documents"], said["judged"], said["epochs"]) == (6, 2, EPOCHS)
    assert counts.true == 2
    assert said["scores"]["partner_f1"] == pytest.approx(counts.f1, abs=1e-4)


def test_it_finds_a_name_it_has_not_seen_and_leaves_one_merely_named(trained):
    import spacy

    nlp = spacy.load(trained[0] / "component")
    texts = ["La Ville verse une subvention à l'association Les Marmitons.", "La piscine de Clairmont rouvre en mai."]
    town = Collectivity("brume", "Brume", "commune")
    assert named_by(nlp, texts, town) == [("Les Marmitons",)]
    assert named_by(nlp, texts, Collectivity("m", "Les Marmitons", "commune")) == [], "one's own name is no partner"


def test_the_same_documents_make_the_same_component(trained):
    documents = load_documents(trained[0])
    one, other = (train_spans(documents, 1).get_pipe("ner").model.to_bytes() for _ in range(2))
    assert one == other


def test_figures_are_a_table_unless_asked_as_json(tmp_path):
    write(tmp_path, TOWNS[:3])
    result = run("--annotations", tmp_path, "--spans", tmp_path / "out", "--epochs", 1)
    assert result.exit_code == 0, result.stderr
    for name in ("partner_precision", "partner_recall", "partner_f1"):
        assert re.search(rf"│ {name} +│ [01]\.\d{{4}} │", result.stdout)
    assert f"Learnt from 2 documents, judged on 1. The component is in {tmp_path / 'out'}" in result.stdout


def test_a_span_lies_in_its_passage_wherever_its_sentence_stands():
    labels = (
        Label("h1", "Agir avec l'Ademe", "none", frozenset(), ((12, 17, "state"),)),
        Label("p", "Le service est ouvert.", "none", frozenset()),
        Label("s", "Il aide Emmaüs.", "none", frozenset(), ((8, 14, "association"),)),
        Label("li", "Rien.", "none", frozenset()),
    )
    document = LabelledDocument("d", "Brume", "commune", "page", "Brume", labels)
    found = [(text, [(text[s:e], kind) for s, e, kind in spans]) for text, spans in passages_of(document)]
    assert found == [
        ("Agir avec l'Ademe", [("Ademe", "state")]),
        ("Le service est ouvert. Il aide Emmaüs.", [("Emmaüs", "association")]),
        ("Rien.", []),
    ]
    assert labelled(document) == [("Ademe",), ("Emmaüs",)]


def test_no_collectivity_is_learnt_from_and_judged_on():
    documents = partner_documents(ROOT / "annotations")
    learnt, judged = split(documents)
    assert sorted([*learnt, *judged]) == list(range(len(documents)))
    assert not {documents[i].collectivity for i in learnt} & {documents[i].collectivity for i in judged}
    assert 0.2 <= len(judged) / len(documents) <= 0.25


@pytest.mark.parametrize(
    ("towns", "kind", "message"),
    [
        pytest.param(TOWNS[:1], "association", "documents of two collectivities at least are needed. Got 1", id="one"),
        pytest.param(TOWNS, None, "no partner is labelled in the 6 documents to learn from", id="none"),
        pytest.param(TOWNS, "club", "'club'", id="unknown kind"),
    ],
)
def test_examples_that_do_not_do_are_refused(tmp_path, towns, kind, message):
    write(tmp_path, towns, kind)
    result = run("--annotations", tmp_path, "--spans", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--spans", "x", "--partners"], "--spans trains the component alone: leave out --models, --include and"),
        (["--spans", "x", "--models", "y"], "--spans trains the component alone: leave out --models, --include and"),
        (["--spans", "x", "--include", "labels"], "--spans trains the component alone: leave out --models, --incl"),
        (["--spans", "x", "--epochs", "0"], "'--epochs': 0 is not in the range x>=1"),
        (["--spans", __file__], "is a file"),
        (["--epochs", "3"], "--epochs goes with --spans DIR"),
        (["--spans", "x", "--annotations", "nowhere"], "nowhere/documents: no .jsonl file"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_options_that_do_not_go_together_are_refused(options, message):
    result = run(*options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
