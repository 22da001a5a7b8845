"""What columns and enumerations say of names: below "Partenaires" all are, and what stands in line is of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.partners.cues import OWN_HEADS, PARTNER_COLUMNS
from pipeline.extract.partners.evidence import ROWS, Evidence
from pipeline.extract.partners.registry import Registry
from pipeline.types import Passage

SHARE_OF_ROWS = 0.5
_IN_TEXT = -1
"""In place of a column: the names of one paragraph."""
_HEADED = {f"column:{topic}" for topic in PARTNER_COLUMNS}


def accepted_by_columns(
    evidence: Sequence[Evidence],
    names: Sequence[str],
    accepted: set[str],
    registry: Registry,
    passages: Sequence[Passage],
) -> set[str]:
    """Names that are partners as the header of their column says, or because most in line with them are.

    In line: places of one column, list or paragraph, each with its country beside.
    """
    runs: dict[tuple[int, int], list[str]] = defaultdict(list)
    headed = set()
    for e, name in zip(evidence, names, strict=True):
        passage = passages[e.passage]
        features = set(e.features.split())
        if passage.kind not in ROWS:
            if "bracket=country" in features:  # "Wokingham (Royaume-Uni), Kayes (Mali)"
                runs[e.passage, _IN_TEXT].append(name)
            continue
        if features & _HEADED and "notbody=True" not in features and e.candidate.head not in OWN_HEADS:
            headed.add(name)
        beside = registry.country_beside(e, passage) is not None
        if beside and (any(f.startswith("is=city") for f in features) or _fills_cell(e, passage)):
            runs[e.run, _column(e, passage)].append(name)
    return headed | _mostly(runs, accepted)


def _mostly(runs: dict[tuple[int, int], list[str]], accepted: set[str]) -> set[str]:
    """All names of the runs of which at least that share is accepted."""
    return {
        name
        for names in runs.values()
        if sum(n in accepted for n in names) >= SHARE_OF_ROWS * len(names)
        for name in names
    }


def _fills_cell(e: Evidence, passage: Passage) -> bool:
    before, after = passage.text[: e.start - passage.start], passage.text[e.end - passage.start :]
    return passage.kind == "table_row" and before.rstrip()[-1:] in {"", "|"} and after.lstrip()[:1] in {"", "|"}


def _column(e: Evidence, passage: Passage) -> int:
    return passage.text.count("|", 0, e.start - passage.start)
