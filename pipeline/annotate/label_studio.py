"""Label Studio's JSON: tasks with predictions to import there, completed annotations of several people to read back.

The labelling interface that goes with it is ``annotations/label-studio.xml``: choices called "status" and "sdgs"
over a text called "text".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.annotate.labels import PersonLabel
from pipeline.annotate.tasks import Task
from pipeline.errors import InvalidAnnotation

MODEL = f"engagements {__version__}"
_GOAL = re.compile(r"(?:ODD\s*)?(\d{1,2})\b", re.IGNORECASE)


def write_tasks(tasks: Iterable[Task]) -> str:
    """A JSON array; what people have said so far goes along as annotations."""
    return json.dumps([_task(t) for t in tasks], ensure_ascii=False, indent=1)


def _task(task: Task) -> dict[str, Any]:
    said = task.said
    predictions = (
        []
        if said is None
        else [{"model_version": MODEL, "score": said.probability, "result": _result(said.status, said.sdgs)}]
    )
    annotations = [
        {"completed_by": {"email": label.annotator}, "ground_truth": label.decides, "was_cancelled": False,
         "result": _result(label.status, label.sdgs)}
        for label in task.labels
    ]  # fmt: skip
    return {"data": task.context(), "predictions": predictions, "annotations": annotations}


def _result(status: str, sdgs: Iterable[int]) -> list[dict[str, Any]]:
    goals = [str(g) for g in sdgs]
    return [_choices("status", [status]), *([_choices("sdgs", goals)] if goals else [])]


def _choices(name: str, chosen: list[str]) -> dict[str, Any]:
    return {"from_name": name, "to_name": "text", "type": "choices", "value": {"choices": chosen}}


def read_annotations(file: Path, annotator: str | None) -> tuple[list[PersonLabel], int]:
    """Labels of a JSON export, and the number of tasks nobody has completed.

    ``annotator`` is who annotations without ``completed_by`` are from. Raises InvalidAnnotation naming file and task.
    """
    labels: list[PersonLabel] = []
    empty = 0
    for number, task in enumerate(json.loads(file.read_text(encoding="utf-8")), 1):
        try:
            found = [_label(task["data"], a, annotator) for a in task.get("annotations", ()) if _completed(a)]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise InvalidAnnotation(f"{file}: task {number}: {told}") from None
        labels += found
        empty += not found
    return labels, empty


def _completed(annotation: dict[str, Any]) -> bool:
    return not annotation.get("was_cancelled") and bool(annotation["result"])


def _label(data: dict[str, Any], annotation: dict[str, Any], annotator: str | None) -> PersonLabel:
    chosen = {r["from_name"]: r["value"]["choices"] for r in annotation["result"] if r.get("type") == "choices"}
    unknown = sorted(set(chosen) - {"status", "sdgs"})
    if unknown:
        raise ValueError(f"choices are called status and sdgs. Got {', '.join(unknown)}")
    if len(chosen.get("status", ())) != 1:
        raise ValueError(f"an annotation has one status. Got {chosen.get('status', [])}")
    return PersonLabel(
        data["source"],
        data["text"],
        chosen["status"][0],
        tuple(sorted({_goal(c) for c in chosen.get("sdgs", ())})),
        _name(annotation.get("completed_by"), annotator),
        bool(annotation.get("ground_truth", False)),
        data.get("heading") or "",
        data.get("lead") or "",
    )


def _goal(choice: str) -> int:
    match = _GOAL.match(choice)
    if match is None:
        raise ValueError(f"a goal begins with its number (6, ODD 6). Got {choice!r}")
    return int(match[1])


def _name(completed_by: Any, annotator: str | None) -> str:
    """Label Studio writes a number, or the user with an address."""
    if isinstance(completed_by, dict):
        return str(completed_by.get("email") or f"user {completed_by['id']}")
    if completed_by is not None:
        return f"user {completed_by}"
    if annotator is None:
        raise ValueError("nobody is named in completed_by; name one: --annotator NAME")
    return annotator
