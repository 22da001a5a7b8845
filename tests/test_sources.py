"""The manifest: what it may say, and that whatever else it says is refused by name."""

# One case a line, with the whole message that is shown:
# ruff: noqa: E501

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import InvalidManifest
from pipeline.manifest_entries import check_url
from pipeline.settings import ROOT
from pipeline.sources import load_manifest, read_manifest, select
from pipeline.types import Collectivity, Source

RENNES = """\
[[collectivities]]
id = "rennes"
name = "Ville de Rennes"
level = "commune"
"""
SOURCE = """\
[[sources]]
id = "voeux"
collectivity = "rennes"
url = "https://exemple.fr/voeux"
kind = "page"
"""


def write(corpus: Path, text: str | bytes) -> Path:
    corpus.mkdir(exist_ok=True)
    (corpus / "sources.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return corpus


def refusal(corpus: Path) -> str:
    with pytest.raises(InvalidManifest) as caught:
        load_manifest(corpus)
    return str(caught.value).replace(f"{corpus}/", "")


def collectivity(**keys: str) -> str:
    """The manifest with a collectivity whose keys are these; None leaves one out. Values are TOML."""
    return _entry("collectivities", {"id": '"rennes"', "name": '"Rennes"', "level": '"commune"'} | keys) + SOURCE


def source(**keys: str | None) -> str:
    """The same for a source."""
    first = {"id": '"voeux"', "collectivity": '"rennes"', "url": '"https://exemple.fr/voeux"', "kind": '"page"'}
    return RENNES + _entry("sources", first | keys)


def _entry(table: str, keys: dict) -> str:
    return "\n".join([f"[[{table}]]", *(f"{k} = {v}" for k, v in keys.items() if v is not None), ""])


def test_every_key_of_the_contract_arrives(tmp_path):
    corpus = write(
        tmp_path,
        """
[[collectivities]]
id = "la-rochelle"
name = "Agglomération de La Rochelle"
level = "epci"
aliases = ["l'Agglomération", "La Rochelle"]
insee = "241700434"
latitude = 46.1591
longitude = -1
population = 177537

[[sources]]
id = "cooperations"
collectivity = "la-rochelle"
url = "https://exemple.fr/cooperations?page=2"
title = "Les coopérations"
kind = "strategy"
published = 2023-04-01

[[sources]]
id = "depliant"
collectivity = "la-rochelle"
path = "pdf/../depliant.pdf"
kind = "report"
""",
    )
    agglo = Collectivity(
        "la-rochelle", "Agglomération de La Rochelle", "epci", ("l'Agglomération", "La Rochelle"),
        "241700434", 46.1591, -1.0, 177537,
    )  # fmt: skip
    assert load_manifest(corpus) == [
        Source(
            "cooperations", agglo, "https://exemple.fr/cooperations?page=2", "strategy", None,
            "Les coopérations", date(2023, 4, 1),
        ),
        Source("depliant", agglo, "pdf/../depliant.pdf", "report", str(corpus.resolve() / "depliant.pdf")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + RENNES + SOURCE, id="byte-order mark"),
        pytest.param((RENNES + SOURCE).replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(SOURCE + RENNES, id="sources first"),
        pytest.param("# l'été\n" + RENNES + "# …\n" + SOURCE, id="comments"),
        pytest.param(source(published="2023-04-01T10:00:00"), id="published with an hour"),
    ],
)
def test_read(tmp_path, text):
    assert [s.id for s in load_manifest(write(tmp_path, text))] == ["voeux"]


@pytest.mark.parametrize("folder", ["corpus/demo", "corpus"])
def test_our_own_manifests_are_valid(folder):
    if not (ROOT / folder / "sources.toml").exists():
        pytest.skip("not written yet")
    assert load_manifest(ROOT / folder)


C1 = "sources.toml: [[collectivities]] entry 1 ('rennes'): "
S1 = "sources.toml: [[sources]] entry 1 ('voeux'): "
SOURCE_KEYS = "collectivity, depth, follow, id, kind, path, published, title, url"
OUTSIDE = "leaves the corpus folder; copy the file into it: engagements add FILE --collectivity ID"
REFUSED = [
    # unknown and missing keys
    ("unknown table", RENNES + SOURCE + "[reglages]\n", "sources.toml: unknown key 'reglages'; the manifest has collectivities, sources"),
    ("unknown key of a collectivity", collectivity(nom='"x"'), C1 + "unknown key 'nom'; a collectivity has aliases, id, insee, latitude, level, longitude, name, population"),
    ("unknown key of a source", source(adresse='"x"'), S1 + f"unknown key 'adresse'; a source has {SOURCE_KEYS}"),
    ("collectivity without name", collectivity(name=None), C1 + "missing key 'name'; required are id, name, level"),
    ("collectivity without level", collectivity(level=None), C1 + "missing key 'level'; required are id, name, level"),
    ("collectivity without id", collectivity(id=None), "sources.toml: [[collectivities]] entry 1 ('without id'): missing key 'id'; required are id, name, level"),
    ("source without id", source(id=None), "sources.toml: [[sources]] entry 1 ('without id'): missing key 'id'; required are id, collectivity, kind"),
    ("source without collectivity", source(collectivity=None), S1 + "missing key 'collectivity'; required are id, collectivity, kind"),
    ("source without kind", source(kind=None), S1 + "missing key 'kind'; required are id, collectivity, kind"),
    ("no sources", RENNES, "sources.toml: no [[sources]]. Add one with: engagements add FILE_OR_URL --collectivity ID"),
    ("empty file", "", "sources.toml: no [[sources]]. Add one with: engagements add FILE_OR_URL --collectivity ID"),
    # ids
    ("collectivity declared twice", RENNES + RENNES + SOURCE, "sources.toml: [[collectivities]] entry 2 ('rennes'): this id is taken by an earlier entry; ids are unique"),
    ("source id twice", RENNES + SOURCE + SOURCE, "sources.toml: [[sources]] entry 2 ('voeux'): this id is taken by an earlier entry; ids are unique"),
    ("collectivity unknown", source(collectivity='"brest"'), S1 + "collectivity = 'brest' is not among those declared: rennes"),
    ("no collectivity at all", SOURCE, S1 + "collectivity = 'rennes' is not among those declared: none; write a [[collectivities]] entry first"),
    ("collectivity of a wrong type", source(collectivity='["rennes"]'), S1 + "collectivity = ['rennes'] is not a text between quotes"),
    *[
        (f"id {value}", source(id=value), f"sources.toml: [[sources]] entry 1 ({shown}): id = {shown} is not a slug: lower-case letters a–z, digits and single hyphens")
        for value, shown in [('"Vœux"', "'Vœux'"), ('"a--b"', "'a--b'"), ('"a/../b"', "'a/../b'"), ('""', "''"), ('"a\\n"', "'a\\n'"), ("7", "7")]
    ],
    ("id too long", source(id='"' + "a" * 101 + '"'), f"sources.toml: [[sources]] entry 1 ('{'a' * 101}'): id = '{'a' * 101}' has 101 characters; 100 are allowed"),
    # url and path
    ("url and path", source(path='"a.pdf"'), S1 + "a source has either url (http or https) or path (a file below the corpus folder); this one has both"),
    ("neither url nor path", source(url=None), S1 + "a source has either url (http or https) or path (a file below the corpus folder); this one has neither"),
    ("path above", source(url=None, path='"../a.pdf"'), S1 + f"path = '../a.pdf' {OUTSIDE}"),
    ("path above, hidden", source(url=None, path='"pdf/../../a.pdf"'), S1 + f"path = 'pdf/../../a.pdf' {OUTSIDE}"),
    ("path absolute", source(url=None, path='"/etc/hostname"'), S1 + f"path = '/etc/hostname' {OUTSIDE}"),
    ("path empty", source(url=None, path='" "'), S1 + "path = ' ' is not a text between quotes"),
    ("path with a null", source(url=None, path='"a\\u0000.pdf"'), S1 + "path = 'a\\x00.pdf' holds a control character; rename the file"),
    *[
        (f"url {url}", source(url=f"'{url}'"), S1 + f"url = {url!r} is not an http(s) address; write https://host/page, or a file's path")
        for url in ["ftp://exemple.fr/a", "file:///etc/passwd", "exemple.fr/a", "https://", "javascript:alert(1)"]
    ],
    ("url with credentials", source(url='"https://moi:secret@exemple.fr/"'), S1 + "url = https://…@exemple.fr… carries credentials; leave them out"),
    ("url with a space", source(url='"https://exemple.fr/plan climat"'), S1 + "url = 'https://exemple.fr/plan climat' holds a space or a control character; write it as %20 and the like"),
    ("url with a line end", source(url='"https://exem\\nple.fr/"'), S1 + "url = 'https://exem\\nple.fr/' holds a space or a control character; write it as %20 and the like"),
    # choices and types
    ("kind", source(kind='"tract"'), S1 + "kind = 'tract' is not one of strategy, programme, report, minutes, page"),
    ("kind of a wrong type", source(kind="[]"), S1 + "kind = [] is not one of strategy, programme, report, minutes, page"),
    ("level", collectivity(level='"ville"'), C1 + "level = 'ville' is not one of commune, epci, departement, region"),
    ("follow of a file", source(url=None, path='"voeux.txt"', follow='"a"'), S1 + "follow is for a source with url: a local file is read alone"),
    ("follow that is no selector", source(follow='"a["'), S1 + "follow = 'a[' is neither a CSS selector (Expected ident or '*', got <EOF at 2>) nor an address pattern, which starts with /, * or http(s)://"),
    ("follow empty", source(follow='""'), S1 + "follow = '' is not a text between quotes"),
    ("depth alone", source(depth="2"), S1 + "depth says how far to follow links; say which with follow, or leave it out"),
    ("depth too deep", source(follow='"/*"', depth="6"), S1 + "depth = 6 is not a whole number between 1 and 5"),
    ("depth no number", source(follow='"/*"', depth="true"), S1 + "depth = True is not a whole number between 1 and 5"),
    ("url of a wrong type", source(url="3"), S1 + "url = 3 is not a text between quotes"),
    ("title blank", source(title='"  "'), S1 + "title = '  ' is not a text between quotes"),
    ("published between quotes", source(published='"2023-04-01"'), S1 + "published = '2023-04-01' is not a date; write published = 2023-04-01, without quotes"),
    ("name of a wrong type", collectivity(name="35"), C1 + "name = 35 is not a text between quotes"),
    ("aliases as one text", collectivity(aliases='"la Ville"'), C1 + "aliases = 'la Ville' is not a list of names; write aliases = [\"la Ville\", \"Rennes\"]"),
    ("alias blank", collectivity(aliases='["la Ville", ""]'), C1 + "aliases = ['la Ville', ''] is not a list of names; write aliases = [\"la Ville\", \"Rennes\"]"),
    ("insee without quotes", collectivity(insee="35238"), C1 + "insee = 35238 is not a code between quotes; write insee = \"35238\""),
    ("latitude", collectivity(latitude="90.1"), C1 + "latitude = 90.1 is not a number of degrees between -90 and 90"),
    ("latitude nan", collectivity(latitude="nan"), C1 + "latitude = nan is not a number of degrees between -90 and 90"),
    ("longitude as text", collectivity(longitude='"1,5"'), C1 + "longitude = '1,5' is not a number of degrees between -180 and 180"),
    ("longitude as truth", collectivity(longitude="true"), C1 + "longitude = True is not a number of degrees between -180 and 180"),
    ("population with decimals", collectivity(population="1.5"), C1 + "population = 1.5 is not a whole number of inhabitants"),
    ("population below nothing", collectivity(population="-1"), C1 + "population = -1 is not a whole number of inhabitants"),
    ("population beyond SQLite", collectivity(population="9223372036854775808"), C1 + "population = 9223372036854775808 is not a whole number of inhabitants"),
    # the file
    ("one table for a list", "[sources]\nid = 'a'\n", "sources.toml: [sources] is written [[sources]], once for each entry"),
    ("texts for tables", "sources = ['a']\n", "sources.toml: [sources] is written [[sources]], once for each entry"),
    ("not UTF-8", RENNES.replace("Ville", "Cité").encode("latin-1"), "sources.toml: line 3: byte 0xe9 is not UTF-8; save the file as UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_by_name(tmp_path, text, message):
    assert refusal(write(tmp_path, text)) == message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(RENNES + "\n[[sources]\n", 6, id="bracket"),
        pytest.param(source(published="2023-02-30"), 10, id="no such day"),
        pytest.param(RENNES + 'name = "Brest"\n', 5, id="a key twice"),
    ],
)
def test_what_is_not_toml_is_refused_with_its_line(tmp_path, text, line):
    message = refusal(write(tmp_path, text))
    assert message.startswith("sources.toml: not valid TOML: ")
    assert f"(at line {line}, column " in message


@pytest.mark.parametrize("url", ["http://exemple.fr:port/", "http://exemple.fr:99999/", "http://[::1/"])
def test_what_is_no_address_is_refused_with_the_reason(tmp_path, url):
    assert refusal(write(tmp_path, source(url=f'"{url}"'))).startswith(S1 + f"url = {url!r} is not an address: ")


def test_a_loop_of_symbolic_links_never_raises_anything_else(tmp_path):
    corpus = write(tmp_path, source(url=None, path='"boucle"'))
    (corpus / "boucle").symlink_to("boucle")
    try:
        load_manifest(corpus)  # Python 3.13 leaves it to whoever opens the file
    except InvalidManifest as error:
        assert str(error).endswith("path = 'boucle' is a loop of symbolic links")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 5000, id="nested too deep"),
        pytest.param("a = " + "9" * 5000, id="number too long"),
    ],
)
def test_a_monstrous_manifest_is_refused(tmp_path, text):
    assert refusal(write(tmp_path, text)).startswith("sources.toml: not valid TOML: ")


def test_a_missing_manifest_says_what_to_give(tmp_path):
    assert refusal(tmp_path) == (
        "sources.toml: no such file. Give a folder with a sources.toml: --corpus DIR, or --corpus corpus/demo"
    )


def test_a_manifest_that_is_a_folder_cannot_be_read(tmp_path):
    (tmp_path / "sources.toml").mkdir()
    assert refusal(tmp_path) == "sources.toml: cannot be read: Is a directory"


def test_a_symbolic_link_does_not_lead_out_of_the_corpus(tmp_path):
    (tmp_path / "secret.txt").write_text("hors du corpus")
    corpus = write(tmp_path / "corpus", source(url=None, path='"lien.txt"'))
    (corpus / "lien.txt").symlink_to(tmp_path / "secret.txt")
    assert refusal(corpus) == S1 + f"path = 'lien.txt' {OUTSIDE}"


def test_a_symbolic_link_to_a_folder_outside_neither(tmp_path):
    corpus = write(tmp_path / "corpus", source(url=None, path='"documents/a.txt"'))
    (corpus / "documents").symlink_to(tmp_path, target_is_directory=True)
    assert refusal(corpus) == S1 + f"path = 'documents/a.txt' {OUTSIDE}"


def test_a_symbolic_link_within_the_corpus_is_followed(tmp_path):
    corpus = write(tmp_path, source(url=None, path='"lien.txt"'))
    (corpus / "voeux.txt").write_text("Nous planterons mille arbres.")
    (corpus / "lien.txt").symlink_to("voeux.txt")
    assert [(s.url, s.path) for s in load_manifest(corpus)] == [("lien.txt", str(corpus.resolve() / "voeux.txt"))]


def test_a_corpus_reached_through_a_symbolic_link_holds_its_files(tmp_path):
    corpus = write(tmp_path / "corpus", source(url=None, path='"voeux.txt"'))
    (tmp_path / "lien").symlink_to(corpus, target_is_directory=True)
    assert [s.path for s in load_manifest(tmp_path / "lien")] == [str(corpus.resolve() / "voeux.txt")]


def test_a_manifest_may_still_be_without_sources_where_one_is_added(tmp_path):
    manifest = read_manifest(write(tmp_path, RENNES))
    assert (manifest.text, [c.id for c in manifest.collectivities], manifest.sources) == (RENNES, ["rennes"], ())


THREE = RENNES + "".join(SOURCE.replace("voeux", name) for name in ("un", "deux", "trois"))


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        pytest.param((), ["un", "deux", "trois"], id="all without a choice"),
        pytest.param(("trois", "un"), ["un", "trois"], id="the manifest's order"),
        pytest.param(("deux", "deux"), ["deux"], id="once each"),
    ],
)
def test_select(tmp_path, only, expected):
    assert [s.id for s in select(load_manifest(write(tmp_path, THREE)), only)] == expected


def test_select_names_what_the_manifest_lacks(tmp_path):
    sources = load_manifest(write(tmp_path, THREE))
    with pytest.raises(InvalidManifest) as caught:
        select(sources, ["un", "quatre"])
    assert str(caught.value) == "--source quatre: not in the manifest, which has un, deux, trois"


@pytest.mark.parametrize(
    "url", ["http://exemple.fr", "HTTPS://Exemple.FR:8443/é?a=1#b", "https://été.fr/", "http://[::1]:8000/"]
)
def test_check_url_leaves_an_address_as_it_is(url):
    assert check_url(url) == url
