"""The classifiers as stock scikit-learn pipelines, and how they are kept: skops files, no pickle."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import Normalizer

from pipeline.errors import ModelMissing
from pipeline.features import COLUMNS

TEXT, HEADING, LEAD, BEFORE, TOKENS, GOAL_WORDS = range(len(COLUMNS))
VECTOR = slice(len(COLUMNS), None)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def status_model() -> Pipeline:
    """Words, heading, lead-in, structure and vector of a unit → status or none.

    Characters and a second look at the neighbours are left out: both learn our examples, not real texts.
    """
    columns = ColumnTransformer(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True), TEXT),
            ("heading", TfidfVectorizer(min_df=2, sublinear_tf=True), HEADING),
            ("lead", TfidfVectorizer(ngram_range=(1, 2), min_df=2), LEAD),
            ("tokens", _tokens(r"\S+", 3), TOKENS),
            # Who acts and in what mood, told again and louder: words learn a report, these learn a promise.
            ("acts", _tokens(r"(?<!\S)(?:tense|subject)=(?!before|name|demonstrative|possessive)\S+", 2), TOKENS),
            ("deeds", _tokens(r"deed=\S+", 3), TOKENS),
            ("vector", Normalizer(), VECTOR),
        ],
        transformer_weights={"heading": 0.5, "lead": 0.5, "tokens": 0.2, "acts": 1.5, "deeds": 0.3, "vector": 1.5},
    )
    return Pipeline([("columns", columns), ("classifier", OneVsRestClassifier(_logistic(2)))])


def sdg_model() -> Pipeline:
    """First look at the goals of a statement: one logistic regression a goal."""
    columns = ColumnTransformer(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True), TEXT),
            (
                "characters",
                TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True),
                TEXT,
            ),
            ("heading", TfidfVectorizer(min_df=2, sublinear_tf=True), HEADING),
            ("lead", TfidfVectorizer(min_df=2), LEAD),
            ("before", TfidfVectorizer(min_df=2, sublinear_tf=True), BEFORE),
            ("goals", _tokens(r"\S+", 2), GOAL_WORDS),
            ("vector", Normalizer(), VECTOR),
        ],
        transformer_weights={"heading": 0.5, "lead": 0.4, "before": 0.3, "goals": 0.5, "vector": 2.0},
    )
    return Pipeline([("columns", columns), ("classifier", OneVsRestClassifier(_logistic(5)))])


def _logistic(strength: float) -> LogisticRegression:
    """``strength`` is scikit-learn's C. liblinear: as good here as lbfgs, in a tenth of the time."""
    return LogisticRegression(C=strength, solver="liblinear")


def sdg_context_model() -> OneVsRestClassifier:
    """Second look at the goals: what the first says of the statement, its neighbours and the document."""
    return OneVsRestClassifier(LogisticRegression(C=1, max_iter=1000))


def _tokens(pattern: str, least: int) -> CountVectorizer:
    return CountVectorizer(token_pattern=pattern, binary=True, min_df=least, lowercase=False)


def save(model: dict[str, Any], file: Path) -> None:
    """Write with skops, the same bytes for the same model (no clock, no memory addresses)."""
    from skops.io import dumps

    for part in model.values():
        _forget_addresses(part)
    archive = zipfile.ZipFile(io.BytesIO(dumps(model)))
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in _renumbered(archive):
            out.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)


def _forget_addresses(part: Any) -> None:
    """Vectorizers remember the memory address of their stop words, to warn once; no two runs have the same."""
    columns = part.named_steps.get("columns") if isinstance(part, Pipeline) else None
    for vectorizer in columns.named_transformers_.values() if columns is not None else ():
        if hasattr(vectorizer, "_stop_words_id"):
            del vectorizer._stop_words_id


def load(file: Path) -> dict[str, Any]:
    """Read a model as untrusted data. Raises ModelMissing where the file is absent or not ours."""
    from skops.io import get_untrusted_types
    from skops.io import load as skops_load
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        return skops_load(file, trusted=[])
    except UntrustedTypesFoundException as error:
        unknown = ", ".join(get_untrusted_types(file=file))
        raise ModelMissing(f"{file}: holds types that are not trusted: {unknown}") from error
    except (OSError, zipfile.BadZipFile) as error:
        raise ModelMissing(f"{file}: cannot be read ({error}); make it with: engagements train") from error


def _renumbered(archive: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    """Entries with skops's ids, which are memory addresses, replaced by their order of appearance."""
    schema = archive.read("schema.json").decode()
    ids: dict[str, int] = {}
    for found in re.findall(r'"__id__": (\d+)', schema):
        ids.setdefault(found, len(ids) + 1)
    schema = re.sub(r'"__id__": (\d+)', lambda m: f'"__id__": {ids[m[1]]}', schema)
    names = sorted(set(archive.namelist()) - {"schema.json"}, key=lambda n: ids.get(n.split(".")[0], 0))
    renamed = {n: f"{ids[n.split('.')[0]]}.{n.split('.', 1)[1]}" if n.split(".")[0] in ids else n for n in names}
    for old, new in renamed.items():
        schema = schema.replace(json.dumps(old), json.dumps(new))
    return [(renamed[n], archive.read(n)) for n in names] + [("schema.json", schema.encode())]
