"""Which names of one document are one partner's: acronyms it defines or forms, spellings a letter apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.extract.partners.evidence import Evidence
from pipeline.extract.partners.gazetteer import bodies
from pipeline.extract.partners.naming import fold, identity

_ACRONYM_AFTER = re.compile(r"^\s*\(\s*(?P<short>[A-ZÉÈ][\wÉÈ&'’.-]{1,14}(?: \d{1,3})?)\s*\)")
_NAME_AFTER = re.compile(r"^\s*\(\s*(?P<long>[^()]{8,110})[)\n]?")
_SMALL = frozenset("a au aux d de des du en et l la le les pour sur".split())
_OF_A_TOWN = re.compile(r"(?P<stem>[a-z]{3,}?)(?:ain|ais|an|ien|in|ois|ol)(?:n?e)?")
"""An adjective such as "rennaise", "niortais", "toulousain", "parisienne", folded."""
PAIR = 2
SHORTEST_STEM = 4
SHORTEST_SPELLING = 6
"""Letters from which a name one letter off another is that one misspelt."""


def aliases_in(text: str, evidence: Sequence[Evidence]) -> dict[str, str]:
    """Identity → identity of the name it is short for."""
    aliases: dict[str, str] = {}
    for e in evidence:
        after = text[e.end : e.end + 120]
        short = _ACRONYM_AFTER.match(after)
        if short and len(e.name) > len(short["short"]) and _is_short_for(short["short"], e.name):
            aliases.setdefault(identity(short["short"]), identity(e.name))
        long = _NAME_AFTER.match(after)
        if long and e.name.isupper() and len(e.name) < 10 and _abbreviates(e.name, long["long"]):
            aliases.setdefault(identity(e.name), identity(long["long"]))
    _add(aliases, _initials(evidence))
    _add(aliases, _misspelt(evidence))
    _add(aliases, _by_adjective(evidence))
    return {short: long for short, long in aliases.items() if short != long and aliases.get(long) != short}


def _add(aliases: dict[str, str], more: dict[str, str]) -> None:
    for short, long in more.items():
        aliases.setdefault(short, long)


def _is_short_for(short: str, name: str) -> bool:
    """An acronym in capitals, or a word in lower case made of the name's beginnings: "(Cridev)"."""
    if sum(c.isupper() for c in short) > 1:
        return True
    plain = fold(short)
    return len(name.split()) >= 3 and plain[:1] == fold(name)[:1] and _is_within(plain, fold(name))


def _is_within(short: str, long: str) -> bool:
    letters = iter(long)
    return sum(letter in letters for letter in short) >= len(short) - 2


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym open words of a name, in order."""
    letters = iter(fold(w)[:1] for w in long.split())
    return all(letter in letters for letter in fold(short).replace(" ", ""))


def _initials(evidence: Iterable[Evidence]) -> dict[str, str]:
    """Acronyms never spelt out that are the initials of just one name of the document: "MEL"."""
    evidence = list(evidence)
    acronyms = {e.name for e in evidence if e.name.isupper() and e.name.isalpha() and 3 <= len(e.name) <= 7}
    found: dict[str, set[str]] = {fold(a): set() for a in acronyms if fold(a) not in bodies()}
    for e in evidence:
        words = fold(e.name).split()
        initials = "".join(w[0] for w in words if w not in _SMALL)
        if len(words) > 2 and initials in found:
            found[initials].add(identity(e.name))
    return {identity(short): names.pop() for short, names in found.items() if len(names) == 1}


def _by_adjective(evidence: Iterable[Evidence]) -> dict[str, str]:
    """ "Université rochelaise" beside "La Rochelle Université": a head with the town's adjective, and with the town."""
    pairs = {name: name.split() for e in evidence if len((name := identity(e.name)).split()) == PAIR}
    found = {}
    for name, (head, adjective) in pairs.items():
        stem = _OF_A_TOWN.fullmatch(adjective)
        if stem is None:
            continue
        whole = max(len(stem["stem"]) - 1, SHORTEST_STEM)
        others = [
            n for n, words in pairs.items() if n != name and head in words and _begin_alike(words, adjective, whole)
        ]
        if len(others) == 1:
            found[name] = others[0]
    return found


def _begin_alike(words: Sequence[str], adjective: str, letters: int) -> bool:
    return any(word[:letters] == adjective[:letters] for word in words)


def _misspelt(evidence: Iterable[Evidence]) -> dict[str, str]:
    """Names a letter off a city of the same document: "Ashod" beside "Ashdod"."""
    known: set[str] = set()
    unknown: set[str] = set()
    for e in evidence:
        name = identity(e.name)
        if len(name) + 1 >= SHORTEST_SPELLING and " " not in name and not e.name.isupper():
            (known if "is=city" in e.features else unknown).add(name)
    found = {}
    for name in unknown - known:
        near = [k for k in known if k[:1] == name[:1] and Levenshtein.distance(k, name, score_cutoff=1) == 1]
        near = [k for k in near if len(k) >= SHORTEST_SPELLING and name not in {k + "s", k.removesuffix("s")}]
        if len(near) == 1:
            found[name] = near[0]
    return found
