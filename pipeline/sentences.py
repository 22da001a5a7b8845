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
# A lone capital before a full stop ends the sentence where one of these opens the next: "B et C. Une étude".
SENTENCE_OPENERS = (
    "À Afin Ainsi Après Au Aucun Aucune Aussi Aux Avec Ce Cela Celle Celui Ces Cet Cette Ceci Chaque Comme Dans De "
    "Depuis Des Dès Du Elle Elles En Enfin Et Il Ils La Le Les Leur Leurs Lors Mais Nos Notre Nous Or Où Par Pour "
    "Puis Quant Que Sa Sans Ses Si Son Sous Sur Tous Tout Toute Toutes Un Une Vos Votre Vous"
).split()
_OPENS_SENTENCE = re.compile(rf"(?:{'|'.join(SENTENCE_OPENERS)})\s+(?![A-ZÉÈÎ])|[LDCNSJ]['’]")
_END = re.compile(r"""(?<![.!?…])(?P<stop>[.!?…]+(?:\s?[»”"’)\]])*)(?P<gap>\s+)(?=(?P<next>\S))""")
_LAST_WORD = re.compile(r"([\w·.]+)$")
_OPENERS = '«“"([–—-•'


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one passage, without the white space between them."""
    bounds: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    for match in _END.finditer(text, start, stop):
        if _ends_sentence(text, match, start):
            bounds.append((start, match.end("stop")))
            start = match.end("gap")
    if start < stop:
        bounds.append((start, stop))
    return bounds


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit() or following in _OPENERS):
        return False
    if match["stop"][0] != "." or match["stop"].startswith(".."):
        return True
    word = _LAST_WORD.search(text[max(start, match.start("stop") - 40) : match.start("stop")])
    if word is None or len(match["stop"]) > 1:
        return True
    last = word[1]
    if _is_initial(last):
        era = text.endswith("J.-C", 0, match.start("stop"))
        return era or _OPENS_SENTENCE.match(text, match.end("gap")) is not None
    opens = match.start("stop") - len(last) == 0
    return not (last.casefold() in ABBREVIATIONS or (opens and _is_numbering(last, following)))


def _is_initial(word: str) -> bool:
    """ "J." or "J.-P" of a name, or "U.E": a single capital before the point."""
    return word != "M" and len(word.rsplit(".", 1)[-1]) == 1 and word[-1].isupper()


def _is_numbering(word: str, following: str) -> bool:
    """ "2. Renforcer": a number that opens the passage."""
    return word.isdigit() and len(word) <= 2 and not following.isdigit()
