"""What the classifiers see of a unit: masked words, its place, its grammar, its vector.

Years, numbers and names are masked: a model that learns them learns a report, not a promise.
``describe`` gives one row a unit, the columns named by ``COLUMNS``; the columns are text for stock
vectorizers ("tokens" is a space-separated list of structural features), the rest is the word vector.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from pipeline.clauses import is_finite, main_clause
from pipeline.goal_marks import goal_marks
from pipeline.grammar import (
    DEMONSTRATIVES,
    GENERIC_NAMES,
    OWN_MEANS,
    POSSESSIVES,
    PRONOUNS,
    SELF_NOUNS,
    SELF_PRONOUNS,
    THIRD_PARTIES,
)
from pipeline.modals import modals
from pipeline.types import Collectivity
from pipeline.units import Unit
from pipeline.vectors import mean_vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

COLUMNS = ("text", "heading", "lead", "before", "tokens", "goals")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NUMBER = re.compile(r"\d+(?:[  ., ]\d+)*")
_HEAD = re.compile(
    r"^(?:ville|commune|mairie|département|région|métropole|communauté (?:de communes|d'agglomération|urbaine)|"
    r"programme municipal)(?:,| de la| de l'| des| du| de| d'|) ?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_FORM = ("VerbForm", "Mood", "Tense", "Person", "Number", "Voice")
REFERRING = (PRONOUNS - {"je", "on", "vous"}) | {"demonstrative", "possessive"}
NAMED = frozenset({"means", "name", "nous", "self", "third", "xself"})
ANTECEDENTS = 4
"""Units looked back for whom a pronoun stands for."""
STEM = 6
"""Letters of a verb that tell which one it is, whatever its ending."""


class Describer:
    """Features of the units of one document."""

    def __init__(self, doc: Doc, units: Sequence[Unit], collectivity: Collectivity | None, kind: str | None) -> None:
        self.doc = doc
        self.units = units
        self.kind = kind
        self.aliases = _alias_pattern(collectivity)
        self.spans = [_span(doc, unit) for unit in units]
        self.masked = [self._mask(span) for span in self.spans]
        self.clauses = [main_clause(span) for span in self.spans]
        self.subjects = [self._subjects(i) for i in range(len(units))]
        # A list's lead-in is told with each of its items, and a sentence's verbs with the next: worked out once.
        self.moods = [list(_mood(span)) for span in self.spans]
        self.grammars = [list(self._grammar(i)) for i in range(len(units))]

    def rows(self) -> np.ndarray:
        """Object array, units × ``COLUMNS``."""
        rows = np.empty((len(self.units), len(COLUMNS)), dtype=object)
        for i, unit in enumerate(self.units):
            rows[i] = (
                self.masked[i],
                self._plain(unit.headings),
                self._plain(unit.lead),
                self.masked[i - 1] if i and self.units[i - 1].passage == unit.passage else "",
                " ".join(self._tokens(i)),
                " ".join(goal_marks(unit)),
            )
        return rows

    def vectors(self) -> np.ndarray:
        """Float array, units × the model's vector width: mean over content words, unit length."""
        return mean_vectors(self.doc, self.spans)

    def _mask(self, span: Span) -> str:
        words = [_masked_token(t, first=t.i == span.start) for t in span]
        return self._plain("".join(words))

    def _plain(self, text: str) -> str:
        text = text.replace("’", "'").replace("ʼ", "'")
        text = self.aliases.sub(" xself ", text)
        text = _NUMBER.sub("0", _YEAR.sub(" xannée ", text))
        return _SPACES.sub(" ", text).strip()

    def _tokens(self, i: int) -> Iterable[str]:
        unit = self.units[i]
        yield from _place(unit, self.units, i)
        # A programme pledges; of other kinds the words say more than the manifest: a "strategy" may be a web page.
        yield f"programme={self.kind == 'programme'}"
        yield f"kind+programme={unit.kind}+{self.kind == 'programme'}"
        yield from self.grammars[i]
        yield from self._antecedent(i)
        if unit.lead_unit is not None and unit.answers_lead:
            yield from (f"lead:{t}" for t in self.grammars[unit.lead_unit])
        if i and self.units[i - 1].passage == unit.passage:
            yield from (f"prev:{t}" for t in self.moods[i - 1])

    def _grammar(self, i: int) -> Iterable[str]:
        span, clause, subjects = self.spans[i], self.clauses[i], self.subjects[i]
        yield from self.moods[i]
        yield from _opening(span)
        yield from (f"subject={s}" for s in subjects)
        yield f"tense={clause.tense}"
        yield from (f"subject={s}+{clause.tense}" for s in subjects or ["other"])
        if clause.deed is not None:
            stem = clause.deed.lower_[:STEM]
            yield f"deed={stem}"
            yield f"deed={clause.tense}+{stem}"
        yield from (f"modal={m.strip().replace(' ', '_')}" for m in modals(self.masked[i].lower()))
        if any(map(str.isdigit, span.text)):
            yield "number"
        if "©" in span.text or "»" in span.text:
            yield "credit" if "©" in span.text else "quoted"

    def _subjects(self, i: int) -> list[str]:
        subjects = list(_subject(self.clauses[i].before))
        if "xself" in self.masked[i].lower().split()[:8]:
            subjects.append("xself")
        elif any(t.pos_ == "PROPN" for t in self.clauses[i].before[-6:]):
            subjects.append("name")
        return subjects

    def _antecedent(self, i: int) -> Iterable[str]:
        """Whom a pronoun or demonstrative speaks of: the nearest subject before it that is neither."""
        if not any(s in REFERRING for s in self.subjects[i]):
            return
        for j in range(i - 1, max(-1, i - ANTECEDENTS - 1), -1):
            if self.units[j].headings != self.units[i].headings:
                return
            named = [s for s in self.subjects[j] if s in NAMED]
            if named:
                for s in named:
                    yield f"subject=before+{s}"
                    yield f"subject=before+{s}+{self.clauses[i].tense}"
                return


def _span(doc: Doc, unit: Unit) -> Span:
    span = doc.char_span(unit.start, unit.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"unit lies outside the document of {len(doc.text)} characters. Got {unit}")
    return span


def _alias_pattern(collectivity: Collectivity | None) -> re.Pattern[str]:
    """The collectivity under its names and those every one of its level has."""
    names = set(GENERIC_NAMES["any"])
    if collectivity is not None:
        names |= set(GENERIC_NAMES[collectivity.level])
        given = (collectivity.name, *collectivity.aliases)
        names |= {n.replace("’", "'") for n in (*given, *(_HEAD.sub("", n) for n in given))}
    ordered = sorted((n for n in names if len(n) > 2), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(n) for n in ordered) + r")(?![\w-])", re.IGNORECASE)


def _masked_token(token: Token, first: bool) -> str:
    if not first and token.is_title and token.pos_ == "PROPN":
        return f"xnom{token.whitespace_}"
    return token.text_with_ws


def _place(unit: Unit, units: Sequence[Unit], i: int) -> Iterable[str]:
    yield f"kind={unit.kind}"
    yield f"rank={min(unit.rank, 2)}"
    yield f"level={unit.level}"
    words = unit.text.split()
    yield f"length={min(len(words).bit_length(), 6)}"
    yield f"end={unit.text[-1] if not unit.text[-1].isalnum() else 'word'}"
    yield f"upper={unit.text.isupper()}"
    yield f"haslead={unit.answers_lead}"
    yield f"colon={' : ' in unit.text}"
    # Neither the place in the document nor its edges: that is how a report begins, not what a promise is.
    if i + 1 < len(units):
        yield f"next={units[i + 1].kind}"
    if i:
        yield f"previous={units[i - 1].kind}"


def _mood(span: Span) -> Iterable[str]:
    """Tense, mood and person of each verb; the first finite one apart."""
    first = True
    for token in span:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        form = _form(token)
        yield f"verb={form}"
        if first and is_finite(token):
            first = False
            yield f"first={form}"
            yield f"main={token.lower_}"
    if first:
        yield "nofinite"


def _form(token: Token) -> str:
    return _form_said(str(token.morph)) or token.pos_


@lru_cache(maxsize=1000)
def _form_said(morphology: str) -> str:
    """ "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin" → "Ind-Pres-3-Sing": the tagger has 200 of them."""
    said = dict(feature.partition("=")[::2] for feature in morphology.split("|"))
    return "-".join(said[field].split(",")[0] for field in _FORM if field in said).replace("Fin-", "")


def _opening(span: Span) -> Iterable[str]:
    words = [t for t in span if not t.is_punct and not t.is_space][:3]
    if not words:
        return
    head = words[0]
    yield f"w0={head.lower_}"
    yield f"p0={head.pos_}"
    yield "p012=" + "-".join(t.pos_ for t in words)
    yield f"f0={_form(head) if head.pos_ in {'VERB', 'AUX'} else head.pos_}"
    if len(words) > 1:
        yield f"w01={head.lower_}_{words[1].lower_}"


def _subject(before: Sequence[Token]) -> Iterable[str]:
    """Who stands before the main verb."""
    near = [t.lower_ for t in before[-12:]]
    if any(w in SELF_NOUNS and not _of_a_name(before, w) for w in near):
        yield "self"
    for name, words in (("nous", SELF_PRONOUNS), ("means", OWN_MEANS), ("third", THIRD_PARTIES)):
        if any(w in words for w in near):
            yield name
    for name, words in (("demonstrative", DEMONSTRATIVES), ("possessive", POSSESSIVES)):
        if any(w in words for w in near[-4:]):
            yield name
    yield from (w for w in near[-4:] if w in PRONOUNS | {"qui"})


def _of_a_name(before: Sequence[Token], word: str) -> bool:
    """ "la Ville de Kendari": a town that is named is the collectivity only under its own names (``xself``)."""
    for i, token in enumerate(before[:-2]):
        if token.lower_ == word and before[i + 1].lower_ in {"de", "d'", "d’", "du"}:
            return before[i + 2].is_title
    return False
