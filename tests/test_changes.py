"""Comparing what a source said with what it says."""

from __future__ import annotations

import pytest
from made_by_hand import PLAN, extraction

from pipeline.changes import Change, Comparison, compare, reread, units_said
from pipeline.link import normal, stable_id

TREES = "Nous planterons 500 arbres dans les cours des écoles d'ici 2030."
MORE_TREES = "Nous planterons 800 arbres dans les cours des écoles d'ici 2032."
WATER = "Nous aidons Kendari à traiter l'eau des fontaines publiques."
BIKES = "Nous doublerons la longueur des pistes cyclables."


def ident(text: str, nth: int = 1) -> str:
    return stable_id("commitment", PLAN.id, normal(text), nth)


def changes(before: tuple[str, ...], after: tuple[str, ...], blind: str | None = None) -> Comparison:
    old, new = extraction(*before), extraction(*after, blind=blind)
    return compare(
        {c.id: c.text for c in old.commitments}, new.commitments, units_said(old.passages), units_said(new.passages)
    )


def told(comparison: Comparison) -> list[tuple[str, str, str | None]]:
    return [(c.kind, c.commitment, c.previous) for c in comparison.changes]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param((TREES, WATER), (TREES, WATER), [], id="the same"),
        pytest.param((TREES, WATER), (WATER, TREES), [], id="moved"),
        pytest.param((TREES,), ("Un préambule.", TREES), [], id="other words added"),
        pytest.param((TREES,), (TREES.replace("'", "’").upper(),), [], id="apostrophe and case"),
        pytest.param((TREES,), (TREES[:-1] + " ;",), [], id="end of a list item"),
        pytest.param((), (TREES,), [("added", ident(TREES), None)], id="first seen"),
        pytest.param((TREES,), (TREES, WATER), [("added", ident(WATER), None)], id="added"),
        pytest.param((TREES, WATER), (TREES,), [("withdrawn", ident(WATER), None)], id="withdrawn"),
        pytest.param((TREES,), (MORE_TREES,), [("reworded", ident(MORE_TREES), ident(TREES))], id="reworded"),
        pytest.param(
            (TREES,), (WATER,), [("added", ident(WATER), None), ("withdrawn", ident(TREES), None)], id="replaced"
        ),
        pytest.param((TREES, TREES), (TREES,), [], id="said twice, now once: it still stands"),
    ],
)
def test_changes(before, after, expected):
    assert told(changes(before, after)) == expected


def test_the_likest_pair_comes_first():
    """The first new sentence resembles the lost one, the second one more: the second is its rewording."""
    close, closer = TREES.replace("500 arbres", "quelques haies"), TREES.replace("500", "501")
    assert told(changes((TREES,), (close, closer))) == [
        ("added", ident(close), None),
        ("reworded", ident(closer), ident(TREES)),
    ]


def test_similarity_is_a_share():
    (change,) = changes((TREES,), (MORE_TREES,)).changes
    assert change.similarity is not None
    assert 0.9 < change.similarity < 1


def test_a_sentence_no_longer_taken_for_a_commitment_is_not_withdrawn():
    found = changes((TREES, WATER), (TREES, WATER, BIKES), blind=WATER)
    assert told(found) == [("added", ident(BIKES), None)]
    assert found.retracted == {ident(WATER)}
    assert found.gone == frozenset()


def test_a_sentence_taken_for_a_commitment_only_now_is_not_added():
    old, new = extraction(TREES, WATER, blind=WATER), extraction(TREES, WATER)
    before = {c.id: c.text for c in old.commitments}
    said = units_said(old.passages)
    assert compare(before, new.commitments, said, said) == Comparison()


def test_words_within_another_sentence_are_not_said_still():
    short = "Nous plantons des arbres"
    longer = "Nous plantons des arbres avec les écoles"
    assert told(changes((short,), (longer,))) == [("reworded", ident(longer), ident(short))]


def test_the_same_bytes_change_nothing():
    old, new = extraction(TREES, WATER), extraction(TREES, BIKES)
    assert reread({c.id: c.text for c in old.commitments}, new.commitments) == Comparison((), frozenset({ident(WATER)}))


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (Change("added", "a"), None),
        (Change("withdrawn", "a"), "a"),
        (Change("reworded", "a", "b", 0.9), "b"),
    ],
    ids=lambda v: getattr(v, "kind", None),
)
def test_what_stops_standing(change, gone):
    assert change.gone == gone
