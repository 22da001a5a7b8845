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
# "3.", "3.2.", "II.", "A." and "Axe 1.", "Art. 3." before the words they number are part of the sentence.
_NUMBERING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H]|(?:action|annexe|art|article|axe|chapitre|défi|engagement|enjeu|"
    r"étape|fiche|lot|mesure|objectif|orientation|partie|phase|priorité|proposition|question|titre|volet)s?\.? "
    r"(?:n° ?)?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H]))",
    re.IGNORECASE,
)
# The second form: a space was lost ("étendu.Les"), as happens where the lines of a page are put together.
_END = re.compile(
    r"""(?<![.!?…])(?:(?P<stop>[.!?…]+(?:\s?[»”"’)\]])*)(?P<gap>\s+)(?=(?P<next>\S))"""
    r"""|(?P<bare>(?<=[^\W\d_]{3}|[^\W\d_]{2}[)»])\.|[!?])(?=[A-ZÀ-ÖØ-Þ][^\W\d_]*[\s'’,]))"""
)
_LAST_WORD = re.compile(r"([\w·.]+)$")
_MONTHS = frozenset("janv févr fév avr juil sept oct nov déc".split())
_OPENERS = '«“"([–—-•'


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one passage, without the white space between them."""
    bounds: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    for match in _END.finditer(text, start, stop):
        bare = match["bare"] is not None
        if _is_lost_space(text, match, start) if bare else _ends_sentence(text, match, start):
            bounds.append((start, match.end("bare" if bare else "stop")))
            start = match.end()
    if start < stop:
        bounds.append((start, stop))
    return bounds


def _is_lost_space(text: str, match: re.Match[str], start: int) -> bool:
    """Not within an address ("www.Ville.fr") nor after an abbreviation ("Mme.Dupont")."""
    word = text[max(start, match.start() - 60) : match.start()].rsplit(None, 1)[-1:]
    bare = word[0].lstrip("«“\"'’([") if word else ""
    return bare.casefold() not in ABBREVIATIONS and not any(mark in bare for mark in ("@", "/", "www.", "_"))


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
    if _NUMBERING.fullmatch(text, start, match.start("stop")) and not following.isdigit():
        return False
    if _is_initial(last):
        era = text.endswith("J.-C", 0, match.start("stop"))
        return era or _OPENS_SENTENCE.match(text, match.end("gap")) is not None
    dated = last.casefold() in _MONTHS and following.isdigit()
    return not dated and last.casefold() not in ABBREVIATIONS


def _is_initial(word: str) -> bool:
    """ "J." or "J.-P" of a name, or "U.E": a single capital before the point."""
    return word != "M" and len(word.rsplit(".", 1)[-1]) == 1 and word[-1].isupper()
