"""Names that a head noun opens: "Syndicat départemental d'énergie d'…", "l'association Les Amis du Port"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.partners.gazetteer import bodies
from pipeline.extract.partners.naming import fold
from pipeline.extract.partners.patterns import (
    ANNOUNCING,
    CONNECTORS,
    ENUMERATING,
    FUNCTION_WORDS,
    GENITIVES,
    HEADS,
    LOWER_HEADS,
    OF_BODIES,
    PLACE_HEADS,
    UNITS_OF_COUNT,
)
from pipeline.extract.partners.words import (
    ACRONYM,
    ARTICLES,
    CLOSE_QUOTES,
    LONGEST,
    OPEN_QUOTES,
    Candidate,
    ends,
    glued,
    joins,
    marked,
    names_someone,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOCATIVES = frozenset({"à", "au", "aux", "en", "sur"})
_PURPOSES = frozenset({"contre", "pour", "sans", "sous"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "l’"})


def headed(doc: Doc, first: int, last: int) -> Iterator[Candidate]:
    i = first
    while i < last:
        if _opens(doc, i, first):
            name = _Name(doc, i, last)
            end = name.quoted_end() or name.end()
            if end > i + 1 and any(marked(t) for t in doc[i:end]):
                yield Candidate(i, end, "quoted" if name.quoted_end() else "head", doc[i].lower_)
                i = end
                continue
        i += 1


def _opens(doc: Doc, i: int, first: int) -> bool:
    token = doc[i]
    lower = token.lower_
    if lower not in HEADS or glued(doc, i):
        return False
    if marked(token):
        return not (i > first and marked(doc[i - 1]) and doc[i - 1].lower_ not in FUNCTION_WORDS)
    if lower in {"centre", "conseil"}:
        return doc[i + 1 : i + 2].text in OF_BODIES
    if lower in ANNOUNCING:
        return any(marked(t) or t.text in OPEN_QUOTES for t in doc[i + 1 : i + 4] if t.pos_ != "DET")
    return lower in LOWER_HEADS and not _hands_over(doc, i)


def _hands_over(doc: Doc, i: int) -> bool:
    """ "le laboratoire de l'Université X": the name begins at the head inside."""
    j = i + 1
    while j < len(doc) and (doc[j].lower_ in CONNECTORS or (j == i + 1 and doc[j].pos_ == "ADJ")):
        j += 1
    return j > i + 2 and j < len(doc) and doc[j].text.istitle() and doc[j].lower_ in HEADS


class _Name:
    """A name that grows word by word from the head at ``i``."""

    def __init__(self, doc: Doc, i: int, last: int) -> None:
        self.doc, self.i, self.last = doc, i, min(last, i + LONGEST)
        self.place = doc[i].lower_ in PLACE_HEADS
        self.announcing = doc[i].lower_ in ANNOUNCING and i + 1 < len(doc) and marked(doc[i + 1])
        self.named = False
        """Whether a capitalised word has been met after the head."""
        self.governed = False
        """Whether a common noun has been met after the head."""
        self.aimed = False
        """Whether the name is inside "pour l'…": it goes on over "et la …"."""

    def end(self) -> int:
        end = j = self.i + 1
        while j < self.last:
            token = self.doc[j]
            if glued(self.doc, j) and j > self.i + 1:
                j += 1
                end = j
                continue
            if ends(token):
                further = self._enumerated(j)
                if not further:
                    break
                j = further
                continue
            if token.lower_ in CONNECTORS or token.text in {"'", "’"}:
                if self._breaks(j):
                    break
                j += 1
                continue
            if not self._takes(j, end):
                break
            j += 1
            end = j
        return end

    def quoted_end(self) -> int:
        """End of « … » right after a head, quotes included; 0 where there is none."""
        doc, j = self.doc, self.i + 1
        if j >= self.last or doc[j].text not in OPEN_QUOTES:
            return 0
        return next((k for k in range(j + 1, min(self.last, j + 12)) if doc[k].text in CLOSE_QUOTES), 0)

    def _takes(self, j: int, end: int) -> bool:
        """Whether the word at ``j`` belongs to the name; what is learnt of the name is kept."""
        token, previous = self.doc[j], self.doc[j - 1]
        if token.text.isdigit():
            return self._numbers(j, end)
        if marked(token):
            self.named = True
            return True
        if token.pos_ == "ADJ" or (token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", [])):
            return self._qualifies(j, end)
        common = token.pos_ in {"NOUN", "PROPN", "X"} and not self.place and self._is_governed(j)
        if (common and not self.named) or (common and previous.lower_ in GENITIVES and self.doc[j - 2].pos_ == "NOUN"):
            self.governed = True
            return True
        return token.lower_ == "frontières" and previous.lower_ == "sans"

    def _numbers(self, j: int, end: int) -> bool:
        """ "Université Lyon 2", but not "la Région 8 %"."""
        token = self.doc[j]
        following = self.doc[j + 1] if j + 1 < len(self.doc) else None
        counted = following is not None and (following.lower_ in UNITS_OF_COUNT or following.pos_ == "NOUN")
        return marked(self.doc[j - 1]) and len(token) < 3 and not counted and j == end

    def _qualifies(self, j: int, end: int) -> bool:
        """Whether the adjective or participle at ``j`` belongs to the name."""
        if self._is_body(j) and j + 1 < len(self.doc) and (self.doc[j + 1].pos_ == "DET" or self.doc[j + 1].like_num):
            return False  # a verb taken for one: "la Banque européenne d'investissement prête 80 M€"
        if self.place:
            following = self.doc[j + 1].lower_ if j + 1 < len(self.doc) else ""
            return j == end and not self.named and following in GENITIVES
        if self.named and self.announcing:  # "l'association Familles rurales"
            return j == end == self.i + 2 and self.doc[j - 1].pos_ == "NOUN"
        return j == end or self.doc[j - 1].lower_ == "et"

    def _is_governed(self, j: int) -> bool:
        before = self.doc[j - 1].lower_
        if before in _ARTICLES:
            before = self.doc[j - 2].lower_
        return before in GENITIVES or before in _PURPOSES or (before == "et") or before in _LOCATIVES

    def _breaks(self, j: int) -> bool:
        """Whether the connector at ``j`` ends the name rather than going on with it."""
        lower = self.doc[j].lower_
        content = self._content(j + 1)
        if content is None or (self._is_body(j) and not (lower in GENITIVES and marked(content))):
            return True
        if lower in {"et", "&"}:
            return self._coordinates(j, content)
        if lower in _LOCATIVES:
            return self._locates(j, content)
        if lower in _PURPOSES:
            return self._pursues(j, content)
        return self._changes(j, content)

    def _changes(self, j: int, content: Token) -> bool:
        """Whether the article or the "de" at ``j`` begins something else."""
        token, previous = self.doc[j], self.doc[j - 1]
        if previous.text == ",":
            return False  # the next part of a list
        if token.text in ARTICLES:
            return self.named or not marked(content)
        if token.lower_ in _ARTICLES and previous.lower_ not in CONNECTORS:
            return True  # "la Région le finance"
        if token.lower_ in {"des", "du", "de", "d'", "d’"} and self.named and not marked(content):
            # "la Fédération des chasseurs de Vendée de l'inventaire", but "Réseau des Réserves de biosphère"
            return previous.pos_ != "NOUN" or names_someone(previous.text)
        return content.pos_ in {"AUX", "PRON"} or (content.pos_ == "VERB" and not marked(content))

    def _is_body(self, j: int) -> bool:
        """Whether the name so far is a body known by name: it is whole."""
        return fold(self.doc[self.i : j].text) in bodies()

    def _coordinates(self, j: int, content: Token) -> bool:
        """Whether "et" at ``j`` joins the name with something else."""
        following = self.doc[j + 1]
        if joins(self.doc, j, self.last):
            return False
        other = bool(ACRONYM.match(content.text)) or names_someone(content.text)
        if self.place or other or self._opens_another(content):
            return True
        if following.lower_ in GENITIVES:  # "de métiers et de l'artisanat", "de l'Europe et des Affaires"
            return not self.doc[self.i].is_title and not marked(content) and self.named
        if following is not content:  # "pour l'intégrité et la démocratie"
            return not self.aimed or following.lower_ not in _ARTICLES or marked(content)
        if self.named:
            return not (marked(content) and (self._closes_list(j) or self._same_sort(j)))
        return marked(content) or content.pos_ not in {"NOUN", "ADJ"}

    def _opens_another(self, content: Token) -> bool:
        """A head noun with a name behind it: not the "espace" of "l'Institut de l'aéronautique et de l'espace"."""
        if content.lower_ not in HEADS or content.lower_.endswith("s"):
            return False
        behind = self.doc[content.i + 1 : min(self.last, content.i + 5)]
        return marked(content) or any(marked(t) or t.text in OPEN_QUOTES for t in behind)

    def _closes_list(self, j: int) -> bool:
        """ "Association des Villes et Territoires …": a capitalised plural beside another, both common nouns."""
        one, other = self.doc[j - 1], self.doc[j + 1]
        return one.text.endswith("s") and other.text.endswith("s") and other.pos_ == "NOUN"

    def _same_sort(self, j: int) -> bool:
        """ "Ministère de la Transition Écologique et Solidaire": two capitalised adjectives."""
        one, other = self.doc[j - 1], self.doc[j + 1]
        return self.doc[self.i].lower_ in ENUMERATING and other.pos_ == "ADJ" and one.pos_ in {"ADJ", "NOUN"}

    def _locates(self, j: int, content: Token) -> bool:
        if self.announcing and self.doc[j].lower_ == "en" and marked(content):
            return names_someone(self.doc[j - 1].text)  # "l'association Femmes en Marche"
        if marked(content) and not self.place and self.doc[self.i].is_title:
            return names_someone(content.text) or bool(ACRONYM.match(content.text))
        if self.doc[j].lower_ == "au":
            return True
        plain = not self.named and not self.governed and self.doc[self.i].is_title and not marked(content)
        return self.place or not plain or self.doc[j].lower_ in {"en", "sur"}

    def _pursues(self, j: int, content: Token) -> bool:
        """ "pour", "contre", "sans": within a name soon after its head, or before a capital."""
        if self.place or content.pos_ in {"VERB", "AUX", "PRON"}:
            return True
        if content.lower_ == "frontières":
            return False
        of_members = self.doc[self.i].is_title and self.doc[j - 1].lower_.endswith(("s", "x")) and not self.named
        early = of_members or (not self.governed and j - self.i <= 3)
        if not marked(content) and not (early and (not self.named or self.doc[self.i].is_title)):
            return True
        self.aimed = True
        return False

    def _content(self, j: int) -> Token | None:
        """The first word from ``j`` on that is no connector."""
        while j < self.last and self.doc[j].lower_ in CONNECTORS:
            j += 1
        return self.doc[j] if j < self.last and not ends(self.doc[j]) else None

    def _enumerated(self, j: int) -> int:
        """Past the comma at ``j`` where the name is a list: "ministère de l'A, de l'B et de la C"; else 0.

        The parts repeat the first one's preposition or article, and "et" closes the list.
        """
        doc, k = self.doc, j + 1
        whole = doc[self.i].lower_ in ENUMERATING and (self.named or self.governed)
        if doc[j].text != "," or not whole or k + 1 >= self.last:
            return 0
        repeated = GENITIVES if doc[k].lower_ in GENITIVES else _ARTICLES
        if doc[k].lower_ not in repeated:
            return 0
        closing = next((m for m in range(k + 2, self.last - 1) if doc[m].lower_ == "et"), 0)
        parts = doc[k:closing]
        strange = any(
            t.lower_ in HEADS or (ends(t) and t.text != ",") or (t.pos_ in {"VERB", "AUX", "PRON"} and not marked(t))
            for t in parts
        )
        return k if closing and not strange and doc[closing + 1].lower_ in repeated else 0
