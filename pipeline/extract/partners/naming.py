"""One partner, one name: articles, case, accents and punctuation do not make another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.extract.partners.forms import ROMAN, SHORT_HEADS

_ARTICLES = re.compile(r"^(?:(?:les?|la|du|des|de la|de|d|l|au|aux|un|une|ce|cette|son|sa|ses|leur|notre|nos)\s+)+")
# Leading words that do not tell two names apart.
_DROPPED = re.compile(
    r"^(?:association|associations|commune|compagnie|entreprise|gouvernement|mairie|municipalite|ong|societe|ville|"
    r"villes|services?)\s+(?=\w)"
)
_OTHER = re.compile(r"[^a-z0-9]+")
KEPT_NAMES = 10_000
"""Names and words a process remembers folded, 2 MB: it is asked for the same ones again and again."""
NOISE = frozenset("de du des la le les l d et en au aux a pour the of".split())


@lru_cache(maxsize=KEPT_NAMES)
def fold(name: str) -> str:
    """Lower case, no accents, single spaces between words; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE").replace("&", " et "))
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _OTHER.sub(" ", plain.casefold()).strip()


def key(name: str) -> str:
    """What two spellings of one name share: its folded words without articles and prepositions."""
    words = [w for w in _ARTICLES.sub("", fold(name)).split() if w not in NOISE]
    return " ".join(words) or fold(name)


def identity(name: str) -> str:
    """What two names of one partner share."""
    plain = _spelt_out(key(name))
    return _DROPPED.sub("", plain) or plain


def _spelt_out(plain: str) -> str:
    """ "pnr armorique" → "parc naturel regional armorique"; "universite rennes ii" → "universite rennes 2"."""
    head, _, rest = plain.partition(" ")
    if rest and head in SHORT_HEADS:
        return f"{SHORT_HEADS[head]} {rest}"
    if head == "universite" and rest:
        before, _, last = plain.rpartition(" ")
        return f"{before} {ROMAN.get(last, last)}"
    return plain
