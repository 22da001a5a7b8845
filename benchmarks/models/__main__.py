"""usage: python -m benchmarks.models [PART]… [--annotations DIR] [--documents N] [--write README]"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.models import tables
from benchmarks.models.data import OUTER, REDUCED, VOCABULARY, Question, questions
from benchmarks.models.families import FAMILIES
from benchmarks.models.linear import ablation, learning_curve
from benchmarks.models.measure import INNER, compared
from pipeline.settings import ROOT

PARTS = ("families", "ablation", "curves")
ASKED = {"status": "Statements with their status", "goals": "Goals of true statements, first look"}

WORDS = """\
By `make compare`, on {units:,} units of {groups} collectivities, {outer} folds by collectivity; settings chosen in
{inner} inner folds of the training rows. Vocabularies hold at most {entries:,} entries a column here; dense families
see the same columns projected on {dimensions} dimensions. Times are for ready columns, on one core.
"""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.models", description="Compare models, columns and amounts of examples."
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--annotations", type=Path, default=ROOT / "annotations", help="labelled examples")
    parser.add_argument("--documents", type=int, help="only the first N documents, for a quick look")
    parser.add_argument("--write", type=Path, help="put the tables between the marks of this Markdown file")
    given = parser.parse_args(arguments)
    unknown = sorted(set(given.parts) - set(PARTS))
    if unknown:
        parser.error(f"unknown part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    asked = questions(given.annotations, given.documents)
    text = ""
    for section in _sections(asked, given.parts or PARTS):
        print(section, flush=True)
        text += f"{section}\n"
    if given.write is not None:
        tables.placed(given.write, text)


def _sections(asked: tuple[Question, Question], parts: tuple[str, ...] | list[str]) -> Iterator[str]:
    units, groups = len(asked[0].rows), len(set(asked[0].groups))
    yield "## Compared\n"
    yield WORDS.format(units=units, groups=groups, outer=OUTER, inner=INNER, entries=VOCABULARY, dimensions=REDUCED)
    for question in asked:
        yield f"### {ASKED[question.name]}\n"
        if "families" in parts:
            yield _timed("families", lambda q=question: tables.families(compared(q, FAMILIES)))
        if "ablation" in parts:
            yield "Without a group of columns (logistic regression):\n"
            yield _timed("ablation", lambda q=question: tables.left_out(ablation(q)))
        if "curves" in parts:
            yield "With fewer documents (logistic regression):\n"
            yield _timed("curves", lambda q=question: tables.curve(learning_curve(q)))


def _timed(name: str, run: Callable[[], str]) -> str:
    began = time.monotonic()
    text = run()
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return text


if __name__ == "__main__":
    main()
