"""What the role a name plays in its sentence says, where the judge hesitates: it acts, is twinned, is visited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.partners.cues import ACTS, OWN_HEADS, VISITS
from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.gazetteer import bodies, branch_of
from pipeline.extract.partners.naming import fold

DOUBTED = 0.14
"""Chance below which a standing body that acts is still taken for a name in passing."""
_ACTING = frozenset(f"acts={verb[:7]}" for verb in ACTS)
_VISITING = frozenset(f"verb={verb[:7]}" for verb in VISITS)
_COUNTRYWIDE = frozenset({"etat", "justice", "france"})


def acting(evidence: Sequence[Evidence], names: Sequence[str], chances: dict[str, float]) -> set[str]:
    """Standing bodies that act ("Emmaüs tient une permanence"), and those enumerated with them."""
    chains = {e.chain for e in evidence if _ACTING & set(e.features.split())}
    return {
        name
        for e, name in zip(evidence, names, strict=True)
        if e.chain in chains and chances[name] >= DOUBTED and _stands(e.name)
    }


def _stands(name: str) -> bool:
    body = bodies().get(fold(name)) or branch_of(name)
    return body is not None and body.kind not in {"international", "territory"} and fold(body.name) not in _COUNTRYWIDE


def twinned(evidence: Sequence[Evidence], names: Sequence[str], accepted: set[str]) -> set[str]:
    """Cities abroad enumerated with an accepted one in a sentence on twinning."""
    chains: dict[int, list[str]] = defaultdict(list)
    for e, name in zip(evidence, names, strict=True):
        if {"sentence:jumel", "is=city+abroad"} <= set(e.features.split()):
            chains[e.chain].append(name)
    return {name for chain in chains.values() if accepted & set(chain) for name in chain}


def visited(evidence: Sequence[Evidence], names: Sequence[str]) -> set[str]:
    """Places to which people only went: "les élèves ont séjourné à Berlin"."""
    elsewhere = {name for e, name in zip(evidence, names, strict=True) if not _is_visit(e)}
    return set(names) - elsewhere


def _is_visit(e: Evidence) -> bool:
    features = set(e.features.split())
    return "direct=toward" in features and bool(_VISITING & features) and not e.candidate.head


def labelled(evidence: Sequence[Evidence], names: Sequence[str]) -> set[str]:
    """Names enumerated after a label and a colon: "Financeurs : CAF, MSA"; no persons, programmes, own services."""
    return {name for e, name in zip(evidence, names, strict=True) if _is_labelled(e)}


def _is_labelled(e: Evidence) -> bool:
    features = set(e.features.split())
    unfit = {"entity=PER", "person=True", "notbody=True"} & features
    return "labelled" in features and not unfit and e.name.split()[0].lower() not in OWN_HEADS


def long_ago(evidence: Sequence[Evidence], names: Sequence[str]) -> set[str]:
    """Those with whom others had to do long ago, and nobody since: "les marchands commerçaient avec Gênes"."""
    elsewhere = {name for e, name in zip(evidence, names, strict=True) if "longago" not in e.features.split()}
    return set(names) - elsewhere
