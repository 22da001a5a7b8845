"""The documents of a corpus that have gold, extracted and judged. No database is touched."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluate.gold import InvalidGold, View, found_view, judge, load_gold
from pipeline.evaluate.judged import Judged
from pipeline.folds import Tell, quiet
from pipeline.settings import Settings


def judge_gold(gold_folder: Path, corpus: Path, settings: Settings, tell: Tell = quiet) -> list[Judged]:
    """One a gold file; a file without a source counts as all missed, as nothing was found.

    Raises InvalidGold where no source of the manifest has gold, and whatever reading a source raises.
    """
    from pipeline.analyse import analyse
    from pipeline.fetch import fetch
    from pipeline.sources import load_manifest

    gold = load_gold(gold_folder)
    sources = {s.id: s for s in load_manifest(corpus)}
    if not gold.keys() & sources.keys():
        raise InvalidGold(
            f"{gold_folder}: none of {', '.join(gold)} is a source of {corpus}; name its folder: --corpus"
        )
    judged = []
    for number, (name, true) in enumerate(gold.items(), 1):
        source = sources.get(name)
        if source is None:
            judged.append(judge(name, "not in the manifest", "not in the manifest", View(), true))
        else:
            found = found_view(analyse(fetch(source, settings), source, settings))
            judged.append(judge(name, source.collectivity.id, source.kind, found, true))
        tell("reading documents", number, len(gold))
    return judged
