"""The quality gate: for every figure a floor, beside the hash of the data it was measured on (``models/floors.toml``).

``make test`` fails where a figure falls below its floor and where the data changed and the floors were not stated
again. ``engagements floors`` states them; it raises floors by itself and lowers one only when told to.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from pipeline.errors import InvalidInput
from pipeline.folds import Tell, quiet
from pipeline.settings import Settings

FILE = "floors.toml"
SLACK = 0.002
"""What another processor or version of a library may make of the same model."""
OWN = "own"
GOLD = {"dev": Path("dev"), "more": Path("dev/more")}
"""Section → folder with ``sources.toml`` and ``gold/``, below the shared folder."""
HEAD = """\
What every figure must reach, and the hash of the data it was measured on. Written by: make floors
Names that end in _error are ceilings. A floor falls only on purpose: make floors LOWER=yes, or here by hand.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """Figures measured on the same data; as floors, what they must reach."""

    data: str
    """SHA-256 of the examples or the gold."""
    figures: Mapping[str, float]


def load_floors(folder: Path) -> dict[str, Section]:
    """Raises InvalidInput where the file is absent or broken."""
    file = folder / FILE
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        return {
            name: Section(given["data"], {k: float(v) for k, v in given.items() if k != "data"})
            for name, given in content.items()
        }
    except OSError as error:
        raise InvalidInput(f"{file}: {error.strerror}; state the floors with: make floors") from None
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(f"{file}: {error}; state the floors with: make floors") from None


def save_floors(folder: Path, floors: Mapping[str, Section]) -> None:
    """Write ``floors.toml``, a table a section."""
    document = tomlkit.document()
    for line in HEAD.splitlines():
        document.add(tomlkit.comment(line))
    for name, section in floors.items():
        table = tomlkit.table()
        table.update({"data": section.data, **section.figures})
        document.add(name, table)
    (folder / FILE).write_text(tomlkit.dumps(document), encoding="utf-8")


def measure_own(settings: Settings) -> Section:
    """The cross-validated scores of the models' card. Raises InvalidInput where it is of other examples."""
    from pipeline.train import annotations_hash, card_of

    card = card_of(settings.models)
    if card is None or card["annotations_sha256"] != annotations_hash(settings.annotations):
        raise InvalidInput(f"{settings.models}: not trained on {settings.annotations} as it is; run: engagements train")
    return Section(card["annotations_sha256"], card["scores"])


def measure_gold(corpus: Path, settings: Settings, tell: Tell = quiet) -> Section:
    """F1 of each question on the documents of ``corpus`` that have gold."""
    from pipeline.evaluate.extracted import judge_gold
    from pipeline.evaluate.summary import summarise

    found = summarise(judge_gold(corpus / "gold", corpus, settings, tell), str(corpus))
    figures = {question: round(score.counts.f1, 4) for question, score in found.scores.items()}
    return Section(gold_hash(corpus / "gold"), figures)


def gold_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.json")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def measure(shared: Path, settings: Settings, tell: Tell = quiet) -> dict[str, Section]:
    """Every section that can be measured here: the gold only where ``shared`` is there."""
    found = {OWN: measure_own(settings)}
    for name, place in GOLD.items():
        if (shared / place / "gold").is_dir():
            found[name] = measure_gold(shared / place, settings, tell)
    return found


def shortfalls(floors: Mapping[str, Section], measured: Mapping[str, Section]) -> Iterator[str]:
    """What the gate refuses, a line each."""
    for name, found in measured.items():
        stated = floors.get(name)
        if stated is None or stated.data != found.data:
            yield f"{name}: measured on other data than the floors were; state them again: make floors"
            continue
        for figure in sorted({*stated.figures, *found.figures}):
            floor, value = stated.figures.get(figure), found.figures.get(figure)
            if floor is None or value is None:
                what = "no floor" if floor is None else "not measured"
                yield f"{name} {figure}: {what}; state them again: make floors"
            elif _worse(figure, value, floor, SLACK):
                yield f"{name} {figure}: {value:.4f}, where {floor:.4f} was reached before"


def restated(floors: Mapping[str, Section], measured: Mapping[str, Section]) -> tuple[dict[str, Section], list[str]]:
    """The floors as measured, and a line on each that falls by more than the slack; within it, a floor stays.

    Sections that were not measured stay as they are.
    """
    new = dict(floors)
    falling: list[str] = []
    for name, found in measured.items():
        old = floors[name].figures if name in floors else {}
        falls = [k for k, floor in old.items() if k not in found.figures or _worse(k, found.figures[k], floor, SLACK)]
        falling += [f"{name} {k}: {old[k]:.4f} → {_told(found.figures.get(k))}" for k in falls]
        figures = {k: _better(k, v, old.get(k)) if k not in falls else v for k, v in found.figures.items()}
        new[name] = Section(found.data, figures)
    return new, falling


def _told(value: float | None) -> str:
    return "gone" if value is None else f"{value:.4f}"


def _better(figure: str, value: float, floor: float | None) -> float:
    return value if floor is None or not _worse(figure, value, floor, 0) else floor


def _worse(figure: str, value: float, floor: float, slack: float) -> bool:
    return value > floor + slack if figure.endswith("_error") else value < floor - slack
