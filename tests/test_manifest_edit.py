"""``engagements add``: what it writes, what it copies, what it refuses."""

# One case a line, with the whole message that is shown:
# ruff: noqa: E501

from pathlib import Path

import pytest

from pipeline.errors import InvalidManifest
from pipeline.manifest_edit import add_source
from pipeline.sources import load_manifest

MANIFEST = """\
# Nos sources.   Deux espaces  gardés.

[[sources]]   # avant sa collectivité
kind = 'page'
id = "voeux"
collectivity = "rennes"
url = "https://exemple.fr/voeux"

[[collectivities]]
id = "rennes"
name = "Ville de Rennes"   # l'œuvre
level = "commune"
population = 225_081

# Ci-dessous, le reste.
[[sources]]
id = "bilan"
collectivity = "rennes"
path = "./bilan.txt"
kind = "report"
# fin
"""
ADDED = """
[[sources]]
id = "rennes-plan-climat"
collectivity = "rennes"
url = "https://exemple.fr/plan-climat.pdf"
kind = "strategy"
"""
URL = "https://exemple.fr/plan-climat.pdf"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "sources.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "bilan.txt").write_text("Le bilan.", encoding="utf-8")
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    file = tmp_path / "Œuvres d'été.txt"
    file.write_text("Nous ouvrirons deux bibliothèques.", encoding="utf-8")
    return file


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def last_source(corpus: Path) -> dict:
    source = load_manifest(corpus)[-1]
    return {"id": source.id, "url": source.url, "path": source.path, "kind": source.kind, "title": source.title}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(MANIFEST, MANIFEST + ADDED, id="comments and order"),
        pytest.param(MANIFEST.rstrip(), MANIFEST.rstrip() + "\n" + ADDED, id="no line end at the end"),
        pytest.param(MANIFEST.replace("\n", "\r\n"), (MANIFEST + ADDED).replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param("\ufeff" + MANIFEST, "\ufeff" + MANIFEST + ADDED, id="byte-order mark"),
    ],
)
def test_the_manifest_stays_as_it_was_byte_for_byte_before_the_new_entry(corpus, before, after):
    (corpus / "sources.toml").write_bytes(before.encode())
    assert add_source(corpus, URL, "rennes", None, "strategy") == "rennes-plan-climat"
    assert (corpus / "sources.toml").read_bytes() == after.encode()
    assert [s.id for s in load_manifest(corpus)] == ["voeux", "bilan", "rennes-plan-climat"]


def test_the_first_source_of_a_manifest(corpus):
    head = '[[collectivities]]\nid = "rennes"\nname = "Rennes"\nlevel = "commune"\n'
    (corpus / "sources.toml").write_text(head)
    add_source(corpus, URL, "rennes", None, "strategy")
    assert (corpus / "sources.toml").read_text() == head + ADDED


def test_a_file_from_elsewhere_is_copied(corpus, elsewhere):
    identifier = add_source(corpus, str(elsewhere), "rennes", 'Été « 2024 » et "plus"', "programme")
    copy = corpus / "documents" / elsewhere.name
    assert last_source(corpus) == {
        "id": identifier,
        "url": f"documents/{elsewhere.name}",
        "path": str(copy.resolve()),
        "kind": "programme",
        "title": 'Été « 2024 » et "plus"',
    }
    assert identifier == "rennes-ete-2024-et-plus"
    assert sorted(files(corpus)) == ["bilan.txt", f"documents/{elsewhere.name}", "sources.toml"]
    assert copy.read_bytes() == elsewhere.read_bytes()


def test_a_file_of_the_corpus_stays_where_it_is(corpus, monkeypatch):
    (corpus / "pdf").mkdir()
    (corpus / "pdf" / "agenda.txt").write_text("L'agenda.")
    monkeypatch.chdir(corpus / "pdf")
    add_source(corpus, "agenda.txt", "rennes", None, "page")
    assert last_source(corpus)["url"] == "pdf/agenda.txt"
    assert sorted(files(corpus)) == ["bilan.txt", "pdf/agenda.txt", "sources.toml"]


def test_a_link_in_the_corpus_to_a_file_elsewhere_is_copied(corpus, elsewhere):
    (corpus / "lien.txt").symlink_to(elsewhere)
    add_source(corpus, str(corpus / "lien.txt"), "rennes", None, "page")
    assert last_source(corpus)["url"] == f"documents/{elsewhere.name}"


def test_a_manifest_behind_a_symbolic_link_is_written_where_it_is(corpus, tmp_path):
    (corpus / "sources.toml").rename(tmp_path / "vrai.toml")
    (corpus / "sources.toml").symlink_to(tmp_path / "vrai.toml")
    add_source(corpus, URL, "rennes", None, "strategy")
    assert (corpus / "sources.toml").is_symlink()
    assert (tmp_path / "vrai.toml").read_text() == MANIFEST + ADDED


def test_the_manifest_keeps_its_permissions(corpus):
    (corpus / "sources.toml").chmod(0o640)
    add_source(corpus, URL, "rennes", None, "strategy")
    assert (corpus / "sources.toml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("target", "title", "expected"),
    [
        pytest.param("https://exemple.fr/a/Plan%20%C3%A9nergie.html", None, "rennes-plan-energie", id="from the address"),
        pytest.param("https://exemple.fr/", None, "rennes-exemple-fr", id="from the host"),
        pytest.param(URL, "L’œuvre : cœur de ville", "rennes-l-oeuvre-coeur-de-ville", id="ligatures"),
        pytest.param(URL, "Rennes 2030", "rennes-2030", id="the collectivity once"),
        pytest.param(URL, "Rennesistan", "rennes-rennesistan", id="not a prefix"),
        pytest.param(URL, "日本", "rennes-document", id="no letter of ours"),
        pytest.param(URL, "mot " * 200, "rennes-" + "mot-" * 14 + "mot", id="long"),
    ],
)  # fmt: skip
def test_ids_are_slugs(corpus, target, title, expected):
    assert add_source(corpus, target, "rennes", title, "page") == expected
    assert last_source(corpus)["id"] == expected


def test_ids_that_would_meet_are_numbered(corpus):
    ids = [add_source(corpus, f"https://exemple.fr/{n}/plan", "rennes", None, "page") for n in range(3)]
    assert ids == ["rennes-plan", "rennes-plan-2", "rennes-plan-3"]


@pytest.mark.parametrize(
    "title",
    ["deux\nlignes", "guillemets \"\"\" et '''", "antislash \\ fin", "tabulation\t", "\x1b[31m", "a\u2028b\x85c"],
)
def test_any_title_can_be_read_back(corpus, title):
    add_source(corpus, URL, "rennes", title, "page")
    assert last_source(corpus)["title"] == title


REFUSED = [
    ("unknown collectivity", URL, "brest", None, "page", "--collectivity brest: not in {manifest}, which has rennes"),
    ("address there", "https://exemple.fr/voeux", "rennes", None, "page", "https://exemple.fr/voeux: already a source of {manifest}, with id voeux"),
    ("file there, written otherwise", "{corpus}/bilan.txt", "rennes", None, "page", "{corpus}/bilan.txt: already a source of {manifest}, with id bilan"),
    ("missing file", "absent.pdf", "rennes", None, "page", "absent.pdf: neither an http(s) address nor a file"),
    ("folder", "{corpus}", "rennes", None, "page", "{corpus}: neither an http(s) address nor a file"),
    ("device", "/dev/zero", "rennes", None, "page", "/dev/zero: neither an http(s) address nor a file"),
    ("ftp", "ftp://exemple.fr/a", "rennes", None, "page", "url = 'ftp://exemple.fr/a' is not an http(s) address; write https://host/page, or a file's path"),
    ("credentials", "https://a:b@exemple.fr/", "rennes", None, "page", "url = https://…@exemple.fr… carries credentials; leave them out"),
    ("blank title", URL, "rennes", " ", "page", "{manifest}: [[sources]] entry 3 ('rennes-document'): title = ' ' is not a text between quotes"),
    ("kind", URL, "rennes", None, "tract", "{manifest}: [[sources]] entry 3 ('rennes-plan-climat'): kind = 'tract' is not one of strategy, programme, report, minutes, page"),
    ("not Unicode", URL, "rennes", "caf\udce9", "page", "'\\udce9' cannot be written as UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "collectivity", "title", "kind", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refused_and_nothing_is_changed(corpus, target, collectivity, title, kind, message):
    before = files(corpus)
    with pytest.raises(InvalidManifest) as caught:
        add_source(corpus, target.format(corpus=corpus), collectivity, title, kind)
    assert str(caught.value) == message.format(corpus=corpus, manifest=corpus / "sources.toml")
    assert files(corpus) == before


def test_a_copy_never_replaces_another_content(corpus, elsewhere):
    (corpus / "documents").mkdir()
    (corpus / "documents" / elsewhere.name).write_text("Autre chose.")
    before = files(corpus)
    with pytest.raises(InvalidManifest, match="exists with another content; rename the file"):
        add_source(corpus, str(elsewhere), "rennes", None, "page")
    assert files(corpus) == before


def test_the_same_file_twice_is_refused(corpus, elsewhere):
    identifier = add_source(corpus, str(elsewhere), "rennes", None, "page")
    before = files(corpus)
    with pytest.raises(InvalidManifest, match=f"already a source of .*, with id {identifier}"):
        add_source(corpus, str(elsewhere), "rennes", None, "page")
    assert files(corpus) == before


def test_nothing_is_copied_for_what_is_refused(corpus, elsewhere):
    before = files(corpus)
    with pytest.raises(InvalidManifest):
        add_source(corpus, str(elsewhere), "rennes", None, "tract")
    assert files(corpus) == before


def test_sources_in_one_line_are_not_added_to(corpus):
    head = 'sources = []\n[[collectivities]]\nid = "rennes"\nname = "Rennes"\nlevel = "commune"\n'
    (corpus / "sources.toml").write_text(head)
    with pytest.raises(InvalidManifest, match=r"Write each source as a \[\[sources\]\] entry"):
        add_source(corpus, URL, "rennes", None, "page")
    assert (corpus / "sources.toml").read_text() == head


def test_an_invalid_manifest_is_left_alone(corpus):
    (corpus / "sources.toml").write_text(MANIFEST.replace('"commune"', '"ville"'))
    before = files(corpus)
    with pytest.raises(InvalidManifest, match="level = 'ville'"):
        add_source(corpus, URL, "rennes", None, "page")
    assert files(corpus) == before


def test_a_write_that_fails_leaves_the_manifest_and_no_draft(corpus, monkeypatch):
    def full(self, data):
        raise OSError(28, "No space left on device", str(self))

    before = files(corpus)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InvalidManifest, match="No space left on device"):
        add_source(corpus, URL, "rennes", None, "page")
    assert files(corpus) == before
