"""Sentences with their partners between brackets, each followed by the letter of its kind: ``[Oran]t``."""

from __future__ import annotations

import re
from collections import Counter

from nlp_fixtures import TOWN, process

from pipeline.extract.partners.gazetteer import bodies
from pipeline.extract.partners.local import area_served, place_of
from pipeline.extract.partners.naming import fold, identity
from pipeline.types import Block, Collectivity

KINDS = {"t": "territory", "s": "state", "i": "international", "n": "network", "a": "association", "r": "research",
         "c": "company"}  # fmt: skip
COLLECTIVITIES = {
    "commune": TOWN,
    "department": Collectivity("jura", "Département du Jura", "departement", ("le Département",), insee="39"),
    "epci": Collectivity("pays-vert", "Agglomération du Pays vert", "epci", ("l'Agglomération",)),
    "region": Collectivity("sud", "Région Méridienne", "region", ("la Région",)),
}
_MARK = re.compile(r"\[([^\]]+)\]([tsinarc])(?![\wé])")


def expected(marked: str) -> Counter[tuple[str, str]]:
    return Counter((_canonical(name), KINDS[letter]) for name, letter in _MARK.findall(marked))


def found(marked: str, kind: str, level: str) -> Counter[tuple[str, str]]:
    """The partners of a sentence, or of a table whose rows stand between "||"; one count a partner."""
    plain = _MARK.sub(r"\1", marked)
    rows = plain.removeprefix("row | ").split(" || ")
    blocks = [Block(row, "table_row") for row in rows] if plain.startswith("row | ") else rows
    doc = process(*blocks, collectivity=COLLECTIVITIES[level], kind=kind)
    here = COLLECTIVITIES[level]
    return Counter({(_canonical(bare(m.partner.name, here)), m.partner.kind) for m in doc._.partners})


def bare(name: str, here: Collectivity) -> str:
    """Without the place that what every town, department or region has bears in brackets."""
    first, _, place = name.removesuffix(")").partition(" (")
    return first if place in {place_of(here), area_served(first, here)} else name


def _canonical(name: str) -> str:
    body = bodies().get(fold(name))
    return identity(body.name if body else name)


def share_right(*groups: tuple[list[str], str, str]) -> tuple[float, list[str]]:
    """Share of the sentences of (sentences, kind of document, level) whose partners are just those marked; the rest."""
    count, wrong = 0, []
    for sentences, kind, level in groups:
        for marked in sentences:
            count += 1
            should, does = expected(marked), found(marked, kind, level)
            if should != does:
                wrong.append(f"{marked}\n  missed {list(should - does)}, too many {list(does - should)}")
    assert count
    return 1 - len(wrong) / count, wrong
