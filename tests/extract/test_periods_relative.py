"""Years told from the day of publication, 15 September 2023 here; without one, none of them is a period."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extract.periods import find_periods

DAY = date(2023, 9, 15)


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end"),
    [
        ("L'an dernier, la halle a rouvert.", "L'an dernier", 2022, 2022),
        ("La flotte sera électrique d'ici trois ans.", "d'ici trois ans", None, 2026),
        ("Cette année, la régie embauche.", "Cette année", 2023, 2023),
        ("Ces cinq dernières années, la nappe a baissé.", "Ces cinq dernières années", 2018, 2023),
        ("L'année prochaine, la piscine ouvrira.", "L'année prochaine", 2024, 2024),
        ("La navette roule depuis trois ans.", "depuis trois ans", 2020, None),
        ("Le jumelage existe depuis plus de vingt ans.", "depuis plus de vingt ans", 2003, None),
        ("Le pont a été rebâti il y a dix ans.", "il y a dix ans", 2013, 2013),
        ("Au cours des 10 prochaines années, le port changera.", "Au cours des 10 prochaines années", 2023, 2033),
        ("Le conseil du 12 mai dernier l'a voté.", "12 mai dernier", 2023, 2023),
        ("Les travaux ont commencé en novembre dernier.", "novembre dernier", 2022, 2022),
        ("La crèche ouvrira à la rentrée prochaine.", "rentrée prochaine", 2024, 2024),
        ("Le bus roulera avant l'été prochain.", "avant l'été prochain", None, 2024),
        ("Le guichet ouvrira d'ici la fin de l'année.", "d'ici la fin de l'année", None, 2023),
        ("Elle fonctionne depuis une dizaine d'années.", "depuis une dizaine d'années", 2013, None),
    ],
)
def test_reckoned_from_the_day_of_publication(sentence, words, start, end):
    (period,) = find_periods(sentence, published=DAY)
    assert (period.text, period.start_year, period.end_year, period.resolved) == (words, start, end, True)
    assert sentence[period.start : period.end] == words
    assert find_periods(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Cette année-là, la ville fut inondée.",
        "Un plan de cinq ans est signé.",
        "Les enfants de trois ans vont à l'école.",
        "La dernière année du mandat commence.",
        "Trois fois par an, le conseil se réunit.",
        "Ces dernières années, l'été est plus chaud.",
    ],
)
def test_not_told_from_it(sentence):
    assert find_periods(sentence, published=DAY) == []


def test_a_written_year_stays_what_it_is():
    periods = find_periods("D'ici 2030 et depuis deux ans, en 2022", published=DAY)
    assert [(p.text, p.resolved) for p in periods] == [
        ("D'ici 2030", False),
        ("depuis deux ans", True),
        ("2022", False),
    ]
