"""Words by which local policy speaks of each goal: hits beside intended misses."""

from __future__ import annotations

import pytest

from pipeline.document import lay_out
from pipeline.goal_marks import goal_marks
from pipeline.types import Block
from pipeline.units import units_of


def _marks(text: str, *above: str) -> list[str]:
    headings = [Block(heading, "heading", level) for level, heading in enumerate(above, 1)]
    return list(goal_marks(units_of(lay_out([*headings, Block(text, "paragraph")]).passages)[-1]))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Le port accueille deux navires de pêche.", ["g14", "g14+"]),
        ("Chaque mercredi, le maire porte le projet à côté des équipes, merci à elles.", []),
        ("Nous donnerons une seconde chance aux élèves de Port-au-Prince.", ["g4"]),
        ("Le parc et ses mares", ["g15", "g15+"]),
        ("Un parcours essentiel, parce que la règle a changé", []),
        ("L’eau des nappes", ["g6", "g6+"]),
        ("Un tri au tribunal", ["g12"]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_words_of_a_goal(text, marks):
    assert _marks(text) == marks


def test_the_heading_above_tells_more_than_those_further_up():
    assert _marks("Nous agirons.", "La forêt", "Les déchets") == ["heading:g12", "above:g15"]


def test_what_further_up_repeats_is_said_once():
    assert _marks("Nous agirons.", "Les déchets", "Trier les déchets") == ["heading:g12"]
