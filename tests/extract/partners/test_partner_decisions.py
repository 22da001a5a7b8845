"""annotations/partners.toml: what people say of names outranks the rules, and is refused by name where wrong."""

from __future__ import annotations

import pytest
from nlp_fixtures import TOWN

from pipeline.document import lay_out
from pipeline.extract.components import DocContext
from pipeline.extract.partners.decisions import Decisions, InvalidDecisions, decisions_hash, load_decisions
from pipeline.nlp import load_pipeline
from pipeline.settings import Settings
from pipeline.types import Block
from pipeline.units import units_of

TEXT = (
    "La Ville coopère avec l'association Les Amis du Fleuve.",
    "La Ville est jumelée avec Douala (Cameroun).",
    "En partenariat avec le Collectif du fleuve, la Ville nettoie les berges.",
)


def partners(folder, toml: str = ""):
    if toml:
        (folder / "partners.toml").write_text(toml, encoding="utf-8")
    layout = lay_out([Block(t, "paragraph") for t in TEXT])
    nlp = load_pipeline(Settings().models)
    doc = nlp.make_doc(layout.text)
    units = tuple(units_of(layout.passages))
    doc._.source = DocContext(layout.passages, units, TOWN, "page", decisions=load_decisions(folder))
    return [(m.text, m.partner) for m in nlp(doc)._.partners]


def test_without_the_file_the_rules_decide(tmp_path):
    assert load_decisions(tmp_path) == Decisions()
    assert decisions_hash(tmp_path) == ""
    assert len({p.id for _, p in partners(tmp_path)}) == 3


def test_names_merge_under_the_name_kind_and_place_a_person_gives(tmp_path):
    found = partners(
        tmp_path,
        """
        [[partner]]
        name = "Amis du Fleuve Brume"
        aliases = ["Les Amis du Fleuve", "collectif du fleuve"]
        kind = "network"
        country = "BE"
        latitude = 50.5
        longitude = 4.4
        """,
    )
    merged = {p for text, p in found if text != "Douala"}
    assert len(merged) == 1
    (partner,) = merged
    assert (partner.name, partner.kind, partner.country) == ("Amis du Fleuve Brume", "network", "BE")
    assert (partner.latitude, partner.longitude) == (50.5, 4.4)
    assert sum(text != "Douala" for text, _ in found) == 2, "both mentions stay visible"


def test_a_name_kept_apart_is_another_partner(tmp_path):
    before = {p.name: p.id for _, p in partners(tmp_path)}
    after = {p.name: p.id for _, p in partners(tmp_path, '[[apart]]\nnames = ["Douala"]')}
    assert before.keys() == after.keys()
    assert {n for n in before if before[n] != after[n]} == {"Douala"}


def test_a_change_of_the_file_changes_its_hash(tmp_path):
    file = tmp_path / "partners.toml"
    file.write_text('[[apart]]\nnames = ["A"]', encoding="utf-8")
    first = decisions_hash(tmp_path)
    file.write_text('[[apart]]\nnames = ["B"]', encoding="utf-8")
    assert "" != first != decisions_hash(tmp_path)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[partner]", "not valid TOML"),
        ('[[partners]]\nname = "A"', "unknown key 'partners'; keys are apart, partner"),
        ('partner = "A"', "write [[partner]]"),
        ('[[partner]]\naliases = ["A"]', "partner 1: name is text with at least one letter. Got None"),
        ('[[partner]]\nname = "A"\nalias = "B"', "unknown key 'alias'; keys are aliases, country, kind"),
        ('[[partner]]\nname = "A"\nkind = "city"', "kind is one of territory, state"),
        ('[[partner]]\nname = "A"\ncountry = "France"', "two capital letters of ISO 3166-1, or EU. Got 'France'"),
        ('[[partner]]\nname = "A"\nlatitude = 10', "latitude and longitude go together"),
        ('[[partner]]\nname = "A"\nlatitude = 100\nlongitude = 1', "latitude is a number from -90 to 90. Got 100"),
        ('[[partner]]\nname = "A"\naliases = "B"', "aliases is a list of names. Got 'B'"),
        ('[[partner]]\nname = "A"\n[[partner]]\nname = "a"', "partner 2: 'a' is already a name of 'A'"),
        ("[[apart]]", "apart 1: names is a list of names"),
        ('[[partner]]\nname = "A"\n[[apart]]\nnames = ["A"]', "merged or kept apart, not both"),
    ],
    ids=lambda s: s[:30].replace("\n", " "),
)
def test_a_wrong_file_is_refused_by_name(tmp_path, toml, message):
    file = tmp_path / "partners.toml"
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(InvalidDecisions) as refused:
        load_decisions(tmp_path)
    assert str(refused.value).startswith(str(file))
    assert message in str(refused.value)
