"""Partners: whole names beside what is none, one partner under several names, kind, country and place."""

from __future__ import annotations

import pytest
from nlp_fixtures import TOWN, process

from pipeline.extract.partners.gazetteer import bodies, cities, countries, department_of, department_said
from pipeline.extract.partners.local import area_served
from pipeline.extract.partners.naming import fold, key
from pipeline.extract.partners.own import is_self
from pipeline.extract.partners.registry import partner_id
from pipeline.types import Block, Collectivity

# Each partner stands between brackets; everything else that looks like a name is none.
SENTENCES = [
    "La Ville travaille avec [Cités Unies France] et l'[Agence française de développement] sur l'accès à l'eau.",
    "Le projet est cofinancé par le [ministère de l'Europe et des Affaires étrangères].",
    "La Ville est jumelée avec [Tübingen] depuis 1962.",
    "La Ville est membre d'[Eurocities] et du réseau [Energy Cities].",
    "Nous soutenons l'association [Médecins du Monde] rue Victor-Hugo.",
    "En partenariat avec la [Caisse d'allocations familiales], la Ville ouvre un guichet rue Jean-Jaurès.",
    "La Ville a signé une convention avec l'[Université de Bordeaux].",
    "La Ville adhère à l'[Association des maires de France].",
    "Avec le soutien de l'[ADEME], la Ville rénove trois écoles.",
    "La Ville coopère avec la [Région Bretagne] et l'[Union européenne].",
    "La Ville rénovera le gymnase Léo-Lagrange et la place de la République.",
    "La Ville applique l'Agenda 2030.",
    "Madame Martine Duval, adjointe, présentera le plan en mars.",
]


@pytest.mark.parametrize("marked", SENTENCES, ids=lambda s: s[:40])
def test_partners_of_a_sentence(marked):
    expected = [name.split("]")[0] for name in marked.split("[")[1:]]
    doc = process(marked.replace("[", "").replace("]", ""))
    assert [m.partner.id for m in doc._.partners] == [partner_id(canonical(name)) for name in expected]


def canonical(name: str) -> str:
    body = bodies().get(fold(name))
    area = area_served(name, TOWN)
    return f"{body.name} {area or ''}" if body else name


def test_mentions_are_slices_of_the_text():
    doc = process("La Ville coopère avec Douala (Cameroun) et l'AFD.")
    assert doc._.partners
    assert all(doc.text[m.start : m.end] == m.text for m in doc._.partners)


def test_an_acronym_is_its_partner():
    doc = process("La Ville finance l'Association des Amis du Fleuve (AAF).", "L'AAF reçoit 5 000 € par an.")
    ids = {m.partner.id for m in doc._.partners}
    assert len(ids) == 1
    assert {m.text for m in doc._.partners} == {"Association des Amis du Fleuve", "AAF"}


def test_a_body_has_its_full_name_kind_and_country():
    doc = process("Notre coopération avec Kendari, en Indonésie, est cofinancée par le MEAE.")
    found = {m.text: (m.partner.name, m.partner.kind, m.partner.country) for m in doc._.partners}
    assert found["MEAE"] == ("Ministère de l'Europe et des Affaires étrangères", "state", "FR")
    assert found["Kendari"] == ("Kendari", "territory", "ID")
    place = next(m.partner for m in doc._.partners if m.text == "Kendari")
    assert place.latitude == pytest.approx(-3.98, abs=0.1)
    assert place.longitude == pytest.approx(122.5, abs=0.1)


def test_the_country_of_a_partner_city_is_not_another_partner():
    doc = process("La Ville est jumelée avec Douala, au Cameroun, depuis 1990.")
    assert [m.partner.name for m in doc._.partners] == ["Douala"]


def test_rows_of_a_table_are_alike():
    rows = ("Ville | Pays | Année", "Riga | Lettonie | 1993", "Oran | Algérie | 2003", "Bilbao | Espagne | 2000")
    heading = Block("Nos villes jumelles", "heading", 1)
    doc = process(heading, *(Block(row, "table_row") for row in rows))
    assert [m.partner.name for m in doc._.partners] == ["Riga", "Oran", "Bilbao"]
    assert [m.partner.country for m in doc._.partners] == ["LV", "DZ", "ES"]


def test_the_same_partner_has_the_same_id_everywhere():
    one = process("La Ville coopère avec le ministère de l’Europe et des Affaires Étrangères.")
    other = process("Avec le soutien du MEAE, la Ville accueille des étudiants.")
    assert {m.partner.id for m in one._.partners} == {m.partner.id for m in other._.partners} != set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Brume", True), ("la Ville de Brume", True), ("la Ville", True), ("Mairie", True), ("Conseil municipal", True),
        ("Europe", True), ("Nord du pays", True), ("Brume Métropole", False), ("Département", False), ("Oran", False),
    ],
)  # fmt: skip
def test_the_collectivity_is_not_its_own_partner(name, expected):
    assert is_self(name, TOWN) is expected


def test_its_own_level_is_the_collectivity_itself():
    department = Collectivity("x", "Département du Lot", "departement", ("le Département",))
    assert is_self("Département", department)
    assert not is_self("Région", department)


def test_the_region_is_the_one_the_town_lies_in():
    doc = process("La Ville construit un théâtre en partenariat avec la Région et le Département.")
    names = {m.text: m.partner.name for m in doc._.partners}
    assert names == {"Région": "Région Nouvelle-Aquitaine", "Département": "Département de la Gironde"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("le ministère de l’Europe et des Affaires étrangères", "Ministère de l'Europe et des Affaires Étrangères"),
        ("l'association Les Amis du Livre", "Les Amis du Livre"),
        ("Ville de Kendari", "Kendari"),
        ("Saint-Étienne", "SAINT ETIENNE"),
        ("Œuvre du Cœur", "Oeuvre du Coeur"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert partner_id(one) == partner_id(other)


def test_names_that_stay_apart():
    assert partner_id("Université de Lille") != partner_id("Lille")
    assert partner_id("CAF de l'Allier") != partner_id("CAF du Nord")


def test_fold_and_key():
    assert fold("L’Œuvre & Cie") == "l oeuvre et cie"
    assert key("de la Ville de Québec") == "ville quebec"


def test_gazetteers_speak_french():
    assert countries()["lettonie"] == "LV"
    assert "union europeenne" not in countries()
    assert cities()["cracovie"].country == "PL"
    assert bodies()["afd"].name == "Agence française de développement"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("33063", ("Gironde", "Nouvelle-Aquitaine")), ("2A004", ("Corse-du-Sud", "Corse")),
        ("35", ("Ille-et-Vilaine", "Bretagne")),
        ("97411", ("La Réunion", "La Réunion")), ("241700434", ("Charente-Maritime", "Nouvelle-Aquitaine")),
        (None, None), ("", None), ("ZZ", None),
    ],
)  # fmt: skip
def test_department_of_a_code(code, expected):
    assert department_of(code) == expected


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Gironde", "Département de la Gironde"), ("Lot", "Département du Lot"), ("Landes", "Département des Landes"),
        ("Ain", "Département de l'Ain"), ("Hérault", "Département de l'Hérault"), ("Paris", "Département de Paris"),
        ("Ille-et-Vilaine", "Département d'Ille-et-Vilaine"), ("Haute-Savoie", "Département de la Haute-Savoie"),
    ],
)  # fmt: skip
def test_a_department_is_said_with_its_article(name, said):
    assert department_said(name) == said
