"""One partner, one row: what is merged across spellings, acronyms and namesakes, and where places lie."""

from __future__ import annotations

import pytest
from nlp_fixtures import process

from pipeline.extract.partners.gazetteer import area_names, bodies, body_names
from pipeline.extract.partners.known import names_in
from pipeline.extract.partners.naming import fold
from pipeline.types import Block, Collectivity

REUNION = Collectivity("possession", "Ville de La Possession", "commune", ("la Ville",), insee="97408")


def partners(*blocks: str, **options):
    return {m.partner.id: m.partner for m in process(*blocks, **options)._.partners}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La Ville coopère avec Cracovie depuis 1995.", "La Ville est jumelée avec Kraków (Pologne)."),
        ("La Ville est jumelée avec Saint-Pétersbourg.", "La Ville est jumelée avec Saint Petersburg (Russie)."),
        ("La Ville adhère à l'AIMF.", "La Ville est membre de l'Association Internationale des Maires Francophones."),
        ("La Ville travaille avec Agence d'urbanisme de Brume.", "La Ville travaille avec l'Agence d'Urbanisme Brume."),
        ("La Ville coopère avec la Ville de Douala (Cameroun).", "La Ville est jumelée avec Douala."),
    ],
    ids=lambda s: s[:40],
)
def test_two_texts_one_partner(one, other):
    assert partners(one).keys() == partners(other).keys() != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La Ville est jumelée avec Valence (Espagne).", "La Ville est jumelée avec Valence, en France."),
        ("La Ville est jumelée avec Cordoba (Argentine).", "La Ville est jumelée avec Cordoba (Espagne)."),
    ],
    ids=lambda s: s[:40],
)
def test_namesakes_stay_apart(one, other):
    first, second = partners(one), partners(other)
    assert len(first) == len(second) == 1
    assert first.keys() != second.keys()


def test_overseas_saint_denis_is_the_one_of_the_island():
    (there,) = partners("La Ville coopère avec Saint-Denis.", collectivity=REUNION).values()
    (here,) = partners("La Ville coopère avec Saint-Denis.").values()
    assert (there.country, here.country) == ("RE", "FR")
    assert there.id != here.id


def test_the_adjective_of_a_town_is_the_town_within_a_document():
    found = partners("La Ville travaille avec Niort Université.", "L'Université niortaise est partenaire de la Ville.")
    assert len(found) == 1
    apart = partners("La Ville travaille avec Niort Université.", "L'Université rennaise est partenaire de la Ville.")
    assert len(apart) == 2


def test_a_programme_spelt_out_is_no_partner_under_its_acronym():
    assert not partners("La Ville accueille un doctorant avec une Convention Industrielle de Formation (CIFRE).")


def test_places_with_their_countries_in_one_sentence_are_of_one_sort():
    found = partners(
        "La Ville est jumelée avec Wokingham (Royaume-Uni), Vilafranca del Penedès (Espagne) et Kayes (Mali)."
    )
    assert sorted(p.country for p in found.values()) == ["ES", "GB", "ML"]


def test_a_city_misspelt_once_in_a_document_is_one_partner():
    rows = ("Ville | Pays", "Ashod | Israël", "Riga | Lettonie", "Oran | Algérie")
    blocks = [Block("Nos villes jumelles", "heading", 1), *(Block(row, "table_row") for row in rows)]
    found = partners(*blocks, "La Ville est jumelée avec Ashdod (Israël).")
    assert sorted(p.country for p in found.values()) == ["DZ", "IL", "LV"]


@pytest.mark.parametrize(
    ("sentence", "country", "latitude"),
    [
        ("La Ville coopère avec la Catalogne sur le climat.", "ES", 41.4),
        ("La Ville coopère avec le Land de Basse-Saxe.", "DE", 52.4),
        ("La Ville a signé un accord avec l'État de Campeche.", "MX", 19.9),
        ("La Ville a signé une convention avec le Département du Lot.", "FR", 44.4),
        ("La Ville a signé une convention avec la Région Bretagne.", "FR", 48.1),
    ],
    ids=lambda s: str(s)[:40],
)
def test_regions_have_a_place_on_the_map(sentence, country, latitude):
    (partner,) = partners(sentence).values()
    assert (partner.kind, partner.country) == ("territory", country)
    assert partner.latitude == pytest.approx(latitude, abs=0.2)


def test_no_name_stands_for_two_bodies_of_one_table():
    from pipeline.extract.partners.standing import TABLES

    for table in TABLES:
        names = [fold(n) for line in table.splitlines() if line and line[0] != "#" for n in set(line.split(" | "))]
        twice = {n for n in names if names.count(n) > 1}
        assert {n for n in twice if len({bodies()[n].name}) > 1} == set()


def test_there_are_several_hundred_bodies():
    assert len({body.name for body in bodies().values()}) > 550


def spellings(name: str) -> set[str]:
    """As the tables write it, with the other apostrophe, "oe" and a bare capital; long names in any case."""
    written = {name, name.replace("'", "’"), name.replace("œ", "oe"), name.replace("É", "E")}
    return written | ({name.upper(), name.lower()} if " " in name else set())


def test_every_spelling_of_every_name_of_the_tables_is_found_whole():
    names = {*body_names(), *area_names()}
    assert len(names) > 1000
    for spelling in sorted(set().union(*map(spellings, names))):
        text = f"avec {spelling}, ici"
        assert [m[0] for m in names_in(text, 0, len(text))] == [spelling]
