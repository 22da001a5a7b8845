"""A person's label outranks the model's, whichever way: another status, other goals, a statement more or one less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.annotate.labels import NONE, PersonLabel
from pipeline.classify import Statement, declared_goals
from pipeline.link import normal
from pipeline.types import SdgLink
from pipeline.units import Unit


def outranked(statements: list[Statement], units: Sequence[Unit], labels: Mapping[str, PersonLabel]) -> list[Statement]:
    """The statements, in reading order, with those units as people labelled them (by normalised words)."""
    if not labels:
        return statements
    found = {s.unit.start: s for s in statements}
    for unit in units:
        label = labels.get(normal(unit.text))
        if label is None:
            continue
        if label.status == NONE:
            found.pop(unit.start, None)
        else:
            found[unit.start] = _statement(unit, label)
    return sorted(found.values(), key=lambda s: s.unit.start)


def _statement(unit: Unit, label: PersonLabel) -> Statement:
    declared = declared_goals(unit.text)
    links = tuple(SdgLink(goal, 1.0, declared=goal in declared) for goal in label.sdgs)
    return Statement(unit, label.status, 1.0, links, by_person=True)  # type: ignore[arg-type]
