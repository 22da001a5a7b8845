"""Which fact belongs to which commitment, and ids that stay."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from made_by_hand import PLAN

from pipeline.classify import Statement
from pipeline.link import link, normal, stable_id
from pipeline.types import Amount, Passage, Period, Reading
from pipeline.units import units_of


def passages(*texts: str) -> tuple[Passage, ...]:
    found, start = [], 0
    for position, text in enumerate(texts):
        found.append(Passage(position, "paragraph", f"Titre {position}", start, start + len(text), text, page=1))
        start += len(text) + 1
    return tuple(found)


def linked(texts: tuple[str, ...], statements: tuple[str, ...], amounts: tuple[str, ...] = (), **reading):
    """``link`` on a stand-in for a Doc whose statements and sums are the words given."""
    laid = passages(*texts)
    text = "\n".join(texts)
    units = [u for u in units_of(laid) if u.text in statements]
    found = [Amount(text.index(a), text.index(a) + len(a), a, 1.0, "EUR") for a in amounts]
    marks = SimpleNamespace(
        statements=[Statement(u, "pledge", 0.98765, ()) for u in units], partners=[], amounts=found,
        periods=[Period(0, 1, text[:1], 2020, None)], indicators=[], source=SimpleNamespace(units=units_of(laid)),
    )  # fmt: skip
    return link(SimpleNamespace(text=text, user_data={}, _=marks), laid, PLAN, Reading((), **reading))


A, B, C = "Nous planterons des arbres pour 10 €.", "Le climat change.", "Nous aiderons Kendari pour 20 €."


def owner_of(extraction, words: str) -> str | None:
    identifier = next(o for a, o in extraction.amounts if a.text == words)
    return next((c.text for c in extraction.commitments if c.id == identifier), None)


@pytest.mark.parametrize(
    ("texts", "statements", "amount", "owner"),
    [
        pytest.param((f"{A} {C}",), (A, C), "10 €", A, id="within its words"),
        pytest.param((f"{A} {C}",), (A, C), "20 €", C, id="within the other's words"),
        pytest.param((f"{A} {C}",), (C,), "10 €", C, id="the only one of its passage"),
        pytest.param((A, C), (C,), "10 €", None, id="another passage's"),
        pytest.param((f"{B} {A} Un sac vaut 30 €. {C}",), (A, C), "30 €", None, id="between two: nobody's"),
        pytest.param((f"{B} {A} Budget : 30 €. {C}",), (A, C), "30 €", A, id="goes on about the one before"),
        pytest.param((B, A), (), "10 €", None, id="no commitment at all"),
    ],
)
def test_owner(texts, statements, amount, owner):
    assert owner_of(linked(texts, statements, (amount,)), amount) == owner


def test_commitment_carries_its_place():
    (c,) = linked((B, A), (A,)).commitments
    assert (c.text, c.passage, c.start, c.end, c.heading, c.page, c.status, c.probability) == (
        A, 1, len(B) + 1, len(B) + 1 + len(A), "Titre 1", 1, "pledge", 0.9877,
    )  # fmt: skip
    assert c.id == stable_id("commitment", "plan", normal(A), 1)


def test_repeated_words_have_ids_of_their_own():
    ids = [c.id for c in linked((A, B, A), (A,)).commitments]
    assert len(set(ids)) == 2


def test_ids_stay_when_paragraphs_move():
    before, after = linked((A, B, C), (A, C)), linked((C, "Nouveau chapeau.", A, B), (A, C))
    assert {c.text: c.id for c in before.commitments} == {c.text: c.id for c in after.commitments}


def test_manifest_title_wins():
    assert linked((A,), (), title="Titre du document").title == "Plan"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("L’eau  pour tous", "l'eau pour\u00a0tous", True),
        ("« Ville »", '" ville "', True),
        ("co\u00adopération", "coopération", True),
        ("porte‑à‑porte", "porte-à-porte", True),
        ("Développer le vélo ;", "Développer le vélo.", True),
        ("ﬁnancer", "financer", True),
        ("500 arbres", "50 0 arbres", False),
        ("1,5 million", "15 million", False),
        ("pêche", "peche", False),
        ("déjà fait ?", "déjà fait !", False),
    ],
)
def test_normal(one, other, same):
    assert (normal(one) == normal(other)) is same


def test_stable_id():
    assert stable_id("commitment", "rennes", "à l'eau", 1) == "e077ab231ef4d445"
    assert stable_id("a", "bc") != stable_id("ab", "c")
    assert stable_id("a", 1) != stable_id("a", "1")
    assert len(stable_id("é")) == 16
