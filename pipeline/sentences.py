"""Where sentences end in French administrative prose: rules, for a parser is slower and breaks lists.

Abbreviations, initials, decimal points, « quoted. » sentences and inclusive writing do not end a sentence.
"""

from __future__ import annotations

import re

# Written without their final point, lower case. "etc." ends a sentence where a capital follows.
ABBREVIATIONS = frozenset(
    """adj al apr art av bd bull cf chap circ coll cons conv dépt dir dr ed éd env ex fig gal hab inf
    li lic m max me mgr min mlle mm mme mmes mr n nb no num obs op p pp par pr prof réf resp sec st ste sup
    sté suiv sv t tab tél vol vs""".split()
)
_END = re.compile(r"""(?P<stop>[.!?…]+(?:\s?[»”"’)\]])*)(?P<gap>\s+)(?=(?P<next>\S))""")
_LAST_WORD = re.compile(r"([\w·.]+)$")
_OPENERS = '«“"([–—-•'


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one passage, without the white space between them."""
    bounds, start = [], 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            bounds.append((start, match.end("stop")))
            start = match.end("gap")
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit() or following in _OPENERS):
        return False
    if match["stop"][0] != "." or match["stop"].startswith(".."):
        return True
    word = _LAST_WORD.search(text, 0, match.start("stop"))
    if word is None:
        return True
    last = word[1]
    if len(match["stop"]) > 1:
        return True
    return not (last.casefold() in ABBREVIATIONS or _is_initial(last) or _is_numbering(text, word, following))


def _is_initial(word: str) -> bool:
    """ "J." or "J.-P" of a name, or "U.E": a single capital before the point."""
    return len(word.rsplit(".", 1)[-1]) == 1 and word[-1].isupper()


def _is_numbering(text: str, word: re.Match[str], following: str) -> bool:
    """ "2. Renforcer": a number that opens the passage."""
    return word.start() == 0 and word[1].isdigit() and len(word[1]) <= 2 and not following.isdigit()
